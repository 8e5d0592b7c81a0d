import { type Bank, type BankItem, questionFromItem } from '@common-measure/instrument';
import type { BankSearch, FoundItem } from './contract.ts';

/** The items that fit, core ones first, else in the order of the constructs. Every word must occur, in either language. */
export function searchBank(bank: Bank, wanted: BankSearch): readonly FoundItem[] {
  const words = folded(wanted.q).split(/\s+/).filter(Boolean);
  const names = new Map(
    bank.constructs.map((construct) => [construct.id, `${construct.name.en} ${construct.name.fr}`]),
  );
  const fits = bank.items.filter((item) => {
    if (wanted.construct !== undefined && item.construct !== wanted.construct) return false;
    if (wanted.channel !== undefined && !item.channels.includes(wanted.channel)) return false;
    if (wanted.core !== undefined && item.core !== wanted.core) return false;
    const text = folded(textOf(item, names.get(item.construct) ?? ''));
    return words.every((word) => text.includes(word));
  });
  const order = new Map(bank.constructs.map((construct, index) => [construct.id, index]));
  const sorted = fits.toSorted((a, b) => (order.get(a.construct) ?? 0) - (order.get(b.construct) ?? 0));
  return [...sorted.filter((item) => item.core), ...sorted.filter((item) => !item.core)].map((item) =>
    foundItem(bank, item),
  );
}

/** Small letters without accents; œ and æ as two letters; every apostrophe and dash as a space. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function textOf(item: BankItem, construct: string): string {
  const answers = item.options.flatMap((option) => [option.label.en, option.label.fr]);
  return [item.code, item.wording.en, item.wording.fr, construct, ...answers].join(' ');
}

function foundItem(bank: Bank, item: BankItem): FoundItem {
  const { code, version, construct, element, core, benchmarkable, channels } = item;
  return { code, version, construct, element, core, benchmarkable, channels, question: questionFromItem(bank, item) };
}
