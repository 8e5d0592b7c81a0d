import { toFloat64 } from '../columns.ts';
import type { Estimand } from '../estimand.ts';
import type { Linearized } from '../linearize.ts';
import { sumWeighted } from '../weighted-sums.ts';
import { type ReplicateDesign, replicateCount } from './replicate-design.ts';
import { type ReplicateVariance, replicateVariance } from './replicate-variance.ts';

/** A statistic as a function of weighted sums of columns, both over the rows that take part. */
interface SumStatistic {
  readonly rows: Int32Array;
  /** One entry per listed row; null stands for 1 in each. */
  readonly terms: readonly (Float64Array | null)[];
  readonly value: (sums: Float64Array) => number;
}

/**
 * Covariance of means, totals, ratios and covariances over the replicates. The statistics are functions of sums, centred at
 * the full-sample value; with factors by PSU the rows are added up once and the replicates cost one pass over the PSUs each.
 * `separate` leaves the covariances out (NaN) and judges the replicates without a value for each statistic by itself.
 */
export function replicatedCovariance(
  design: ReplicateDesign,
  known: readonly { readonly linearized: Linearized; readonly estimand: Estimand }[],
  between: 'joint' | 'separate',
): ReplicateVariance {
  const statistics = known.map(({ linearized, estimand }) => sumStatistic(design, linearized, estimand));
  const full = known.map(({ linearized }) => linearized.value);
  const thetas = thetasOf(design, statistics);
  return between === 'joint' ? replicateVariance(design, thetas, full) : eachByItself(design, thetas, full);
}

function eachByItself(
  design: ReplicateDesign,
  thetas: readonly Float64Array[],
  full: readonly number[],
): ReplicateVariance {
  const size = full.length;
  const covariance = new Float64Array(size * size).fill(Number.NaN);
  let most = 0;
  full.forEach((value, index) => {
    const own = thetas.map((theta) => theta.subarray(index, index + 1));
    const { covariance: variance, discarded } = replicateVariance(design, own, [value]);
    covariance[index * size + index] = variance[0]!;
    most = Math.max(most, discarded);
  });
  return { covariance, discarded: most };
}

function sumStatistic(design: ReplicateDesign, linearized: Linearized, estimand: Estimand): SumStatistic {
  const { rows, residual, value, sumOfWeights, n } = linearized;
  switch (estimand.statistic) {
    case 'total':
      return { rows, terms: [residual], value: ([total]) => total! };
    case 'mean':
      return {
        rows,
        terms: [residual, null],
        value: ([error, weights]) => value + (error! * sumOfWeights) / positive(weights!),
      };
    case 'ratio': {
      const x = toFloat64(estimand.denominator);
      const whole = sumWeighted(design.weights, rows, x).total;
      const shares = Float64Array.from(rows, (row) => x[row]! / whole);
      return { rows, terms: [residual, shares], value: ([error, share]) => value + error! / positive(share!) };
    }
    case 'covariance': {
      const y = deviationsOf(design, rows, toFloat64(estimand.variable), sumOfWeights);
      const x = deviationsOf(design, rows, toFloat64(estimand.other), sumOfWeights);
      const products = y.map((deviation, index) => deviation * x[index]!);
      return {
        rows,
        terms: [null, y, x, products],
        value: ([w, wy, wx, wyx]) => ((wyx! - (wy! * wx!) / w!) / positive(w!)) * (n / (n - 1)),
      };
    }
  }
}

/** A sum of weights; NaN where a replicate has none, so that its statistic has no value. */
function positive(sum: number): number {
  return sum === 0 ? Number.NaN : sum;
}

function deviationsOf(
  { weights }: ReplicateDesign,
  rows: Int32Array,
  y: Float64Array,
  sumOfWeights: number,
): Float64Array {
  const mean = sumWeighted(weights, rows, y).total / sumOfWeights;
  return Float64Array.from(rows, (row) => y[row]! - mean);
}

/** The value of each statistic under each replicate. */
function thetasOf(design: ReplicateDesign, statistics: readonly SumStatistic[]): readonly Float64Array[] {
  const { replicates } = design;
  if (replicates.form === 'columns')
    return replicates.columns.map((weights) =>
      Float64Array.from(statistics, ({ rows, terms, value }) => value(rowSums(weights, rows, terms))),
    );
  const byUnit = statistics.map(({ rows, terms }) =>
    terms.map((term) => unitSums(design.weights, replicates.unit, replicates.factors[0]!.length, rows, term)),
  );
  return Array.from({ length: replicateCount(design) }, (_, replicate) => {
    const factors = replicates.factors[replicate]!;
    return Float64Array.from(statistics, ({ value }, index) =>
      value(Float64Array.from(byUnit[index]!, (sums) => dot(factors, sums))),
    );
  });
}

function rowSums(weights: Float64Array, rows: Int32Array, terms: SumStatistic['terms']): Float64Array {
  const sums = new Float64Array(terms.length);
  for (let k = 0; k < terms.length; k += 1) {
    const term = terms[k] ?? null;
    let sum = 0;
    if (term === null) for (let index = 0; index < rows.length; index += 1) sum += weights[rows[index]!]!;
    else for (let index = 0; index < rows.length; index += 1) sum += weights[rows[index]!]! * term[index]!;
    sums[k] = sum;
  }
  return sums;
}

function unitSums(
  weights: Float64Array,
  unit: Int32Array,
  units: number,
  rows: Int32Array,
  term: Float64Array | null,
): Float64Array {
  const sums = new Float64Array(units);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    sums[unit[row]!]! += term === null ? weights[row]! : weights[row]! * term[index]!;
  }
  return sums;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += a[index]! * b[index]!;
  return sum;
}
