import { toFloat64 } from '../columns.ts';
import { checkColumn } from '../estimand-columns.ts';
import type { ColumnRefusal } from '../estimate.ts';
import type { NamedColumn } from '../estimate-means.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { SurveyDesign } from '../sampling-design.ts';
import { CompensatedColumns } from '../sums/compensated-columns.ts';
import { type Moments, pairIndex } from './moments.ts';

/**
 * Sums of products of several variables by sampling unit: what a covariance matrix and its bootstrap need. Each unit holds
 * `stride` numbers, y the value minus its origin:
 * `listwise`, over the rows complete in all variables: n, sum w, sum w y_i for each i, sum w y_i y_j for each pair i <= j;
 * `pairwise`, for each pair i <= j over the rows with both: n, sum w, sum w y_i, sum w y_j, sum w y_i y_j.
 * Pairs run row by row of the upper triangle, the diagonal included (`pairIndex`). One GROUP BY stratum, psu computes them.
 */
export interface MomentSums {
  readonly missing: 'listwise' | 'pairwise';
  readonly labels: readonly string[];
  readonly origins: Float64Array;
  readonly stride: number;
  /** Stratum code of each unit. */
  readonly unitStratum: Int32Array;
  /** units x stride. */
  readonly values: Float64Array;
}

/** Numbers per unit for `size` variables. */
export function momentStride(missing: 'listwise' | 'pairwise', size: number): number {
  const pairs = (size * (size + 1)) / 2;
  return missing === 'listwise' ? 2 + size + pairs : 5 * pairs;
}

/**
 * The sums of products by PSU of a design, from columns; origins are taken near the means. Rows outside the design's
 * domain are left out, their PSUs stay (with zeros), so that a bootstrap resamples the whole design. Refuses columns of
 * another length than the design, and infinite values.
 */
export function sumMoments(
  design: SurveyDesign,
  variables: readonly NamedColumn[],
  missing: 'listwise' | 'pairwise',
): Result<MomentSums, ColumnRefusal> {
  const reasons = checkVariables(design.rows, variables);
  return reasons.length > 0 ? refused(...reasons) : accepted(momentsByPsu(design, variables, missing));
}

export function checkVariables(rows: number, variables: readonly NamedColumn[]): readonly ColumnRefusal[] {
  return variables.flatMap(({ label, values }) => checkColumn(values, label, rows));
}

/** The same of columns that are known to fit the design. */
export function momentsByPsu(
  design: SurveyDesign,
  variables: readonly NamedColumn[],
  missing: 'listwise' | 'pairwise',
): MomentSums {
  return sumMomentsByUnit(
    { ...design, unit: design.psu, unitStratum: design.stages[0].unitStratum },
    variables,
    missing,
  );
}

/** Cases with their weights and the unit that each is added to. */
interface CasesByUnit {
  readonly rows: number;
  readonly weights: Float64Array;
  readonly inside: Uint8Array | null;
  readonly unit: Int32Array;
  readonly unitStratum: Int32Array;
}

/** The same for any grouping of the cases into units. */
export function sumMomentsByUnit(
  design: CasesByUnit,
  variables: readonly NamedColumn[],
  missing: 'listwise' | 'pairwise',
): MomentSums {
  const size = variables.length;
  const columns = variables.map(({ values }) => toFloat64(values));
  const origins = Float64Array.from(columns, (column) => centreOf(column));
  const stride = momentStride(missing, size);
  const { unitStratum } = design;
  const values = new Float64Array(unitStratum.length * stride);
  const y = new Float64Array(size);
  for (let row = 0; row < design.rows; row += 1) {
    const w = design.weights[row]!;
    if (!(w > 0) || (design.inside !== null && design.inside[row] !== 1)) continue;
    let complete = true;
    for (let i = 0; i < size; i += 1) {
      y[i] = columns[i]![row]! - origins[i]!;
      if (Number.isNaN(y[i])) complete = false;
    }
    const at = design.unit[row]! * stride;
    if (missing === 'listwise') {
      if (complete) addComplete(values, at, y, w);
    } else addPairs(values, at, y, w);
  }
  return { missing, labels: variables.map(({ label }) => label), origins, stride, unitStratum, values };
}

function centreOf(column: Float64Array): number {
  let sum = 0;
  let n = 0;
  for (const value of column) {
    if (Number.isNaN(value)) continue;
    sum += value;
    n += 1;
  }
  return n === 0 ? 0 : sum / n;
}

function addComplete(values: Float64Array, at: number, y: Float64Array, w: number): void {
  const size = y.length;
  values[at]! += 1;
  values[at + 1]! += w;
  let pair = at + 2 + size;
  for (let i = 0; i < size; i += 1) {
    const wy = w * y[i]!;
    values[at + 2 + i]! += wy;
    for (let j = i; j < size; j += 1) {
      values[pair]! += wy * y[j]!;
      pair += 1;
    }
  }
}

function addPairs(values: Float64Array, at: number, y: Float64Array, w: number): void {
  const size = y.length;
  let pair = at;
  for (let i = 0; i < size; i += 1)
    for (let j = i; j < size; j += 1) {
      if (!Number.isNaN(y[i]) && !Number.isNaN(y[j])) {
        values[pair]! += 1;
        values[pair + 1]! += w;
        values[pair + 2]! += w * y[i]!;
        values[pair + 3]! += w * y[j]!;
        values[pair + 4]! += w * y[i]! * y[j]!;
      }
      pair += 5;
    }
}

/** Adds up the units, each times its multiplier (1 where left out, and then compensated). */
export function addMoments(sums: MomentSums, multipliers?: Float64Array): Float64Array {
  const { stride, values, unitStratum } = sums;
  if (multipliers === undefined) {
    const all = new CompensatedColumns(1, stride);
    for (let unit = 0; unit < unitStratum.length; unit += 1)
      all.addAll(0, values.subarray(unit * stride, (unit + 1) * stride), 1);
    return all.totals();
  }
  const total = new Float64Array(stride);
  for (let unit = 0; unit < unitStratum.length; unit += 1) {
    const factor = multipliers[unit]!;
    if (factor === 0) continue;
    const at = unit * stride;
    for (let k = 0; k < stride; k += 1) total[k]! += factor * values[at + k]!;
  }
  return total;
}

/** Means and covariances from added sums. */
export function momentsOf(sums: MomentSums, total: Float64Array = addMoments(sums)): Moments {
  const { labels, origins, missing } = sums;
  const size = labels.length;
  const means = new Float64Array(size);
  const covariance = new Float64Array(size * size);
  const pairN = new Float64Array(size * size);
  let n = 0;
  for (let i = 0; i < size; i += 1)
    for (let j = i; j < size; j += 1) {
      const pair = pairIndex(i, j, size);
      const listwise = missing === 'listwise';
      const at = pair * 5;
      const count = listwise ? total[0]! : total[at]!;
      const w = listwise ? total[1]! : total[at + 1]!;
      const meanI = (listwise ? total[2 + i]! : total[at + 2]!) / w;
      const meanJ = (listwise ? total[2 + j]! : total[at + 3]!) / w;
      const product = (listwise ? total[2 + size + pair]! : total[at + 4]!) / w;
      if (i === j) means[i] = origins[i]! + meanI;
      covariance[i * size + j] = product - meanI * meanJ;
      covariance[j * size + i] = covariance[i * size + j]!;
      pairN[i * size + j] = count;
      pairN[j * size + i] = count;
      n = Math.max(n, count);
    }
  return { labels, means, covariance, pairN, n, missing };
}
