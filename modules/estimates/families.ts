import type { Codebook } from '@common-measure/dataset';
import type { AnalysisResult, Comparison, Domain } from '@common-measure/estimate';

/** The figures of the overall item that stand at the head of the results page: the first four that were estimated. */
export const headlines = ['score', 'nps', 'top-2', 'bottom-2', 'net'] as const;

/** The changes since a wave that the results page holds together as one family: those of its headline, or of its rated items. */
export function heldTogether(
  family: 'headline' | 'items',
  codebook: Codebook,
  result: AnalysisResult,
  comparisons: readonly Comparison[],
  isShown: (domain: Domain) => boolean,
): readonly Comparison[] {
  const { overall } = codebook.roles;
  const ofDomain = comparisons.filter(({ domain }) => isShown(domain));
  if (family === 'items') {
    const rated = new Set(codebook.variables.filter(({ kind }) => kind === 'rating').map(({ name }) => name));
    return ofDomain.filter(
      ({ estimand }) => estimand.statistic === 'score' && rated.has(estimand.variable) && estimand.variable !== overall,
    );
  }
  const shown = headlines
    .filter((statistic) =>
      result.estimates.some(
        ({ estimand, domain }) => estimand.statistic === statistic && estimand.variable === overall && isShown(domain),
      ),
    )
    .slice(0, 4);
  return ofDomain.filter(
    ({ estimand }) => estimand.variable === overall && shown.some((statistic) => statistic === estimand.statistic),
  );
}
