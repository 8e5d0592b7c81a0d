import { type ProductSums, productCount, squareCount } from './product-sums.ts';
import { scaledDeviations, sumOfProducts } from './psu-products.ts';
import { emptyTable, readTable } from './strata-table.ts';
import { varianceFromStrata } from './stratum-moments.ts';
import type { SumsDesign } from './sums-design.ts';

/**
 * A linearised estimate written in the sums: the total of w e over the rows of a cell is the sum of coefficient times product,
 * with the coefficients of the cell's domain; null for a domain that takes no part.
 */
export interface CellCombination {
  readonly sums: ProductSums;
  readonly coefficients: readonly (Float64Array | null)[];
}

/**
 * Covariance (k x k) of linearised estimates under the design. Where all take the same rows, only their sampling units count as
 * present for lonely PSUs, as in the door of columns. The sums must have passed `checkSums`.
 */
export function covarianceOfCombinations(design: SumsDesign, list: readonly CellCombination[]): Float64Array {
  const size = list.length;
  const covariance = new Float64Array(size * size);
  const covarianceOf = design.facts.form === 'psu' ? unitCovariance(design, list) : rowCovariance(design, list);
  for (let a = 0; a < size; a += 1)
    for (let b = 0; b <= a; b += 1) {
      const value = covarianceOf(a, b);
      covariance[a * size + b] = value;
      covariance[b * size + a] = value;
    }
  return covariance;
}

type PairCovariance = (a: number, b: number) => number;

/** The total of w e of one cell; 0 where its domain takes no part. */
function cellTotal({ sums, coefficients }: CellCombination, cell: number): number {
  const own = coefficients[sums.domain[cell]!] ?? null;
  if (own === null) return 0;
  const from = cell * own.length;
  let total = 0;
  for (let m = 0; m < own.length; m += 1) if (own[m] !== 0) total += own[m]! * sums.products[from + m]!;
  return total;
}

function unitCovariance(design: SumsDesign, list: readonly CellCombination[]): PairCovariance {
  const { facts } = design;
  if (facts.form !== 'psu') throw new Error('not the PSU form');
  const totals = list.map((combination) => {
    const units = new Float64Array(facts.psuStratum.length);
    combination.sums.psu!.forEach((psu, cell) => {
      units[psu]! += cellTotal(combination, cell);
    });
    return units;
  });
  if (facts.lonelyPsu !== 'adjust' && facts.lonelyPsu !== 'average') {
    const deviations = totals.map((units) => scaledDeviations(design, facts, units));
    return (a, b) => sumOfProducts(deviations[a]!, deviations[b]!);
  }
  const present = presentUnits(design, list);
  const { psuStratum } = facts;
  return (a, b) => {
    const table = emptyTable(design);
    psuStratum.forEach((s, psu) => {
      table.totalA[s]! += totals[a]![psu]!;
      table.totalB[s]! += totals[b]![psu]!;
      table.raw[s]! += totals[a]![psu]! * totals[b]![psu]!;
    });
    psuStratum.forEach((s, psu) => {
      const n = design.sampled[s]!;
      table.centred[s]! += (totals[a]![psu]! - table.totalA[s]! / n) * (totals[b]![psu]! - table.totalB[s]! / n);
    });
    return varianceFromStrata(design, readTable(table, present));
  };
}

function rowCovariance(design: SumsDesign, list: readonly CellCombination[]): PairCovariance {
  const present = presentUnits(design, list);
  const totals = list.map((combination) => {
    const strata = new Float64Array(design.sampled.length);
    combination.sums.stratum.forEach((s, cell) => {
      strata[s]! += cellTotal(combination, cell);
    });
    return strata;
  });
  const weighted = new Map<number, Float64Array>();
  return (a, b) => {
    let right = weighted.get(b);
    if (right === undefined) {
      right = squaresTimes(list[b]!);
      weighted.set(b, right);
    }
    const { sums, coefficients } = list[a]!;
    const table = emptyTable(design);
    table.totalA.set(totals[a]!);
    table.totalB.set(totals[b]!);
    sums.stratum.forEach((s, cell) => {
      const own = coefficients[sums.domain[cell]!] ?? null;
      if (own === null) return;
      const from = cell * own.length;
      for (let m = 0; m < own.length; m += 1) if (own[m] !== 0) table.raw[s]! += own[m]! * right![from + m]!;
    });
    table.raw.forEach((raw, s) => {
      const n = design.sampled[s]!;
      if (n === 0) return;
      const product = (table.totalA[s]! * table.totalB[s]!) / n;
      const centred = raw - product;
      // What is left of equal values in a stratum is rounding, not variation.
      const isRounding = Math.abs(centred) <= 1e-14 * (Math.abs(raw) + Math.abs(product));
      table.centred[s] = isRounding || (a === b && centred < 0) ? 0 : centred;
    });
    return varianceFromStrata(design, readTable(table, present));
  };
}

/** The sums of w^2 m m' of each cell times its coefficients: cells x products. */
function squaresTimes({ sums, coefficients }: CellCombination): Float64Array {
  const count = productCount(sums.labels.length);
  const stride = squareCount(sums.labels.length);
  const result = new Float64Array(sums.domain.length * count);
  for (let cell = 0; cell < sums.domain.length; cell += 1) {
    const own = coefficients[sums.domain[cell]!] ?? null;
    if (own !== null) multiplySymmetric(sums.squares!, cell * stride, own, result, cell * count);
  }
  return result;
}

/** result += S c, S symmetric, stored as its upper triangle row by row; places where c is 0 are not read. */
export function multiplySymmetric(
  triangle: Float64Array,
  from: number,
  c: Float64Array,
  result: Float64Array,
  to: number,
): void {
  let at = from;
  for (let a = 0; a < c.length; a += 1)
    for (let b = a; b < c.length; b += 1) {
      if (c[b] !== 0) result[to + a]! += triangle[at]! * c[b]!;
      if (b > a && c[a] !== 0) result[to + b]! += triangle[at]! * c[a]!;
      at += 1;
    }
}

/** Units by stratum that count as present: those with a row where all estimates take the same, otherwise all. */
function presentUnits(design: SumsDesign, list: readonly CellCombination[]): Float64Array {
  const [first] = list;
  const takes = ({ coefficients }: CellCombination) => coefficients.map((own) => (own === null ? 0 : 1)).join('');
  if (first === undefined || list.some((other) => other.sums !== first.sums || takes(other) !== takes(first)))
    return design.sampled;
  const { sums, coefficients } = first;
  const present = new Float64Array(design.sampled.length);
  const seen = new Set<number>();
  sums.stratum.forEach((s, cell) => {
    if (sums.rows[cell] === 0 || (coefficients[sums.domain[cell]!] ?? null) === null) return;
    if (sums.psu === null) present[s]! += sums.rows[cell]!;
    else if (!seen.has(sums.psu[cell]!)) {
      seen.add(sums.psu[cell]!);
      present[s]! += 1;
    }
  });
  return present;
}
