import type { ReplicateDesign } from './replicate-design.ts';

/** Covariance of k statistics, k x k row by row, and how many replicates gave no value and were left out. */
export interface ReplicateVariance {
  readonly covariance: Float64Array;
  readonly discarded: number;
}

/**
 * Covariance of statistics from their values under each replicate: scale * sum over r of rscales[r]
 * (theta_ra - centre_a)(theta_rb - centre_b). A replicate in which one of the statistics has no value (NaN) is left out of
 * all, as in R; where every replicate is, the result is NaN. R: `svrVar`.
 */
export function replicateVariance(
  design: Pick<ReplicateDesign, 'scale' | 'rscales' | 'mse'>,
  values: readonly Float64Array[],
  full: ArrayLike<number>,
): ReplicateVariance {
  const { scale, rscales, mse } = design;
  const size = full.length;
  const kept: number[] = [];
  values.forEach((row, replicate) => {
    if (!row.some(Number.isNaN)) kept.push(replicate);
  });
  const discarded = values.length - kept.length;
  if (kept.length === 0) return { covariance: new Float64Array(size * size).fill(Number.NaN), discarded };
  const centre = mse ? Float64Array.from(full) : meanOfReplicates(values, kept, rscales, size);
  const covariance = new Float64Array(size * size);
  for (const replicate of kept) {
    const relative = rscales[replicate]!;
    const row = values[replicate]!;
    if (relative === 0) continue;
    for (let a = 0; a < size; a += 1) {
      const deviation = relative * (row[a]! - centre[a]!);
      for (let b = 0; b <= a; b += 1) covariance[a * size + b]! += deviation * (row[b]! - centre[b]!);
    }
  }
  for (let a = 0; a < size; a += 1)
    for (let b = 0; b <= a; b += 1) {
      const value = scale * covariance[a * size + b]!;
      covariance[a * size + b] = value;
      covariance[b * size + a] = value;
    }
  return { covariance, discarded };
}

/** The mean over the replicates that count, taken about the first of them so that equal values leave exactly 0. */
function meanOfReplicates(
  values: readonly Float64Array[],
  kept: readonly number[],
  rscales: Float64Array,
  size: number,
): Float64Array {
  const counted = kept.filter((replicate) => rscales[replicate]! > 0);
  const origin = values[counted[0] ?? kept[0]!]!;
  const centre = new Float64Array(size);
  for (const replicate of counted) for (let a = 0; a < size; a += 1) centre[a]! += values[replicate]![a]! - origin[a]!;
  return centre.map((sum, a) => origin[a]! + sum / counted.length);
}
