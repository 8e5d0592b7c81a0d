import { chiSquareProbability, chiSquareQuantile } from './gamma.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { otherTail, positiveQuantile, type Tail } from './tail.ts';

/** Beta distribution on 0 to 1 with shapes a, b > 0: P(X <= x) or P(X > x). R: `pbeta`. */
export function betaProbability(x: number, a: number, b: number, tail: Tail): number {
  if (Number.isNaN(x) || !(a > 0) || !(b > 0)) return Number.NaN;
  const inside = Math.min(1, Math.max(0, x));
  const [lower, upper] = incompleteBeta(inside, 1 - inside, a, b);
  return tail === 'lower' ? lower : upper;
}

/**
 * The x with that tail probability; near 1 its distance from 1 is searched, so that it is accurate there too.
 * a = 0 puts all probability at 0 and b = 0 at 1, as exact binomial limits need. R: `qbeta`.
 */
export function betaQuantile(p: number, a: number, b: number, tail: Tail): number {
  if (!(p >= 0 && p <= 1) || !(a >= 0) || !(b >= 0) || a + b === 0) return Number.NaN;
  if (a === 0) return 0;
  if (b === 0) return 1;
  if (p === 0 || p === 1) return (p === 0) === (tail === 'lower') ? 0 : 1;
  const odds = oddsQuantile(p, a, b, tail);
  return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
}

/** X / (1 - X) runs over the positive numbers. */
function oddsQuantile(p: number, a: number, b: number, tail: Tail): number {
  return positiveQuantile((odds, side) => oddsProbability(odds, a, b, side), p, tail);
}

function oddsProbability(odds: number, a: number, b: number, tail: Tail): number {
  if (odds === Number.POSITIVE_INFINITY) return tail === 'lower' ? 1 : 0;
  const [lower, upper] = incompleteBeta(odds / (1 + odds), 1 / (1 + odds), a, b);
  return tail === 'lower' ? lower : upper;
}

/**
 * F distribution with df1, df2 > 0 degrees of freedom (df2 Infinity: chi-square / df1): P(X <= x) or P(X > x), relative
 * error below 1e-12 in both tails. R: `pf`.
 */
export function fProbability(x: number, df1: number, df2: number, tail: Tail): number {
  if (Number.isNaN(x) || !(df1 > 0) || !(df2 > 0)) return Number.NaN;
  if (df2 === Number.POSITIVE_INFINITY) return chiSquareProbability(x * df1, df1, tail);
  if (df1 === Number.POSITIVE_INFINITY) return chiSquareProbability(df2 / x, df2, otherTail(tail));
  return oddsProbability(Math.max(0, (x * df1) / df2), df1 / 2, df2 / 2, tail);
}

/** The x with that tail probability. R: `qf`. */
export function fQuantile(p: number, df1: number, df2: number, tail: Tail): number {
  if (!(p >= 0 && p <= 1) || !(df1 > 0) || !(df2 > 0)) return Number.NaN;
  if (p === 0 || p === 1) return (p === 0) === (tail === 'lower') ? 0 : Number.POSITIVE_INFINITY;
  if (df2 === Number.POSITIVE_INFINITY) return chiSquareQuantile(p, df1, tail) / df1;
  if (df1 === Number.POSITIVE_INFINITY) return df2 / chiSquareQuantile(p, df2, otherTail(tail));
  return (oddsQuantile(p, df1 / 2, df2 / 2, tail) * df2) / df1;
}
