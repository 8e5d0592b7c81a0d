import { fProbability } from '../distributions/beta.ts';
import { chiSquareProbability } from '../distributions/gamma.ts';
import { choleskyFactor, solvePositiveDefinite, symmetricEigen } from '../linear-algebra.ts';
import { accepted, type Result, refused } from '../result.ts';
import { chiSquareSumProbability } from './chi-square-sum.ts';
import type { ContingencyTable } from './contingency-table.ts';
import type { TestRefusal } from './test-refusal.ts';

/**
 * `F`: second-order Rao-Scott (Thomas and Rao), the usual choice. `Chisq`: first-order, mean of the design effects; the
 * value is the uncorrected X2, the p value is corrected. `Wald`, `adjWald`: Koch, Freeman and Freeman's test of the
 * deviations of counts, without and with the correction for few sampling units. `lincom`: the exact distribution of the
 * weighted sum of chi-squares; `saddlepoint`: its saddlepoint approximation. Names are R's.
 */
export type AssociationStatistic = 'F' | 'Chisq' | 'Wald' | 'adjWald' | 'lincom' | 'saddlepoint';

export interface AssociationTest {
  readonly statistic: AssociationStatistic;
  /** F for `F`, `Wald` and `adjWald`; X2 for the others. */
  readonly value: number;
  /** Degrees of freedom of the numerator (not whole for `F`), or of chi-square; null for `lincom` and `saddlepoint`. */
  readonly df: number | null;
  /** Degrees of freedom of the denominator; null where there is none. */
  readonly denominatorDf: number | null;
  /** Null where no degrees of freedom of the denominator are left. */
  readonly p: number | null;
  /** Pearson's X2 of the weighted table scaled to the number of rows of the design, uncorrected. */
  readonly pearson: number;
  /** Generalised design effects: eigenvalues of the design covariance against that of a simple random sample; none for Wald. */
  readonly designEffects: readonly number[];
  readonly table: ContingencyTable;
}

/** What a test needs of its source: a table, counts, and the covariance of combinations of the cells. */
export interface AssociationSource {
  readonly table: ContingencyTable;
  /** Rows of the design, those without an answer included. */
  readonly rows: number;
  /** Sampling units minus strata, over the rows of the design, weight zero included. */
  readonly df: number;
  /** Whether the denominator of F is known to the distribution of the sum (Taylor designs; not replicates). */
  readonly hasDenominator: boolean;
  /**
   * Covariance (k x k) of k combinations of the cell shares (`shares`: the scores are per share) or of the cell totals;
   * `scores[cell * k + j]` is the weight of a cell in combination j.
   */
  readonly covarianceOf: (scores: Float64Array, k: number, of: 'shares' | 'totals') => Float64Array;
}

export function associationStatistic(
  source: AssociationSource,
  statistic: AssociationStatistic,
): Result<AssociationTest, TestRefusal> {
  const pearson = pearsonStatistic(source);
  return statistic === 'Wald' || statistic === 'adjWald'
    ? waldStatistic(source, statistic, pearson)
    : raoScottStatistic(source, statistic, pearson);
}

function pearsonStatistic({ table, rows }: AssociationSource): number {
  const { shares, rowShares, columnShares, width } = sharesOf(table);
  let sum = 0;
  shares.forEach((share, cell) => {
    const expected = rowShares[Math.floor(cell / width)]! * columnShares[cell % width]!;
    sum += (share - expected) ** 2 / expected;
  });
  return rows * sum;
}

function sharesOf({ counts, rows, columns, sumOfWeights }: ContingencyTable) {
  const width = columns.length;
  const shares = counts.map((count) => count / sumOfWeights);
  const rowShares = new Float64Array(rows.length);
  const columnShares = new Float64Array(width);
  shares.forEach((share, cell) => {
    rowShares[Math.floor(cell / width)]! += share;
    columnShares[cell % width]! += share;
  });
  return { shares, rowShares, columnShares, width };
}

