import { integrate } from './gauss-legendre.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { normalProbability, normalQuantile } from './normal.ts';
import { stirlingError } from './stirling-error.ts';
import { otherTail, positiveQuantile, type Tail } from './tail.ts';

/**
 * Student's t with `df` > 0 degrees of freedom (Infinity: the normal distribution): P(T <= t) or P(T > t), relative error
 * below 1e-12 in both tails. NaN where df is not positive. R: `pt`. Oracle: fixtures/r/distributions.
 */
export function studentTProbability(t: number, df: number, tail: Tail): number {
  if (Number.isNaN(t) || !(df > 0)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY) return normalProbability(t, tail);
  if (t < 0) return studentTProbability(-t, df, otherTail(tail));
  const upper = upperTail(t, df);
  return tail === 'upper' ? upper : 1 - upper;
}

function upperTail(t: number, df: number): number {
  if (t === 0) return 0.5;
  if (t === Number.POSITIVE_INFINITY) return 0;
  const ratio = (t / df) * t;
  if (ratio === Number.POSITIVE_INFINITY || ratio > 1e100) return farTail(t, df);
  if (df > 1000) return tailOfManyDegrees(t, df);
  const a = df / 2;
  const x = 1 / (1 + ratio);
  const y = ratio / (1 + ratio);
  // x^a y^(1/2) / B(a, 1/2), through log1p so that large df keep their digits
  const logGammaRatio = stirlingError(a + 0.5) - stirlingError(a) + a * Math.log1p(0.5 / a) + 0.5 * Math.log(a) - 0.5;
  const prefix = Math.exp(logGammaRatio - a * Math.log1p(ratio)) * Math.sqrt(y / Math.PI);
  return incompleteBeta(x, y, a, 0.5, prefix)[0] / 2;
}

/** By integrating the density, where the continued fraction would need many terms: for t > 1 outwards, else from 0. */
function tailOfManyDegrees(t: number, df: number): number {
  const a = df / 2;
  const logGammaRatio = stirlingError(a + 0.5) - stirlingError(a) + a * Math.log1p(0.5 / a) + 0.5 * Math.log(a) - 0.5;
  const peak = Math.exp(logGammaRatio) / Math.sqrt(df * Math.PI);
  const power = (df + 1) / 2;
  if (t <= 1) return 0.5 - peak * integrate((s) => Math.exp(-power * Math.log1p((s * s) / df)), 0, t, 1);
  const density = peak * Math.exp(-power * Math.log1p((t * t) / df));
  const squared = df + t * t;
  const beyond = integrate((u) => Math.exp(-power * Math.log1p((u * (2 * t + u)) / squared)), 0, reach(t, df), 6);
  return density * beyond;
}

/** How far beyond t the density falls to e^-42 of its value there. */
function reach(t: number, df: number): number {
  const fall = Math.expm1((2 * 42) / (df + 1)) * (df + t * t);
  return fall / (t + Math.sqrt(t * t + fall));
}

/** Leading term of the tail, where t^2 / df exceeds any double's square: (t / sqrt(df))^-df / (df B(df / 2, 1 / 2)). */
function farTail(t: number, df: number): number {
  const a = df / 2;
  const logGammaRatio = stirlingError(a + 0.5) - stirlingError(a) + a * Math.log1p(0.5 / a) + 0.5 * Math.log(a) - 0.5;
  const logOdds = 2 * (Math.log(t) - 0.5 * Math.log(df));
  return Math.exp(logGammaRatio - a * logOdds) / Math.sqrt(Math.PI) / df;
}

/** The t with that tail probability. NaN for p outside 0 to 1 or df not positive. R: `qt`. */
export function studentTQuantile(p: number, df: number, tail: Tail): number {
  if (!(p >= 0 && p <= 1) || !(df > 0)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p, tail);
  if (p === 0.5) return 0;
  const sign = p < 0.5 === (tail === 'upper') ? 1 : -1;
  const beyond = p < 0.5 ? p : 1 - p;
  if (beyond === 0) return sign * Number.POSITIVE_INFINITY;
  return sign * positiveQuantile((x, side) => studentTProbability(x, df, side), beyond, 'upper');
}
