import type { SamplingClass } from '@common-measure/dataset';
import { type CellSums, estimateJointlyFromSums, type SumsDesign } from '@common-measure/survey-statistics';
import type { Measure } from './analysis-plan.ts';
import { compareTwo, holmAdjusted } from './complement.ts';
import { ComplementSums } from './complement-sums.ts';
import type { Comparison } from './computed.ts';
import type { Domain } from './estimate.ts';
import { fromOwnSums } from './own-sums.ts';
import type { AnswerCount } from './sums-source.ts';

export interface SumsComplementInput {
  readonly measures: readonly Measure[];
  /** Domain number of each group, -1 where nobody is in it. */
  readonly places: readonly number[];
  readonly domains: readonly Domain[];
  readonly codes: readonly string[];
  readonly counts: readonly AnswerCount[];
  readonly design: SumsDesign;
  readonly sums: CellSums;
  readonly level: number;
  readonly samplingClass: SamplingClass;
}

/** Each group against all others with a known group, from sums: the second door to `complementComparisons`. */
export function sumsComplements(input: SumsComplementInput): readonly (readonly Comparison[])[] {
  const { measures, domains, places, sums } = input;
  const complements = new ComplementSums(sums);
  const byGroup = domains.map((_, g) => {
    const place = places[g] ?? -1;
    const both = place < 0 ? null : complements.ofGroup(place);
    return measures.map((measure, m) => compare(input, measure, m, g, both));
  });
  const byMeasure = measures.map((_, m) => holmAdjusted(byGroup.flatMap((list) => list[m] ?? [])));
  return domains.map((_, g) => byMeasure.flatMap((list) => list[g] ?? []));
}

function compare(
  input: SumsComplementInput,
  measure: Measure,
  variable: number,
  g: number,
  both: CellSums | null,
): Comparison {
  const { places, domains, codes, counts, design, level, samplingClass } = input;
  const answered = counts.filter(({ group, missing }) => missing === 0 && group !== null && group !== codes[g]);
  const compared = {
    estimand: measure.estimand,
    domain: domains[g] ?? {},
    with: { kind: 'complement' as const, n: answered.reduce((sum, { n }) => sum + n, 0) },
    warnings: [],
  };
  const hasOthers = places.some((place, other) => other !== g && place >= 0);
  if (both === null || !hasOthers) return { ...compared, status: 'untested', reason: 'no-cases', difference: null };
  const label = measure.estimand.variable;
  const set = fromOwnSums(
    estimateJointlyFromSums(design, both, [
      { label, statistic: measure.target, variable, domains: [0] },
      { label, statistic: measure.target, variable, domains: [1] },
    ]),
  );
  return compareTwo(compared, set, level, samplingClass);
}
