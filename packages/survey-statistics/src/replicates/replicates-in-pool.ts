import { combineReplicates, type ReplicateEstimates, replicateStatistics } from './estimate-with-replicates.ts';
import { type ReplicateDesign, replicateCount } from './replicate-design.ts';

/** Threads that are handed in. Each holds the same design, over shared memory, and knows the statistic. */
export interface ReplicatePool {
  /** Threads that work at once, 1 or more. */
  readonly size: number;
  /** What one of them gives of {@link replicateStatistics} for `from` to `to`, the latter not included. */
  run(from: number, to: number): Promise<readonly ArrayLike<number>[]>;
}

/**
 * The same as `estimateWithReplicates`, the replicates shared out over the threads of a pool: equal in every digit, since each
 * statistic is computed by the same function from the same weights. Pays where one statistic takes longer than a message, such as a
 * model. A share that fails rejects. R: `withReplicates(multicore = TRUE)`. Oracle: fixtures/r/oracle/replicates, by way of
 * `estimateWithReplicates`.
 */
export async function estimateWithReplicatesInPool(
  design: ReplicateDesign,
  pool: ReplicatePool,
): Promise<ReplicateEstimates> {
  const all = replicateCount(design) + 1;
  const threads = Math.max(1, Math.min(pool.size, all));
  const edges = Array.from({ length: threads + 1 }, (_, at) => Math.round((at * all) / threads));
  const shares = await Promise.all(
    Array.from({ length: threads }, (_, at) => pool.run(edges[at] ?? 0, edges[at + 1] ?? all)),
  );
  return combineReplicates(
    design,
    shares.flat().map((values) => Float64Array.from(values)),
  );
}
