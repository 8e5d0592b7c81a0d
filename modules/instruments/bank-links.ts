import { type Bank, type Instrument, type Question, questionFromItem } from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';

/**
 * The draft with its links to the bank settled: a question keeps the link only while wording, scale and answers are those of the
 * item, words in the place of its slots aside. A changed question becomes the organization’s own; its hint and its condition may differ
 * without breaking the link.
 */
export function settleBankLinks(bank: Bank, instrument: Instrument): Instrument {
  const sections = instrument.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) =>
      isFromBank(bank, question) ? question : { ...question, item: null },
    ),
  }));
  return { ...instrument, sections };
}

function isFromBank(bank: Bank, question: Question): boolean {
  const reference = question.item;
  const item = bank.items.find((one) => one.code === reference?.code && one.version === reference.version);
  if (!item) return false;
  const original = questionFromItem(bank, item);
  return (
    isWordingOf(original.wording, question.wording) &&
    same([question.type, question.scale, question.options], [original.type, original.scale, original.options])
  );
}

/** The same words in every language; words may stand in the place of a slot. */
function isWordingOf(original: LocalizedText, wording: LocalizedText): boolean {
  if (!same(Object.keys(original).sort(), Object.keys(wording).sort())) return false;
  return Object.entries(original).every(([language, text = '']) => {
    const pattern = text
      .split(/\{\w+\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^{}\\n]{1,200}');
    return new RegExp(`^${pattern}$`).test(wording[language] ?? '') || text === wording[language];
  });
}

function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
