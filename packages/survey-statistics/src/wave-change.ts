import { type Contrast, testAgainstZero } from './contrast.ts';

/** An estimate of one of two independent samples. */
export interface IndependentEstimate {
  readonly value: number;
  readonly variance: number;
  readonly df: number;
}

/**
 * Change between two independent samples: after - before, variances added, df the sum of both designs' (as if the waves were
 * strata of one design). Where some people answered in both waves, put both waves in one design clustered on the person and
 * use `differenceOf`: the covariance of the overlap then counts. R: `svycontrast` on waves as strata.
 * Oracle: fixtures/r/reference, case wave.independent.
 */
export function independentChange(before: IndependentEstimate, after: IndependentEstimate): Contrast {
  return testAgainstZero(after.value - before.value, before.variance + after.variance, before.df + after.df);
}
