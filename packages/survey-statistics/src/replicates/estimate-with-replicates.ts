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

/**
 * Any statistics under replicate weights: `statistic` is called once with the full-sample weights and once with those of each
 * replicate, and gives the same number of values each time, NaN where there is none. It gets one weight per row of the data, 0
 * outside of the subpopulation; the list is its own to change. R: `withReplicates`. Oracle: fixtures/r/oracle/replicates.
 */
export function estimateWithReplicates(
  design: ReplicateDesign,
  statistic: (weights: Float64Array) => ArrayLike<number>,
): ReplicateEstimates {
  const values = Float64Array.from(statistic(insideWeights(design, design.weights)));
  const replicates = Array.from({ length: replicateCount(design) }, (_, replicate) => {
    const theta = Float64Array.from(statistic(insideWeights(design, replicateWeightsOf(design, replicate))));
    if (theta.length !== values.length)
      throw new Error(`replicate ${replicate} gave ${theta.length} values instead of ${values.length}`);
    return theta;
  });
  return { values, replicates, df: design.df, ...replicateVariance(design, replicates, values) };
}

function insideWeights({ inside }: ReplicateDesign, weights: Float64Array): Float64Array {
  return inside === null ? weights.slice() : weights.map((weight, row) => (inside[row] === 1 ? weight : 0));
}
