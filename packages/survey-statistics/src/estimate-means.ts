import { type Factor, type NumberColumn, toFloat64 } from './columns.ts';
import { completeRows, domainsOf } from './domains.ts';
import type { DomainRows, Estimand } from './estimand.ts';
import { checkBreakdown, checkColumn } from './estimand-columns.ts';
import type { EstimateRefusal, EstimateSet } from './estimate.ts';
import { estimateJointly, estimateSeparately } from './estimate-jointly.ts';
import type { AnalysisDesign } from './replicates/replicate-design.ts';
import { type Result, refused } from './result.ts';

/** A column to estimate, with the name under which its estimate comes back. */
export interface NamedColumn {
  readonly label: string;
  readonly values: NumberColumn;
}

export interface EstimateOptions {
  /** `listwise`: rows with any of the columns missing are left out of all; `itemwise`: each column keeps its own rows. */
  readonly missing: 'listwise' | 'itemwise';
  /** A breakdown: one estimate per level and column, all levels of the first column first (R: svyby). */
  readonly by?: Factor;
  /** `joint`: the full covariance between all estimates; `separate`: none, faster, each domain a design of its own. */
  readonly covariance: 'joint' | 'separate';
}

/**
 * Weighted mean (Hajek): sum w y / sum w over the rows with a value, in the units of the column; its variance by Taylor
 * linearisation of w (y - mean) / sum w. Särndal, Swensson and Wretman (1992), result 5.7.1. R: `svymean`, with `by` `svyby`.
 * Oracle: fixtures/r/reference, families means and domains. A constant has standard error 0; no valid row gives `no-cases`.
 */
export function estimateMeans(
  design: AnalysisDesign,
  variables: readonly NamedColumn[],
  options: EstimateOptions,
): Result<EstimateSet, EstimateRefusal> {
  return estimateEach(design, variables, options, 'mean');
}

/**
 * Estimated population total (Horvitz-Thompson): sum w y over the rows with a value, in the units of the column. Meaningful
 * where the weights add up to the population. Särndal, Swensson and Wretman (1992), 2.8. R: `svytotal`.
 * Oracle: fixtures/r/reference, family totals. No valid row gives `no-cases`, not 0.
 */
export function estimateTotals(
  design: AnalysisDesign,
  variables: readonly NamedColumn[],
  options: EstimateOptions,
): Result<EstimateSet, EstimateRefusal> {
  return estimateEach(design, variables, options, 'total');
}

/** A ratio to estimate: two columns, both needed in a row for it to count. */
export interface NamedRatio {
  readonly label: string;
  readonly numerator: NumberColumn;
  readonly denominator: NumberColumn;
}

/**
 * Ratio of two totals: sum w y / sum w x over the rows with both values; its variance by linearisation of
 * w (y - R x) / sum w x. Särndal, Swensson and Wretman (1992), result 5.6.2. R: `svyratio`. Oracle: fixtures/r/reference,
 * family ratios. A denominator that adds up to zero gives `no-cases`.
 */
export function estimateRatios(
  design: AnalysisDesign,
  ratios: readonly NamedRatio[],
  options: Pick<EstimateOptions, 'by' | 'covariance'>,
): Result<EstimateSet, EstimateRefusal> {
  const unusable: EstimateRefusal[] = checkBreakdown(options.by, design.rows);
  if (options.by !== undefined)
    for (const { label, numerator, denominator } of ratios)
      unusable.push(...checkColumn(numerator, label, design.rows), ...checkColumn(denominator, label, design.rows));
  if (unusable.length > 0) return refused(...unusable);
  const domains = breakdown(options.by);
  const estimands = ratios.flatMap(({ label, numerator, denominator }) =>
    domains.map(
      ({ level, rows }): Estimand => ({
        statistic: 'ratio',
        numerator,
        denominator,
        label: labelIn(level, label, ratios.length),
        rows,
      }),
    ),
  );
  return options.covariance === 'joint' ? estimateJointly(design, estimands) : estimateSeparately(design, estimands);
}

function estimateEach(
  design: AnalysisDesign,
  variables: readonly NamedColumn[],
  options: EstimateOptions,
  statistic: 'mean' | 'total',
): Result<EstimateSet, EstimateRefusal> {
  const unusable: EstimateRefusal[] = checkBreakdown(options.by, design.rows);
  // With a breakdown estimates are named by its levels: a column that cannot be used is named by itself.
  if (options.by !== undefined || options.missing === 'listwise')
    for (const { label, values } of variables) unusable.push(...checkColumn(values, label, design.rows));
  if (unusable.length > 0) return refused(...unusable);
  const columns = variables.map(({ values }) => toFloat64(values));
  const listwise = options.missing === 'listwise' && columns.length > 1;
  const domains = breakdown(options.by).map(({ level, rows }) => ({
    level,
    rows: listwise ? completeRows(columns, rows, design.rows) : rows,
  }));
  const estimands = variables.flatMap(({ label }, index) =>
    domains.map(
      ({ level, rows }): Estimand => ({
        statistic,
        variable: columns[index]!,
        label: labelIn(level, label, variables.length),
        rows,
      }),
    ),
  );
  return options.covariance === 'joint' ? estimateJointly(design, estimands) : estimateSeparately(design, estimands);
}

/** The domains of a breakdown, or everybody (level null) where there is none. */
export function breakdown(
  by: Factor | undefined,
): readonly { readonly level: string | null; readonly rows: DomainRows }[] {
  return by === undefined ? [{ level: null, rows: null }] : domainsOf(by);
}

/** Labels as R's svyby writes them: the level, and after it the column where there are several ("E:api00"). */
export function labelIn(level: string | null, label: string, columns: number): string {
  if (level === null) return label;
  return columns > 1 ? `${level}:${label}` : level;
}
