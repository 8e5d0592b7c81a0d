import path from 'node:path';
import type { Problem, Result } from '@common-measure/kernel';
import { type ImportedFile, importFile } from '@common-measure/modules/datasets/server';
import { openEngine } from '@common-measure/platform/analytics';
import { transactOver, withOwnerConnection } from '@common-measure/platform/database';
import { type Command, WrongCall } from './command.ts';
import { codebookFrom, isReadable, operand } from './dataset-describe.ts';
import { hereSettings, locationOf } from './location.ts';
import { refuse, unreadable } from './refusal.ts';

export const datasetImport: Command = {
  name: 'dataset import',
  usage: 'FILE --codebook CODEBOOK.json [--organization NAME]',
  summary: {
    en: 'save a CSV file as a dataset of the platform',
    fr: 'enregistre un fichier CSV comme ensemble de données de la plateforme',
  },
  help: {
    en: [
      '--codebook CODEBOOK.json  how the file is read: see "dataset describe FILE --to CODEBOOK.json".',
      '--organization NAME       whose dataset it is; needed only where there are several organizations.',
      'The platform may run meanwhile. Where the file does not fit its codebook, every fault is told and nothing is saved.',
    ],
    fr: [
      '--codebook CODEBOOK.json  comment lire le fichier\u00a0: voir «\u00a0dataset describe FILE --to CODEBOOK.json\u00a0».',
      '--organization NAME       à qui appartient l’ensemble de données; requis seulement s’il y a plusieurs organisations.',
      'La plateforme peut rester en marche. Si le fichier ne concorde pas, chaque erreur est dite et rien n’est enregistré.',
    ],
  },
  options: { codebook: 'value', organization: 'value' },
  run: async (call) => {
    const file = operand(call);
    const { codebook: codebookPath, organization } = call.options;
    if (typeof codebookPath !== 'string')
      throw new WrongCall(
        call.language === 'fr' ? 'Il manque --codebook CODEBOOK.json.' : '--codebook CODEBOOK.json is missing.',
      );
    const codebook = await codebookFrom(codebookPath);
    if ('problems' in codebook) return refuse(call, codebook.problems);
    if (!(await isReadable(file))) return refuse(call, [unreadable(file)]);
    const settings = hereSettings();
    const engine = await openEngine({
      directory: path.join(settings.dataFolder, 'datasets'),
      spillDirectory: path.join(settings.dataFolder, 'tmp'),
    });
    try {
      const imported = await withOwnerConnection(
        locationOf(settings),
        async (client): Promise<Result<ImportedFile, Problem>> => {
          const named = typeof organization === 'string' ? organization : null;
          const { rows } = await client.query<{ id: string }>(
            `SELECT id FROM accounts.organization WHERE $1::text IS NULL OR name_en = $1 OR name_fr = $1 OR id::text = $1`,
            [named],
          );
          const [only, ...others] = rows;
          if (!only || others.length > 0) return { ok: false, reasons: [whichOrganization(rows.length)] };
          const scope = { organizationId: only.id, accountId: null };
          return transactOver(client, scope, (tx) => importFile(tx, engine, only.id, path.resolve(file), codebook));
        },
      );
      if (!imported.ok) return refuse(call, imported.reasons);
      const { datasetId, rows, notices } = imported.value;
      if (call.json) call.print(JSON.stringify({ dataset: datasetId, rows, notices }, null, 2));
      else {
        call.print(
          call.language === 'fr'
            ? `Ensemble de données ${datasetId}\u00a0: ${rows} lignes.`
            : `Dataset ${datasetId}: ${rows} rows.`,
        );
        for (const line of noticeLines(notices, call.language)) call.print(`  ${line}`);
      }
      return 0;
    } finally {
      engine.close();
    }
  },
};

/** A line for each notice; those of one kind that differ by their column only share one line. */
function noticeLines(notices: readonly Problem[], language: 'en' | 'fr'): string[] {
  const [first, ...others] = notices.filter(({ code }) => code === 'column-new');
  const rest = notices.filter(({ code }) => code !== 'column-new');
  const lines = rest.map(({ title, remedy }) => `${title[language]} ${remedy[language]}`);
  if (!first || others.length === 0)
    return [...(first ? [`${first.title[language]} ${first.remedy[language]}`] : []), ...lines];
  const columns = [first, ...others].map(({ details }) => String(details.column));
  return [
    language === 'fr'
      ? `Le dictionnaire de variables ne décrit pas ${columns.length} colonnes du fichier\u00a0: ${columns.join(', ')}. Elles sont conservées dans le fichier et restent hors de l’ensemble de données. Décrivez-les pour les utiliser.`
      : `The codebook does not describe ${columns.length} columns of the file: ${columns.join(', ')}. They are kept in the file and stay out of the dataset. Describe them to use them.`,
    ...lines,
  ];
}

function whichOrganization(found: number): Problem {
  const none = found === 0;
  return {
    code: none ? 'organization-unknown' : 'organization-ambiguous',
    status: 422,
    title: none
      ? { en: 'There is no such organization here.', fr: 'Il n’y a pas de telle organisation ici.' }
      : { en: `There are ${found} organizations here.`, fr: `Il y a ${found} organisations ici.` },
    remedy: none
      ? {
          en: 'Start the platform, sign in and set up your organization.',
          fr: 'Démarrez la plateforme, connectez-vous et créez votre organisation.',
        }
      : { en: 'Name one with --organization.', fr: 'Nommez-en une avec --organization.' },
    details: { found },
  };
}
