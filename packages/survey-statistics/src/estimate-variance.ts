import type { Factor, NumberColumn } from './columns.ts';
import type { Estimand } from './estimand.ts';
import { checkBreakdown, checkColumn } from './estimand-columns.ts';
import type { Estimate, EstimateRefusal, EstimateSet } from './estimate.ts';
import { estimateJointly, estimateSeparately } from './estimate-jointly.ts';
import { breakdown, labelIn, type NamedColumn } from './estimate-means.ts';
import type { AnalysisDesign } from './replicates/replicate-design.ts';
import { type Result, refused } from './result.ts';

/**
 * Population variance of a column: sum w (y - mean)^2 / sum w * n / (n - 1), n the rows with a value and a positive weight;
 * in squared units. Standard error by linearisation. R: `svyvar` (4.5 where a value is missing: n counts rows with a value).
 * Oracle: fixtures/r/reference, family variances. One row gives NaN.
 */
export function estimateVariances(
  design: AnalysisDesign,
  variables: readonly NamedColumn[],
  options: { readonly by?: Factor; readonly covariance: 'joint' | 'separate' },
): Result<EstimateSet, EstimateRefusal> {
  const unusable: EstimateRefusal[] = checkBreakdown(options.by, design.rows);
  if (options.by !== undefined)
    for (const { label, values } of variables) unusable.push(...checkColumn(values, label, design.rows));
  if (unusable.length > 0) return refused(...unusable);
  const domains = breakdown(options.by);
  const estimands = variables.flatMap(({ label, values }) =>
    domains.map(
      ({ level, rows }): Estimand => ({
        statistic: 'covariance',
        variable: values,
        other: values,
        label: labelIn(level, label, variables.length),
        rows,
      }),
    ),
  );
  return options.covariance === 'joint' ? estimateJointly(design, estimands) : estimateSeparately(design, estimands);
}

/**
 * Population covariances of several columns, each pair once or in both orders as listed, with their joint covariance.
 * Rows missing either column of a pair are left out of that pair. R: `svyvar` of several variables.
 */
export function estimateCovariances(
  design: AnalysisDesign,
  pairs: readonly { readonly label: string; readonly variable: NumberColumn; readonly other: NumberColumn }[],
): Result<EstimateSet, EstimateRefusal> {
  return estimateJointly(
    design,
    pairs.map((pair): Estimand => ({ statistic: 'covariance', rows: null, ...pair })),
  );
}

/**
 * Population standard deviation, in the units of the column, from an estimate of the variance: its square root, with
 * standard error se / (2 sd) by the delta method; null where there are no cases or no variance. R: sqrt of `svyvar`.
 */
export function standardDeviation(variance: Estimate): { readonly value: number; readonly se: number } | null {
  if (variance.status === 'no-cases' || !(variance.value > 0)) return null;
  const value = Math.sqrt(variance.value);
  return { value, se: variance.se / (2 * value) };
}
