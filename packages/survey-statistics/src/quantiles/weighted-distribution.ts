import { rankOrder } from './rank-order.ts';

/** The weighted distribution function of a column over some rows, rows of weight zero left out. */
export interface WeightedDistribution {
  /** Values in rising order, ties kept apart. */
  readonly values: Float64Array;
  readonly weights: Float64Array;
  /** Running sums of the weights. */
  readonly cumulative: Float64Array;
  readonly total: number;
}

/** Null where no row has a positive weight. The running sums are compensated (Neumaier), so that equal shares compare as equal. */
export function weightedDistribution(
  column: Float64Array,
  weights: Float64Array,
  rows: Int32Array,
): WeightedDistribution | null {
  const order = rankOrder(column, withWeight(weights, rows));
  const size = order.length;
  if (size === 0) return null;
  const distribution = { values: new Float64Array(size), weights: new Float64Array(size) };
  for (let at = 0; at < size; at += 1) {
    distribution.values[at] = column[order[at]!]!;
    distribution.weights[at] = weights[order[at]!]!;
  }
  const cumulative = runningSums(distribution.weights);
  return { ...distribution, cumulative, total: cumulative.at(-1)! };
}

/** The same with one entry per distinct value. */
export function mergeTies(distribution: WeightedDistribution): WeightedDistribution {
  const { values, cumulative, total } = distribution;
  const last: number[] = [];
  for (let index = 0; index < values.length; index += 1) if (values[index] !== values[index + 1]) last.push(index);
  const sums = Float64Array.from(last, (index) => cumulative[index]!);
  return {
    values: Float64Array.from(last, (index) => values[index]!),
    weights: sums.map((sum, index) => (index === 0 ? sum : sum - sums[index - 1]!)),
    cumulative: sums,
    total,
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
