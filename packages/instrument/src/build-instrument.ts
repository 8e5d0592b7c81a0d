import type { LocalizedText } from '@common-measure/kernel';
import type { Bank, BankItem, Pack, PackItem } from './bank.ts';
import type { Instrument, Question, Section } from './instrument.ts';

/** The question that a bank item becomes, with its scale resolved. `showIf` starts as null. */
export function questionFromItem(bank: Pick<Bank, 'scales'>, item: BankItem): Question {
  const reference = item.scale;
  const scale = reference
    ? bank.scales.find((one) => one.id === reference.id && one.version === reference.version)
    : null;
  if (scale === undefined) throw new Error(`item ${item.code}: scale ${reference?.id} is not in the bank`);
  return {
    code: item.code,
    item: { code: item.code, version: item.version },
    type: item.type,
    wording: item.wording,
    hint: item.hint,
    scale,
    options: item.options,
    ...(item.atMost === null ? {} : { atMost: item.atMost }),
    ...limitsOf(item),
    doesNotApply: item.doesNotApply,
    dontKnow: item.dontKnow,
    preferNotToSay: item.preferNotToSay,
    required: false,
    unit: item.unit,
    showIf: null,
    role: item.role,
  };
}

const limits = ['atLeast', 'order', 'min', 'max', 'decimals', 'earliest', 'latest', 'lines'] as const;

/** What an item says of its limits; nothing of what it leaves out. */
function limitsOf(item: BankItem): Pick<Question, (typeof limits)[number]> {
  return Object.fromEntries(limits.flatMap((limit) => (item[limit] === undefined ? [] : [[limit, item[limit]]])));
}

/**
 * The draft instrument that a pack proposes. Slots that have the same words throughout the pack stay open, with those words for the whole
 * instrument; where the words differ from question to question they stand in the wordings. An item that the bank does not hold is a bug:
 * the bank was checked when read.
 */
export function instrumentFromPack(bank: Bank, pack: Pack, title: LocalizedText = pack.title): Instrument {
  const slots = commonSlots(pack);
  const sections = pack.sections.map(
    (section): Section => ({
      code: section.code,
      title: section.title,
      questions: section.items.map((entry) => {
        const question = questionFromItem(bank, itemOf(bank, entry.code));
        return {
          ...question,
          code: entry.as ?? question.code,
          wording: fillSlots(question.wording, besides(entry.slots, slots)),
          hint: question.hint && fillSlots(question.hint, besides(entry.slots, slots)),
          options: question.options.filter((option) => entry.options?.includes(option.code) ?? true),
          showIf: entry.showIf,
        };
      }),
    }),
  );
  return {
    ...emptyInstrument(title),
    introduction: pack.introduction,
    closing: pack.closing,
    sections,
    ...(Object.keys(slots).length > 0 ? { slots } : {}),
  };
}

/** The slots whose words are the same wherever the pack fills them. */
function commonSlots(pack: Pack): Readonly<Record<string, LocalizedText>> {
  const filled = pack.sections.flatMap((section) => section.items.flatMap((item) => Object.entries(item.slots)));
  const first = new Map(filled.toReversed());
  const isSame = ([name, words]: readonly [string, LocalizedText]) =>
    JSON.stringify(words) === JSON.stringify(first.get(name));
  const differing = new Set(filled.filter((entry) => !isSame(entry)).map(([name]) => name));
  return Object.fromEntries([...first].filter(([name]) => !differing.has(name)));
}

function besides(slots: PackItem['slots'], common: PackItem['slots']): PackItem['slots'] {
  return Object.fromEntries(Object.entries(slots).filter(([name]) => !Object.hasOwn(common, name)));
}

/**
 * A text with words in place of its slots, in each language, with a capital at its beginning; a slot without words stays in braces,
 * and so does a piped answer, which stands in two.
 */
export function fillSlots(text: LocalizedText, slots: PackItem['slots']): LocalizedText {
  const filledIn = (language: string): string =>
    (text[language] ?? '').replace(/(?<!\{)\{(\w+)\}(?!\})/g, (slot, name: string, at: number) => {
      const words = Object.hasOwn(slots, name) ? slots[name]?.[language] : undefined;
      if (!words) return slot;
      return at === 0 ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : words;
    });
  const others = Object.fromEntries(Object.keys(text).map((language) => [language, filledIn(language)]));
  return { ...others, en: filledIn('en'), fr: filledIn('fr') };
}

/** A draft without questions: its texts still empty but the title. */
export function emptyInstrument(title: LocalizedText): Instrument {
  return {
    format: 'common-measure/instrument',
    version: 1,
    title,
    languages: ['en', 'fr'],
    introduction: { en: '', fr: '' },
    sections: [],
    closing: { en: '', fr: '' },
  };
}

function itemOf(bank: Bank, code: string): BankItem {
  const item = bank.items.find((one) => one.code === code);
  if (!item) throw new Error(`item ${code} is not in the bank`);
  return item;
}
