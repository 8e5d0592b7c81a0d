import {
  type Bank,
  changesOf,
  type Instrument,
  type ItemRef,
  keepsBankLink,
  type Question,
  questionFromItem,
} from '@common-measure/instrument';

/**
 * The draft with its links to the bank settled: a question keeps the link only while wording, scale and answers are those of the
 * item, words in the place of its slots aside. A changed question becomes the organization’s own and remembers what it was changed
 * from, so that its link comes back with the words; its hint and its condition may differ without breaking the link.
 */
export function settleBankLinks(bank: Bank, instrument: Instrument): Instrument {
  const items = new Map(bank.items.map((item) => [`${item.code}@${item.version}`, item]));
  const settled = ({ item, changedFrom, ...question }: Question): Question => {
    const reference: ItemRef | undefined = item ?? changedFrom;
    const found = reference && items.get(`${reference.code}@${reference.version}`);
    if (!reference || !found) return { ...question, item: null };
    const original = questionFromItem(bank, found);
    return keepsBankLink(changesOf(original, { ...question, item: reference }))
      ? { ...question, item: reference }
      : { ...question, item: null, changedFrom: reference };
  };
  const sections = instrument.sections.map((section) => ({ ...section, questions: section.questions.map(settled) }));
  return { ...instrument, sections };
}
