import { accepted, type Result } from '../result.ts';
import { type ReplicateDesign, replicateCount, replicateWeightsOf } from './replicate-design.ts';
import { replicateDegreesOfFreedom } from './replicate-rank.ts';
import { rowsInside } from './rows-inside.ts';

/**
 * The same replicate design with new weights, made from the old ones in the full sample and in each replicate alike: that is how
 * calibration is redone in each replicate. `change` gets the analysis weights of one sample (one per row; it must not write to
 * them) and the number of its replicate, null for the full sample. The first refusal ends it. Degrees of freedom are counted
 * again. R: what `calibrate`, `rake` and `postStratify` do to a svyrep.design.
 */
export function mapReplicateWeights<Refusal>(
  design: ReplicateDesign,
  change: (weights: Float64Array, replicate: number | null) => Result<Float64Array, Refusal>,
): Result<ReplicateDesign, Refusal> {
  const full = change(design.weights, null);
  if (!full.ok) return full;
  const columns: Float64Array[] = [];
  for (let replicate = 0; replicate < replicateCount(design); replicate += 1) {
    const changed = change(replicateWeightsOf(design, replicate), replicate);
    if (!changed.ok) return changed;
    columns.push(changed.value);
  }
  for (const column of [full.value, ...columns])
    if (column.length !== design.rows)
      throw new Error(`the changed weights have ${column.length} entries for ${design.rows} cases`);
  const next = { weights: full.value, replicates: { form: 'columns', columns } } as const;
  const df = replicateDegreesOfFreedom(next, rowsInside(design));
  return accepted({ ...design, ...next, df });
}
