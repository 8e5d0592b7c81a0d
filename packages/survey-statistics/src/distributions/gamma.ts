import { incompleteGamma } from './incomplete-gamma.ts';
import { positiveQuantile, type Tail } from './tail.ts';

/** Gamma distribution with shape and scale > 0: P(X <= x) or P(X > x). R: `pgamma(x, shape, scale = scale)`. */
export function gammaProbability(x: number, shape: number, scale: number, tail: Tail): number {
  if (Number.isNaN(x) || !(shape > 0) || !(scale > 0)) return Number.NaN;
  const [lower, upper] = incompleteGamma(shape, Math.max(0, x / scale));
  return tail === 'lower' ? lower : upper;
}

/** The x with that tail probability. R: `qgamma`. */
export function gammaQuantile(p: number, shape: number, scale: number, tail: Tail): number {
  if (!(p >= 0 && p <= 1) || !(shape > 0) || !(scale > 0)) return Number.NaN;
  if (p === 0 || p === 1) return (p === 0) === (tail === 'lower') ? 0 : Number.POSITIVE_INFINITY;
  return scale * positiveQuantile((x, side) => gammaProbability(x, shape, 1, side), p, tail);
}

/** Chi-square with df > 0 degrees of freedom, relative error below 1e-12 in both tails. R: `pchisq`. */
export function chiSquareProbability(x: number, df: number, tail: Tail): number {
  return gammaProbability(x, df / 2, 2, tail);
}

/** The x with that tail probability. R: `qchisq`. */
export function chiSquareQuantile(p: number, df: number, tail: Tail): number {
  return gammaQuantile(p, df / 2, 2, tail);
}
