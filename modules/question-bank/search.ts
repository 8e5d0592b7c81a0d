import { type BankItem, questionFromItem } from '@common-measure/instrument';
import type { z } from 'zod';
import type { BankSearch, bankSearchPageSchema, FoundItem, SearchPage } from './contract.ts';
import type { EffectiveBank } from './effective-bank.ts';
import { hitsIn, lookUp } from './search-index.ts';

/** The items that fit, the nearest first; among equals core items first, then in the order of the constructs. */
export function searchBank(present: EffectiveBank, wanted: BankSearch): readonly FoundItem[] {
  return fitting(present, wanted).map((item) => foundItem(present, item));
}

/** One page of the same, with the places of the words that were looked for. */
export function searchPage(present: EffectiveBank, wanted: z.output<typeof bankSearchPageSchema>): SearchPage {
  const fits = fitting(present, wanted);
  const items = fits.slice(wanted.from, wanted.from + wanted.most).map((item) => ({
    ...foundItem(present, item),
    hits: { en: hitsIn(item.wording.en, wanted.q), fr: hitsIn(item.wording.fr, wanted.q) },
  }));
  return { total: fits.length, items };
}

function fitting({ bank, index, retired }: EffectiveBank, wanted: BankSearch): readonly BankItem[] {
  const scores = lookUp(index, wanted.q);
  const pack = wanted.pack === undefined ? null : bank.packs.find((one) => one.id === wanted.pack);
  const ofPack = pack && new Set(pack.sections.flatMap((section) => section.items.map((entry) => entry.code)));
  const order = new Map(bank.constructs.map((construct, at) => [construct.id, at]));
  const fits: { item: BankItem; score: number }[] = [];
  const places = scores === null ? bank.items.keys() : scores.keys();
  for (const place of places) {
    const item = bank.items[place];
    if (item === undefined) continue;
    if (wanted.construct !== undefined && item.construct !== wanted.construct) continue;
    if (wanted.channel !== undefined && !item.channels.includes(wanted.channel)) continue;
    if (wanted.clientType !== undefined && !item.clientTypes.includes(wanted.clientType)) continue;
    if (wanted.element !== undefined && item.element !== wanted.element) continue;
    if (wanted.core !== undefined && item.core !== wanted.core) continue;
    if (ofPack === undefined || (ofPack !== null && !ofPack.has(item.code))) continue;
    if (retired.has(item.code) && wanted.retired !== true) continue;
    if (
      wanted.language !== undefined &&
      wanted.q !== '' &&
      hitsIn(item.wording[wanted.language], wanted.q).length === 0
    )
      continue;
    fits.push({ item, score: (scores?.get(place) ?? 0) + (item.core ? 0.5 : 0) });
  }
  const rank = (item: BankItem) => order.get(item.construct) ?? order.size;
  fits.sort((a, b) => b.score - a.score || rank(a.item) - rank(b.item));
  return fits.map(({ item }) => item);
}

export function foundItem({ bank, retired }: EffectiveBank, item: BankItem): FoundItem {
  const { code, version, construct, element, core, benchmarkable, channels, clientTypes } = item;
  return {
    code,
    version,
    construct,
    element,
    core,
    benchmarkable,
    channels,
    clientTypes,
    question: questionFromItem(bank, item),
    retired: retired.has(code),
  };
}
