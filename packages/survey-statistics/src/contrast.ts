import { type ArgumentRefusal, checkArgument, checkFinite } from './argument-check.ts';
import { fProbability } from './distributions/beta.ts';
import { studentTProbability } from './distributions/student-t.ts';
import type { LengthDiffers } from './estimate.ts';
import { solvePositiveDefinite } from './linear-algebra.ts';
import { accepted, type Result, refused } from './result.ts';

/** A difference or other function of estimates, tested against 0. */
export interface Contrast {
  readonly value: number;
  readonly se: number;
  readonly variance: number;
  readonly df: number;
  /** value / se; null where se is 0 or df not positive. */
  readonly t: number | null;
  /** Two-sided p value of t with df; null where t is. */
  readonly p: number | null;
}

/** Why estimates cannot be compared; estimates count from 0. */
export type ContrastRefusal =
  | LengthDiffers
  | ArgumentRefusal
  | { readonly code: 'no-cases'; readonly estimate: number; readonly message: string };

/** Estimates with their joint covariance: an `EstimateSet`, a regression model, predictions, or contrasts themselves. */
export interface ContrastSource {
  readonly estimates: readonly (
    | { readonly status: 'estimated'; readonly value: number }
    | { readonly status: 'no-cases' | 'aliased' }
  )[];
  /** k x k row by row. */
  readonly covariance: Float64Array;
  readonly df: number;
}

/**
 * Linear combination sum c_i estimate_i with its variance c' V c. `df` defaults to the design's; give PSUs - strata - 1 for
 * the number that a regression on the two groups would have (R: `svyttest`). R: `svycontrast`. Refuses another number of
 * coefficients than estimates, coefficients that are no numbers or all 0, and an estimate with a coefficient that has no cases or is
 * aliased.
 */
export function linearContrast(
  set: ContrastSource,
  coefficients: readonly number[],
  df: number = set.df,
): Result<Contrast, ContrastRefusal> {
  const reasons = checkCoefficients(set, coefficients, 'coefficients');
  if (reasons.length > 0) return refused(...reasons);
  const made = deltaContrast(set, linearFunction(coefficients), df);
  if (made !== null) return accepted(made);
  const estimate = set.estimates.findIndex(({ status }, at) => status !== 'estimated' && coefficients[at] !== 0);
  return refused({ code: 'no-cases', estimate, message: `Estimate ${estimate} has no value to compare.` });
}

export function linearFunction(coefficients: readonly number[]): SmoothFunction {
  return {
    value: (values) => values.reduce((sum, value, i) => sum + term(coefficients[i]!, value), 0),
    gradient: () => coefficients,
  };
}

/** One coefficient per estimate, all numbers, one at least not 0. */
export function checkCoefficients(
  { estimates }: ContrastSource,
  coefficients: readonly number[],
  argument: string,
): readonly ContrastRefusal[] {
  const [length, rows] = [coefficients.length, estimates.length];
  if (length !== rows) {
    const message = `There are ${length} coefficients for ${rows} estimates.`;
    return [{ code: 'length-differs', argument, length, rows, message }];
  }
  const bad = coefficients.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) return checkFinite(`${argument}[${bad}]`, coefficients[bad]!);
  return coefficients.some((value) => value !== 0)
    ? []
    : checkArgument(`${argument}[0]`, 0, false, 'and all other coefficients are 0: nothing is compared');
}

function term(coefficient: number, value: number): number {
  return coefficient === 0 ? 0 : coefficient * value;
}

/** A smooth function of several estimates with its partial derivatives. */
export interface SmoothFunction {
  readonly value: (values: readonly number[]) => number;
  readonly gradient: (values: readonly number[]) => readonly number[];
}

/**
 * Function of estimates by the delta method: variance g' V g with g the gradient at the estimates. Null where an estimate with a
 * gradient other than 0 has no cases, or the function or its gradient has no finite value there. R: `svycontrast(quote(...))`.
 */
export function deltaContrast(set: ContrastSource, smooth: SmoothFunction, df: number = set.df): Contrast | null {
  const values = set.estimates.map((estimate) => (estimate.status === 'estimated' ? estimate.value : Number.NaN));
  const gradient = smooth.gradient(values);
  const size = values.length;
  if (values.some((value, index) => Number.isNaN(value) && gradient[index] !== 0)) return null;
  const value = smooth.value(values);
  if (!Number.isFinite(value) || gradient.length !== size || !gradient.every(Number.isFinite)) return null;
  let variance = 0;
  for (let a = 0; a < size; a += 1)
    for (let b = 0; b < size; b += 1)
      if (gradient[a] !== 0 && gradient[b] !== 0)
        variance += gradient[a]! * gradient[b]! * set.covariance[a * size + b]!;
  return testAgainstZero(value, Math.max(0, variance), df);
}

/** Estimate `a` minus estimate `b` of one set, covariance included. Null where either has no cases or is not there, or a is b. */
export function differenceOf(set: ContrastSource, a: number, b: number, df: number = set.df): Contrast | null {
  if (set.estimates[a] === undefined || set.estimates[b] === undefined || a === b) return null;
  const coefficients = set.estimates.map((_, index) => (index === a ? 1 : 0) - (index === b ? 1 : 0));
  return deltaContrast(set, linearFunction(coefficients), df);
}

/** t test of a value with known variance: t = value / se, two-sided p. */
export function testAgainstZero(value: number, variance: number, df: number): Contrast {
  const se = Math.sqrt(variance);
  const t = se > 0 && df > 0 ? value / se : null;
  const p = t === null ? null : 2 * studentTProbability(Math.abs(t), df, 'upper');
  return { value, se, variance, df, t, p };
}

/** A joint test that several contrasts are all 0. */
export interface WaldTest {
  readonly f: number;
  readonly df: number;
  readonly denominatorDf: number;
  readonly p: number;
}

/**
 * Wald test that all estimates of a set are equal (design-based one-way comparison of domains): F = W / (k - 1) with
 * denominator df PSUs - strata + 1 - k. Null where an estimate has no cases, the covariance is singular or no df are left.
 * R: `regTermTest` of `svyglm(y ~ group)`. Oracle: fixtures/r/reference, case anova.wald.
 */
export function testEquality(set: ContrastSource): WaldTest | null {
  const size = set.estimates.length;
  const values = set.estimates.map((estimate) => (estimate.status === 'estimated' ? estimate.value : Number.NaN));
  const denominatorDf = set.df + 1 - size;
  if (size < 2 || denominatorDf <= 0 || values.some(Number.isNaN)) return null;
  const rank = size - 1;
  const difference = Float64Array.from({ length: rank }, (_, i) => values[i + 1]! - values[0]!);
  const at = (a: number, b: number) => set.covariance[a * size + b]!;
  const covariance = Float64Array.from({ length: rank * rank }, (_, index) => {
    const a = Math.floor(index / rank) + 1;
    const b = (index % rank) + 1;
    return at(a, b) - at(a, 0) - at(0, b) + at(0, 0);
  });
  const solved = solvePositiveDefinite(covariance, difference);
  if (solved === null) return null;
  const f = difference.reduce((sum, value, index) => sum + value * solved[index]!, 0) / rank;
  return { f, df: rank, denominatorDf, p: fProbability(f, rank, denominatorDf, 'upper') };
}