function raoScottStatistic(
  source: AssociationSource,
  statistic: 'F' | 'Chisq' | 'lincom' | 'saddlepoint',
  pearson: number,
): Result<AssociationTest, TestRefusal> {
  const { table, rows, df: units } = source;
  const { shares, width } = sharesOf(table);
  const height = table.rows.length;
  const k = (height - 1) * (width - 1);
  const scores = new Float64Array(shares.length * k);
  const simple = new Float64Array(k * k);
  shares.forEach((share, cell) => {
    if (share === 0) return;
    const contrast = interactionContrasts(Math.floor(cell / width), cell % width, height, width);
    for (let a = 0; a < k; a += 1) {
      scores[cell * k + a] = contrast[a]! / share;
      for (let b = 0; b < k; b += 1) simple[a * k + b]! += (contrast[a]! * contrast[b]!) / share / rows;
    }
  });
  const designEffects = generalisedDesignEffects(simple, source.covarianceOf(scores, k, 'shares'), k);
  if (designEffects === null) return singular();
  const trace = designEffects.reduce((sum, value) => sum + value, 0);
  const squares = designEffects.reduce((sum, value) => sum + value * value, 0);
  const d0 = (trace * trace) / squares;
  const common = { statistic, pearson, designEffects, table };
  const hasUnits = units > 0;
  if (statistic === 'F') {
    const value = pearson / trace;
    const p = hasUnits ? fProbability(value, d0, d0 * units, 'upper') : null;
    return accepted({ ...common, value, df: d0, denominatorDf: d0 * units, p });
  }
  if (statistic === 'Chisq') {
    const p = chiSquareProbability(pearson / (trace / k), k, 'upper');
    return accepted({ ...common, value: pearson, df: k, denominatorDf: null, p });
  }
  const denominator = source.hasDenominator ? d0 * units : Number.POSITIVE_INFINITY;
  const method = statistic === 'lincom' ? 'integration' : 'saddlepoint';
  const p = hasUnits ? chiSquareSumProbability(pearson, designEffects, denominator, method) : null;
  return accepted({ ...common, value: pearson, df: null, denominatorDf: null, p });
}

/** The double-centred indicator of a cell, at the interactions of rows and columns other than the first. */
function interactionContrasts(row: number, column: number, height: number, width: number): Float64Array {
  const contrasts = new Float64Array((height - 1) * (width - 1));
  for (let i = 1; i < height; i += 1)
    for (let j = 1; j < width; j += 1)
      contrasts[(i - 1) * (width - 1) + j - 1] =
        ((i === row ? 1 : 0) - 1 / height) * ((j === column ? 1 : 0) - 1 / width);
  return contrasts;
}

/** Eigenvalues of simple^-1 actual; null where `simple` is singular. */
export function generalisedDesignEffects(
  simple: Float64Array,
  actual: Float64Array,
  k: number,
): readonly number[] | null {
  const factor = choleskyFactor(simple, k);
  if (factor === null) return null;
  const half = actual.slice();
  for (let column = 0; column < k; column += 1) forwardSolve(factor, half, k, column, k);
  const turned = half.map((_, index) => half[(index % k) * k + Math.floor(index / k)]!);
  for (let column = 0; column < k; column += 1) forwardSolve(factor, turned, k, column, k);
  return Array.from(symmetricEigen(turned, k).values);
}

function forwardSolve(factor: Float64Array, matrix: Float64Array, size: number, column: number, stride: number): void {
  for (let row = 0; row < size; row += 1) {
    let sum = matrix[row * stride + column]!;
    for (let j = 0; j < row; j += 1) sum -= factor[row * size + j]! * matrix[j * stride + column]!;
    matrix[row * stride + column] = sum / factor[row * size + row]!;
  }
}

function waldStatistic(
  source: AssociationSource,
  statistic: 'Wald' | 'adjWald',
  pearson: number,
): Result<AssociationTest, TestRefusal> {
  const { table, df: units } = source;
  const { counts, sumOfWeights: total } = table;
  const { rowShares, columnShares, width } = sharesOf(table);
  const height = table.rows.length;
  const k = (height - 1) * (width - 1);
  const deviation = new Float64Array(k);
  const scores = new Float64Array(counts.length * k);
  for (let i = 1; i < height; i += 1)
    for (let j = 1; j < width; j += 1) {
      const index = (i - 1) * (width - 1) + j - 1;
      deviation[index] = counts[i * width + j]! - rowShares[i]! * columnShares[j]! * total;
      for (let cell = 0; cell < counts.length; cell += 1) {
        const inRow = Math.floor(cell / width) === i ? 1 : 0;
        const inColumn = cell % width === j ? 1 : 0;
        scores[cell * k + index] =
          inRow * inColumn - columnShares[j]! * inRow - rowShares[i]! * inColumn + rowShares[i]! * columnShares[j]!;
      }
    }
  const solved = solvePositiveDefinite(source.covarianceOf(scores, k, 'totals'), deviation);
  if (solved === null) return singular();
  const wald = deviation.reduce((sum, value, index) => sum + value * solved[index]!, 0);
  const denominatorDf = statistic === 'Wald' ? units : units - k + 1;
  const value = statistic === 'Wald' ? wald / k : (wald * denominatorDf) / (k * units);
  const p = denominatorDf > 0 ? fProbability(value, k, denominatorDf, 'upper') : null;
  return accepted({ statistic, value, df: k, denominatorDf, p, pearson, designEffects: [], table });
}

function singular(): Result<never, TestRefusal> {
  const message =
    'The covariance of the cells is singular: too many cells are empty, or there are too few sampling units.';
  return refused({ code: 'singular', message });
}
