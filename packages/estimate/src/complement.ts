import type { SamplingClass } from '@common-measure/dataset';
import { type EstimateSet, estimateJointly, type SurveyDesign } from '@common-measure/survey-statistics';
import type { Measure } from './analysis-plan.ts';
import type { CaseGroups } from './case-groups.ts';
import type { CaseValues } from './case-values.ts';
import type { Comparison, TestedComparison, UntestedComparison } from './computed.ts';
import { holm } from './holm.ts';
import { meanInterval, twoSidedP } from './interval.ts';

export interface ComplementInput {
  readonly measures: readonly Measure[];
  readonly groups: CaseGroups;
  readonly rows: readonly Int32Array[];
  readonly values: CaseValues;
  readonly design: SurveyDesign;
  readonly valid: Uint8Array;
  readonly level: number;
  readonly samplingClass: SamplingClass;
}

/**
 * Each group against all other cases with a known group, by measure: difference of the two estimates, its standard error from
 * their joint covariance under the design, t test with one degree of freedom fewer than the design's, as a regression on the
 * group has, Holm-adjusted over the groups. R: svyttest. Oracle: fixtures/r/reference, family ttest. Returned by group.
 */
export function complementComparisons(input: ComplementInput): readonly (readonly Comparison[])[] {
  const { groups, measures } = input;
  const others = complements(input);
  const byMeasure = measures.map((measure) =>
    holmAdjusted(groups.domains.map((_, g) => compare(input, measure, g, others[g] ?? new Int32Array(0)))),
  );
  return groups.domains.map((_, g) => byMeasure.flatMap((list) => list[g] ?? []));
}

/** For each group the cases of all other groups, in order. */
function complements({ rows, values }: ComplementInput): readonly Int32Array[] {
  const groupOf = new Int32Array(values.rows).fill(-1);
  rows.forEach((list, g) => {
    for (const row of list) groupOf[row] = g;
  });
  return rows.map((_, g) => {
    const others: number[] = [];
    groupOf.forEach((group, row) => {
      if (group >= 0 && group !== g) others.push(row);
    });
    return Int32Array.from(others);
  });
}

function compare(input: ComplementInput, measure: Measure, g: number, others: Int32Array): Comparison {
  const { groups, rows, values, design, valid, level, samplingClass } = input;
  const own = rows[g] ?? new Int32Array(0);
  const n = others.reduce((sum, row) => sum + (valid[row] ?? 0), 0);
  const compared = {
    estimand: measure.estimand,
    domain: groups.domains[g] ?? {},
    with: { kind: 'complement' as const, n },
    warnings: [],
  };
  const variable = values.measureOf(measure);
  const label = measure.estimand.variable;
  const set = estimateJointly(design, [
    { statistic: measure.target, label, variable, rows: own },
    { statistic: measure.target, label, variable, rows: others },
  ]);
  if (!set.ok) throw new Error(set.reasons.map(({ message }) => message).join(' '));
  return compareTwo(compared, set.value, level, samplingClass);
}

/** The test of the first against the second of two estimates of one design, their covariance included. */
export function compareTwo(
  compared: Pick<UntestedComparison, 'estimand' | 'domain' | 'with' | 'warnings'>,
  set: EstimateSet,
  level: number,
  samplingClass: SamplingClass,
): Comparison {
  const [one, other] = set.estimates;
  if (one?.status !== 'estimated' || other?.status !== 'estimated') {
    return { ...compared, status: 'untested', reason: 'no-cases', difference: null };
  }
  const difference = one.value - other.value;
  const [v11 = 0, v12 = 0, v21 = 0, v22 = 0] = set.covariance;
  const se = Math.sqrt(Math.max(0, v11 + v22 - v12 - v21));
  const df = set.df - 1;
  if (samplingClass === 'non-probability' || !(se > 1e-12 * Math.max(1, Math.abs(difference))) || !(df > 0))
    return differenceOnly(compared, difference);
  const t = difference / se;
  const p = twoSidedP(t, df);
  return {
    ...compared,
    status: 'tested',
    other: other.value,
    difference,
    se,
    ci: meanInterval(difference, se, df, level),
    df,
    t,
    p,
    adjustedP: p,
    family: 1,
  };
}

export function differenceOnly(
  compared: Pick<UntestedComparison, 'estimand' | 'domain' | 'with' | 'warnings'>,
  difference: number,
): UntestedComparison {
  return { ...compared, status: 'untested', reason: 'difference-only', difference };
}

/** The tests of one family with Holm's p values. */
export function holmAdjusted(comparisons: readonly Comparison[]): readonly Comparison[] {
  const tested = comparisons.filter((one): one is TestedComparison => one.status === 'tested');
  const adjusted = holm(tested.map(({ p }) => p));
  return comparisons.map((one) =>
    one.status === 'tested'
      ? { ...one, adjustedP: adjusted[tested.indexOf(one)] ?? one.p, family: tested.length }
      : one,
  );
}
