import { questionFromItem } from '@common-measure/instrument';
import { itemLabels } from '@common-measure/modules/question-bank/contract';
import { bankHere } from './bank-here.ts';
import { bankWords } from './bank-words.ts';
import { type Command, WrongCall } from './command.ts';
import { refuse } from './refusal.ts';

export const bankShow: Command = {
  name: 'bank show',
  usage: 'CODE [--files]',
  summary: {
    en: 'show a question of the bank: both wordings, answers, where it belongs',
    fr: 'montre une question de la banque\u00a0: les deux libellés, ses réponses, sa place',
  },
  help: { en: [bankWords.en.files], fr: [bankWords.fr.files] },
  options: { files: 'flag' },
  run: async (call) => {
    const words = bankWords[call.language];
    const [code] = call.operands;
    if (code === undefined) throw new WrongCall(words.missingCode);
    const { bank, history, retired } = await bankHere(call);
    const item = bank.items.find((one) => one.code === code);
    if (item === undefined) return refuse(call, [unknown(code)]);
    const question = questionFromItem(bank, item);
    const construct = bank.constructs.find((one) => one.id === item.construct);
    const packs = bank.packs.filter((pack) =>
      pack.sections.some((section) => section.items.some((entry) => entry.code === code)),
    );
    if (call.json) {
      call.print(
        JSON.stringify(
          {
            item,
            question,
            construct,
            packs: packs.map((pack) => pack.id),
            versions: history.get(code) ?? [],
            retired: retired.get(code) ?? null,
          },
          null,
          2,
        ),
      );
      return 0;
    }
    const { language } = call;
    const answers = question.scale?.points ?? question.options;
    const labels = itemLabels[language];
    const facts = [
      [words.construct, construct?.name[language]],
      [words.evidence, construct?.evidence?.[language]],
      [words.element, labels.elements[item.element]],
      [words.channels, item.channels.map((one) => labels.channels[one]).join(', ')],
      [words.clients, item.clientTypes.map((one) => labels.clientTypes[one]).join(', ')],
      [words.packs, packs.map((pack) => pack.title[language]).join('; ')],
      [words.matches, item.externalRef.map((ref) => `${ref.scheme} ${ref.code}`).join('; ')],
    ] as const;
    call.print(
      `${item.code}, ${words.version(item.version)}${item.core ? `, ${words.core}` : ''}${retired.has(code) ? `, ${words.retired}` : ''}`,
    );
    call.print(`\nEN  ${item.wording.en}\nFR  ${item.wording.fr}\n`);
    for (const [name, value] of facts) if (value) call.print(`${name}${words.colon} ${value}`);
    if (answers.length > 0) {
      const { scale } = question;
      call.print(`\n${scale ? words.scale(scale.id, scale.version) : words.answers}${words.colon}`);
      for (const { code: value, label } of answers) call.print(`  ${value}  ${label.en} | ${label.fr}`);
    }
    return 0;
  },
};

function unknown(code: string) {
  return {
    code: 'bank-item-unknown',
    status: 404,
    title: { en: `The bank has no question ${code}.`, fr: `La banque n’a pas de question ${code}.` },
    remedy: { en: 'Look for it: ./cm bank search TEXT', fr: 'Cherchez-la\u00a0: ./cm bank search TEXTE' },
    details: { code },
  };
}
