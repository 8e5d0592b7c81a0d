import type { AnalysisDesign, ReplicateDesign } from './replicates/replicate-design.ts';
import { replicateDegreesOfFreedom } from './replicates/replicate-rank.ts';
import { rowsInside } from './replicates/rows-inside.ts';
import type { SurveyDesign } from './sampling-design.ts';

/**
 * The same design, narrowed to a subpopulation: rows outside count as zeros and are never dropped, so that sampling units
 * without a member of the subpopulation still count in their stratum. `inside[row]` is 1 (or true) for its members.
 * Restricting twice gives the intersection. R: `subset` of a svydesign or svyrep.design; the degrees of freedom of replicate
 * weights are counted again.
 */
export function restrictDesign(design: SurveyDesign, inside: ArrayLike<number | boolean>): SurveyDesign;
export function restrictDesign(design: ReplicateDesign, inside: ArrayLike<number | boolean>): ReplicateDesign;
export function restrictDesign(design: AnalysisDesign, inside: ArrayLike<number | boolean>): AnalysisDesign;
export function restrictDesign(design: AnalysisDesign, inside: ArrayLike<number | boolean>): AnalysisDesign {
  if (inside.length !== design.rows)
    throw new Error(`the domain has ${inside.length} entries for ${design.rows} cases`);
  const both = new Uint8Array(design.rows);
  for (let row = 0; row < design.rows; row += 1)
    both[row] = inside[row] && (design.inside === null || design.inside[row] === 1) ? 1 : 0;
  if (design.variance === 'linearization') return { ...design, inside: both };
  return { ...design, inside: both, df: replicateDegreesOfFreedom(design, rowsInside({ inside: both })) };
}
