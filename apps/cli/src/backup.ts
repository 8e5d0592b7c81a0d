import { access } from 'node:fs/promises';
import { migrationFolders, readErasures, restoreErasures, version } from '@common-measure/app-server';
import { ledgerName, ledgerPath, writeLedger } from '@common-measure/modules/collection/server';
import { type BackupManifest, readBackup, writeBackup } from '@common-measure/platform/backup';
import { readMigrations, withOwnerConnection } from '@common-measure/platform/database';
import { type Command, type CommandCall, WrongCall } from './command.ts';
import { hereSettings, locationOf } from './location.ts';
import { existing, refuse } from './refusal.ts';

export const backup: Command = {
  name: 'backup',
  usage: 'FILE',
  summary: {
    en: 'write everything that is kept into one file',
    fr: 'enregistre tout ce qui est conservé dans un fichier',
  },
  help: {
    en: [
      'FILE is a new .tar.gz file. The platform may run meanwhile: the backup is of one instant.',
      'It holds answers and accounts: keep it as carefully as the platform itself.',
    ],
    fr: [
      'FILE est un nouveau fichier .tar.gz. La plateforme peut rester en marche : la copie est celle d’un instant.',
      'Elle contient des réponses et des comptes : gardez-la avec autant de soin que la plateforme.',
    ],
  },
  options: {},
  run: async (call) => {
    const file = fileOf(call);
    const taken = await access(file).then(
      () => true,
      () => false,
    );
    if (taken) return refuse(call, [existing(file)]);
    const settings = hereSettings();
    const manifest = await withOwnerConnection(locationOf(settings), async (client) => {
      await writeLedger(client, ledgerPath(settings.dataFolder), true);
      return writeBackup({ client, dataFolder: settings.dataFolder, software: version, now: new Date() }, file);
    });
    call.print(summary(manifest, file, call));
    return 0;
  },
};

export const restore: Command = {
  name: 'restore',
  usage: 'FILE [--erasures LEDGER]',
  summary: { en: 'bring a backup back into an empty platform', fr: 'rétablit une copie dans une plateforme vide' },
  help: {
    en: [
      'Restores into an empty database and data folder: set CM_DATA to a new folder, or DATABASE_URL to a new database.',
      'What people withdrew, and what retention erased, after the backup was made is erased again: LEDGER is the file',
      `${ledgerName} of the data folder that the backup came from, or a later backup. A ${ledgerName} in the new folder counts too.`,
      'Without either, only what was erased before the backup was made stays erased.',
    ],
    fr: [
      'Rétablit dans une base et un dossier vides : donnez à CM_DATA un nouveau dossier, ou à DATABASE_URL une nouvelle base.',
      'Ce que des personnes ont retiré et ce que la conservation a effacé après la copie est effacé de nouveau : LEDGER est le',
      `fichier ${ledgerName} du dossier de données d’où vient la copie, ou une copie plus récente. Un ${ledgerName} dans le nouveau`,
      'dossier compte aussi. Sans l’un ni l’autre, seul ce qui était effacé avant la copie le reste.',
    ],
  },
  options: { erasures: 'value' },
  run: async (call) => {
    const file = fileOf(call);
    const settings = hereSettings();
    const { dataFolder } = settings;
    const { erasures } = call.options;
    const facts = typeof erasures === 'string' ? await readErasures(erasures) : [];
    let erased = 0;
    const manifest = await withOwnerConnection(locationOf(settings), (client) => {
      const finish = async () => {
        erased = await restoreErasures(client, dataFolder, facts);
      };
      const migrations = readMigrations(migrationFolders);
      return readBackup({ client, dataFolder, migrations, keeps: [ledgerName], finish }, file);
    });
    call.print(summary(manifest, file, call, erased));
    return 0;
  },
};

function fileOf(call: CommandCall): string {
  const file = call.operands[0];
  if (file === undefined)
    throw new WrongCall(call.language === 'fr' ? 'Il manque le nom du fichier.' : 'The name of the file is missing.');
  return file;
}

function summary(manifest: BackupManifest, file: string, call: CommandCall, erased?: number): string {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  if (call.json)
    return JSON.stringify({
      file,
      at: manifest.at,
      tables: manifest.tables.length,
      rows,
      files: manifest.files.length,
      ...(erased === undefined ? {} : { erasedAgain: erased }),
    });
  const again =
    erased === undefined
      ? ''
      : call.language === 'fr'
        ? `\nEffacés de nouveau : ${erased}.`
        : `\nErased again: ${erased}.`;
  return (
    (call.language === 'fr'
      ? `${file} : ${manifest.tables.length} tables, ${rows} lignes, ${manifest.files.length} fichiers, état du ${manifest.at}.`
      : `${file}: ${manifest.tables.length} tables, ${rows} rows, ${manifest.files.length} files, as of ${manifest.at}.`) +
    again
  );
}
