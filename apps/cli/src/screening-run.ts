import { runScreening, type ScreeningRun, withRetentionPlace } from '@common-measure/app-server';
import { withOwnerConnection } from '@common-measure/platform/database';
import type { Command } from './command.ts';
import { hereSettings, locationOf } from './location.ts';

const words = {
  en: {
    busy: 'A run of retention or screening is under way.',
    nothing: 'Everything was screened by the present rules before.',
    done: ({ looked, masked, datasets }: ScreeningRun) =>
      `Responses with comments looked at: ${looked}. Masked in: ${masked}. Datasets written anew: ${datasets}.`,
    waiting: 'Other work held on to former rows: retention clears table pages and log at a later run.',
    left: 'The log files of this PostgreSQL server are beyond this command: what was masked stands there until it recycles them.',
  },
  fr: {
    busy: 'Une exécution de la conservation ou du masquage est en cours.',
    nothing: 'Tout a déjà été masqué selon les règles actuelles.',
    done: ({ looked, masked, datasets }: ScreeningRun) =>
      `Réponses avec commentaires examinées\u00a0: ${looked}. Masquées\u00a0: ${masked}. Jeux de données réécrits\u00a0: ${datasets}.`,
    waiting:
      'D’autres travaux retenaient d’anciennes lignes\u00a0: la conservation nettoie les pages de tables et le journal à une exécution ultérieure.',
    left: 'Les fichiers de journal de ce serveur PostgreSQL échappent à cette commande\u00a0: ce qui a été masqué y demeure jusqu’à ce qu’il les recycle.',
  },
} as const;

export const screeningRun: Command = {
  name: 'screening run',
  usage: '',
  summary: {
    en: 'mask names and numbers in comments that came before the present rules',
    fr: 'masque noms et numéros dans les commentaires reçus avant les règles actuelles',
  },
  help: {
    en: [
      'New comments are masked when they arrive. This masks those of before, keeps what stood there apart, and writes datasets, tables and log anew.',
      'Stopped in the middle, it goes on where it was. Imported files are left as they were brought.',
    ],
    fr: [
      'Les nouveaux commentaires sont masqués à leur arrivée. Ceci masque les précédents, garde à part ce qui y figurait, et réécrit jeux de données, tables et journal.',
      'Interrompu, il reprend où il en était. Les fichiers importés restent tels qu’ils ont été apportés.',
    ],
  },
  options: {},
  run: async (call) => {
    const settings = hereSettings();
    const says = words[call.language];
    const done = await withOwnerConnection(locationOf(settings), (client) =>
      withRetentionPlace(client, settings.dataFolder, runScreening),
    );
    if (done === null) {
      call.printError(says.busy);
      return 3;
    }
    if (call.json) call.print(JSON.stringify(done, null, 2));
    else {
      call.print(done.looked === 0 ? says.nothing : says.done(done));
      if (done.cleared === 'waiting') call.print(says.waiting);
      if (done.cleared === 'left-to-server' || done.cleared === 'kept-elsewhere') call.print(says.left);
    }
    return 0;
  },
};
