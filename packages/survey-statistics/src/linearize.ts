import { toFloat64 } from './columns.ts';
import { CompensatedSum } from './compensated-sum.ts';
import type { Estimand } from './estimand.ts';
import type { SurveyDesign } from './sampling-design.ts';

/** A statistic with its linearised values: residuals e such that the statistic's error is that of the total of w e. */
export interface Linearized {
  readonly value: number;
  /** Rows that take part, in rising order, those with weight zero included. */
  readonly rows: Int32Array;
  /** e of each of those rows. */
  readonly residual: Float64Array;
  /** Size of the largest term of a residual: what is smaller by 14 digits is rounding, not variation. */
  readonly scale: number;
  readonly n: number;
  readonly sumOfWeights: number;
  readonly sumOfSquaredWeights: number;
}

/** Null where no row of positive weight has a valid value, or a denominator adds up to zero. */
export function linearize(design: SurveyDesign, estimand: Estimand): Linearized | null {
  const y = toFloat64(estimand.statistic === 'ratio' ? estimand.numerator : estimand.variable);
  const x =
    estimand.statistic === 'ratio'
      ? toFloat64(estimand.denominator)
      : estimand.statistic === 'covariance'
        ? toFloat64(estimand.other)
        : null;
  const rows = validRows(design, estimand.rows, y, x);
  const { weights } = design;
  const sumW = new CompensatedSum();
  let sumW2 = 0;
  let n = 0;
  for (const row of rows) {
    const w = weights[row]!;
    if (w > 0) n += 1;
    sumW.add(w);
    sumW2 += w * w;
  }
  if (n === 0) return null;
  const facts = { rows, n, sumOfWeights: sumW.total, sumOfSquaredWeights: sumW2 };
  if (estimand.statistic === 'covariance') {
    const product = centredProducts(weights, rows, y, x!, sumW.total, n);
    const value = weightedSum(weights, rows, (index) => product[index]!) / sumW.total;
    const residual = product.map((z) => (z - value) / sumW.total);
    return { ...facts, value, residual, scale: largest(product, null) / sumW.total };
  }
  const total = weightedSum(weights, rows, (_, row) => y[row]!);
  if (estimand.statistic === 'total')
    return { ...facts, value: total, residual: Float64Array.from(rows, (row) => y[row]!), scale: largest(y, rows) };
  const denominator = x === null ? sumW.total : weightedSum(weights, rows, (_, row) => x[row]!);
  if (denominator === 0) return null;
  if (x === null && rows.every((row) => y[row] === y[rows[0]!]))
    return { ...facts, value: y[rows[0]!]!, residual: new Float64Array(rows.length), scale: 0 };
  const value = total / denominator;
  const residual = Float64Array.from(rows, (row) => (y[row]! - value * (x === null ? 1 : x[row]!)) / denominator);
  return { ...facts, value, residual, scale: largest(y, rows) / Math.abs(denominator) };
}

function largest(column: Float64Array, rows: Int32Array | null): number {
  let most = 0;
  const size = rows === null ? column.length : rows.length;
  for (let index = 0; index < size; index += 1) {
    const value = Math.abs(column[rows === null ? index : rows[index]!]!);
    if (value > most) most = value;
  }
  return most;
}

function validRows(
  design: SurveyDesign,
  domain: Int32Array | null,
  y: Float64Array,
  x: Float64Array | null,
): Int32Array {
  const { inside } = design;
  const candidates = domain === null ? design.rows : domain.length;
  const kept = new Int32Array(candidates);
  let count = 0;
  for (let index = 0; index < candidates; index += 1) {
    const row = domain === null ? index : domain[index]!;
    if (inside !== null && inside[row] !== 1) continue;
    if (Number.isNaN(y[row]) || (x !== null && Number.isNaN(x[row]))) continue;
    kept[count] = row;
    count += 1;
  }
  return kept.subarray(0, count);
}

function weightedSum(weights: Float64Array, rows: Int32Array, valueAt: (index: number, row: number) => number): number {
  const sum = new CompensatedSum();
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    sum.add(weights[row]! * valueAt(index, row));
  }
  return sum.total;
}

/** (y - mean of y)(x - mean of x) n / (n - 1), whose weighted mean is the covariance. */
function centredProducts(
  weights: Float64Array,
  rows: Int32Array,
  y: Float64Array,
  x: Float64Array,
  sumOfWeights: number,
  n: number,
): Float64Array {
  const meanY = weightedSum(weights, rows, (_, row) => y[row]!) / sumOfWeights;
  const meanX = weightedSum(weights, rows, (_, row) => x[row]!) / sumOfWeights;
  return Float64Array.from(rows, (row) => ((y[row]! - meanY) * (x[row]! - meanX) * n) / (n - 1));
}

/** The totals of w e by the design's last-stage units. */
export function unitTotals(design: SurveyDesign, linearized: Linearized): Float64Array {
  const totals = new Float64Array(design.stages.at(-1)!.unitStratum.length);
  const { rows, residual } = linearized;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    totals[design.unit[row]!]! += design.weights[row]! * residual[index]!;
  }
  return totals;
}

/**
 * Variance of the total of w e if the n rows were a simple random sample with replacement: S2 (sum w)^2 / n.
 * NaN for fewer than two rows, or where e does not vary.
 */
export function simpleRandomVariance(design: SurveyDesign, linearized: Linearized): number {
  const { rows, residual, n, sumOfWeights, scale } = linearized;
  const { weights } = design;
  const mean = weightedSum(weights, rows, (index) => residual[index]!) / sumOfWeights;
  const squares = weightedSum(weights, rows, (index) => (residual[index]! - mean) ** 2);
  if (n < 2 || squares / sumOfWeights <= (1e-14 * scale) ** 2) return Number.NaN;
  return (squares * sumOfWeights) / (n - 1);
}
