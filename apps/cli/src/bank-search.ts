import { bankSearchSchema } from '@common-measure/modules/question-bank/contract';
import { searchBank } from '@common-measure/modules/question-bank/server';
import { bankHere } from './bank-here.ts';
import { bankWords } from './bank-words.ts';
import { type Command, type CommandCall, WrongCall } from './command.ts';

const most = 20;
const filters = ['construct', 'channel', 'client-type', 'element', 'pack', 'in'] as const;

export const bankSearch: Command = {
  name: 'bank search',
  usage:
    'TEXT [--construct ID] [--channel CHANNEL] [--client-type TYPE] [--element KIND] [--pack ID] [--in en|fr] [--core] [--files]',
  summary: {
    en: 'find questions of the bank by any form of a word, in either language',
    fr: 'trouve des questions de la banque par toute forme d’un mot, dans l’une ou l’autre langue',
  },
  help: {
    en: [
      '"wait" finds waiting and waited, "attente" finds attentes and attendre; accents and capitals do not matter.',
      `The nearest come first, ${most} of them; --json gives all.`,
      bankWords.en.files,
    ],
    fr: [
      '«\u00a0attente\u00a0» trouve attentes et attendre, «\u00a0wait\u00a0» trouve waiting et waited; accents et majuscules ne comptent pas.',
      `Les plus proches viennent d’abord, ${most} d’entre elles; --json les donne toutes.`,
      bankWords.fr.files,
    ],
  },
  options: { ...Object.fromEntries(filters.map((name) => [name, 'value' as const])), core: 'flag', files: 'flag' },
  run: async (call) => {
    const words = bankWords[call.language];
    if (call.operands.length === 0) throw new WrongCall(words.missingText);
    const found = searchBank(await bankHere(call), wantedOf(call));
    if (call.json) {
      call.print(JSON.stringify({ count: found.length, items: found }, null, 2));
      return 0;
    }
    const shown = found.slice(0, most);
    call.print(words.found(found.length, shown.length));
    for (const { code, core, question } of shown) {
      const [own, other] = call.language === 'fr' ? (['fr', 'en'] as const) : (['en', 'fr'] as const);
      call.print(`\n${code}${core ? ` (${words.core})` : ''}`);
      call.print(`  ${question.wording[own]}\n  ${question.wording[other]}`);
    }
    return 0;
  },
};

function wantedOf(call: CommandCall) {
  const option = (name: (typeof filters)[number]) => call.options[name];
  const read = bankSearchSchema.safeParse({
    q: call.operands.join(' '),
    construct: option('construct'),
    channel: option('channel'),
    clientType: option('client-type'),
    element: option('element'),
    pack: option('pack'),
    language: option('in'),
    ...(call.options.core === true ? { core: 'true' } : {}),
  });
  if (read.success) return read.data;
  throw new WrongCall(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
}
