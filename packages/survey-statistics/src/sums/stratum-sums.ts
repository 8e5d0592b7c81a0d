/**
 * The sums of one variable by domain: one entry per domain, over the rows of that domain whose value is known; y is the value
 * minus `origin`, a fixed number near the middle of the values. In SQL, with `y` NULL where missing and `w` the weight:
 *
 *     n  = count(y) FILTER (WHERE w > 0)
 *     w  = sum(w)  FILTER (WHERE y IS NOT NULL)       wy  = sum(w * (y - origin))
 *     w2 = sum(w * w) FILTER (WHERE y IS NOT NULL)    wyy = sum(w * (y - origin) * (y - origin))
 */
export interface DomainSums {
  readonly label: string;
  readonly origin: number;
  readonly n: Float64Array;
  readonly w: Float64Array;
  readonly w2: Float64Array;
  readonly wy: Float64Array;
  readonly wyy: Float64Array;
}

/**
 * What a second pass adds up by domain and stratum once the means are known: of each sampling unit the total
 * z = sum(w * (y - mean of its domain)) over the rows with a value, and of these totals what a variance needs. One entry per
 * stratum of a domain, in any order:
 *
 *     SELECT domain, stratum, count(*) FILTER (WHERE rows > 0), count(z), sum(z), var_pop(z) * count(z)
 *     FROM (SELECT domain, stratum, psu, count(*) FILTER (WHERE w > 0) AS rows, sum(w * (y - mean)) AS z ... GROUP BY 1, 2, 3)
 *     GROUP BY 1, 2
 *
 * In the row form each row is its own unit and the inner GROUP BY falls away. Squares of the totals are taken around their own
 * average (`spread`), so that nothing large is ever subtracted from something large.
 */
export interface StratumSums {
  readonly form: 'psu' | 'row';
  /** True where there is no breakdown: one domain, everybody. */
  readonly everyone: boolean;
  readonly domains: number;
  readonly domain: Int32Array;
  readonly stratum: Int32Array;
  /** Units with a row of positive weight, whether or not a value is known. */
  readonly units: Float64Array;
  readonly variables: readonly ResidualSums[];
}

export interface ResidualSums {
  readonly whole: DomainSums;
  /** Units with a value, of whatever weight: `count(z)`. */
  readonly present: Float64Array;
  /** `sum(z)`, 0 where there is none. */
  readonly total: Float64Array;
  /** Sum of (z - average z)^2 over the units present, 0 where there is none. */
  readonly spread: Float64Array;
}

/** The mean of each domain, in the units of the variable: what the second pass is centred at. NaN without a case. */
export function domainMeans({ origin, n, w, wy }: DomainSums): Float64Array {
  return n.map((cases, domain) => (cases === 0 ? Number.NaN : origin + wy[domain]! / w[domain]!));
}
