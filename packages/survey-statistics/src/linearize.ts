import { toFloat64 } from './columns.ts';
import type { Estimand } from './estimand.ts';
import { influenceTotals } from './influence-totals.ts';
import type { SurveyDesign } from './sampling-design.ts';
import { sumWeighted, sumWeights, sumWeightsAndValues } from './weighted-sums.ts';

/** A statistic with its linearised values: residuals e such that the statistic's error is that of the total of w e. */
export interface Linearized {
  readonly value: number;
  /** Rows that take part, in rising order, those with weight zero included. */
  readonly rows: Int32Array;
  /** e of each of those rows. */
  readonly residual: Float64Array;
  /** Weighted mean of e. */
  readonly centre: number;
  /** Size of the largest term of a residual: what is smaller by 14 digits is rounding, not variation. */
  readonly scale: number;
  readonly n: number;
  readonly sumOfWeights: number;
  readonly sumOfSquaredWeights: number;
}

/** What linearised values need of a design: they are the same for each kind of variance. */
export type WeightedRows = Pick<SurveyDesign, 'rows' | 'weights' | 'inside'>;

/** Null where no row of positive weight has a valid value, or a denominator adds up to zero. */
export function linearize(design: WeightedRows, estimand: Estimand): Linearized | null {
  const { weights } = design;
  const y = toFloat64(estimand.statistic === 'ratio' ? estimand.numerator : estimand.variable);
  const x = secondColumn(estimand);
  const rows = validRows(design, estimand.rows, y, x);
  if (estimand.statistic === 'mean') return linearizeMean(weights, rows, y);
  const facts = { rows, ...sumWeights(weights, rows) };
  const { n, sumOfWeights } = facts;
  if (n === 0) return null;
  switch (estimand.statistic) {
    case 'total': {
      const { total, largest } = sumWeighted(weights, rows, y);
      const residual = new Float64Array(rows.length);
      for (let index = 0; index < rows.length; index += 1) residual[index] = y[rows[index]!]!;
      return { ...facts, value: total, residual, centre: total / sumOfWeights, scale: largest };
    }
    case 'ratio': {
      const { total, largest } = sumWeighted(weights, rows, y);
      const denominator = sumWeighted(weights, rows, x!).total;
      if (denominator === 0) return null;
      const value = total / denominator;
      const residual = new Float64Array(rows.length);
      for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index]!;
        residual[index] = (y[row]! - value * x![row]!) / denominator;
      }
      return { ...facts, value, residual, centre: 0, scale: largest / Math.abs(denominator) };
    }
    case 'covariance': {
      const products = centredProducts(weights, rows, y, x!, sumOfWeights, n);
      const { total, largest } = sumWeighted(weights, rows, products);
      const value = total / sumOfWeights;
      return {
        ...facts,
        value,
        residual: deviations(rows, products, value, sumOfWeights),
        centre: 0,
        scale: largest / sumOfWeights,
      };
    }
  }
}

function linearizeMean(weights: Float64Array, rows: Int32Array, y: Float64Array): Linearized | null {
  const { n, sumOfWeights, sumOfSquaredWeights, total, largest, varies } = sumWeightsAndValues(weights, rows, y);
  if (n === 0) return null;
  const facts = { rows, n, sumOfWeights, sumOfSquaredWeights, centre: 0 };
  if (!varies) return { ...facts, value: y[rows[0]!]!, residual: new Float64Array(rows.length), scale: 0 };
  const value = total / sumOfWeights;
  return { ...facts, value, residual: deviations(rows, y, value, sumOfWeights), scale: largest / sumOfWeights };
}

function secondColumn(estimand: Estimand): Float64Array | null {
  if (estimand.statistic === 'ratio') return toFloat64(estimand.denominator);
  return estimand.statistic === 'covariance' ? toFloat64(estimand.other) : null;
}

function deviations(rows: Int32Array, y: Float64Array, mean: number, divisor: number): Float64Array {
  const residual = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) residual[index] = (y[rows[index]!]! - mean) / divisor;
  return residual;
}

