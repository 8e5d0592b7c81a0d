import { type Factor, toFloat64 } from '../columns.ts';
import { type Contrast, testAgainstZero } from '../contrast.ts';
import { estimateMeans, type NamedColumn } from '../estimate-means.ts';
import { fitLinearModel } from '../models/fit-model.ts';
import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { TestRefusal } from './test-refusal.ts';

/** A design-based t test. `value` is what is tested against 0; its interval is `tInterval(test, level)`. */
export interface TTest extends Contrast {
  readonly label: string;
  /** Cases of positive weight with all values. */
  readonly n: number;
  /** Rows of the (restricted) design left out because a value is missing. */
  readonly missing: number;
}

/**
 * Whether the mean of a column differs from `against`: t = (mean - against) / se with one degree of freedom fewer than the
 * design's (as R does; the design's own would be the usual choice for an interval). R: `svyttest(y ~ 0)`.
 * Oracle: fixtures/r/reference, family ttest. Refuses what `estimateMeans` does, no cases, and `against` that is no number.
 */
export function testMean(
  design: AnalysisDesign,
  column: NamedColumn,
  options: { readonly against: number; readonly missing: 'listwise' | 'refuse' },
): Result<TTest, TestRefusal> {
  const missing = countMissing(design, toFloat64(column.values));
  const { label } = column;
  const { against } = options;
  if (!Number.isFinite(against)) {
    const message = `"against" is ${against}: a mean is tested against a number.`;
    return refused({ code: 'against-not-a-number', argument: 'against', value: against, message });
  }
  if (options.missing === 'refuse' && missing.count > 0) {
    const message = `"${label}" is missing in ${missing.count} rows, first in row ${missing.first}.`;
    return refused({ code: 'value-missing', argument: label, row: missing.first, count: missing.count, message });
  }
  const made = estimateMeans(design, [column], { missing: 'itemwise', covariance: 'joint' });
  if (!made.ok)
    return refused(
      ...made.reasons.filter((reason) => reason.code !== 'no-estimates' && reason.code !== 'domain-not-usable'),
    );
  const estimate = made.value.estimates[0]!;
  if (estimate.status === 'no-cases') return noCases(label);
  const { value, variance, n } = estimate;
  const test = testAgainstZero(value - against, variance, made.value.df - 1);
  return accepted({ ...test, label, n, missing: missing.count });
}

/**
 * Whether two answers of the same cases differ on average: the test of the mean of second - first, over cases that have
 * both. With missing values this is not the difference of the two means. R: `svyttest(I(second - first) ~ 0)`.
 */
export function testPairedDifference(
  design: AnalysisDesign,
  first: NamedColumn,
  second: NamedColumn,
  options: { readonly missing: 'listwise' | 'refuse' },
): Result<TTest, TestRefusal> {
  const a = toFloat64(first.values);
  const b = toFloat64(second.values);
  const lengths = [first, second].filter(({ values }) => values.length !== design.rows);
  if (lengths.length > 0)
    return refused(
      ...lengths.map(({ label, values: { length } }): TestRefusal => {
        const message = `"${label}" has ${length} entries for ${design.rows} cases.`;
        return { code: 'length-differs', argument: label, length, rows: design.rows, message };
      }),
    );
  const infinite = [first, second].flatMap(({ label }, index) => infiniteValues(label, index === 0 ? a : b));
  if (infinite.length > 0) return refused(...infinite);
  const values = b.map((value, row) => value - a[row]!);
  return testMean(design, { label: `${second.label} - ${first.label}`, values }, { against: 0, ...options });
}

/**
 * Whether the means of two groups differ: second level minus first, with the covariance that groups sharing sampling units
 * have, and the degrees of freedom of the regression on the group: those of the design over the complete rows, less 1.
 * R: `svyttest(y ~ group)`. Oracle: fixtures/r/reference, family ttest. Refuses other than two groups with cases.
 */
export function compareTwoGroups(
  design: AnalysisDesign,
  column: NamedColumn,
  groups: Factor,
  options: { readonly missing: 'listwise' | 'refuse' },
): Result<TTest, TestRefusal> {
  const { label } = column;
  const made = fitLinearModel(design, {
    response: column,
    terms: [{ kind: 'factor', label: 'group', factor: groups }],
    intercept: true,
    missing: options.missing,
  });
  if (!made.ok)
    return refused(
      ...made.reasons.flatMap((reason): TestRefusal[] => {
        switch (reason.code) {
          case 'length-differs':
          case 'code-without-level':
          case 'infinite-value':
          case 'value-missing':
          case 'no-cases':
            return [reason];
          case 'one-level':
            return [notTwoGroups(reason.levels)];
          default:
            return [];
        }
      }),
    );
  const model = made.value;
  const difference = model.estimates[1];
  const variable = model.frame.variables.get('group');
  if (model.estimates.length !== 2 || difference?.status !== 'estimated')
    return refused(notTwoGroups(variable?.kind === 'factor' ? variable.levels : []));
  const { n, missing } = model.counts;
  return accepted({ ...testAgainstZero(difference.value, difference.variance, model.df), label, n, missing });
}

/** Infinity less infinity would pass for a missing value. */
function infiniteValues(argument: string, values: Float64Array): TestRefusal[] {
  const isInfinite = (value: number) => value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY;
  const row = values.findIndex(isInfinite);
  if (row < 0) return [];
  const count = values.reduce((sum, value) => sum + (isInfinite(value) ? 1 : 0), 0);
  const message = `"${argument}" is infinite in ${count} rows, first in row ${row}.`;
  return [{ code: 'infinite-value', argument, row, count, message }];
}

function notTwoGroups(levels: readonly string[]): TestRefusal {
  const message = `A comparison of two groups needs two levels with cases; there are ${levels.length}.`;
  return { code: 'not-two-groups', argument: 'groups', levels, message };
}

function noCases(label: string): Result<never, TestRefusal> {
  return refused({ code: 'no-cases', message: `No case of positive weight has a value of "${label}".` });
}

function countMissing(
  design: AnalysisDesign,
  values: Float64Array,
): { readonly count: number; readonly first: number } {
  let count = 0;
  let first = -1;
  const { inside } = design;
  for (let row = 0; row < Math.min(design.rows, values.length); row += 1) {
    if ((inside !== null && inside[row] !== 1) || !Number.isNaN(values[row]!)) continue;
    if (count === 0) first = row;
    count += 1;
  }
  return { count, first };
}
