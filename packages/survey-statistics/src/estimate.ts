/** An estimate with its precision. The interval is made from `se` and `df` by the interval functions. */
export interface Estimated {
  readonly status: 'estimated';
  /** Which estimate this is: the variable, and the level of the domain where there is one. */
  readonly label: string;
  readonly value: number;
  readonly se: number;
  readonly variance: number;
  /** Degrees of freedom of the design handed in: PSUs minus strata, or by replicate weights (R: degf(design)). */
  readonly df: number;
  /** The same, counting only PSUs and strata with a row in this estimate's domain (R: degf(subset(design, ...))). */
  readonly domainDf: number;
  /** Unweighted rows in the domain with a valid value and a weight other than zero. */
  readonly n: number;
  /** Sum of their weights. */
  readonly sumOfWeights: number;
  /** Kish's n: (sum w)^2 / sum w^2 over those rows. */
  readonly kishN: number;
  /**
   * Variance over that of simple random sampling WITH replacement of the same n (R: deff = "replace"); null where the
   * values do not vary or n < 2. The form to use with weights that do not add up to the population.
   */
  readonly deff: number | null;
  /** The same against sampling WITHOUT replacement, with N = sum of weights (R: deff = TRUE); null where N < n. */
  readonly deffWithoutReplacement: number | null;
  /** n / deff; null where deff is. */
  readonly effectiveN: number | null;
}

/** A domain without a valid value of positive weight, or a ratio whose denominator is zero: never 0 with standard error 0. */
export interface NoCases {
  readonly status: 'no-cases';
  readonly label: string;
  readonly n: 0;
}

export type Estimate = Estimated | NoCases;

/** Several estimates of one design with their joint covariance. */
export interface EstimateSet {
  readonly estimates: readonly Estimate[];
  /** k x k row by row, NaN where an estimate has no cases. */
  readonly covariance: Float64Array;
  readonly df: number;
  /** Replicates left out because a statistic has no value under them; of replicate designs only, the most for any estimate. */
  readonly discardedReplicates?: number;
}

/** Why a list has no place beside the rows of a design. */
export interface LengthDiffers {
  readonly code: 'length-differs';
  readonly argument: string;
  readonly length: number;
  readonly rows: number;
  readonly message: string;
}

/** Why a factor cannot be used: another length than the design's, or a code without a level. */
export type FactorRefusal =
  | LengthDiffers
  | {
      readonly code: 'code-without-level';
      readonly argument: string;
      readonly row: number;
      readonly value: number;
      readonly message: string;
    };

/** Why a column cannot be used. */
export type ColumnRefusal =
  | LengthDiffers
  | {
      readonly code: 'infinite-value';
      readonly argument: string;
      readonly row: number;
      readonly count: number;
      readonly message: string;
    };

/** Why columns cannot be estimated. */
export type EstimateRefusal =
  | ColumnRefusal
  | FactorRefusal
  | ({ readonly message: string } & (
      | { readonly code: 'no-estimates' }
      /** The list of a domain's rows does not rise, or leaves the design; `position` is the first such place in the list. */
      | {
          readonly code: 'domain-not-usable';
          readonly argument: string;
          readonly position: number;
          readonly row: number;
        }
    ));
