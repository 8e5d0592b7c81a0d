import { checkArgument } from '../argument-check.ts';
import {
  type ContrastRefusal,
  type ContrastSource,
  checkCoefficients,
  deltaContrast,
  linearFunction,
  type SmoothFunction,
  type WaldTest,
} from '../contrast.ts';
import { fProbability } from '../distributions/beta.ts';
import { solvePositiveDefinite } from '../linear-algebra.ts';
import { accepted, type Result, refused } from '../result.ts';

/** A contrast by name: coefficients of a linear combination, or a smooth function with its gradient. */
export type NamedContrast = { readonly label: string } & (
  | { readonly coefficients: readonly number[] }
  | { readonly smooth: SmoothFunction }
);

export interface JointContrasts {
  readonly estimates: readonly (
    | {
        readonly status: 'estimated';
        readonly label: string;
        readonly value: number;
        readonly se: number;
        readonly variance: number;
        readonly df: number;
      }
    | { readonly status: 'no-cases'; readonly label: string }
  )[];
  /** k x k row by row, NaN where a contrast has no cases. */
  readonly covariance: Float64Array;
  readonly df: number;
}

/**
 * Several contrasts of one set of estimates with their joint covariance G V G', so that contrasts of contrasts and joint
 * tests can follow. `no-cases` where an estimate that takes part has none. R: `svycontrast` of a list. Refuses no contrasts, and
 * coefficients as `linearContrast` does.
 */
export function jointContrasts(
  set: ContrastSource,
  contrasts: readonly NamedContrast[],
): Result<JointContrasts, ContrastRefusal> {
  const reasons = [
    ...checkArgument('contrasts.length', contrasts.length, contrasts.length > 0, 'is one or more'),
    ...contrasts.flatMap((contrast) =>
      'smooth' in contrast ? [] : checkCoefficients(set, contrast.coefficients, contrast.label),
    ),
  ];
  if (reasons.length > 0) return refused(...reasons);
  const values = set.estimates.map((estimate) => (estimate.status === 'estimated' ? estimate.value : Number.NaN));
  const size = values.length;
  const gradients: (readonly number[])[] = [];
  const estimates = contrasts.map((contrast) => {
    const smooth = 'smooth' in contrast ? contrast.smooth : linearFunction(contrast.coefficients);
    const made = deltaContrast(set, smooth);
    gradients.push(smooth.gradient(values));
    const { label } = contrast;
    if (made === null) return { status: 'no-cases', label } as const;
    const { value, se, variance, df } = made;
    return { status: 'estimated', label, value, se, variance, df } as const;
  });
  const count = contrasts.length;
  const covariance = new Float64Array(count * count);
  for (let a = 0; a < count; a += 1)
    for (let b = 0; b < count; b += 1) {
      const known = estimates[a]!.status === 'estimated' && estimates[b]!.status === 'estimated';
      covariance[a * count + b] = known ? bilinear(gradients[a]!, set.covariance, gradients[b]!, size) : Number.NaN;
    }
  return accepted({ estimates, covariance, df: set.df });
}

function bilinear(a: readonly number[], matrix: Float64Array, b: readonly number[], size: number): number {
  let sum = 0;
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      if (a[row] !== 0 && b[column] !== 0) sum += a[row]! * b[column]! * matrix[row * size + column]!;
  return sum;
}

/**
 * Wald test that all estimates of a set are 0: F = W / k with the set's degrees of freedom as denominator. Null where an
 * estimate has no cases, the covariance is singular or no degrees of freedom are left. R: `regTermTest(method = "Wald")`.
 */
export function testAllZero(set: ContrastSource): WaldTest | null {
  const values = Float64Array.from(set.estimates, (estimate) =>
    estimate.status === 'estimated' ? estimate.value : Number.NaN,
  );
  if (values.length === 0 || values.some(Number.isNaN) || !(set.df > 0)) return null;
  const solved = solvePositiveDefinite(set.covariance, values);
  if (solved === null) return null;
  const df = values.length;
  const f = values.reduce((sum, value, index) => sum + value * solved[index]!, 0) / df;
  return { f, df, denominatorDf: set.df, p: fProbability(f, df, set.df, 'upper') };
}
