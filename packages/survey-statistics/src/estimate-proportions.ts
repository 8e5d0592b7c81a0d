import type { Factor } from './columns.ts';
import type { EstimateRefusal, EstimateSet } from './estimate.ts';
import { type EstimateOptions, estimateMeans, estimateTotals, type NamedColumn } from './estimate-means.ts';
import type { AnalysisDesign } from './replicates/replicate-design.ts';
import type { Result } from './result.ts';

/**
 * Shares of the levels of a factor, 0-1, over the rows whose level is known: the means of its indicators, which add up to 1.
 * A level that nobody has gets 0 with standard error 0. R: `svymean` of a factor. Oracle: fixtures/r/reference, family
 * proportions. Intervals: `proportionInterval`.
 */
export function estimateProportions(
  design: AnalysisDesign,
  factor: Factor,
  options: Pick<EstimateOptions, 'by' | 'covariance'>,
): Result<EstimateSet, EstimateRefusal> {
  return estimateMeans(design, indicatorsOf(factor), { ...options, missing: 'itemwise' });
}

/** Estimated population counts of the levels of a factor. R: `svytotal` of a factor, `svytable`. */
export function estimateCounts(
  design: AnalysisDesign,
  factor: Factor,
  options: Pick<EstimateOptions, 'by' | 'covariance'>,
): Result<EstimateSet, EstimateRefusal> {
  return estimateTotals(design, indicatorsOf(factor), { ...options, missing: 'itemwise' });
}

/** One column per level: 1 where the row has it, 0 where it has another, NaN where its level is missing. */
export function indicatorsOf(factor: Factor): readonly NamedColumn[] {
  return factor.levels.map((label, level) => ({
    label,
    values: Float64Array.from(factor.codes, (code) => (code < 0 ? Number.NaN : code === level ? 1 : 0)),
  }));
}
