import type { InfluenceAdjustment } from '../influence-adjustment.ts';
import { choleskyFactor, solveCholesky } from '../linear-algebra.ts';
import type { AuxiliaryMatrix } from './auxiliary.ts';
import { addRow, columnTotals, crossProducts, linearPredictor, toColumns, toUnknowns } from './normal-equations.ts';
import { remainder, subtractTotals } from './remainder.ts';

/**
 * What a calibration explains of the influence values x = w e: the weighted regression of e on the auxiliaries, with the
 * weights d before. Residual x - g d (z'b), b = (sum of d z z' / v)^-1 times the sum of z x / (g v), g the ratio of weights and v
 * the variance function. Fitted twice, so that what the auxiliaries explain in full is zero to the last digits.
 * `before` are the weights d / v, 0 for rows that take no part.
 * Särndal, Swensson and Wretman (1992), 6.6. R: `svyrecvar`, class "greg_calibration".
 */
export function regressionResiduals(
  matrix: AuxiliaryMatrix,
  weights: Float64Array,
  ratios: Float64Array,
  variance: Float64Array | null,
): { readonly adjustment: InfluenceAdjustment; readonly before: Float64Array } {
  const scaled = weights.map((weight, row) =>
    ratios[row] === 0 ? 0 : weight / (variance === null ? 1 : variance[row]!),
  );
  let equations: { readonly products: Float64Array; readonly factor: Float64Array } | null = null;
  /** Coefficients by column from the sums of z x / (g v); solved a second time for what rounding left over. */
  const coefficientsOf = (right: Float64Array): Float64Array => {
    equations ??= equationsOf(matrix, scaled);
    const { products, factor } = equations;
    const size = matrix.unknowns;
    const first = solveCholesky(factor, right);
    const left = right.map((value, i) => {
      let sum = value;
      for (let j = 0; j < size; j += 1) sum -= products[i * size + j]! * first[j]!;
      return sum;
    });
    const more = solveCholesky(factor, left);
    return toColumns(
      matrix,
      first.map((value, i) => value + more[i]!),
    );
  };
  const divisor = (row: number) => ratios[row]! * (variance === null ? 1 : variance[row]!);
  const adjustment: InfluenceAdjustment = {
    adjust: (influence) => {
      const divided = new Float64Array(influence.length);
      for (let row = 0; row < divided.length; row += 1)
        if (scaled[row] !== 0) divided[row] = influence[row]! / divisor(row);
      const coefficients = coefficientsOf(toUnknowns(matrix, columnTotals(matrix, divided)));
      const residual = influence.slice();
      for (let row = 0; row < residual.length; row += 1)
        if (scaled[row] !== 0)
          residual[row] = remainder(
            residual[row]!,
            ratios[row]! * weights[row]! * linearPredictor(matrix, row, coefficients),
          );
      return residual;
    },
    subtractExplained: (rows, influence, unit, totals) => {
      const sums = new Float64Array(matrix.columns.length);
      for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index]!;
        if (scaled[row] !== 0) addRow(matrix, row, influence[index]! / divisor(row), sums);
      }
      const coefficients = coefficientsOf(toUnknowns(matrix, sums));
      const explained = new Float64Array(totals.length);
      for (let row = 0; row < weights.length; row += 1)
        if (scaled[row] !== 0)
          explained[unit[row]!]! += ratios[row]! * weights[row]! * linearPredictor(matrix, row, coefficients);
      subtractTotals(totals, explained);
    },
  };
  return { adjustment, before: scaled };
}

function equationsOf(matrix: AuxiliaryMatrix, weights: Float64Array) {
  const products = crossProducts(matrix, weights);
  const factor = choleskyFactor(products, matrix.unknowns);
  if (factor === null) throw new Error('the auxiliaries of a calibration are collinear');
  return { products, factor };
}
