import type { InfluenceAdjustment } from '../influence-adjustment.ts';
import { choleskyFactor, solveCholesky } from '../linear-algebra.ts';
import type { AuxiliaryMatrix } from './auxiliary.ts';
import { columnTotals, crossProducts, linearPredictor, toColumns, toUnknowns } from './normal-equations.ts';
import { remainder } from './remainder.ts';

/**
 * What a calibration explains of the influence values x = w e: the weighted regression of e on the auxiliaries, with the
 * weights d before. Residual x - g d (z'b), b = (sum of d z z' / v)^-1 times the sum of z x / (g v), g the ratio of weights and v
 * the variance function. Fitted twice, so that what the auxiliaries explain in full is zero to the last digits.
 * Särndal, Swensson and Wretman (1992), 6.6. R: `svyrecvar`, class "greg_calibration".
 */
export function regressionResiduals(
  matrix: AuxiliaryMatrix,
  weights: Float64Array,
  ratios: Float64Array,
  variance: Float64Array | null,
): InfluenceAdjustment {
  const scaled = variance === null ? weights : weights.map((weight, row) => weight / variance[row]!);
  let factor: Float64Array | null = null;
  return {
    adjust: (influence) => {
      factor ??= choleskyFactor(crossProducts(matrix, scaled), matrix.unknowns);
      if (factor === null) throw new Error('the auxiliaries of a calibration are collinear');
      const residual = influence.slice();
      const explained = new Float64Array(influence.length);
      for (let pass = 0; pass < 2; pass += 1) {
        for (let row = 0; row < explained.length; row += 1) {
          const below = ratios[row]! * (variance === null ? 1 : variance[row]!);
          explained[row] = weights[row] === 0 || below === 0 ? 0 : residual[row]! / below;
        }
        const right = toUnknowns(matrix, columnTotals(matrix, explained));
        const coefficients = toColumns(matrix, solveCholesky(factor, right));
        for (let row = 0; row < residual.length; row += 1)
          if (weights[row] !== 0)
            residual[row]! -= ratios[row]! * weights[row]! * linearPredictor(matrix, row, coefficients);
      }
      for (let row = 0; row < residual.length; row += 1)
        residual[row] = remainder(influence[row]!, influence[row]! - residual[row]!);
      return residual;
    },
  };
}
