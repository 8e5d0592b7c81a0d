import { type NumberColumn, toFloat64 } from '../columns.ts';
import { normalQuantile } from '../distributions/normal.ts';
import { studentTProbability } from '../distributions/student-t.ts';

/** A correlation of an unweighted simple random sample with the classical test and Fisher's interval. */
export interface SampleCorrelation {
  readonly value: number;
  readonly n: number;
  readonly t: number;
  readonly df: number;
  readonly p: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Pearson correlation of an unweighted simple random sample over the rows with both values, with t test and Fisher's interval.
 * For any other sample take `estimateCorrelations`. Null with fewer than four rows or where a column does not vary.
 * R: `cor.test`. Oracle: fixtures/r/reference, case cor.unweighted.
 */
export function pearsonCorrelation(x: NumberColumn, y: NumberColumn, level: number): SampleCorrelation | null {
  const [a, b] = complete(x, y);
  const n = a.length;
  const value = productMoment(a, b);
  if (n < 4 || Number.isNaN(value)) return null;
  const df = n - 2;
  const t = value * Math.sqrt(df / (1 - value ** 2));
  const half = normalQuantile((1 - level) / 2, 'upper') / Math.sqrt(n - 3);
  const centre = Math.atanh(value);
  const p = 2 * studentTProbability(Math.abs(t), df, 'upper');
  return { value, n, t, df, p, low: Math.tanh(centre - half), high: Math.tanh(centre + half) };
}

/**
 * Spearman's rank correlation of an unweighted sample: Pearson's of the ranks, ties sharing their average; NaN where a column
 * does not vary. R: `cor(method = "spearman")`. Oracle: fixtures/r/reference, case cor.unweighted.
 */
export function spearmanCorrelation(x: NumberColumn, y: NumberColumn): number {
  const [a, b] = complete(x, y);
  return productMoment(averageRanks(a), averageRanks(b));
}

/**
 * Kendall's tau-b of an unweighted sample: pairs in the same order minus pairs in the other order, over the root of the pairs not
 * tied in x times those not tied in y; NaN where a column does not vary. By merge sort, n log n (Knight 1966).
 * R: `cor(method = "kendall")`. Oracle: fixtures/r/reference, case cor.unweighted.
 */
export function kendallCorrelation(x: NumberColumn, y: NumberColumn): number {
  const [a, b] = complete(x, y);
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
  return (all - inX - inY + inBoth - 2 * swaps) / Math.sqrt((all - inX) * (all - inY));
}

function complete(x: NumberColumn, y: NumberColumn): readonly [Float64Array, Float64Array] {
  if (x.length !== y.length) throw new Error(`the columns have ${x.length} and ${y.length} entries`);
  const both = (_: number, row: number) => !Number.isNaN(x[row]!) && !Number.isNaN(y[row]!);
  return [toFloat64(x).filter(both), toFloat64(y).filter(both)];
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
  return product / Math.sqrt(squareA * squareB);
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
