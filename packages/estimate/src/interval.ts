import { betaQuantile, type Estimated, studentTProbability, studentTQuantile } from '@common-measure/survey-statistics';
import type { Interval } from './estimate.ts';

/** Estimate plus and minus t times the standard error; null where the design leaves no degree of freedom. R: confint(df = degf). */
export function meanInterval(value: number, se: number, df: number, level: number): Interval | null {
  if (!(df > 0)) return null;
  const reach = studentTQuantile((1 - level) / 2, df, 'upper') * se;
  return { low: value - reach, high: value + reach, level, method: 't' };
}

/**
 * Interval of a share that stays within 0 and 1, with the degrees of freedom of its domain.
 *
 * `beta`: Korn and Graubard (1998), Survey Methodology 24, 193-201: Clopper-Pearson at the effective n, shrunk by
 * (t(n - 1) / t(df))^2. R: svyciprop(method = "beta"). `logit`: symmetric on the logit scale. R: method = "xlogit".
 * `wilson`: Wilson's at the effective n with t(df). R survey 4.5: method = "wilson". Where everybody or nobody is counted the
 * variance is 0 and no such effective n exists: Kish's n takes its place in `beta`, whichever method was asked.
 * Oracle: fixtures/r/reference, family proportion_ci.
 */
export function shareInterval(share: Estimated, method: 'logit' | 'beta' | 'wilson', level: number): Interval | null {
  const { value: p, variance, domainDf: df, n } = share;
  if (!(df > 0)) return null;
  const tail = (1 - level) / 2;
  if (p <= 0 || p >= 1 || !(variance > 0)) return clopperPearson(p, share.kishN, level, tail);
  const t = studentTQuantile(tail, df, 'upper');
  const effective = (p * (1 - p)) / variance;
  switch (method) {
    case 'beta': {
      if (n < 2) return null;
      return clopperPearson(p, effective * (studentTQuantile(tail, n - 1, 'upper') / t) ** 2, level, tail);
    }
    case 'logit': {
      const centre = Math.log(p / (1 - p));
      const reach = (t * Math.sqrt(variance)) / (p * (1 - p));
      const inverse = (x: number) => 1 / (1 + Math.exp(-x));
      return { low: inverse(centre - reach), high: inverse(centre + reach), level, method };
    }
    case 'wilson': {
      const centre = (p + t ** 2 / (2 * effective)) / (1 + t ** 2 / effective);
      const spread = (p * (1 - p)) / effective + t ** 2 / (4 * effective ** 2);
      const reach = (t * Math.sqrt(spread)) / (1 + t ** 2 / effective);
      return { low: centre - reach, high: centre + reach, level, method };
    }
  }
}

function clopperPearson(p: number, n: number, level: number, tail: number): Interval {
  const x = p * n;
  return {
    low: betaQuantile(tail, x, n - x + 1, 'lower'),
    high: betaQuantile(tail, x + 1, n - x, 'upper'),
    level,
    method: 'beta',
  };
}

/** Two-sided p value of a t statistic. */
export function twoSidedP(t: number, df: number): number {
  return Math.min(1, 2 * studentTProbability(Math.abs(t), df, 'upper'));
}
