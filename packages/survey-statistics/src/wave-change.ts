import { type ArgumentRefusal, checkArgument, checkFinite, checkNotNegative } from './argument-check.ts';
import type { Factor } from './columns.ts';
import { type Contrast, differenceOf, testAgainstZero } from './contrast.ts';
import type { Estimand } from './estimand.ts';
import { checkBreakdown, checkColumn } from './estimand-columns.ts';
import type { EstimateRefusal, EstimateSet } from './estimate.ts';
import { estimateJointly } from './estimate-jointly.ts';
import { estimateMeans, type NamedColumn } from './estimate-means.ts';
import type { AnalysisDesign } from './replicates/replicate-design.ts';
import { accepted, type Result, refused } from './result.ts';
import type { TestRefusal } from './tests/test-refusal.ts';

/** Why two waves cannot be compared. */
export type WaveRefusal = Extract<TestRefusal, { readonly code: 'unknown-level' | 'not-two-groups' | 'no-cases' }>;

/** An estimate of one of two samples. */
export interface IndependentEstimate {
  readonly value: number;
  readonly variance: number;
  readonly df: number;
}

/**
 * Change between two independent samples: after - before, variances added, df the sum of both designs' (as if the waves were
 * strata of one design). Where some people answered in both waves, put both waves in one design clustered on the person
 * (`stackWaves`) and use `changeBetweenWaves`: the covariance of the overlap then counts. R: `svycontrast` on waves as strata.
 * Oracle: fixtures/r/reference, case wave.independent. Refuses values that are no numbers and negative variances.
 */
export function independentChange(
  before: IndependentEstimate,
  after: IndependentEstimate,
): Result<Contrast, ArgumentRefusal> {
  const reasons = checkBoth(before, after);
  if (reasons.length > 0) return refused(...reasons);
  const variance = before.variance + after.variance;
  return accepted(testAgainstZero(after.value - before.value, variance, before.df + after.df));
}

function checkBoth(before: IndependentEstimate, after: IndependentEstimate): readonly ArgumentRefusal[] {
  return Object.entries({ before, after }).flatMap(([name, { value, variance, df }]) => [
    ...checkFinite(`${name}.value`, value),
    ...checkNotNegative(`${name}.variance`, variance),
    ...checkArgument(`${name}.df`, df, df >= 0, 'is 0 or more'),
  ]);
}

/** People who answered in both waves, as shares of the cases of each, and the correlation of their two answers. */
export interface WaveOverlap {
  readonly shareOfBefore: number;
  readonly shareOfAfter: number;
  /** From -1 to 1; positive where who was high stays high. */
  readonly correlation: number;
}

/**
 * Change between two samples that share some of their people, from published figures: variance
 * v1 + v2 - 2 r sqrt(share1 share2 v1 v2). With the cases themselves use `changeBetweenWaves`, which estimates the
 * covariance. Kish (1965), Survey Sampling, 12.4. Refuses what `independentChange` does, shares outside 0-1 and a correlation
 * outside of -1 to 1.
 */
export function overlappingChange(
  before: IndependentEstimate,
  after: IndependentEstimate,
  overlap: WaveOverlap,
): Result<Contrast, ArgumentRefusal> {
  const { shareOfBefore, shareOfAfter, correlation } = overlap;
  const reasons = [
    ...checkBoth(before, after),
    ...checkArgument('shareOfBefore', shareOfBefore, shareOfBefore >= 0 && shareOfBefore <= 1, 'lies from 0 to 1'),
    ...checkArgument('shareOfAfter', shareOfAfter, shareOfAfter >= 0 && shareOfAfter <= 1, 'lies from 0 to 1'),
    ...checkArgument('correlation', correlation, Math.abs(correlation) <= 1, 'lies from -1 to 1'),
  ];
  if (reasons.length > 0) return refused(...reasons);
  const shared = Math.sqrt(shareOfBefore * shareOfAfter * before.variance * after.variance);
  const variance = before.variance + after.variance - 2 * correlation * shared;
  const df = Math.min(before.df, after.df);
  return accepted(testAgainstZero(after.value - before.value, Math.max(0, variance), df));
}

/**
 * Change of a mean from one wave to another, both in one design: independent waves are strata of it, overlapping ones are
 * clustered on the person (`stackWaves` makes either). Degrees of freedom: the design's. Refuses a
 * level that is no wave, one wave against itself, a wave without cases, factors of another length and columns as `estimateMeans` does.
 * R: `svycontrast(svyby(~y, ~wave, design, svymean, covmat = TRUE), c(-1, 1))`. Oracle: fixtures/r/reference, family waves.
 */
export function changeBetweenWaves(
  design: AnalysisDesign,
  column: NamedColumn,
  waves: Factor,
  from: string,
  to: string,
): Result<Contrast, EstimateRefusal | WaveRefusal> {
  const unusable = checkBreakdown(waves, design.rows, 'waves');
  if (unusable.length > 0) return refused(...unusable);
  const reasons = [from, to].flatMap((level): WaveRefusal[] => {
    if (waves.levels.includes(level)) return [];
    return [{ code: 'unknown-level', argument: 'waves', level, message: `There is no wave "${level}".` }];
  });
  if (from === to)
    reasons.push({ code: 'not-two-groups', argument: 'to', levels: [to], message: `"${to}" is compared with itself.` });
  if (reasons.length > 0) return refused(...reasons);
  const made = estimateMeans(design, [column], { missing: 'itemwise', covariance: 'joint', by: waves });
  if (!made.ok) return made;
  const [first, second] = [waves.levels.indexOf(from), waves.levels.indexOf(to)];
  const change = differenceOf(made.value, second, first);
  if (change !== null) return accepted(change);
  const empty = made.value.estimates[first]?.status === 'no-cases' ? from : to;
  return refused({ code: 'no-cases', message: `No case of wave "${empty}" has a value of "${column.label}".` });
}

/**
 * Rolling means: for each wave the mean over its cases and those of the `width - 1` waves before, labelled by the last, with
 * the full covariance (neighbouring means share most of their cases). Their changes are `differenceOf` the set. Waves before
 * the first full window have none. R: `svymean` over subsets, `svycontrast`. Refuses a width that is no whole number from 1 to the
 * number of waves, factors of another length and columns as `estimateMeans` does.
 */
export function estimateRollingMeans(
  design: AnalysisDesign,
  column: NamedColumn,
  waves: Factor,
  width: number,
): Result<EstimateSet, EstimateRefusal | ArgumentRefusal> {
  const most = waves.levels.length;
  const fits = Number.isInteger(width) && width > 0 && width <= most;
  const reasons = [
    ...checkArgument('width', width, fits, `is a whole number from 1 to ${most}`),
    ...checkBreakdown(waves, design.rows, 'waves'),
    ...checkColumn(column.values, column.label, design.rows),
  ];
  if (reasons.length > 0) return refused(...reasons);
  const windows = waves.levels.slice(width - 1).map((label, start): Estimand => {
    const rows: number[] = [];
    waves.codes.forEach((code, row) => {
      if (code >= start && code < start + width) rows.push(row);
    });
    return { statistic: 'mean', label, variable: column.values, rows: Int32Array.from(rows) };
  });
  return estimateJointly(design, windows);
}
