import type { NumberColumn } from './columns.ts';

/** What is estimated from one or two columns. Rows with a missing (NaN) value are outside of the estimate's domain. */
export type Estimand =
  | { readonly statistic: 'mean'; readonly label: string; readonly variable: NumberColumn; readonly rows: DomainRows }
  | { readonly statistic: 'total'; readonly label: string; readonly variable: NumberColumn; readonly rows: DomainRows }
  | {
      readonly statistic: 'ratio';
      readonly label: string;
      readonly numerator: NumberColumn;
      readonly denominator: NumberColumn;
      readonly rows: DomainRows;
    }
  | {
      /** Population covariance of two columns, or variance where both are the same. */
      readonly statistic: 'covariance';
      readonly label: string;
      readonly variable: NumberColumn;
      readonly other: NumberColumn;
      readonly rows: DomainRows;
    };

/** The rows of a domain in rising order; null for every row of the design. */
export type DomainRows = Int32Array | null;
