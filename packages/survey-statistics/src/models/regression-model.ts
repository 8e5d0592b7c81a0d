import { type ConfidenceInterval, tInterval } from '../mean-interval.ts';
import type { ModelCounts, ModelFrame } from './model-frame.ts';
import type { ModelFamily, ModelSpecification } from './model-terms.ts';

/** A coefficient with its precision; `aliased` where the columns before it explain its column (R: NA). */
export type Coefficient =
  | {
      readonly status: 'estimated';
      readonly label: string;
      /** The term it belongs to; "" for the intercept. */
      readonly term: string;
      readonly value: number;
      readonly se: number;
      readonly variance: number;
      /** Residual degrees of freedom of the model. */
      readonly df: number;
      /** value / se; null where se is 0. */
      readonly t: number | null;
      /** Two-sided p value of t; null where t is, or df not positive. */
      readonly p: number | null;
    }
  | { readonly status: 'aliased'; readonly label: string; readonly term: string };

/** A weighted regression with design-based precision. */
export interface RegressionModel {
  readonly family: ModelFamily;
  readonly specification: ModelSpecification;
  /** In the order of the columns of the model matrix. */
  readonly estimates: readonly Coefficient[];
  /** Covariance of the coefficients (k x k row by row), NaN where one is aliased. */
  readonly covariance: Float64Array;
  /** Inverse of the weighted information as if weights were frequencies with mean 1 (R: `naive.cov`); NaN where aliased. */
  readonly workingCovariance: Float64Array;
  /**
   * Degrees of freedom of the design over the rows of the model (of the whole design, with replicates), + 1 - coefficients
   * (R: `df.residual`). May be 0 or less.
   */
  readonly df: number;
  readonly designDf: number;
  readonly counts: ModelCounts;
  /**
   * Variance of the Pearson residuals (R: `summary(model)$dispersion`; with replicates R multiplies it by n). It does not
   * enter the standard errors.
   */
  readonly dispersion: number;
  /** With weights of mean 1 over the rows of the (restricted) design (R: `deviance`). */
  readonly deviance: number;
  /** The same of the model of one mean (of none without an intercept). */
  readonly nullDeviance: number;
  readonly iterations: number;
  /** Replicates without a finite fit, left out of the covariance; 0 where there are no replicates. */
  readonly discardedReplicates: number;
  /** The rows and columns the model was fitted on. */
  readonly frame: ModelFrame;
}

/** Share of the weighted sum of squares (deviance, for other families) that the model explains: 1 - deviance / null deviance. */
export function explainedShare(model: Pick<RegressionModel, 'deviance' | 'nullDeviance'>): number {
  return 1 - model.deviance / model.nullDeviance;
}

/**
 * The ratio that a coefficient of a logistic model (odds ratio) or of a log-linear model (ratio of means) stands for, per unit
 * of its column or against the reference level: exp(value), with the exponential of the t interval. Null where it is aliased
 * or no degrees of freedom are left. R: `exp(coef(model))`, `exp(confint(model))`. Oracle: fixtures/r/reference, case
 * logit.nhanes.or.
 */
export function ratioOf(
  coefficient: Coefficient,
  level: number,
): { readonly value: number; readonly interval: ConfidenceInterval<'exp-t'> } | null {
  if (coefficient.status === 'aliased') return null;
  const interval = tInterval(coefficient, level);
  if (interval === null) return null;
  const [low, high] = [Math.exp(interval.low), Math.exp(interval.high)];
  return { value: Math.exp(coefficient.value), interval: { low, high, level, method: 'exp-t' } };
}
