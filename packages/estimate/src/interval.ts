import { type Estimated, proportionInterval, studentTProbability, tInterval } from '@common-measure/survey-statistics';
import type { Interval } from './estimate.ts';

/** Estimate plus and minus t times the standard error; null where the design leaves no degree of freedom. */
export function meanInterval(value: number, se: number, df: number, level: number): Interval | null {
  return tInterval({ value, se, df }, level);
}

/**
 * Interval of a share that stays within 0 and 1, with the degrees of freedom of its domain. Where everybody or nobody is
 * counted there is no variance to work from: the exact binomial limits stand in, named `beta` as the method they belong to.
 */
export function shareInterval(share: Estimated, method: 'logit' | 'beta' | 'wilson', level: number): Interval | null {
  const { value, variance, domainDf, n } = share;
  const interval = proportionInterval({ value, variance, df: domainDf, n }, method, level);
  if (interval === null) return null;
  const { low, high } = interval;
  return { low, high, level, method: interval.method === method ? method : 'beta' };
}

/** Two-sided p value of a t statistic. */
export function twoSidedP(t: number, df: number): number {
  return Math.min(1, 2 * studentTProbability(Math.abs(t), df, 'upper'));
}
