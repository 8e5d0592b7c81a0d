import { type RetentionRun, runRetention, withRetentionPlace } from '@common-measure/app-server';
import { withOwnerConnection } from '@common-measure/platform/database';
import type { Command } from './command.ts';
import { hereSettings, locationOf } from './location.ts';

const words = {
  en: {
    busy: 'Another run is under way.',
    nothing: 'Nothing is due to be erased.',
    would: 'Would be erased:',
    erased: 'Erased:',
    things: {
      responses: 'responses',
      comments: 'responses with comments',
      drafts: 'answers begun and never sent',
      originals: 'comments as they were before masking',
      pretest: 'answers of a pretest',
    },
    line: (number: number, thing: string, survey: string, round: number) =>
      `  ${number} ${thing}, survey ${survey}${round === 0 ? '' : `, round ${round}`}`,
    datasets: (count: number) => `Datasets written anew: ${count}.`,
    cleared: {
      discarded: 'Table pages and log files that held it are gone.',
      'left-to-server':
        'Table pages that held it are gone. The log files of this PostgreSQL server are beyond this command: they go when it recycles them.',
      'kept-elsewhere':
        'Table pages that held it are gone. An archive, a standby or a slot of this PostgreSQL server keeps log files that held it.',
      waiting: 'Other work held on to former rows: run this again later to clear table pages and log.',
    },
  },
  fr: {
    busy: 'Une autre exécution est en cours.',
    nothing: 'Rien n’est à effacer.',
    would: 'Seraient effacés :',
    erased: 'Effacés :',
    things: {
      responses: 'réponses',
      comments: 'réponses avec commentaires',
      drafts: 'réponses commencées et jamais envoyées',
      originals: 'commentaires tels qu’ils étaient avant le masquage',
      pretest: 'réponses d’un prétest',
    },
    line: (number: number, thing: string, survey: string, round: number) =>
      `  ${number} ${thing}, sondage ${survey}${round === 0 ? '' : `, cycle ${round}`}`,
    datasets: (count: number) => `Jeux de données réécrits : ${count}.`,
    cleared: {
      discarded: 'Les pages de tables et les fichiers de journal qui les contenaient ont disparu.',
      'left-to-server':
        'Les pages de tables qui les contenaient ont disparu. Les fichiers de journal de ce serveur PostgreSQL échappent à cette commande : ils disparaissent quand il les recycle.',
      'kept-elsewhere':
        'Les pages de tables qui les contenaient ont disparu. Une archive, un serveur de secours ou un emplacement de réplication de ce serveur PostgreSQL garde des fichiers de journal qui les contenaient.',
      waiting:
        'D’autres travaux retenaient d’anciennes lignes : relancez cette commande plus tard pour nettoyer les pages de tables et le journal.',
    },
  },
} as const;

export const retentionRun: Command = {
  name: 'retention run',
  usage: '[--dry-run]',
  summary: {
    en: 'erase what the surveys’ rules say, now',
    fr: 'efface maintenant ce que disent les règles des sondages',
  },
  help: {
    en: [
      'The running platform does this by itself every hour. --dry-run tells what would be erased and erases nothing.',
      'Tables are written anew: collecting halts for a moment meanwhile.',
    ],
    fr: [
      'La plateforme en marche le fait d’elle-même toutes les heures. --dry-run dit ce qui serait effacé et n’efface rien.',
      'Les tables sont réécrites : la collecte s’arrête un instant pendant ce temps.',
    ],
  },
  options: { 'dry-run': 'flag' },
  run: async (call) => {
    const settings = hereSettings();
    const dryRun = call.options['dry-run'] === true;
    const done = await withOwnerConnection(locationOf(settings), (client) =>
      withRetentionPlace(client, settings.dataFolder, (place) =>
        runRetention(place, new Date(), { dryRun, clearing: 'now' }),
      ),
    );
    if (done === null) {
      call.printError(words[call.language].busy);
      return 3;
    }
    call.print(call.json ? JSON.stringify({ dryRun, ...done }, null, 2) : told(done, dryRun, call.language));
    return 0;
  },
};

function told({ erased, datasets, cleared }: RetentionRun, dryRun: boolean, language: 'en' | 'fr'): string {
  const says = words[language];
  const lines = erased.map((one) => says.line(one.number, says.things[one.what], one.surveyId, one.round));
  return [
    ...(lines.length === 0 ? [says.nothing] : [dryRun ? says.would : says.erased, ...lines]),
    ...(cleared === null ? [] : [says.datasets(datasets), says.cleared[cleared]]),
  ].join('\n');
}
