import type { Factor } from './columns.ts';
import { type Contrast, differenceOf, testAgainstZero } from './contrast.ts';
import type { Estimand } from './estimand.ts';
import type { EstimateRefusal, EstimateSet } from './estimate.ts';
import { estimateJointly } from './estimate-jointly.ts';
import { estimateMeans, type NamedColumn } from './estimate-means.ts';
import type { AnalysisDesign } from './replicates/replicate-design.ts';
import { accepted, type Result } from './result.ts';

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
 * Oracle: fixtures/r/reference, case wave.independent.
 */
export function independentChange(before: IndependentEstimate, after: IndependentEstimate): Contrast {
  return testAgainstZero(after.value - before.value, before.variance + after.variance, before.df + after.df);
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
 * covariance. Kish (1965), Survey Sampling, 12.4.
 */
export function overlappingChange(
  before: IndependentEstimate,
  after: IndependentEstimate,
  overlap: WaveOverlap,
): Contrast {
  const shared = Math.sqrt(overlap.shareOfBefore * overlap.shareOfAfter * before.variance * after.variance);
  const variance = before.variance + after.variance - 2 * overlap.correlation * shared;
  return testAgainstZero(after.value - before.value, Math.max(0, variance), Math.min(before.df, after.df));
}

/**
 * Change of a mean from one wave to another, both in one design: independent waves are strata of it, overlapping ones are
 * clustered on the person (`stackWaves` makes either). Degrees of freedom: the design's. Null where a wave has no cases.
 * R: `svycontrast(svyby(~y, ~wave, design, svymean, covmat = TRUE), c(-1, 1))`. Oracle: fixtures/r/reference, family waves.
 */
export function changeBetweenWaves(
  design: AnalysisDesign,
  column: NamedColumn,
  waves: Factor,
  from: string,
  to: string,
): Result<Contrast | null, EstimateRefusal> {
  const [first, second] = [from, to].map((level) => {
    const code = waves.levels.indexOf(level);
    if (code < 0) throw new Error(`there is no wave "${level}"`);
    return code;
  });
  const made = estimateMeans(design, [column], { missing: 'itemwise', covariance: 'joint', by: waves });
  return made.ok ? accepted(differenceOf(made.value, second!, first!)) : made;
}

/**
 * Rolling means: for each wave the mean over its cases and those of the `width - 1` waves before, labelled by the last, with
 * the full covariance (neighbouring means share most of their cases). Their changes are `differenceOf` the set. Waves before
 * the first full window have none. R: `svymean` over subsets, `svycontrast`.
 */
export function estimateRollingMeans(
  design: AnalysisDesign,
  column: NamedColumn,
  waves: Factor,
  width: number,
): Result<EstimateSet, EstimateRefusal> {
  if (!(Number.isInteger(width) && width > 0)) throw new Error(`a window of ${width} waves`);
  const windows = waves.levels.slice(width - 1).map((label, start): Estimand => {
    const rows: number[] = [];
    waves.codes.forEach((code, row) => {
      if (code >= start && code < start + width) rows.push(row);
    });
    return { statistic: 'mean', label, variable: column.values, rows: Int32Array.from(rows) };
  });
  return estimateJointly(design, windows);
}
