import type { ProductSums } from '../sums/product-sums.ts';
import type { SumsRefusal } from '../sums/sums-refusal.ts';
import type { ModelRefusal } from './model-refusal.ts';
import type { Coefficient } from './regression-model.ts';

/** A term of a model from sums: the variables of the sums that are its columns, 0-1 for each level but the reference of a factor. */
export interface SumsTerm {
  readonly label: string;
  readonly variables: readonly [number, ...number[]];
}

export interface SumsModelSpecification {
  /** Index of the response among the variables of the sums. */
  readonly response: number;
  /** In the order in which columns that others explain are to be left out: the later ones. */
  readonly terms: readonly SumsTerm[];
  readonly intercept: boolean;
  /** The union of domains the model is of; null for all. */
  readonly domains: readonly number[] | null;
  /** Rows of the (restricted) design whether or not their values are known: count(*), sum(w). They scale deviance and dispersion. */
  readonly sample: { readonly rows: number; readonly sumOfWeights: number };
}

/** A weighted linear regression from sums, with design-based precision; a source of contrasts. */
export interface SumsModel {
  readonly specification: SumsModelSpecification;
  readonly sums: ProductSums;
  /** The intercept, then the columns of the terms; labels are those of the variables. */
  readonly estimates: readonly Coefficient[];
  /** Covariance of the coefficients (k x k row by row), NaN where one is aliased. */
  readonly covariance: Float64Array;
  /** As of `RegressionModel`. */
  readonly workingCovariance: Float64Array;
  readonly df: number;
  readonly designDf: number;
  readonly n: number;
  readonly sumOfWeights: number;
  /** Rows of the sample left out because a value is missing or of another domain. */
  readonly missing: number;
  readonly dispersion: number;
  readonly deviance: number;
  readonly nullDeviance: number;
}

/** Why a model cannot be fitted from sums. */
export type SumsModelRefusal =
  | SumsRefusal
  | Extract<ModelRefusal, { readonly code: 'no-cases' | 'no-columns' | 'term-twice' | 'unknown-term' | 'singular' }>
  | {
      /** A column with so small a part of its own that sums no longer hold its digits: fit it from the columns. */
      readonly code: 'nearly-collinear';
      readonly column: string;
      readonly message: string;
    };
