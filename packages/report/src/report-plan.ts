import type { Codebook, Variable } from '@common-measure/dataset';
import type { AnalysisRequest, Audience, EstimateItem } from '@common-measure/estimate';
import { reportVariables } from './report-variables.ts';

/** Categories with more values than this are lists of places or names: they stay out of a report. */
const longestList = 40;

/**
 * The analysis that a report rests on: every rated item with its shares, scores and top and bottom shares; the score of each by the
 * chosen `breakdowns` against the rest (null: channel, region and every profile variable); the shares of categories and the means of
 * quantities. Empty where the codebook has no rated item.
 */
export function reportPlan(
  codebook: Codebook,
  audience: Audience,
  breakdowns: readonly string[] | null = null,
): AnalysisRequest {
  const usable = reportVariables(codebook);
  const rated = usable.filter((variable) => variable.kind === 'rating').map((variable) => variable.name);
  const quantities = usable.filter((variable) => variable.kind === 'number').map((variable) => variable.name);
  const categories = usable
    .filter(({ kind, values }) => kind === 'category' && values.length > 0 && values.length <= longestList)
    .map((variable) => variable.name);
  const { overall, channel, region, profile } = codebook.roles;
  const item = overall !== null && rated.includes(overall) ? overall : (rated[0] ?? null);
  const grouping = breakdowns === null ? new Set([channel, region, ...profile]) : new Set(breakdowns);
  const groups = reportBreakdowns(codebook).filter(({ name }) => grouping.has(name) && name !== item);
  const estimates: EstimateItem[] = [
    ...(rated.length > 0
      ? [
          {
            statistic: ['score' as const, 'proportion' as const, 'top-2' as const, 'bottom-2' as const, 'net' as const],
            variables: rated,
          },
        ]
      : []),
    ...(item === null
      ? []
      : groups.map((by) => ({
          statistic: 'score' as const,
          variables: [item, ...rated.filter((name) => name !== item && name !== by.name)],
          by: [by.name],
          versus: 'complement' as const,
        }))),
    ...(categories.length > 0 ? [{ statistic: 'proportion' as const, variables: categories }] : []),
    ...(quantities.length > 0 ? [{ statistic: 'mean' as const, variables: quantities }] : []),
  ];
  return { audience, estimates };
}

/** The variables by which a report may break its items down: channel, region and profile, as far as it may speak of them. */
export function reportBreakdowns(codebook: Codebook): readonly Variable[] {
  const { channel, region, profile } = codebook.roles;
  const named = new Set([channel, region, ...profile]);
  return reportVariables(codebook).filter(({ name, values }) => named.has(name) && values.length > 0);
}

/** What a report asks of an earlier wave: the scores of its rated items, for the trend and the changes. */
export function earlierWavePlan(codebook: Codebook, audience: Audience): AnalysisRequest {
  const rated = codebook.variables
    .filter((variable) => variable.decided && variable.access === 'open' && variable.kind === 'rating')
    .map((variable) => variable.name);
  return { audience, estimates: rated.length > 0 ? [{ statistic: 'score', variables: rated }] : [] };
}
