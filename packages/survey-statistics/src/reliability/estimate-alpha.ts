import { toFloat64 } from '../columns.ts';
import { type Contrast, deltaContrast } from '../contrast.ts';
import { completeRows } from '../domains.ts';
import type { DomainRows, Estimand } from '../estimand.ts';
import type { EstimateRefusal, EstimateSet } from '../estimate.ts';
import { estimateJointly } from '../estimate-jointly.ts';
import type { NamedColumn } from '../estimate-means.ts';
import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import { accepted, type Result, refused } from '../result.ts';

/** Cronbach's alpha with its precision. */
export interface AlphaEstimate extends Pick<Contrast, 'value' | 'se' | 'df'> {
  /** Complete cases with a positive weight, unweighted. */
  readonly n: number;
}

/** Why alpha cannot be estimated. */
export type AlphaRefusal =
  | EstimateRefusal
  | { readonly code: 'too-few-items'; readonly items: number; readonly message: string }
  | { readonly code: 'no-cases' | 'no-variance'; readonly message: string };

/**
 * Cronbach's alpha of two items or more over the complete cases of a domain (`rows` null: of the design), with a standard error
 * under the design: a smooth function of the variances of the items and of their sum, by the delta method. Cronbach (1951),
 * Psychometrika 16. R: `svycralpha` (without its standard error), `svyvar` with `svycontrast`. Oracle: fixtures/r/reference,
 * case alpha.weighted; fixtures/r/oracle/scores. Refuses fewer than two items, a domain without complete cases, items whose sum
 * does not vary, columns of another length than the design and infinite values.
 */
export function estimateAlpha(
  design: AnalysisDesign,
  items: readonly NamedColumn[],
  rows: DomainRows = null,
): Result<AlphaEstimate, AlphaRefusal> {
  const count = items.length;
  if (count < 2)
    return refused({ code: 'too-few-items', items: count, message: `Alpha needs two items or more, not ${count}.` });
  const columns = items.map(({ values }) => toFloat64(values));
  const sum = columns[0]!.map((_, row) => columns.reduce((total, column) => total + column[row]!, 0));
  const complete = completeRows(columns, rows, design.rows);
  const variances = [...columns, sum].map((column, index): Estimand => {
    return {
      statistic: 'covariance',
      label: items[index]?.label ?? 'sum',
      variable: column,
      other: column,
      rows: complete,
    };
  });
  const estimated = estimateJointly(design, variances);
  if (!estimated.ok) return refused(...estimated.reasons);
  return alphaOfVariances(estimated.value);
}

/** Alpha from the variances of the items and, last, of their sum. */
export function alphaOfVariances(set: EstimateSet): Result<AlphaEstimate, AlphaRefusal> {
  const count = set.estimates.length - 1;
  const total = set.estimates[count]!;
  if (total.status === 'no-cases') return refused({ code: 'no-cases', message: 'No case answered all of the items.' });
  if (!(total.value > 0)) return refused({ code: 'no-variance', message: 'The sum of the items does not vary.' });
  const factor = count / (count - 1);
  const parts = (values: readonly number[]) => {
    const whole = values[count]!;
    return { whole, trace: values.slice(0, count).reduce((all, value) => all + value, 0) };
  };
  const alpha = deltaContrast(set, {
    value: (values) => factor * (1 - parts(values).trace / parts(values).whole),
    gradient: (values) => {
      const { whole, trace } = parts(values);
      return values.map((_, index) => (index < count ? -factor / whole : (factor * trace) / whole ** 2));
    },
  })!;
  return accepted({ value: alpha.value, se: alpha.se, df: total.domainDf, n: total.n });
}
