import type { InfluenceAdjustment } from '../influence-adjustment.ts';
import type { Result } from '../result.ts';
import type { CalibrationRefusal } from './calibration-refusal.ts';

/**
 * One adjustment of weights, checked and ready for any column of weights over the same rows: those of the sample, and those
 * of each replicate. A weight of zero stands for a row that takes no part; it stays zero.
 */
export interface WeightStep {
  /**
   * Whether replicate weights keep the degrees of freedom that they had: R counts the rank of the weights again after
   * post-stratification, raking and linear calibration, and not after the distances that iterate or after trimming.
   */
  readonly keepsDegrees: boolean;
  /** `full`: what it made of the full sample, where these are the weights of a replicate; null for the full sample. */
  readonly solve: (weights: Float64Array, full: SolvedWeights | null) => Result<SolvedWeights, CalibrationRefusal>;
}

/** What the step made of one column of weights. */
export interface SolvedWeights {
  readonly weights: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
  /** The totals aimed at, with what the weights gave before and give after. */
  readonly targets: readonly TargetReached[];
  /** Factor by which the weights were brought to the size of the population before bounds were applied; 1 where not. */
  readonly rescaled: number;
  /** What the step takes out of influence values; null where the weights are taken as given from here on. */
  readonly influence: InfluenceAdjustment | null;
}

export interface TargetReached {
  readonly label: string;
  /** The category; null for the total of a numeric auxiliary or the size of the population. */
  readonly level: string | null;
  readonly target: number;
  readonly before: number;
  readonly achieved: number;
}
