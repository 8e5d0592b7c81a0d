import type {
  AnalysisResult,
  AnswerCounts,
  Comparison,
  Domain,
  Estimand,
  Estimate,
  Statistic,
} from '@common-measure/estimate';
import { holm } from '@common-measure/estimate';

/** Finding one's way in the result of an analysis: every page reads figures by what they are, never by their place. */

export interface FigureName {
  readonly statistic: Statistic;
  readonly variable: string;
  /** Of shares of one answer. */
  readonly value?: string;
}

export const everyone: Domain = {};

export function figureOf(result: AnalysisResult, name: FigureName, domain: Domain = everyone): Estimate | null {
  return result.estimates.find((one) => isNamed(one.estimand, name) && sameDomain(one.domain, domain)) ?? null;
}

/** The comparison of a figure with the others of its breakdown, or with an earlier wave. */
export function comparisonOf(
  comparisons: readonly Comparison[],
  name: FigureName,
  domain: Domain,
  kind: 'complement' | 'wave',
): Comparison | null {
  return (
    comparisons.find(
      (one) => one.with.kind === kind && isNamed(one.estimand, name) && sameDomain(one.domain, domain),
    ) ?? null
  );
}

export function countsOf(result: AnalysisResult, variable: string, domain: Domain = everyone): AnswerCounts | null {
  return result.counts.find((one) => one.variable === variable && sameDomain(one.domain, domain)) ?? null;
}

export function sameDomain(a: Domain, b: Domain): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** The same comparisons with their tests held together as one family (Holm): for comparisons that are read side by side. */
export function heldTogether(comparisons: readonly Comparison[]): readonly Comparison[] {
  const tested = comparisons.filter((one) => one.status === 'tested');
  const adjusted = holm(tested.map(({ p }) => p));
  return comparisons.map((one) => {
    const place = one.status === 'tested' ? tested.indexOf(one) : -1;
    const adjustedP = adjusted[place];
    return one.status === 'tested' && adjustedP !== undefined ? { ...one, adjustedP, family: tested.length } : one;
  });
}

/** Whether a comparison was tested and holds against chance, its family of tests taken together. */
export function isClear(comparison: Comparison | null): boolean {
  return comparison?.status === 'tested' && comparison.adjustedP < 0.05;
}

function isNamed(estimand: Estimand, { statistic, variable, value }: FigureName): boolean {
  return (
    estimand.statistic === statistic &&
    estimand.variable === variable &&
    (value === undefined || estimand.value === value)
  );
}
