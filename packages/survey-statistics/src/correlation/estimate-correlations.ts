import { type Factor, type NumberColumn, toFloat64 } from '../columns.ts';
import { deltaContrast } from '../contrast.ts';
import { normalQuantile } from '../distributions/normal.ts';
import { studentTQuantile } from '../distributions/student-t.ts';
import { domainsOf } from '../domains.ts';
import type { DomainRows, Estimand } from '../estimand.ts';
import { checkBreakdown, checkColumn } from '../estimand-columns.ts';
import type { EstimateRefusal, EstimateSet } from '../estimate.ts';
import { estimateJointly } from '../estimate-jointly.ts';
import { labelIn } from '../estimate-means.ts';
import type { ConfidenceInterval } from '../mean-interval.ts';
import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import { accepted, type Result, refused } from '../result.ts';

/** Two columns whose correlation is asked for, with the name under which it comes back. */
export interface CorrelationPair {
  readonly label: string;
  readonly variable: NumberColumn;
  readonly other: NumberColumn;
}

/** A correlation with its precision, or why there is none: no case has both values, or one of the columns does not vary. */
export type Correlation =
  | {
      readonly status: 'estimated';
      readonly label: string;
      readonly value: number;
      readonly se: number;
      readonly df: number;
      /** Rows with both values and a positive weight, unweighted. */
      readonly n: number;
    }
  | { readonly status: 'no-cases' | 'no-variance'; readonly label: string };

/**
 * Weighted Pearson correlations of pairs of columns, -1 to 1, each over the rows with both values: covariance over the root of
 * the product of the variances, standard error by the delta method from the joint covariance of the three under the design. With
 * `by` one per level, ordered by pair, then level. R: `svyvar` with the delta method, `cov2cor`. Oracle: fixtures/r/reference,
 * family correlation. At a correlation of -1 or 1 the standard error is 0 and says nothing. Refuses columns of another length than
 * the design and infinite values.
 */
export function estimateCorrelations(
  design: AnalysisDesign,
  pairs: readonly CorrelationPair[],
  options: { readonly by?: Factor } = {},
): Result<readonly Correlation[], EstimateRefusal> {
  const unusable = [
    ...checkBreakdown(options.by, design.rows),
    ...pairs.flatMap((pair) => checkPair(pair, design.rows)),
  ];
  if (unusable.length > 0) return refused(...unusable);
  const domains: readonly { level: string | null; rows: DomainRows }[] =
    options.by === undefined ? [{ level: null, rows: null }] : domainsOf(options.by);
  const found: Correlation[] = [];
  for (const pair of pairs)
    for (const { level, rows } of domains) {
      const label = labelIn(level, pair.label, pairs.length);
      const moments = estimateJointly(design, momentEstimands(pair, rows));
      if (!moments.ok) return refused(...moments.reasons);
      found.push(correlationOfMoments(moments.value, label));
    }
  return accepted(found);
}

function checkPair({ label, variable, other }: CorrelationPair, rows: number): EstimateRefusal[] {
  return [...checkColumn(variable, label, rows), ...checkColumn(other, label, rows)];
}

/** Variance, covariance, variance: each over the rows with both values. */
function momentEstimands({ variable, other }: CorrelationPair, rows: DomainRows): readonly Estimand[] {
  const a = toFloat64(variable);
  const b = toFloat64(other);
  const first = a.map((value, row) => (Number.isNaN(b[row]!) ? Number.NaN : value));
  const second = b.map((value, row) => (Number.isNaN(a[row]!) ? Number.NaN : value));
  const moment = (label: string, a: Float64Array, b: Float64Array): Estimand => {
    return { statistic: 'covariance', label, variable: a, other: b, rows };
  };
  return [moment('variance', first, first), moment('covariance', first, second), moment('other', second, second)];
}

/** The correlation of the first and last of three estimates, variance, covariance and variance, of one set. */
export function correlationOfMoments(set: EstimateSet, label: string): Correlation {
  const [first, , second] = set.estimates;
  if (first?.status !== 'estimated' || second?.status !== 'estimated') return { status: 'no-cases', label };
  if (!(first.value > 0) || !(second.value > 0)) return { status: 'no-variance', label };
  const contrast = deltaContrast(set, {
    value: ([a, c, b]) => c! / Math.sqrt(a! * b!),
    gradient: ([a, c, b]) => {
      const r = c! / Math.sqrt(a! * b!);
      return [-r / (2 * a!), 1 / Math.sqrt(a! * b!), -r / (2 * b!)];
    },
  });
  if (contrast === null) return { status: 'no-cases', label };
  return { status: 'estimated', label, value: contrast.value, se: contrast.se, df: first.domainDf, n: first.n };
}

/**
 * Interval of a correlation: t interval of its hyperbolic arctangent (Fisher's z, standard error se / (1 - r^2)), turned back, so
 * that it stays within -1 and 1. Null where r is -1 or 1 or df not positive.
 */
export function correlationInterval(
  { value, se, df }: { readonly value: number; readonly se: number; readonly df: number },
  level: number,
): ConfidenceInterval<'fisher'> | null {
  if (!(df > 0) || !(Math.abs(value) < 1)) return null;
  const tail = (1 - level) / 2;
  const critical =
    df === Number.POSITIVE_INFINITY ? normalQuantile(tail, 'upper') : studentTQuantile(tail, df, 'upper');
  const half = (critical * se) / (1 - value ** 2);
  const centre = Math.atanh(value);
  return { low: Math.tanh(centre - half), high: Math.tanh(centre + half), level, method: 'fisher' };
}
