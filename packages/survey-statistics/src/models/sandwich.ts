import { covarianceOfInfluence } from '../influence-totals.ts';
import { countUnitsPresent, covarianceOfTotals } from '../linearized-variance.ts';
import type { SurveyDesign } from '../sampling-design.ts';
import type { FittedCoefficients } from './iterate-model.ts';
import { type AliasedFactor, blockRows, eachBlock, type StandardColumns, solveProducts } from './normal-equations.ts';

/**
 * Covariance of the coefficients by the design: A^-1 V A^-1 with A = X'WX and V the design's covariance of the total of
 * w x (y - mu). Binder (1983), On the variances of asymptotically normal estimators. R: `svy.varcoef`.
 */
export function sandwichCovariance(
  design: SurveyDesign,
  standard: StandardColumns,
  fitted: FittedCoefficients,
): Float64Array {
  const { frame, size } = standard;
  const { rows } = frame;
  const byRow = design.calibrations.length > 0;
  const cells = byRow ? design.rows : design.stages.at(-1)!.unitStratum.length;
  const scores = frame.columns.map(() => new Float64Array(cells));
  const place = new Int32Array(blockRows);
  const { scores: score } = fitted.closing;
  eachBlock(standard, (block, from, length) => {
    for (let r = 0; r < length; r += 1) place[r] = byRow ? rows[from + r]! : design.unit[rows[from + r]!]!;
    for (let j = 0; j < size; j += 1) {
      const column = scores[j]!;
      const offset = j * blockRows;
      for (let r = 0; r < length; r += 1) column[place[r]!]! += score[from + r]! * block[offset + r]!;
    }
  });
  const takingPart = () => {
    const marked = new Uint8Array(design.rows);
    for (const row of rows) marked[row] = 1;
    return marked;
  };
  const isTransformed = isIllConditioned(fitted.information);
  if (isTransformed) solveEach(fitted.information, scores, cells);
  const middle = byRow
    ? covarianceOfInfluence(design, scores, takingPart())
    : covarianceOfTotals(
        design,
        scores,
        countUnitsPresent(design, () => {
          const marked = takingPart();
          return (row) => marked[row] === 1;
        }),
      );
  if (isTransformed) return middle;
  const inverse = inverseInformation(fitted, size);
  return multiply(multiply(inverse, middle, size), inverse, size);
}

/** Whether a column has so small a part of its own that A^-1 V A^-1 would lose half of its digits. */
function isIllConditioned({ factor, aliased }: AliasedFactor): boolean {
  const size = aliased.length;
  return aliased.some((flag, j) => {
    if (flag === 1) return false;
    let whole = 0;
    for (let k = 0; k <= j; k += 1) whole += factor[j * size + k]! ** 2;
    return factor[j * size + j]! ** 2 < 1e-3 * whole;
  });
}

/** A^-1 on the scores of each cell, in place: what cancels does so before it is squared. */
function solveEach(information: AliasedFactor, scores: readonly Float64Array[], cells: number): void {
  const score = new Float64Array(scores.length);
  for (let cell = 0; cell < cells; cell += 1) {
    for (let j = 0; j < scores.length; j += 1) score[j] = scores[j]![cell]!;
    const solved = solveProducts(information, score);
    for (let j = 0; j < scores.length; j += 1) scores[j]![cell] = solved[j]!;
  }
}

/** Inverse of X'WX (R: `naive.cov`). */
export function inverseInformation({ information }: FittedCoefficients, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    const solved = solveProducts(information, unit);
    for (let row = 0; row < size; row += 1) inverse[row * size + column] = solved[row]!;
  }
  return inverse;
}

export function multiply(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1)
    for (let k = 0; k < size; k += 1) {
      const factor = a[row * size + k]!;
      if (factor === 0) continue;
      for (let column = 0; column < size; column += 1) product[row * size + column]! += factor * b[k * size + column]!;
    }
  return product;
}
