import { toFloat64 } from '../columns.ts';
import type { Estimand } from '../estimand.ts';
import type { Linearized } from '../linearize.ts';
import { sumWeighted } from '../weighted-sums.ts';
import { type ReplicateDesign, replicateCount } from './replicate-design.ts';
import { type ReplicateVariance, replicateVariance } from './replicate-variance.ts';

/** A statistic as a function of weighted sums of columns, both over the rows that take part. */
interface SumStatistic {
  readonly rows: Int32Array;
  /** One entry per listed row. */
  readonly terms: readonly Float64Array[];
  readonly value: (sums: Float64Array) => number;
}

/**
 * Covariance of means, totals, ratios and covariances over the replicates. The statistics are functions of sums, centred at
 * the full-sample value; with factors by PSU the rows are added up once and the replicates cost one pass over the PSUs each.
 */
export function replicatedCovariance(
  design: ReplicateDesign,
  known: readonly { readonly linearized: Linearized; readonly estimand: Estimand }[],
): ReplicateVariance {
  const statistics = known.map(({ linearized, estimand }) => sumStatistic(design, linearized, estimand));
  const full = known.map(({ linearized }) => linearized.value);
  return replicateVariance(design, thetasOf(design, statistics), full);
}

function sumStatistic(design: ReplicateDesign, linearized: Linearized, estimand: Estimand): SumStatistic {
  const { rows, residual, value, sumOfWeights, n } = linearized;
  switch (estimand.statistic) {
    case 'total':
      return { rows, terms: [residual], value: ([total]) => total! };
    case 'mean': {
      const ones = new Float64Array(rows.length).fill(1 / sumOfWeights);
      return { rows, terms: [residual, ones], value: ([error, share]) => value + error! / positive(share!) };
    }
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
      const ones = new Float64Array(rows.length).fill(1);
      return {
        rows,
        terms: [ones, y, x, products],
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

function rowSums(weights: Float64Array, rows: Int32Array, terms: readonly Float64Array[]): Float64Array {
  const sums = new Float64Array(terms.length);
  for (let k = 0; k < terms.length; k += 1) {
    const term = terms[k]!;
    let sum = 0;
    for (let index = 0; index < rows.length; index += 1) sum += weights[rows[index]!]! * term[index]!;
    sums[k] = sum;
  }
  return sums;
}

function unitSums(
  weights: Float64Array,
  unit: Int32Array,
  units: number,
  rows: Int32Array,
  term: Float64Array,
): Float64Array {
  const sums = new Float64Array(units);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    sums[unit[row]!]! += weights[row]! * term[index]!;
  }
  return sums;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += a[index]! * b[index]!;
  return sum;
}
