import type { InfluenceAdjustment } from './influence-adjustment.ts';

/**
 * What to do where a stratum holds one sampled unit, so that its variance cannot be computed (R: options(survey.lonely.psu)).
 * `fail`: refuse the design. `remove`, `certainty`: the stratum adds nothing. `adjust`: its unit is centred at the mean of
 * the units of all strata. `average`: it gets the average of the strata that can be computed.
 */
export type LonelyPsuPolicy = 'fail' | 'remove' | 'certainty' | 'adjust' | 'average';

/**
 * How the joint inclusion probabilities of a sample with unequal probabilities are approximated (R: pps = "overton", HR()),
 * and which form the variance takes (R: variance = "HT", "YG").
 */
export interface JointProbabilities {
  readonly approximation: 'overton' | 'hartley-rao';
  readonly form: 'horvitz-thompson' | 'yates-grundy';
}

/** One stage of sampling: its strata and, contiguous by stratum, its units. Stage-2 strata lie within a stage-1 unit. */
export interface Stage {
  readonly labels: readonly string[];
  /** Units of stratum s are unitStart[s] to unitStart[s + 1] - 1. */
  readonly unitStart: Int32Array;
  readonly unitStratum: Int32Array;
  /** Sampled units n of each stratum. */
  readonly sampled: Float64Array;
  /** Population units N of each stratum; Infinity without a finite population correction; the mean of `unitPopulation`. */
  readonly population: Float64Array;
  /** n over the inclusion probability of each unit, where units were drawn with unequal probabilities; else null. */
  readonly unitPopulation: Float64Array | null;
  /** Unequal probabilities whose joint ones are approximated; null for Brewer's variance and equal probabilities. */
  readonly jointProbabilities: JointProbabilities | null;
  /** The unit of the stage before that holds the stratum; -1 at the first stage. */
  readonly parent: Int32Array;
  /** Product of n / N over the stages before: what this stage's variance is multiplied by (1 at the first stage). */
  readonly factor: Float64Array;
}

/**
 * How the cases were sampled, checked and indexed once; every estimator takes it. Made by `createSurveyDesign`, narrowed
 * to a subpopulation by `restrictDesign`. R: `svydesign` object.
 */
export interface SurveyDesign {
  /** Standard errors by Taylor linearisation; a `ReplicateDesign` says `replication`. */
  readonly variance: 'linearization';
  readonly rows: number;
  /** Weight of each case; negative only where a linear calibration made it so. */
  readonly weights: Float64Array;
  /** The stages that add to the variance: the first, and further ones where finite population corrections are given. */
  readonly stages: readonly [Stage, ...Stage[]];
  /** Row -> unit of the first stage (PSU). */
  readonly psu: Int32Array;
  /** Row -> unit of the last of `stages`. */
  readonly unit: Int32Array;
  /** 1 for rows in the subpopulation; null for all rows. Rows outside keep their place in the design. */
  readonly inside: Uint8Array | null;
  readonly lonelyPsu: LonelyPsuPolicy;
  /** Whether `adjust` and `average` also apply where one PSU is left in a domain (R: options(survey.adjust.domain.lonely)). */
  readonly adjustLonelyInDomain: boolean;
  /** What calibrating the weights takes out of the influence values, in order; empty for weights that were not calibrated. */
  readonly calibrations: readonly InfluenceAdjustment[];
}
