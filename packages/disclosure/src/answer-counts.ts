import type { AnswerCounts, Tally } from '@common-measure/estimate';
import type { DisclosurePolicy } from './policy.ts';

/**
 * The counts of those who answered and those who did not, as they may be shown. A kind of missing answer that fewer people
 * than the threshold share is null, together with as many others, smallest first, as are needed for the hidden ones to reach
 * the threshold: the total of missing answers (n minus valid) would otherwise give it away. Where all missing answers together
 * are fewer, every kind is null, those of nobody too.
 */
export function shownCounts(tally: Tally, kinds: readonly string[], policy: DisclosurePolicy): AnswerCounts {
  const counts = kinds.map((kind) => ({ kind, count: countOf(tally, kind) }));
  const hidden = hiddenKinds(counts, policy.threshold);
  return {
    variable: tally.variable,
    domain: tally.domain,
    n: tally.n,
    valid: tally.valid,
    missing: Object.fromEntries(counts.map(({ kind, count }) => [kind, hidden.has(kind) ? null : count])),
  };
}

/** Counts of a group that is withheld. */
export function hiddenCounts(tally: Tally, kinds: readonly string[]): AnswerCounts {
  return {
    variable: tally.variable,
    domain: tally.domain,
    n: null,
    valid: null,
    missing: Object.fromEntries(kinds.map((kind) => [kind, null])),
  };
}

interface KindCount {
  readonly kind: string;
  readonly count: number;
}

function hiddenKinds(counts: readonly KindCount[], threshold: number): ReadonlySet<string> {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const small = counts.filter(({ count }) => count > 0 && count < threshold);
  if (small.length === 0) return new Set();
  if (total < threshold) return new Set(counts.map(({ kind }) => kind));
  const hidden = new Set(small.map(({ kind }) => kind));
  let sum = small.reduce((so, { count }) => so + count, 0);
  const larger = counts.filter(({ count }) => count >= threshold).sort((a, b) => a.count - b.count);
  for (const { kind, count } of larger) {
    if (sum >= threshold && hidden.size > 1) break;
    hidden.add(kind);
    sum += count;
  }
  return hidden;
}

function countOf(tally: Tally, kind: string): number {
  return Object.entries(tally.missing).find(([name]) => name === kind)?.[1] ?? 0;
}
