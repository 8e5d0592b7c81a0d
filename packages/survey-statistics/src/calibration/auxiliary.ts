import type { Factor, NumberColumn } from '../columns.ts';

/**
 * A variable of the sample with its known total in the population; together they are the model matrix of a calibration.
 *
 * `size`: the number of members of the population (R: the intercept). `factor`: the population count of every category; the
 * crossing of several by `crossFactors`. `numeric`: the sum of a number. `numeric-by-factor`: the sum of a number within
 * each category. Where there is a factor, the size is that of its counts and need not be given.
 */
export type Auxiliary =
  | { readonly kind: 'size'; readonly total: number }
  | {
      readonly kind: 'factor';
      readonly label: string;
      readonly factor: Factor;
      readonly totals: Readonly<Record<string, number>>;
    }
  | { readonly kind: 'numeric'; readonly label: string; readonly values: NumberColumn; readonly total: number }
  | {
      readonly kind: 'numeric-by-factor';
      readonly label: string;
      readonly values: NumberColumn;
      readonly factor: Factor;
      readonly totals: Readonly<Record<string, number>>;
    };

/** One column of the model matrix in full: also the reference category that the equations leave out. */
export interface AuxiliaryColumn {
  readonly label: string;
  readonly level: string | null;
  readonly target: number;
  /** Place among the unknowns of the equations; -1 where the others imply it. */
  readonly unknown: number;
}

/**
 * The model matrix by row of the sample, stored sparsely: row r of the matrix has `width` entries, each the number of a
 * column (-1: none) and a value. With clusters averaged, the matrix has one row per cluster and `matrixRow` leads there.
 */
export interface AuxiliaryMatrix {
  readonly columns: readonly AuxiliaryColumn[];
  readonly unknowns: number;
  readonly width: number;
  readonly index: Int32Array;
  readonly value: Float64Array;
  readonly matrixRow: Int32Array | null;
}
