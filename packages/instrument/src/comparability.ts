import type { LocalizedText } from '@common-measure/kernel';
import type { Pack } from './bank.ts';
import { type BankChange, type BankOriginal, changesOf } from './bank-original.ts';
import { questionsOf } from './edit-instrument.ts';
import type { CollectionMode, Instrument, ItemRef, Question } from './instrument.ts';

/**
 * Whether the results of a question can stand beside those of others. `comparable`: asked as in the bank. `limited`: the question is
 * the same, but its hint or its place among the core items is another. `not-comparable`: other words, scale or answers.
 */
export type ComparabilityState = 'comparable' | 'limited' | 'not-comparable';

export interface QuestionComparability {
  /** Code of the question in the instrument. */
  readonly question: string;
  readonly item: ItemRef;
  readonly state: ComparabilityState;
  /** `unknown`: the bank at hand does not hold this version of the item, so that nothing can be said for it. */
  readonly changes: readonly (BankChange | 'order' | 'unknown')[];
}

/** What decides whether results of an instrument can be compared, recorded with each published version. */
export interface Comparability {
  /** Every question that is, or was once, one of the bank; own questions are not in it. */
  readonly questions: readonly QuestionComparability[];
  /** Codes of the core items as they are asked, and in the order that others ask them. */
  readonly coreOrder: { readonly asked: readonly string[]; readonly canonical: readonly string[] };
  /** The time that answers are about; null where none is said. */
  readonly referencePeriod: LocalizedText | null;
  readonly modes: readonly CollectionMode[];
}

/** What a bank says of order: a pack asks its items in one. */
export type OrderOfPack = Pick<Pack, 'rank'> & {
  readonly sections: readonly { readonly items: readonly { readonly code: string }[] }[];
};

/**
 * What can be compared of an instrument, and what limits it. `originals` are the versions of the items that the instrument may refer
 * to; the canonical order is that of the pack that holds most of its core items (the first in rank among equals), and of the bank
 * for the rest. The questions out of that order are the fewest that would have to move to restore it.
 */
export function comparabilityOf(
  bank: { readonly originals: readonly BankOriginal[]; readonly packs: readonly OrderOfPack[] },
  instrument: Instrument,
): Comparability {
  const known = new Map(bank.originals.map((one) => [`${one.code}@${one.version}`, one]));
  const linked = questionsOf(instrument).flatMap((question) => {
    const item = question.item ?? question.changedFrom;
    return item ? [{ question, item, original: known.get(`${item.code}@${item.version}`) }] : [];
  });
  const asked = linked.filter(({ original }) => original?.core).map(({ item }) => item.code);
  const canonical = canonicalOrder([...new Set(asked)], bank);
  const inOrder = longestInOrder(asked.map((code) => canonical.indexOf(code)));
  let place = 0;
  const questions = linked.map(({ question, item, original }): QuestionComparability => {
    const isMoved = original?.core === true && !inOrder.has(place++);
    return judged(question, item, original, isMoved);
  });
  return {
    questions,
    coreOrder: { asked, canonical },
    referencePeriod: instrument.referencePeriod ?? null,
    modes: instrument.modes ?? ['web'],
  };
}

function judged(
  question: Question,
  item: ItemRef,
  original: BankOriginal | undefined,
  isMoved: boolean,
): QuestionComparability {
  if (original === undefined) return { question: question.code, item, state: 'not-comparable', changes: ['unknown'] };
  const changes = [...changesOf(original.question, question), ...(isMoved ? (['order'] as const) : [])];
  const isOther = changes.some((change) => change !== 'hint' && change !== 'order');
  const state = isOther ? 'not-comparable' : changes.length > 0 ? 'limited' : 'comparable';
  return { question: question.code, item, state, changes };
}

function canonicalOrder(
  codes: readonly string[],
  { originals, packs }: { readonly originals: readonly BankOriginal[]; readonly packs: readonly OrderOfPack[] },
): readonly string[] {
  const orders = packs
    .toSorted((a, b) => a.rank - b.rank)
    .map((pack) => pack.sections.flatMap((section) => section.items.map((item) => item.code)));
  const held = (order: readonly string[]): number => codes.filter((code) => order.includes(code)).length;
  const best = orders.reduce<readonly string[]>((most, order) => (held(order) > held(most) ? order : most), []);
  const ofBank = originals.map((original) => original.code);
  return [...new Set([...best, ...ofBank])].filter((code) => codes.includes(code));
}

/** The places of a longest run of rising numbers, equal ones among them: all others stand out of order. */
function longestInOrder(ranks: readonly number[]): ReadonlySet<number> {
  const lengths: number[] = [];
  const before: number[] = [];
  for (const [at, rank] of ranks.entries()) {
    lengths[at] = 1;
    before[at] = -1;
    for (let earlier = 0; earlier < at; earlier += 1)
      if ((ranks[earlier] ?? 0) <= rank && (lengths[earlier] ?? 0) + 1 > (lengths[at] ?? 0)) {
        lengths[at] = (lengths[earlier] ?? 0) + 1;
        before[at] = earlier;
      }
  }
  const places = new Set<number>();
  for (let at = lengths.indexOf(Math.max(...lengths, 0)); at >= 0; at = before[at] ?? -1) places.add(at);
  return places;
}