function validRows(
  design: WeightedRows,
  domain: Int32Array | null,
  y: Float64Array,
  x: Float64Array | null,
): Int32Array {
  const { inside } = design;
  const candidates = domain === null ? design.rows : domain.length;
  const kept = new Int32Array(candidates);
  let count = 0;
  if (domain === null && inside === null && x === null) {
    for (let row = 0; row < candidates; row += 1) {
      kept[count] = row;
      if (!Number.isNaN(y[row]!)) count += 1;
    }
    return kept.subarray(0, count);
  }
  for (let index = 0; index < candidates; index += 1) {
    const row = domain === null ? index : domain[index]!;
    if (inside !== null && inside[row] !== 1) continue;
    if (Number.isNaN(y[row]!) || (x !== null && Number.isNaN(x[row]!))) continue;
    kept[count] = row;
    count += 1;
  }
  return kept.subarray(0, count);
}

/** (y - mean of y)(x - mean of x) n / (n - 1), whose weighted mean is the covariance; by row of the design. */
function centredProducts(
  weights: Float64Array,
  rows: Int32Array,
  y: Float64Array,
  x: Float64Array,
  sumOfWeights: number,
  n: number,
): Float64Array {
  const first = centred(weights, rows, y, sumOfWeights);
  const second = x === y ? first : centred(weights, rows, x, sumOfWeights);
  const products = second;
  for (const row of rows) products[row] = (first[row]! * second[row]! * n) / (n - 1);
  return products;
}

/** y less its mean, then less what rounding left of the mean: of values near 1e8 a double holds eight digits after the point. */
function centred(weights: Float64Array, rows: Int32Array, y: Float64Array, sumOfWeights: number): Float64Array {
  const mean = sumWeighted(weights, rows, y).total / sumOfWeights;
  const around = new Float64Array(y.length);
  let rest = 0;
  for (const row of rows) {
    around[row] = y[row]! - mean;
    rest += weights[row]! * around[row]!;
  }
  rest /= sumOfWeights;
  if (rest !== 0) for (const row of rows) around[row]! -= rest;
  return around;
}

/** The totals of w e by the design's last-stage units, after what the calibrations take out. */
export function unitTotals(design: SurveyDesign, linearized: Linearized): Float64Array {
  const { calibrations, unit, weights } = design;
  const [first, ...others] = calibrations;
  if (others.length > 0 || (first !== undefined && first.subtractExplained === undefined))
    return influenceTotals(design, influenceColumn(design, linearized));
  const totals = new Float64Array(design.stages.at(-1)!.unitStratum.length);
  const { rows, residual } = linearized;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    totals[unit[row]!]! += weights[row]! * residual[index]!;
  }
  if (first?.subtractExplained === undefined) return totals;
  const influence = residual.map((value, index) => weights[rows[index]!]! * value);
  first.subtractExplained(rows, influence, unit, totals);
  return totals;
}

function influenceColumn({ rows, weights }: SurveyDesign, linearized: Linearized): Float64Array {
  const influence = new Float64Array(rows);
  linearized.rows.forEach((row, index) => {
    influence[row] = weights[row]! * linearized.residual[index]!;
  });
  return influence;
}

/**
 * Variance of the total of w e if the n rows were a simple random sample with replacement: S2 (sum w)^2 / n.
 * NaN for fewer than two rows, or where e does not vary.
 */
export function simpleRandomVariance(design: WeightedRows, linearized: Linearized): number {
  const { rows, residual, centre, n, sumOfWeights, scale } = linearized;
  const { weights } = design;
  let squares = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const deviation = residual[index]! - centre;
    squares += weights[rows[index]!]! * deviation * deviation;
  }
  if (n < 2 || squares / sumOfWeights <= (1e-14 * scale) ** 2) return Number.NaN;
  return (squares * sumOfWeights) / (n - 1);
}
