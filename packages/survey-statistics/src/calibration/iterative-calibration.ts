import { solvePositiveDefinite } from '../linear-algebra.ts';
import type { AuxiliaryMatrix } from './auxiliary.ts';
import type { Distance } from './calibration-distance.ts';
import type { Ratios } from './linear-calibration.ts';
import {
  columnTotals,
  crossProducts,
  linearPredictor,
  solveByEigen,
  toColumns,
  toUnknowns,
} from './normal-equations.ts';

/** Limits of the ratio by row; one entry where they are the same for all. */
export interface RowBounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Weights this much too small against every total are brought to the size of the population first (R: `grake`). */
const rescaleAbove = 20;

/**
 * Newton's iterations for the ratios of a calibration, with R's starting value, step halving where a ratio overflows, and
 * stopping rule. Where all totals are more than 20 times those of the sample the weights are scaled up first and the bounds
 * apply to the ratio after that. Deville and Särndal (1992), 3. R: `grake`.
 */
export function solveIteratively(
  matrix: AuxiliaryMatrix,
  weights: Float64Array,
  options: {
    readonly distance: Distance;
    readonly bounds: RowBounds;
    readonly variance: Float64Array | null;
    readonly maxIterations: number;
    readonly epsilon: number;
  },
): Ratios {
  const { distance, bounds, variance, epsilon } = options;
  const rows = weights.length;
  const target = toUnknowns(
    matrix,
    Float64Array.from(matrix.columns, (column) => column.target),
  );
  const rescaled = scaleToPopulation(target, toUnknowns(matrix, columnTotals(matrix, weights)));
  const base = rescaled === 1 ? weights : weights.map((weight) => weight * rescaled);
  const sample = toUnknowns(matrix, columnTotals(matrix, base));
  const gains = new Float64Array(rows);
  const slopes = new Float64Array(rows);
  const evaluate = (eta: Float64Array): boolean => {
    const coefficients = toColumns(matrix, eta);
    const same = bounds.lower.length === 1;
    let finite = true;
    for (let row = 0; row < rows; row += 1) {
      if (base[row] === 0) continue;
      const v = variance === null ? 1 : variance[row]!;
      const u = linearPredictor(matrix, row, coefficients) / v;
      const lower = bounds.lower[same ? 0 : row]!;
      const upper = bounds.upper[same ? 0 : row]!;
      const gain = distance.ratio(u, lower, upper) - 1;
      const slope = distance.slope(u, lower, upper);
      if (!Number.isFinite(gain) || !Number.isFinite(slope)) finite = false;
      gains[row] = base[row]! * gain;
      slopes[row] = (base[row]! * slope) / v;
    }
    return finite;
  };
  const misfitNow = () => {
    const gained = toUnknowns(matrix, columnTotals(matrix, gains));
    return target.map((total, column) => total - sample[column]! - gained[column]!);
  };

  let eta = new Float64Array(matrix.unknowns);
  evaluate(eta);
  let misfit = misfitNow();
  let iterations = 1;
  let converged = false;
  for (;;) {
    const products = crossProducts(matrix, slopes);
    let step = solvePositiveDefinite(products, misfit) ?? solveByEigen(products, misfit);
    eta = eta.map((value, k) => value + step[k]!);
    let finite = evaluate(eta);
    while (iterations < options.maxIterations && !finite) {
      iterations += 1;
      step = step.map((value) => value / 2);
      eta = eta.map((value, k) => value - step[k]!);
      finite = evaluate(eta);
    }
    misfit = misfitNow();
    converged = misfit.every((miss, k) => Math.abs(miss) / (1 + Math.abs(target[k]!)) < epsilon);
    if (converged || iterations >= options.maxIterations || !finite) break;
    iterations += 1;
  }
  const ratios = Float64Array.from(gains, (gain, row) => (weights[row] === 0 ? 1 : rescaled * (1 + gain / base[row]!)));
  return { ratios, iterations, converged, rescaled };
}

function scaleToPopulation(target: Float64Array, sample: Float64Array): number {
  const scales = target.map((total, column) => total / sample[column]!);
  if (!(Math.min(...scales) > rescaleAbove)) return 1;
  return scales.reduce((sum, scale) => sum + scale, 0) / scales.length;
}
