import { pairIndex } from '../drivers/moments.ts';

/**
 * The sums of several variables and of their products by cell, over the rows where ALL of them are known; y_i is the value of
 * variable i minus `origins[i]`, a fixed number near the middle of its values, so that products keep their digits. The products
 * of a cell are the sums of w m over its rows, m running over 1, then y_i for each i, then y_i y_j for each i <= j
 * (`productPlace`). In SQL, with NULL where a value is missing, `w` the weight and `known` for "every variable is known":
 *
 *     rows = count(*) FILTER (WHERE known)        n  = count(*) FILTER (WHERE known AND w > 0)
 *     products: sum(w), sum(w * y0), ..., sum(w * y0 * y0), sum(w * y0 * y1), ...   all FILTER (WHERE known)
 *     w2   = sum(w * w) FILTER (WHERE known)      rowsWithWeight = count(*) FILTER (WHERE w > 0)
 *
 * Cells are those of `CellSums`: GROUP BY domain, stratum, psu in the PSU form, GROUP BY domain, stratum in the row form. Means,
 * totals, ratios, variances, covariances, correlations, alpha, linear regression and t tests all follow from them, with their
 * design-based precision. The response and the columns of a model (0-1 for a level of a factor, a product for an interaction)
 * are variables like any other.
 */
export interface ProductSums {
  readonly form: 'psu' | 'row';
  readonly domains: number;
  readonly domain: Int32Array;
  readonly stratum: Int32Array;
  /** PSU codes, unique over the whole design; null in the row form. */
  readonly psu: Int32Array | null;
  readonly labels: readonly string[];
  readonly origins: Float64Array;
  /** By cell: rows of positive weight whether or not a value is known; complete rows; those of positive weight; their sum of w^2. */
  readonly rowsWithWeight: Float64Array;
  readonly rows: Float64Array;
  readonly n: Float64Array;
  readonly w2: Float64Array;
  /** Cells x `productCount`. */
  readonly products: Float64Array;
  /**
   * Row form only, else null: cells x `squareCount`, the sums of w^2 m_a m_b for each a <= b of the same 1, y_i, y_i y_j. Means,
   * totals and ratios use those of degree two alone; the others may then be NaN.
   */
  readonly squares: Float64Array | null;
  /**
   * Domains x `squareCount`, the sums of w m_a m_b: what the design effect of a variance or covariance needs, and nothing else.
   * Null leaves these design effects out (null).
   */
  readonly spread: Float64Array | null;
}

/** Numbers by cell for `size` variables: 1, each, and each pair with itself included. */
export function productCount(size: number): number {
  return ((size + 1) * (size + 2)) / 2;
}

/** Pairs of products, each with itself included. */
export function squareCount(size: number): number {
  const count = productCount(size);
  return (count * (count + 1)) / 2;
}

/** Place of y_a y_b among the products; of y_a alone with `b` null. 0 is the place of 1. */
export function productPlace(a: number, b: number | null, size: number): number {
  return b === null ? 1 + a : 1 + size + pairIndex(a, b, size);
}
