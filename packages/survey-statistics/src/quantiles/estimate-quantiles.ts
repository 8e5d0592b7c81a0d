import { type Factor, toFloat64 } from '../columns.ts';
import { degreesOfFreedomOf } from '../degrees-of-freedom.ts';
import { studentTQuantile } from '../distributions/student-t.ts';
import { checkBreakdown, checkEstimands } from '../estimand-columns.ts';
import type { EstimateRefusal, NoCases } from '../estimate.ts';
import { breakdown, labelIn, type NamedColumn } from '../estimate-means.ts';
import { checkLevel, type LevelRefusal } from '../level-check.ts';
import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { QuantileIntervalMethod } from './quantile-interval.ts';
import { quantileLimits } from './quantile-limits.ts';
import { type QuantileRule, quantileOf, tiesOf } from './quantile-rule.ts';
import { type WeightedDistribution, weightedDistribution } from './weighted-distribution.ts';

/** A quantile with its interval, in the units of the column. */
export interface Quantile {
  readonly status: 'estimated';
  readonly label: string;
  /** Share of the population at or below it, 0-1. */
  readonly p: number;
  readonly value: number;
  /** Limits; NaN where the sample does not reach so far out, or where the interval cannot be computed. */
  readonly low: number;
  readonly high: number;
  /** Width of the interval over twice the critical value of t, so that value +- t se has its width; NaN where a limit is. */
  readonly se: number;
  /** PSUs minus strata among the rows that take part (R: degf of the subset). */
  readonly df: number;
  /** Rows with a value and a positive weight, unweighted. */
  readonly n: number;
  readonly sumOfWeights: number;
}

export interface QuantileOptions {
  /** Shares, each 0-1: 0.5 is the median. */
  readonly shares: readonly number[];
  readonly rule: QuantileRule;
  readonly interval: QuantileIntervalMethod;
  /** Coverage of the interval, such as 0.95. */
  readonly level: number;
  readonly by?: Factor;
}

/** Why quantiles cannot be estimated. */
export type QuantileRefusal =
  | EstimateRefusal
  | { readonly code: 'share-outside'; readonly share: number; readonly message: string }
  | LevelRefusal
  | { readonly code: 'needs-replicates'; readonly message: string }
  | { readonly code: 'needs-linearization'; readonly message: string };

/**
 * Population quantiles of columns, in their units: values below which a share p of the population lies, with design-based
 * intervals; each column keeps its own missing values; ordered by column, domain, share. Woodruff (1952), Journal of the American
 * Statistical Association 47; Francisco and Fuller (1991), Annals of Statistics 19. R: `svyquantile` (4.1 and later), with `by`
 * `svyby`; `score` takes R's step from the root back to the data, which is exact where weights are equal. Oracle:
 * fixtures/r/reference, family quantiles; fixtures/r/oracle/quantiles. A domain without cases gives `no-cases`. Refuses shares
 * outside of 0-1, a level not between 0 and 1, columns of another length than the design, infinite values, `replicates` without replicate weights and `score`
 * with them.
 */
export function estimateQuantiles(
  design: AnalysisDesign,
  variables: readonly NamedColumn[],
  options: QuantileOptions,
): Result<readonly (Quantile | NoCases)[], QuantileRefusal> {
  const reasons = refusals(design, variables, options);
  if (reasons.length > 0) return refused(...reasons);
  const domains = breakdown(options.by);
  return accepted(
    variables.flatMap(({ label, values }) => {
      const column = toFloat64(values);
      return domains.flatMap(({ level, rows }) =>
        quantilesOf(design, column, validRows(design, rows, column), labelIn(level, label, variables.length), options),
      );
    }),
  );
}

function quantilesOf(
  design: AnalysisDesign,
  column: Float64Array,
  rows: Int32Array,
  label: string,
  options: QuantileOptions,
): readonly (Quantile | NoCases)[] {
  const distribution = weightedDistribution(column, design.weights, rows, tiesOf(options.rule));
  if (distribution === null) return options.shares.map(() => ({ status: 'no-cases', label, n: 0 }));
  const df = degreesOfFreedomOf(design, rows);
  const critical = df > 0 ? studentTQuantile((1 - options.level) / 2, df, 'upper') : Number.NaN;
  return options.shares.map((p): Quantile => {
    const value = quantileOf(distribution, p, options.rule);
    const [low, high] = quantileLimits({ design, column, rows, distribution, p, value, df, ...options });
    const se = (high - low) / (2 * critical);
    return { status: 'estimated', label, p, value, low, high, se, df, ...facts(distribution) };
  });
}

function facts({ n, total }: WeightedDistribution) {
  return { n, sumOfWeights: total };
}

/** Rows of the domain with a value, those of weight zero included. */
function validRows(design: AnalysisDesign, domain: Int32Array | null, column: Float64Array): Int32Array {
  const { inside } = design;
  const count = domain === null ? design.rows : domain.length;
  const kept = new Int32Array(count);
  let size = 0;
  for (let index = 0; index < count; index += 1) {
    const row = domain === null ? index : domain[index]!;
    if ((inside !== null && inside[row] !== 1) || Number.isNaN(column[row]!)) continue;
    kept[size] = row;
    size += 1;
  }
  return kept.subarray(0, size);
}

function refusals(
  design: AnalysisDesign,
  variables: readonly NamedColumn[],
  { shares, interval, level, by }: QuantileOptions,
): QuantileRefusal[] {
  const estimands = variables.map(({ label, values }) => ({
    statistic: 'mean' as const,
    label,
    variable: values,
    rows: null,
  }));
  const outside = shares.filter((share) => !(share >= 0 && share <= 1));
  return [
    ...checkEstimands(design, estimands),
    ...checkBreakdown(by, design.rows),
    ...checkLevel(level),
    ...outside.map((share): QuantileRefusal => {
      return { code: 'share-outside', share, message: `The share ${share} of a quantile is not between 0 and 1.` };
    }),
    ...(interval === 'replicates' && design.variance !== 'replication'
      ? [
          {
            code: 'needs-replicates' as const,
            message: 'Intervals from replicates need a design with replicate weights.',
          },
        ]
      : []),
    ...(interval === 'score' && design.variance === 'replication'
      ? [{ code: 'needs-linearization' as const, message: 'Score intervals need a design without replicate weights.' }]
      : []),
  ];
}
