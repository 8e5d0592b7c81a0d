import { type ReplicateDesign, replicateCount, replicateWeightsOf } from './replicate-design.ts';
import { replicateVariance } from './replicate-variance.ts';

/** Statistics of a replicate design with their covariance. */
export interface ReplicateEstimates {
  /** Under the full-sample weights. */
  readonly values: Float64Array;
  /** k x k row by row. */
  readonly covariance: Float64Array;
  /** One list of k values per replicate, NaN where a statistic has none. */
  readonly replicates: readonly Float64Array[];
  /** Replicates without a value for one of the statistics: left out of the covariance. */
  readonly discarded: number;
  readonly df: number;
}

/** Gets one weight per row of the data, 0 outside of the subpopulation; the list is its own to change. */
export type WeightedStatistic = (weights: Float64Array) => ArrayLike<number>;

/**
 * Any statistics under replicate weights: `statistic` is called once with the full-sample weights and once with those of each
 * replicate, and gives the same number of values each time, NaN where there is none; another number throws. R: `withReplicates`.
 * Oracle: fixtures/r/oracle/replicates.
 */
export function estimateWithReplicates(design: ReplicateDesign, statistic: WeightedStatistic): ReplicateEstimates {
  return combineReplicates(design, replicateStatistics(design, statistic, 0, replicateCount(design) + 1));
}

/**
 * A part of that work, for a thread of a pool: the statistics of the places from `from` to `to`, the latter not included. Place 0 stands
 * for the full-sample weights, place r for replicate r, counted from 1.
 */
export function replicateStatistics(
  design: ReplicateDesign,
  statistic: WeightedStatistic,
  from: number,
  to: number,
): readonly Float64Array[] {
  return Array.from({ length: to - from }, (_, index) => {
    const place = from + index;
    const weights = place === 0 ? design.weights : replicateWeightsOf(design, place - 1);
    return Float64Array.from(statistic(insideWeights(design, weights)));
  });
}

/** The statistics of all places, put together. */
export function combineReplicates(design: ReplicateDesign, all: readonly Float64Array[]): ReplicateEstimates {
  const [values = new Float64Array(), ...replicates] = all;
  for (const [at, theta] of replicates.entries())
    if (theta.length !== values.length)
      throw new Error(`replicate ${at} gave ${theta.length} values instead of ${values.length}`);
  return { values, replicates, df: design.df, ...replicateVariance(design, replicates, values) };
}

function insideWeights({ inside }: ReplicateDesign, weights: Float64Array): Float64Array {
  return inside === null ? weights.slice() : weights.map((weight, row) => (inside[row] === 1 ? weight : 0));
}
