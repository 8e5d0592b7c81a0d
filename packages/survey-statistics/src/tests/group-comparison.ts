import type { Factor } from '../columns.ts';
import { type Contrast, differenceOf } from '../contrast.ts';
import { complementOf, domainsOf } from '../domains.ts';
import { checkBreakdown, checkColumn } from '../estimand-columns.ts';
import type { Estimate } from '../estimate.ts';
import { estimateJointly } from '../estimate-jointly.ts';
import type { NamedColumn } from '../estimate-means.ts';
import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { TestRefusal } from './test-refusal.ts';

export interface GroupComparison extends Contrast {
  readonly group: Estimate;
  readonly against: Estimate;
}

/**
 * A group against the rest of the breakdown (`complement`), or against everybody in it (`total`, which holds the group): the
 * difference of the means with their covariance under the design. Degrees of freedom: one fewer than the design's, as the
 * regression on the group has. A group that is small against the total moves it little; where it is large, `total` hides what
 * `complement` shows. R: `svyttest(y ~ I(group == level))`, `svycontrast`. Oracle: fixtures/r/oracle/planning.
 * Refuses a level the factor does not have, a group or a rest without cases, and columns of another length.
 */
export function compareWithRest(
  design: AnalysisDesign,
  column: NamedColumn,
  breakdown: Factor,
  level: string,
  against: 'complement' | 'total',
): Result<GroupComparison, TestRefusal> {
  if (!breakdown.levels.includes(level)) {
    const message = `The breakdown has no level "${level}".`;
    return refused({ code: 'unknown-level', argument: 'breakdown', level, message });
  }
  const unusable = [
    ...checkBreakdown(breakdown, design.rows, 'breakdown'),
    ...checkColumn(column.values, column.label, design.rows),
  ];
  if (unusable.length > 0) return refused(...unusable);
  const group = domainsOf(breakdown)[breakdown.levels.indexOf(level)]!.rows;
  const rest = complementOf(breakdown, level);
  if (!rest.ok) return rest;
  const other = against === 'complement' ? rest.value : Int32Array.from([...group, ...rest.value]).sort();
  const mean = (label: string, rows: Int32Array) =>
    ({ statistic: 'mean', label, variable: column.values, rows }) as const;
  const made = estimateJointly(design, [mean(level, group), mean(against, other)]);
  if (!made.ok)
    return refused(
      ...made.reasons.filter((reason) => reason.code !== 'no-estimates' && reason.code !== 'domain-not-usable'),
    );
  const difference = differenceOf(made.value, 0, 1, made.value.df - 1);
  if (difference === null)
    return refused({ code: 'no-cases', message: `The group "${level}" or the rest has no case with a value.` });
  const [first, second] = made.value.estimates;
  return accepted({ ...difference, group: first!, against: second! });
}
