import { type Bank, type Instrument, type Question, questionFromItem } from '@common-measure/instrument';

/**
 * The draft with its links to the bank settled: a question keeps the link only while wording, scale and answers are those of the
 * item. A changed question becomes the organization's own; its hint and its condition may differ without breaking the link.
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
  return same(
    [question.type, question.wording, question.scale, question.options],
    [original.type, original.wording, original.scale, original.options],
  );
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
