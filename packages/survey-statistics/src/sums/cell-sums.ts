/**
 * The sums of one variable by cell. Every array has one entry per cell and runs over the rows whose value is known; y is the
 * value minus `origin`, a fixed number near the middle of the values (the midpoint of a rating scale), so that squares keep
 * their digits. In SQL, with `y` NULL where missing, `c` the origin and `w` the weight:
 *
 *     n    = count(y) FILTER (WHERE w > 0)
 *     w    = sum(w)             FILTER (WHERE y IS NOT NULL)    w2    = sum(w * w) FILTER (WHERE y IS NOT NULL)
 *     wy   = sum(w * (y - c))                                   wyy   = sum(w * (y - c) * (y - c))
 *     w2y  = sum(w * w * (y - c))                               w2yy  = sum(w * w * (y - c) * (y - c))
 *
 * `w2y` and `w2yy` are needed in the row form only (each row its own PSU); leave them out (null) in the PSU form.
 * A sum over no rows is 0 (`coalesce(..., 0)`).
 *
 * In the PSU form only `w` and `wy` must stand in their own cells. The others are only ever added up by domain, so an engine
 * may compute them by domain and put each into any one cell of its domain, 0 in the rest: the many cells stay light.
 */
export interface VariableSums {
  readonly label: string;
  readonly origin: number;
  readonly n: Float64Array;
  readonly w: Float64Array;
  readonly w2: Float64Array;
  readonly wy: Float64Array;
  readonly wyy: Float64Array;
  readonly w2y: Float64Array | null;
  readonly w2yy: Float64Array | null;
}

/**
 * The sums of two variables over the rows where both values are known, each centred at its own origin. Needed for ratios in
 * both forms, and for the covariance of two variables of one domain in the row form. `aa`, `ab`, `bb` are products.
 */
export interface PairSums {
  /** Indices into `variables`. */
  readonly a: number;
  readonly b: number;
  readonly n: Float64Array;
  readonly w: Float64Array;
  readonly w2: Float64Array;
  readonly wa: Float64Array;
  readonly wb: Float64Array;
  readonly waa: Float64Array;
  readonly wab: Float64Array;
  readonly wbb: Float64Array;
  /** Row form only. */
  readonly w2a: Float64Array | null;
  readonly w2b: Float64Array | null;
  readonly w2aa: Float64Array | null;
  readonly w2ab: Float64Array | null;
  readonly w2bb: Float64Array | null;
}

/** The sums of two variables in either order; null where they were not summed together. */
export function findPair({ pairs }: Pick<CellSums, 'pairs'>, variable: number, other: number): PairSums | null {
  const found = pairs.find(({ a, b }) => (a === variable && b === other) || (b === variable && a === other));
  return found ?? null;
}

/**
 * What one GROUP BY hands back, column by column. Cells in any order; each (domain, stratum, psu) at most once, absent where
 * no row falls into it. Codes are dense numbers from 0.
 *
 *     PSU form: GROUP BY domain, stratum, psu        row form (each row its own PSU): GROUP BY domain, stratum
 *
 * Domains are the levels of one breakdown: a row is in one domain at most (a crossing of variables is one breakdown; rows of
 * no domain are left out of the cells but not out of `SumsDesignFacts`). One domain (code 0) for everybody.
 */
export interface CellSums {
  readonly form: 'psu' | 'row';
  readonly domains: number;
  readonly domain: Int32Array;
  readonly stratum: Int32Array;
  /** PSU codes, unique over the whole design; null in the row form. */
  readonly psu: Int32Array | null;
  /** count(*) FILTER (WHERE w > 0): rows of the cell whether or not any variable is known. */
  readonly rowsWithWeight: Float64Array;
  readonly variables: readonly VariableSums[];
  readonly pairs: readonly PairSums[];
}
