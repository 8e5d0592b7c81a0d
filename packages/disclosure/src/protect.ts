import { missingKinds } from '@common-measure/dataset';
import type {
  AnalysisResult,
  AnswerCounts,
  Comparison,
  ComputedAnalysis,
  Domain,
  Estimand,
  Estimate,
  Remark,
  WithheldReason,
} from '@common-measure/estimate';
import type { Provenance } from '@common-measure/kernel';
import { hiddenCounts, shownCounts } from './answer-counts.ts';
import { breakdownVerdict } from './breakdown-verdict.ts';
import type { DisclosurePolicy } from './policy.ts';
import { audienceRemark, unanimityRemark, withheldRemark } from './remarks.ts';

/**
 * The last step before anyone sees a result: withholds what rests on too few people, and everything from which that could be
 * worked out. Each entry of the plan is judged with the complete cross-table behind it.
 */
export function protect(computed: ComputedAnalysis, policy: DisclosurePolicy, provenance: Provenance): AnalysisResult {
  const estimates: Estimate[] = [];
  const counts: AnswerCounts[] = [];
  const comparisons: Comparison[] = [];
  const withheldPlaces = new Set<string>();
  for (const breakdown of computed.breakdowns) {
    const verdict = breakdownVerdict(breakdown, policy);
    if (verdict !== null) withheldPlaces.add(breakdown.place);
    breakdown.groups.forEach((group, g) => {
      const reason = verdict?.[g] ?? null;
      if (reason === null) {
        estimates.push(...group.estimates);
        counts.push(shownCounts(group.tally, missingKinds, policy));
        comparisons.push(...group.comparisons);
      } else {
        estimates.push(...group.estimates.map((estimate) => withheld(estimate, reason)));
        counts.push(hiddenCounts(group.tally, missingKinds));
        comparisons.push(...group.comparisons.map(untested));
      }
    });
  }
  const remarks: Remark[] = [audienceRemark(policy), ...computed.remarks];
  const unanimous = unanimityRemark(estimates);
  if (unanimous !== null) remarks.push(unanimous);
  if (withheldPlaces.size > 0) remarks.push(withheldRemark(policy, [...withheldPlaces]));
  return {
    format: 'common-measure/estimates',
    version: 1,
    audience: policy.audience,
    threshold: policy.threshold,
    estimates,
    counts,
    notes: remarks.map(({ code }) => code),
    provenance,
    design: computed.design,
    comparisons,
    covariances: computed.covariances.filter(({ place }) => !withheldPlaces.has(place)),
    remarks,
  };
}

function withheld(
  estimate: { readonly estimand: Estimand; readonly domain: Domain },
  reason: WithheldReason,
): Estimate {
  return { status: 'withheld', estimand: estimate.estimand, domain: estimate.domain, reason };
}

function untested(comparison: Comparison): Comparison {
  const { estimand, domain, warnings } = comparison;
  return {
    status: 'untested',
    estimand,
    domain,
    with: comparison.with.kind === 'complement' ? { kind: 'complement', n: null } : comparison.with,
    warnings,
    reason: 'withheld',
    difference: null,
  };
}
