import type { ComputedBreakdown, ComputedGroup, WithheldReason } from '@common-measure/estimate';
import type { DisclosurePolicy } from './policy.ts';

/**
 * What happens to the groups of one breakdown: null where everything may be shown, else the reason by group.
 *
 * One group that may not be shown withholds its whole breakdown, because the others and the total would give it away. Looked at
 * are all cells of the complete cross-table of the variables that make the groups, "not stated" included: every difference
 * between groups, complements and totals is a union of such cells, so none rests on fewer people than the threshold.
 */
export function breakdownVerdict(
  breakdown: ComputedBreakdown,
  policy: DisclosurePolicy,
): readonly WithheldReason[] | null {
  if (policy.audience === 'single-responses') return null;
  const own = breakdown.groups.map((group) => groupReason(group, breakdown.everyone, policy));
  const hidden = breakdown.cells.some(({ n, valid }) => isSmall(n, policy) || isSmall(valid, policy));
  if (!hidden && own.every((reason) => reason === null)) return null;
  return own.map((reason) => reason ?? 'complementary');
}

function groupReason(group: ComputedGroup, everyone: boolean, policy: DisclosurePolicy): WithheldReason | null {
  const { n, valid, most } = group.tally;
  if (isSmall(n, policy) || isSmall(valid, policy)) return 'small-cell';
  // A category counts people, so a small count of one is a small group of people.
  if (group.categoryCounts?.some((count) => isSmall(count, policy))) return 'small-cell';
  if (policy.withholdsUnanimity && !everyone && most !== null && valid > 0 && valid - most <= 1) return 'dominance';
  return null;
}

/** More than nobody and fewer than the threshold. */
export function isSmall(count: number, policy: DisclosurePolicy): boolean {
  return count > 0 && count < policy.threshold;
}
