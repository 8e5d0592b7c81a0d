import type { LeftOutReason } from './driver-table.ts';
import { completeRows, type DriverColumns, pairMoments } from './weighted-moments.ts';

/** An item that takes no part, and why. Columns count from 1; 0 is the outcome. */
export interface LeftOutColumn {
  readonly column: number;
  readonly reason: LeftOutReason;
  readonly of: number | null;
  readonly n: number;
}

export interface ScreenedItems {
  /** Columns that stay, rising. */
  readonly kept: readonly number[];
  readonly leftOut: readonly LeftOutColumn[];
}

/** Below so many answers together with the outcome an item's correlations are noise. */
export const fewestAnswers = 50;
/** Two items whose correlation comes closer to 1 than this repeat each other. */
const sameItem = 1e-9;

/**
 * Finds the items that cannot take part: too few answers, no variance, a copy of an earlier item (or of the outcome), or, with
 * all others, a combination of the items before it. Each is named with its reason; none is dropped silently.
 */
export function screenItems(columns: DriverColumns, weights: Float64Array): ScreenedItems {
  const { size, covariance, n } = pairMoments(columns, weights, 'pairwise');
  const at = (a: number, b: number) => covariance[a * size + b] ?? Number.NaN;
  const kept: number[] = [];
  const leftOut: LeftOutColumn[] = [];
  for (let column = 1; column < size; column += 1) {
    const answers = n[column] ?? 0;
    if (answers < fewestAnswers) {
      leftOut.push({ column, reason: 'too-few-answers', of: null, n: answers });
      continue;
    }
    if (!(at(column, column) > 1e-12)) {
      leftOut.push({ column, reason: 'no-variance', of: null, n: answers });
      continue;
    }
    const copied = [0, ...kept].find((other) => isCopy(columns, other, column));
    if (copied !== undefined) leftOut.push({ column, reason: 'copy', of: copied, n: answers });
    else kept.push(column);
  }
  return { kept, leftOut };
}

/** Whether the values of one column are a straight-line function of the other's wherever both are known. */
function isCopy(columns: DriverColumns, a: number, b: number): boolean {
  const pair = [columns[a], columns[b]].filter((column) => column !== undefined);
  const both = completeRows(pair);
  const { covariance } = pairMoments(pair, Float64Array.from(both), 'listwise');
  const [vaa = 0, vab = 0, , vbb = 0] = covariance;
  return vaa > 0 && vbb > 0 && 1 - (vab * vab) / (vaa * vbb) < sameItem;
}
