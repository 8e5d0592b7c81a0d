import { choleskyFactor, solveCholesky } from '../linear-algebra.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { AuxiliaryMatrix } from './auxiliary.ts';
import type { CalibrationRefusal } from './calibration-refusal.ts';
import { columnTotals, crossProducts, linearPredictor, toColumns, toUnknowns } from './normal-equations.ts';

/** The ratios of weights that a calibration found. */
export interface Ratios {
  readonly ratios: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
  /** Factor that brought the weights to the size of the population before bounds were applied. */
  readonly rescaled: number;
}

/**
 * Ratios g = 1 + x'b / v that reach the totals with the smallest sum of d v (g - 1)^2: the generalised regression estimator.
 * Solved a second time for what rounding left over. Särndal, Swensson and Wretman (1992), 6.4. R: `regcalibrate`.
 */
export function solveLinear(
  matrix: AuxiliaryMatrix,
  weights: Float64Array,
  variance: Float64Array | null,
): Result<Ratios, CalibrationRefusal> {
  const scaled = variance === null ? weights : weights.map((weight, row) => weight / variance[row]!);
  const factor = choleskyFactor(crossProducts(matrix, scaled), matrix.unknowns);
  if (factor === null) return refused(singular());
  const target = Float64Array.from(matrix.columns, (column) => column.target);
  const ratios = new Float64Array(weights.length).fill(1);
  const reached = new Float64Array(weights.length);
  for (let pass = 0; pass < 2; pass += 1) {
    for (let row = 0; row < weights.length; row += 1) reached[row] = weights[row]! * ratios[row]!;
    const totals = columnTotals(matrix, reached);
    const misfit = target.map((total, column) => total - totals[column]!);
    const step = toColumns(matrix, solveCholesky(factor, toUnknowns(matrix, misfit)));
    for (let row = 0; row < weights.length; row += 1)
      if (weights[row] !== 0) ratios[row]! += linearPredictor(matrix, row, step) / (variance?.[row] ?? 1);
  }
  return accepted({ ratios, iterations: 1, converged: true, rescaled: 1 });
}

function singular(): CalibrationRefusal {
  const message = 'The auxiliaries are collinear under these weights: the equations have no single solution.';
  return { code: 'collinear', argument: 'auxiliaries', level: null, message };
}
