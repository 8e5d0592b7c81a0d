import { positiveWeights, type WeightSummary } from '../kish.ts';
import type { SolvedWeights, TargetReached } from './weight-step.ts';

/** What an adjustment of weights did: read it before publishing. */
export interface CalibrationReport {
  readonly iterations: number;
  /** False only where `ifNotConverged: 'keep'` let the weights through. */
  readonly converged: boolean;
  /** Every total aimed at, with the sum of the weights there before and after. */
  readonly targets: readonly TargetReached[];
  /** Largest |achieved - target| / max(1, |target|); 0 without targets. */
  readonly largestMiss: number;
  /** Smallest and largest ratio of the weight after to the weight before. */
  readonly ratio: { readonly lowest: number; readonly highest: number };
  /** Factor that brought the weights to the population's size before bounds were applied (R: `grake`); 1 where none did. */
  readonly rescaled: number;
  readonly before: WeightSummary | null;
  readonly after: WeightSummary | null;
  /** Cases whose weight is negative after; linear calibration can make them. */
  readonly negativeWeights: number;
}

export function describeCalibration(before: Float64Array, solved: SolvedWeights): CalibrationReport {
  const { weights, iterations, converged, targets, rescaled } = solved;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  let negativeWeights = 0;
  for (let row = 0; row < weights.length; row += 1) {
    if (before[row] === 0) continue;
    const ratio = weights[row]! / before[row]!;
    if (ratio < lowest) lowest = ratio;
    if (ratio > highest) highest = ratio;
    if (weights[row]! < 0) negativeWeights += 1;
  }
  return {
    iterations,
    converged,
    targets,
    largestMiss: targets.reduce(
      (most, { target, achieved }) => Math.max(most, Math.abs(achieved - target) / Math.max(1, Math.abs(target))),
      0,
    ),
    ratio: { lowest, highest },
    rescaled,
    before: positiveWeights(before),
    after: positiveWeights(weights),
    negativeWeights,
  };
}
