import { betaQuantile } from '../distributions/beta.ts';
import { studentTQuantile } from '../distributions/student-t.ts';

/**
 * How the interval of a quantile is made. `mean`, `xlogit`, `asin`, `beta`: Woodruff's (1952): the interval of the share at or
 * below the quantile, by that method, read back through the distribution function. `score`: inversion of the design-based test
 * of the share below (Francisco and Fuller 1991). `replicates`: t interval from the quantile in each replicate.
 */
export type QuantileIntervalMethod = 'mean' | 'xlogit' | 'asin' | 'beta' | 'score' | 'replicates';

/** The share of the population at or below a value, as estimated. */
export interface ShareBelow {
  readonly value: number;
  readonly variance: number;
  readonly df: number;
  /** Rows of the domain with a value, those of weight zero included. */
  readonly rows: number;
}

/** Limits of the share by one of Woodruff's methods; NaN where a limit lies outside of 0-1 or cannot be computed. */
export function shareLimits(
  share: ShareBelow,
  method: 'mean' | 'xlogit' | 'asin' | 'beta',
  level: number,
): readonly [number, number] {
  const { value: p, variance, df, rows } = share;
  const tail = (1 - level) / 2;
  const se = Math.sqrt(variance);
  const half = studentTQuantile(tail, df, 'upper') * se;
  const inside = (low: number, high: number): readonly [number, number] => [
    low < 0 ? Number.NaN : low,
    high > 1 ? Number.NaN : high,
  ];
  switch (method) {
    case 'mean':
      return inside(p - half, p + half);
    case 'xlogit': {
      const centre = Math.log(p / (1 - p));
      const width = half / (p * (1 - p));
      return inside(1 / (1 + Math.exp(width - centre)), 1 / (1 + Math.exp(-width - centre)));
    }
    case 'asin': {
      const centre = Math.asin(Math.sqrt(p));
      const width = half / (2 * Math.sqrt(p * (1 - p)));
      return inside(Math.sin(centre - width) ** 2, Math.sin(centre + width) ** 2);
    }
    case 'beta': {
      const ratio = studentTQuantile(tail, rows - 1, 'upper') / studentTQuantile(tail, df, 'upper');
      const n = ((p * (1 - p)) / variance) * ratio ** 2;
      if (!(n > 0) || !Number.isFinite(n)) return [Number.NaN, Number.NaN];
      return inside(
        betaQuantile(tail, n * p, n * (1 - p) + 1, 'lower'),
        p < 1 ? betaQuantile(tail, n * p + 1, n * (1 - p), 'upper') : Number.NaN,
      );
    }
  }
}
