import type { SurveyDesign } from './sampling-design.ts';

/**
 * The same design, narrowed to a subpopulation: rows outside count as zeros and are never dropped, so that sampling units
 * without a member of the subpopulation still count in their stratum. `inside[row]` is 1 (or true) for its members.
 * Restricting twice gives the intersection. R: `subset` of a svydesign.
 */
export function restrictDesign(design: SurveyDesign, inside: ArrayLike<number | boolean>): SurveyDesign {
  if (inside.length !== design.rows)
    throw new Error(`the domain has ${inside.length} entries for ${design.rows} cases`);
  const both = new Uint8Array(design.rows);
  for (let row = 0; row < design.rows; row += 1)
    both[row] = inside[row] && (design.inside === null || design.inside[row] === 1) ? 1 : 0;
  return { ...design, inside: both };
}
