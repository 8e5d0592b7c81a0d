import type { LengthDiffers } from './estimate.ts';
import type { AnalysisDesign, ReplicateDesign } from './replicates/replicate-design.ts';
import { replicateDegreesOfFreedom } from './replicates/replicate-rank.ts';
import { rowsInside } from './replicates/rows-inside.ts';
import { accepted, type Result, refused } from './result.ts';
import type { SurveyDesign } from './sampling-design.ts';

/** Why a list of members does not say who belongs to a subpopulation. */
export type DomainRefusal =
  | LengthDiffers
  | {
      readonly code: 'not-a-member-flag';
      readonly argument: 'inside';
      readonly row: number;
      readonly value: unknown;
      readonly message: string;
    };

/**
 * The same design, narrowed to a subpopulation: rows outside count as zeros and are never dropped, so that sampling units
 * without a member of the subpopulation still count in their stratum. `inside[row]` is 1 (or true) for its members, 0 (or
 * false) for others. Restricting twice gives the intersection. R: `subset` of a svydesign or svyrep.design; the degrees of
 * freedom of replicate weights are counted again. Refuses another length than the design's, and anything but 1, 0, true
 * and false.
 */
export function restrictDesign(
  design: SurveyDesign,
  inside: ArrayLike<number | boolean>,
): Result<SurveyDesign, DomainRefusal>;
export function restrictDesign(
  design: ReplicateDesign,
  inside: ArrayLike<number | boolean>,
): Result<ReplicateDesign, DomainRefusal>;
export function restrictDesign(
  design: AnalysisDesign,
  inside: ArrayLike<number | boolean>,
): Result<AnalysisDesign, DomainRefusal>;
export function restrictDesign(
  design: AnalysisDesign,
  inside: ArrayLike<number | boolean>,
): Result<AnalysisDesign, DomainRefusal> {
  const { rows } = design;
  const { length } = inside;
  if (length !== rows) {
    const message = `"inside" has ${length} entries for ${rows} cases.`;
    return refused({ code: 'length-differs', argument: 'inside', length, rows, message });
  }
  const members = new Uint8Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const value = inside[row];
    if (value === 1 || value === true) members[row] = 1;
    else if (value !== 0 && value !== false) {
      const message = `"inside" is ${String(value)} in row ${row}: it is 1 for a member of the subpopulation and 0 for others.`;
      return refused({ code: 'not-a-member-flag', argument: 'inside', row, value, message });
    }
  }
  return accepted(narrowDesign(design, members));
}

/** The same with members that are known to fit the design. */
export function narrowDesign<Design extends AnalysisDesign>(design: Design, members: Uint8Array): Design;
export function narrowDesign(design: AnalysisDesign, members: Uint8Array): AnalysisDesign {
  const { inside } = design;
  const both = inside === null ? members : members.map((member, row) => member & inside[row]!);
  if (design.variance === 'linearization') return { ...design, inside: both };
  return { ...design, inside: both, df: replicateDegreesOfFreedom(design, rowsInside({ inside: both })) };
}
