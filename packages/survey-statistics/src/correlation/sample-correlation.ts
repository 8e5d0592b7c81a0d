import { type NumberColumn, toFloat64 } from '../columns.ts';
import { normalQuantile } from '../distributions/normal.ts';
import { studentTProbability } from '../distributions/student-t.ts';
import { checkColumn } from '../estimand-columns.ts';
import type { ColumnRefusal } from '../estimate.ts';
import { checkLevel, type LevelRefusal } from '../level-check.ts';
import { accepted, type Result, refused } from '../result.ts';

/** Why an unweighted sample has no correlation. */
export type SampleCorrelationRefusal =
  | ColumnRefusal
  | LevelRefusal
  | { readonly code: 'too-few-cases'; readonly n: number; readonly message: string }
  | { readonly code: 'no-variance'; readonly argument: 'x' | 'y'; readonly message: string };

/** A correlation of an unweighted simple random sample with the classical test and Fisher's interval. */
export interface SampleCorrelation {
  readonly value: number;
  readonly n: number;
  /** Null where the correlation is 1 or -1. */
  readonly t: number | null;
  readonly df: number;
  readonly p: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Pearson correlation of an unweighted simple random sample over the rows with both values, with t test and Fisher's interval.
 * For any other sample take `estimateCorrelations`; from sums `estimateCorrelationsFromSums`, whose value is this one where the
 * weights are 1 (its standard error is that of the design). R: `cor.test`. Oracle: fixtures/r/reference, case cor.unweighted.
 * Refuses columns of two lengths, infinite values, fewer than four rows with both, a column that does not vary there, and a level
 * outside of (0, 1).
 */
export function pearsonCorrelation(
  x: NumberColumn,
  y: NumberColumn,
  level: number,
): Result<SampleCorrelation, SampleCorrelationRefusal> {
  const unusable = checkLevel(level);
  const made = complete(x, y, 4);
  if (unusable.length > 0) return refused(...unusable);
  if (!made.ok) return made;
  const [a, b] = made.value;
  const n = a.length;
  const value = productMoment(a, b);
  const df = n - 2;
  if (Math.abs(value) === 1) return accepted({ value, n, t: null, df, p: 0, low: value, high: value });
  const t = value * Math.sqrt(df / (1 - value ** 2));
  const half = normalQuantile((1 - level) / 2, 'upper') / Math.sqrt(n - 3);
  const centre = Math.atanh(value);
  const p = 2 * studentTProbability(Math.abs(t), df, 'upper');
  return accepted({ value, n, t, df, p, low: Math.tanh(centre - half), high: Math.tanh(centre + half) });
}

/**
 * Spearman's rank correlation of an unweighted sample: Pearson's of the ranks, ties sharing their average. R: `cor(method =
 * "spearman")`. Oracle: fixtures/r/reference, case cor.unweighted. Refuses what `pearsonCorrelation` does, but takes two rows.
 */
export function spearmanCorrelation(
  x: NumberColumn,
  y: NumberColumn,
): Result<number, Exclude<SampleCorrelationRefusal, LevelRefusal>> {
  const made = complete(x, y, 2);
  return made.ok ? accepted(productMoment(averageRanks(made.value[0]), averageRanks(made.value[1]))) : made;
}

/**
 * Kendall's tau-b of an unweighted sample: pairs in the same order minus pairs in the other order, over the root of the pairs not
 * tied in x times those not tied in y. By merge sort, n log n (Knight 1966). R: `cor(method = "kendall")`. Oracle:
 * fixtures/r/reference, case cor.unweighted. Refuses what `spearmanCorrelation` does.
 */
export function kendallCorrelation(
  x: NumberColumn,
  y: NumberColumn,
): Result<number, Exclude<SampleCorrelationRefusal, LevelRefusal>> {
  const made = complete(x, y, 2);
  if (!made.ok) return made;
  const [a, b] = made.value;
  const order = Array.from(a, (_, index) => index).sort((i, j) => a[i]! - a[j]! || b[i]! - b[j]!);
  const pairs = (count: number) => (count * (count - 1)) / 2;
  const tied = (same: (i: number, j: number) => boolean) => {
    let sum = 0;
    for (let from = 0, to = 0; from < order.length; from = to) {
      while (to < order.length && same(order[from]!, order[to]!)) to += 1;
      sum += pairs(to - from);
    }
    return sum;
  };
  const all = pairs(order.length);
  const inX = tied((i, j) => a[i] === a[j]);
  const inBoth = tied((i, j) => a[i] === a[j] && b[i] === b[j]);
  const column = Float64Array.from(order, (index) => b[index]!);
  const swaps = countInversions(column);
  order.sort((i, j) => b[i]! - b[j]!);
  const inY = tied((i, j) => b[i] === b[j]);
  return accepted((all - inX - inY + inBoth - 2 * swaps) / Math.sqrt((all - inX) * (all - inY)));
}

/** The rows with both values: at least `fewest`, and both columns vary. */
function complete(
  x: NumberColumn,
  y: NumberColumn,
  fewest: number,
): Result<readonly [Float64Array, Float64Array], Exclude<SampleCorrelationRefusal, LevelRefusal>> {
  const [first, second] = [toFloat64(x), toFloat64(y)];
  const unusable = [...checkColumn(first, 'x', first.length), ...checkColumn(second, 'y', first.length)];
  if (unusable.length > 0) return refused(...unusable);
  const both = (_: number, row: number) => !Number.isNaN(first[row]!) && !Number.isNaN(second[row]!);
  const [a, b] = [first.filter(both), second.filter(both)];
  const n = a.length;
  if (n < fewest)
    return refused({ code: 'too-few-cases', n, message: `${n} rows have both values; ${fewest} are needed.` });
  for (const [argument, column] of [
    ['x', a],
    ['y', b],
  ] as const)
    if (column.every((value) => value === column[0]))
      return refused({
        code: 'no-variance',
        argument,
        message: `"${argument}" is ${column[0]} in every row with both.`,
      });
  return accepted([a, b]);
}

function productMoment(a: Float64Array, b: Float64Array): number {
  const mean = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0) / column.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [product, squareA, squareB] = [0, 0, 0];
  a.forEach((value, index) => {
    const other = b[index]! - meanB;
    product += (value - meanA) * other;
    squareA += (value - meanA) ** 2;
    squareB += other ** 2;
  });
  return Math.max(-1, Math.min(1, product / Math.sqrt(squareA * squareB)));
}

function averageRanks(column: Float64Array): Float64Array {
  const order = Array.from(column, (_, index) => index).sort((i, j) => column[i]! - column[j]!);
  const ranks = new Float64Array(column.length);
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && column[order[to]!] === column[order[from]!]) to += 1;
    for (let index = from; index < to; index += 1) ranks[order[index]!] = (from + to + 1) / 2;
  }
  return ranks;
}

/** Pairs that stand in falling order; sorts the column by merging. */
function countInversions(column: Float64Array): number {
  if (column.length < 2) return 0;
  const middle = column.length >> 1;
  const [left, right] = [column.slice(0, middle), column.slice(middle)];
  let count = countInversions(left) + countInversions(right);
  for (let at = 0, l = 0, r = 0; at < column.length; at += 1)
    if (r >= right.length || (l < left.length && left[l]! <= right[r]!)) column[at] = left[l++]!;
    else {
      column[at] = right[r++]!;
      count += left.length - l;
    }
  return count;
}
