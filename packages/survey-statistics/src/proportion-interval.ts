import { betaQuantile } from './distributions/beta.ts';
import { normalQuantile } from './distributions/normal.ts';
import { studentTQuantile } from './distributions/student-t.ts';
import { isLevel } from './level-check.ts';
import { type ConfidenceInterval, tInterval } from './mean-interval.ts';

/**
 * `mean`: value +- t se, may leave 0-1. `xlogit`: t interval on the log odds. `logit`: the same from a logistic regression;
 * from an estimate alone it is `xlogit`, digit by digit as R's `logit` in `estimateProportionInterval`. `likelihood`: the
 * shares whose Rao-Scott likelihood ratio is below its critical value; from an estimate alone the exact limits, which R
 * reads off an interpolated profile (`estimateProportionInterval`). `asin`: on the arcsine of the root. `beta`: Korn and Graubard (1998), exact binomial limits at the effective
 * sample size corrected for df. `wilson`: score interval at the effective sample size with a t critical value.
 */
export type ProportionIntervalMethod = 'mean' | 'logit' | 'xlogit' | 'likelihood' | 'asin' | 'beta' | 'wilson';

export interface ProportionInput {
  /** Estimated share, 0-1. */
  readonly value: number;
  readonly variance: number;
  readonly df: number;
  /** Unweighted cases with a value. */
  readonly n: number;
  /** Rows of the (restricted) design, missing answers included, as R's `beta` counts them; `n` where left out. */
  readonly designRows?: number;
}

/**
 * Confidence interval of a share. At 0 and 1, and wherever the variance is 0, no method that works from the variance says
 * anything (R gives NaN or a point): there the exact binomial limits with effective n = n stand in, named `clopper-pearson`.
 * Null where df is not positive, or the level not between 0 and 1. R: `svyciprop`. Oracle: fixtures/r/reference, family proportion_ci.
 */
export function proportionInterval(
  estimate: ProportionInput,
  method: ProportionIntervalMethod,
  level: number,
): ConfidenceInterval<ProportionIntervalMethod | 'clopper-pearson'> | null {
  const { value: p, variance, df, n } = estimate;
  if (!(df > 0) || Number.isNaN(variance) || !isLevel(level)) return null;
  const se = Math.sqrt(Math.max(0, variance));
  if (p <= 0 || p >= 1 || se < 1e-12) return clopperPearsonInterval(p * n, n, level);
  const t = studentTQuantile((1 - level) / 2, df, 'upper');
  const named = (low: number, high: number) => ({ low, high, level, method });
  switch (method) {
    case 'mean': {
      const interval = tInterval({ value: p, se, df }, level)!;
      return named(interval.low, interval.high);
    }
    case 'logit':
    case 'xlogit': {
      const centre = Math.log(p / (1 - p));
      const half = (t * se) / (p * (1 - p));
      return named(1 / (1 + Math.exp(half - centre)), 1 / (1 + Math.exp(-half - centre)));
    }
    case 'likelihood': {
      const [low, high] = likelihoodLimits(p, (t * t * variance * n) / (p * (1 - p) * (n - 1)));
      return named(low, high);
    }
    case 'asin': {
      const centre = Math.asin(Math.sqrt(p));
      const half = (t * se) / (2 * Math.sqrt(p * (1 - p)));
      return named(Math.sin(centre - half) ** 2, Math.sin(centre + half) ** 2);
    }
    case 'beta': {
      const effective = effectiveSampleSize({ ...estimate, level });
      const [low, high] = exactLimits(p * effective, effective, level);
      return named(low, high);
    }
    case 'wilson': {
      const [low, high] = scoreLimits(p, (p * (1 - p)) / variance, t);
      return named(low, high);
    }
  }
}

/** Where 2 (p log(p / q) + (1 - p) log((1 - p) / (1 - q))) reaches `cutoff`, below and above p. */
function likelihoodLimits(p: number, cutoff: number): readonly [number, number] {
  const distance = (q: number) => 2 * (p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q)));
  const cross = (end: number) => {
    let near = p;
    let far = end;
    for (let step = 0; step < 200 && near !== far; step += 1) {
      const middle = (near + far) / 2;
      if (middle === near || middle === far) break;
      if (distance(middle) < cutoff) near = middle;
      else far = middle;
    }
    return (near + far) / 2;
  };
  return [cross(0), cross(1)];
}

/** p (1 - p) / variance, times (t(n - 1) / t(df))^2: the effective sample size of Korn and Graubard's interval. */
export function effectiveSampleSize(estimate: ProportionInput & { readonly level: number }): number {
  const { value: p, variance, df, level } = estimate;
  const rows = estimate.designRows ?? estimate.n;
  const tail = (1 - level) / 2;
  const ratio = studentTQuantile(tail, Math.max(1, rows - 1), 'upper') / studentTQuantile(tail, df, 'upper');
  return ((p * (1 - p)) / variance) * ratio * ratio;
}

/**
 * Exact binomial limits for `count` (not necessarily whole) of `n`. Clopper and Pearson (1934). R: `binom.test`. Null where the
 * level is not between 0 and 1.
 */
export function clopperPearsonInterval(
  count: number,
  n: number,
  level: number,
): ConfidenceInterval<'clopper-pearson'> | null {
  if (!isLevel(level)) return null;
  const [low, high] = exactLimits(count, n, level);
  return { low, high, level, method: 'clopper-pearson' };
}

function exactLimits(count: number, n: number, level: number): readonly [number, number] {
  const tail = (1 - level) / 2;
  const low = count <= 0 ? 0 : betaQuantile(tail, count, n - count + 1, 'lower');
  const high = count >= n ? 1 : betaQuantile(tail, count + 1, n - count, 'upper');
  return [low, high];
}

/**
 * Score interval for a share p of n, critical value of the normal distribution unless given. Wilson (1927). R: `prop.test(correct =
 * FALSE)`. Null where the level is not between 0 and 1.
 */
export function wilsonInterval(
  p: number,
  n: number,
  critical: number | null,
  level: number,
): ConfidenceInterval<'wilson'> | null {
  if (!isLevel(level)) return null;
  const [low, high] = scoreLimits(p, n, critical ?? normalQuantile((1 - level) / 2, 'upper'));
  return { low, high, level, method: 'wilson' };
}

function scoreLimits(p: number, n: number, critical: number): readonly [number, number] {
  const square = (critical * critical) / n;
  const centre = (p + square / 2) / (1 + square);
  const half = (critical * Math.sqrt((p * (1 - p)) / n + square / (4 * n))) / (1 + square);
  return [p === 0 ? 0 : centre - half, p === 1 ? 1 : centre + half];
}
