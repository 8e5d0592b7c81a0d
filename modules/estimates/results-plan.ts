import type { Codebook, Variable } from '@common-measure/dataset';
import type { AnalysisRequest, EstimateItem, Statistic } from '@common-measure/estimate';

/** What the results page asks of a dataset: every item for everyone, and by one profile variable against the complement. */
export function resultsRequest(codebook: Codebook, by: string | null): AnalysisRequest {
  const items = resultItems(codebook);
  return {
    audience: 'organization',
    estimates: [
      ...entries(items, {}),
      ...(by === null
        ? []
        : entries(
            items.filter(({ name }) => name !== by),
            { by: [by] },
          )),
    ],
  };
}

/** What the trend asks of an earlier wave: its overall item. */
export function trendRequest(codebook: Codebook): AnalysisRequest | null {
  const overall = resultItems(codebook).find(({ name }) => name === codebook.roles.overall);
  if (overall === undefined) return null;
  return {
    audience: 'organization',
    estimates: [{ statistic: [...testedStatistics(overall), 'mean'], variable: overall.name }],
  };
}

/** The variables of results: open, decided, and of a kind that can be estimated. Design columns are no results. */
export function resultItems(codebook: Codebook): readonly Variable[] {
  const { weight, strata, clusters, fpc } = codebook.design;
  const design = new Set(
    [weight, ...strata, ...clusters, ...fpc].filter((name) => !breakdowns(codebook).includes(name ?? '')),
  );
  return codebook.variables.filter(
    ({ name, kind, access, decided }) =>
      access === 'open' &&
      decided &&
      !design.has(name) &&
      (kind === 'rating' || kind === 'category' || kind === 'number'),
  );
}

/** The variables by which results may be broken down. */
export function breakdowns(codebook: Codebook): readonly string[] {
  const { profile, channel, region } = codebook.roles;
  const named = [...profile, channel, region].filter((name): name is string => name !== null);
  const offered = codebook.variables.filter(
    ({ name, access, decided, values }) => named.includes(name) && access === 'open' && decided && values.length > 0,
  );
  return offered.map(({ name }) => name);
}

function entries(items: readonly Variable[], options: Pick<EstimateItem, 'by'>): readonly EstimateItem[] {
  const versus = options.by === undefined ? {} : { versus: 'complement' as const };
  return items.flatMap((item): readonly EstimateItem[] => {
    const described = describedStatistics(item);
    return [
      ...(testedStatistics(item).length === 0
        ? []
        : [{ statistic: [...testedStatistics(item)], variable: item.name, ...options, ...versus }]),
      ...(described.length === 0 ? [] : [{ statistic: [...described], variable: item.name, ...options }]),
    ];
  });
}

/** The figures that are tested against the complement and against earlier waves. */
function testedStatistics(item: Variable): readonly Statistic[] {
  if (item.kind === 'number') return ['mean'];
  if (item.kind === 'category' || item.scale === null) return [];
  const { min, max } = item.scale;
  if (min === 0 && max === 10) return ['score', 'nps'];
  return max - min >= 3 ? ['score', 'top-2'] : ['score'];
}

function describedStatistics(item: Variable): readonly Statistic[] {
  if (item.kind === 'number') return [];
  if (item.kind === 'category' || item.scale === null) return ['proportion'];
  const { min, max } = item.scale;
  const ends: readonly Statistic[] =
    max - min >= 3 ? (min === 0 && max === 10 ? ['top-2', 'bottom-2', 'net'] : ['bottom-2', 'net']) : [];
  return ['mean', ...ends, 'proportion'];
}
