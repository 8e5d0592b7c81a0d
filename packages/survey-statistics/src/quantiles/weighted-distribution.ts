import { rankOrder } from './rank-order.ts';

/** The weighted distribution function of a column over some rows, rows of weight zero left out. */
export interface WeightedDistribution {
  /** Values in rising order. */
  readonly values: Float64Array;
  readonly weights: Float64Array;
  /** Running sums of the weights. */
  readonly cumulative: Float64Array;
  readonly total: number;
  /** Rows of positive weight. */
  readonly n: number;
}

/**
 * Null where no row has a positive weight. The running sums are compensated (Neumaier), so that equal shares compare as equal.
 * `apart`: one entry for each row; `merged`: one for each value where these are whole numbers of a small range, which takes no
 * sorting.
 */
export function weightedDistribution(
  column: Float64Array,
  weights: Float64Array,
  rows: Int32Array,
  ties: 'apart' | 'merged',
): WeightedDistribution | null {
  const merged = ties === 'merged' ? distributionOfWholeNumbers(column, weights, rows) : null;
  if (merged !== null) return merged.n === 0 ? null : merged;
  const order = rankOrder(column, withWeight(weights, rows));
  const size = order.length;
  if (size === 0) return null;
  const distribution = { values: new Float64Array(size), weights: new Float64Array(size) };
  for (let at = 0; at < size; at += 1) {
    distribution.values[at] = column[order[at]!]!;
    distribution.weights[at] = weights[order[at]!]!;
  }
  const cumulative = runningSums(distribution.weights);
  return { ...distribution, cumulative, total: cumulative.at(-1)!, n: size };
}

/** Half of the whole numbers that are counted in a table: -2048 to 2047. */
const reach = 2048;

/** Weights added up by value, compensated; null where a value is not a whole number of the table. */
function distributionOfWholeNumbers(
  column: Float64Array,
  weights: Float64Array,
  rows: Int32Array,
): WeightedDistribution | null {
  const sums = new Float64Array(2 * reach);
  const lost = new Float64Array(2 * reach);
  const counts = new Int32Array(2 * reach);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!;
    const weight = weights[row]!;
    const value = column[row]!;
    const entry = (value + reach) | 0;
    if (entry < 0 || entry >= 2 * reach || entry - reach !== value) return null;
    if (!(weight > 0)) continue;
    const sum = sums[entry]!;
    const next = sum + weight;
    lost[entry]! += sum >= weight ? sum - next + weight : weight - next + sum;
    sums[entry] = next;
    counts[entry]! += 1;
  }
  let n = 0;
  let distinct = 0;
  for (const count of counts) {
    n += count;
    if (count > 0) distinct += 1;
  }
  const values = new Float64Array(distinct);
  const totals = new Float64Array(distinct);
  let place = 0;
  for (let entry = 0; entry < counts.length; entry += 1) {
    if (counts[entry] === 0) continue;
    values[place] = entry - reach;
    totals[place] = sums[entry]! + lost[entry]!;
    place += 1;
  }
  const cumulative = runningSums(totals);
  return { values, weights: totals, cumulative, total: cumulative.at(-1) ?? 0, n };
}

/** The same with one entry per distinct value. */
export function mergeTies(distribution: WeightedDistribution): WeightedDistribution {
  const { values, cumulative, total, n } = distribution;
  const last: number[] = [];
  for (let index = 0; index < values.length; index += 1) if (values[index] !== values[index + 1]) last.push(index);
  const sums = Float64Array.from(last, (index) => cumulative[index]!);
  return {
    values: Float64Array.from(last, (index) => values[index]!),
    weights: sums.map((sum, index) => (index === 0 ? sum : sum - sums[index - 1]!)),
    cumulative: sums,
    total,
    n,
  };
}

function runningSums(weights: Float64Array): Float64Array {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  let lost = 0;
  for (let index = 0; index < weights.length; index += 1) {
    const weight = weights[index]!;
    const next = sum + weight;
    lost += sum >= weight ? sum - next + weight : weight - next + sum;
    sum = next;
    sums[index] = sum + lost;
  }
  return sums;
}

function withWeight(weights: Float64Array, rows: Int32Array): Int32Array {
  const kept = new Int32Array(rows.length);
  let size = 0;
  for (let at = 0; at < rows.length; at += 1) {
    if (!(weights[rows[at]!]! > 0)) continue;
    kept[size] = rows[at]!;
    size += 1;
  }
  return kept.subarray(0, size);
}
