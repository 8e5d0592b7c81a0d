import { CompensatedColumns } from './compensated-columns.ts';
import { type ProductSums, productCount, productPlace, squareCount } from './product-sums.ts';
import type { SumsRefusal } from './sums-refusal.ts';

/** The sums of some domains together. */
export interface WholeProducts {
  readonly sums: ProductSums;
  /** 1 for each domain that takes part. */
  readonly taken: Uint8Array;
  readonly rows: number;
  readonly n: number;
  readonly w: number;
  readonly w2: number;
  readonly products: Float64Array;
  readonly spread: Float64Array | null;
  /** Sampling units minus strata with a row of positive weight in these domains; the same with a complete row of one. */
  readonly unitsMinusStrata: (of: 'rows' | 'complete') => number;
}

/** Adds up the cells of the listed domains (null: of all), compensated. */
export function wholeOf(sums: ProductSums, domains: readonly number[] | null): WholeProducts {
  const size = sums.labels.length;
  const count = productCount(size);
  const taken = new Uint8Array(sums.domains).fill(domains === null ? 1 : 0);
  for (const domain of domains ?? []) taken[domain] = 1;
  const counts = new CompensatedColumns(1, 3);
  const products = new CompensatedColumns(1, count);
  for (let cell = 0; cell < sums.domain.length; cell += 1) {
    if (taken[sums.domain[cell]!] !== 1) continue;
    counts.add(0, 0, sums.rows[cell]!);
    counts.add(0, 1, sums.n[cell]!);
    counts.add(0, 2, sums.w2[cell]!);
    products.addAll(0, sums.products.subarray(cell * count, (cell + 1) * count), 1);
  }
  const [rows = 0, n = 0, w2 = 0] = counts.totals();
  const total = products.totals();
  return {
    sums,
    taken,
    rows,
    n,
    w: total[0]!,
    w2,
    products: total,
    spread: sums.spread === null ? null : spreadOf(sums.spread, taken, squareCount(size)),
    unitsMinusStrata: (of) => countUnits(sums, taken, of),
  };
}

function spreadOf(spread: Float64Array, taken: Uint8Array, width: number): Float64Array {
  const sum = new CompensatedColumns(1, width);
  taken.forEach((flag, domain) => {
    if (flag === 1) sum.addAll(0, spread.subarray(domain * width, (domain + 1) * width), 1);
  });
  return sum.totals();
}

/** In the PSU form a complete row of positive weight shows in the cell's sum of weights. */
function countUnits(sums: ProductSums, taken: Uint8Array, of: 'rows' | 'complete'): number {
  const count = productCount(sums.labels.length);
  const strata = new Set<number>();
  const psus = new Set<number>();
  let units = 0;
  for (let cell = 0; cell < sums.domain.length; cell += 1) {
    if (taken[sums.domain[cell]!] !== 1) continue;
    const rows =
      of === 'rows' ? sums.rowsWithWeight[cell]! : sums.psu === null ? sums.n[cell]! : sums.products[cell * count]!;
    if (rows === 0) continue;
    strata.add(sums.stratum[cell]!);
    if (sums.psu === null) units += rows;
    else psus.add(sums.psu[cell]!);
  }
  return units + psus.size - strata.size;
}

/** Weighted mean of y_i (less its origin). */
export function shiftOf({ products, w }: WholeProducts, variable: number): number {
  return products[1 + variable]! / w;
}

/** Weighted mean of y_i y_j less the product of their means: the covariance with divisor sum w. */
export function centredProduct(whole: WholeProducts, a: number, b: number): number {
  const place = productPlace(a, b, whole.sums.labels.length);
  return whole.products[place]! / whole.w - shiftOf(whole, a) * shiftOf(whole, b);
}

/** Below this share of the mean square around the origin a variance is what rounding leaves, also where an engine does not compensate. */
export const constantShare = 1e-12;

/** Every value is the same. */
export function isConstant(whole: WholeProducts, variable: number): boolean {
  const square = whole.products[productPlace(variable, variable, whole.sums.labels.length)]! / whole.w;
  return centredProduct(whole, variable, variable) <= constantShare * square;
}

/** Below this share of the mean square around the origin, a variance has lost more digits than it may. */
const leastShare = 1e-9;

export function checkOrigins(whole: WholeProducts, variables: readonly number[]): readonly SumsRefusal[] {
  return variables.flatMap((variable): SumsRefusal[] => {
    const { labels, origins } = whole.sums;
    const square = whole.products[productPlace(variable, variable, labels.length)]! / whole.w;
    if (isConstant(whole, variable) || centredProduct(whole, variable, variable) >= leastShare * square) return [];
    const [argument, origin] = [labels[variable]!, origins[variable]!];
    const mean = origin + shiftOf(whole, variable);
    const message = `The origin ${origin} of "${argument}" is too far from its mean ${mean}: sum it again around a nearer number.`;
    return [{ code: 'origin-far', argument, origin, mean, message }];
  });
}
