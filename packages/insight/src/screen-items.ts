import { analyzeDrivers, type Moments } from '@common-measure/survey-statistics';
import type { LeftOutReason } from './driver-table.ts';

/** An item that takes no part, and why. */
export interface ScreenedOut {
  readonly label: string;
  readonly reason: LeftOutReason;
  readonly of: string | null;
}

export interface ScreenedItems {
  readonly kept: readonly string[];
  readonly leftOut: readonly ScreenedOut[];
  /** True where the correlations that remain cannot be those of any data. */
  readonly contradictory: boolean;
}

/** Below so many answers together with the outcome an item's correlations are noise. */
export const fewestAnswers = 50;

/** Below so many people who answered both of two items their correlation is noise. */
const fewestOfPair = 30;

/**
 * Finds the items that cannot take part: too few answers (alone or together with another item), no variance, copies of another item (the later one goes) or of the
 * outcome, and combinations of the others. Each is named with its reason; none is dropped silently. Variable 0 of the moments
 * is the outcome; `momentsOf` gives them for the outcome and the named items.
 */
export function screenItems(
  outcome: string,
  items: readonly string[],
  momentsOf: (labels: readonly string[]) => Moments,
): ScreenedItems {
  const all = momentsOf(items);
  const leftOut: ScreenedOut[] = [];
  let kept = items.filter((label, i) => {
    const answered = all.pairN[i + 1] ?? 0;
    if (answered >= fewestAnswers) return true;
    leftOut.push({ label, reason: 'too-few-answers', of: null });
    return false;
  });
  for (let rare = rarestPair(items, kept, all); rare !== null; rare = rarestPair(items, kept, all)) {
    const label = rare;
    leftOut.push({ label, reason: 'too-few-answers', of: null });
    kept = kept.filter((one) => one !== label);
  }
  while (kept.length > 0) {
    const analysis = analyzeDrivers(momentsOf(kept), 0);
    if (analysis.ok) return { kept, leftOut, contradictory: false };
    const out = new Map<string, ScreenedOut>();
    for (const reason of analysis.reasons) {
      if (reason.code === 'no-variance' && reason.label !== outcome)
        out.set(reason.label, { label: reason.label, reason: 'no-variance', of: null });
      if (reason.code === 'copies') {
        const [first, second] = inOrder(reason.labels, [outcome, ...kept]);
        if (!out.has(first)) out.set(second, { label: second, reason: 'copy', of: first });
      }
      if (reason.code === 'collinear') out.set(reason.label, { label: reason.label, reason: 'combination', of: null });
    }
    if (out.size === 0) return { kept, leftOut, contradictory: true };
    leftOut.push(...out.values());
    kept = kept.filter((label) => !out.has(label));
  }
  return { kept, leftOut, contradictory: false };
}

/** Of the pair of items that the fewest people answered both, if too few did, the one with fewer answers. */
function rarestPair(items: readonly string[], kept: readonly string[], { pairN }: Moments): string | null {
  const size = items.length + 1;
  const places = kept.map((label) => items.indexOf(label) + 1);
  let rarest: string | null = null;
  let fewest = fewestOfPair;
  for (const a of places) {
    for (const b of places) {
      const both = pairN[a * size + b] ?? 0;
      if (a >= b || both >= fewest) continue;
      fewest = both;
      rarest = items[((pairN[a] ?? 0) < (pairN[b] ?? 0) ? a : b) - 1] ?? null;
    }
  }
  return rarest;
}

function inOrder(pair: readonly [string, string], order: readonly string[]): readonly [string, string] {
  return order.indexOf(pair[0]) <= order.indexOf(pair[1]) ? pair : [pair[1], pair[0]];
}
