import type { CellCombination } from './cell-combination.ts';
import { multiplySymmetric } from './cell-combination.ts';
import { type ProductSums, productCount, productPlace } from './product-sums.ts';
import { centredProduct, isConstant, shiftOf, type WholeProducts } from './whole-products.ts';

/** What is estimated from sums of products, over their complete rows in the union of the listed domains (null: of all). */
export type ProductEstimand = {
  readonly label: string;
  readonly sums: ProductSums;
  readonly domains: readonly number[] | null;
} & (
  | { readonly statistic: 'mean' | 'total'; readonly variable: number }
  | { readonly statistic: 'ratio'; readonly variable: number; readonly denominator: number }
  /** Population covariance of two variables, or variance where both are the same. */
  | { readonly statistic: 'covariance'; readonly variable: number; readonly other: number }
);

/** An estimate with its linearised value e = coefficients . (1, y_i, y_i y_j). */
export interface LinearizedProducts {
  readonly whole: WholeProducts;
  readonly value: number;
  readonly coefficients: Float64Array;
  /** Weighted variance of e; 0 where only rounding is left, or where the sums it needs are not there. */
  readonly spread: number;
}

/** Null where no complete row has a positive weight, or a denominator adds up to zero. */
export function linearizeProducts(whole: WholeProducts, estimand: ProductEstimand): LinearizedProducts | null {
  if (whole.n === 0) return null;
  switch (estimand.statistic) {
    case 'mean':
      return linearizeMean(whole, estimand.variable);
    case 'total':
      return linearizeTotal(whole, estimand.variable);
    case 'ratio':
      return linearizeRatio(whole, estimand.variable, estimand.denominator);
    case 'covariance':
      return linearizeCovariance(whole, estimand.variable, estimand.other);
  }
}

function blank({ sums }: WholeProducts): Float64Array {
  return new Float64Array(productCount(sums.labels.length));
}

export function linearizeMean(whole: WholeProducts, variable: number): LinearizedProducts {
  const { sums, w } = whole;
  const shift = shiftOf(whole, variable);
  const coefficients = blank(whole);
  const value = sums.origins[variable]! + shift;
  if (isConstant(whole, variable)) return { whole, value, coefficients, spread: 0 };
  coefficients[0] = -shift / w;
  coefficients[1 + variable] = 1 / w;
  return { whole, value, coefficients, spread: centredProduct(whole, variable, variable) / (w * w) };
}

function linearizeTotal(whole: WholeProducts, variable: number): LinearizedProducts {
  const origin = whole.sums.origins[variable]!;
  const coefficients = blank(whole);
  coefficients[0] = origin;
  coefficients[1 + variable] = 1;
  const value = (origin + shiftOf(whole, variable)) * whole.w;
  const spread = isConstant(whole, variable) ? 0 : centredProduct(whole, variable, variable);
  return { whole, value, coefficients, spread };
}

function linearizeRatio(whole: WholeProducts, variable: number, denominator: number): LinearizedProducts | null {
  const { sums, w } = whole;
  const [originY, originX] = [sums.origins[variable]!, sums.origins[denominator]!];
  const sumX = (originX + shiftOf(whole, denominator)) * w;
  if (sumX === 0) return null;
  const value = ((originY + shiftOf(whole, variable)) * w) / sumX;
  const coefficients = blank(whole);
  coefficients[0] = (originY - value * originX) / sumX;
  coefficients[1 + variable]! += 1 / sumX;
  coefficients[1 + denominator]! -= value / sumX;
  const squareY = centredProduct(whole, variable, variable);
  const squareX = value ** 2 * centredProduct(whole, denominator, denominator);
  const spread = (squareY + squareX - 2 * value * centredProduct(whole, variable, denominator)) / sumX ** 2;
  const isRounding = variable === denominator || spread * sumX ** 2 <= 1e-14 * (squareY + squareX);
  return { whole, value, coefficients, spread: isRounding ? 0 : spread };
}

/** (y - mean)(x - mean) n / (n - 1), whose weighted mean is the covariance. */
function linearizeCovariance(whole: WholeProducts, variable: number, other: number): LinearizedProducts {
  const { sums, w, n } = whole;
  const factor = n / (n - 1);
  const coefficients = blank(whole);
  if (n < 2) return { whole, value: Number.NaN, coefficients: coefficients.fill(Number.NaN), spread: 0 };
  if (isConstant(whole, variable) || isConstant(whole, other)) return { whole, value: 0, coefficients, spread: 0 };
  const [a, b] = [shiftOf(whole, variable), shiftOf(whole, other)];
  const value = factor * centredProduct(whole, variable, other);
  coefficients[productPlace(variable, other, sums.labels.length)] = factor / w;
  coefficients[1 + variable]! -= (factor * b) / w;
  coefficients[1 + other]! -= (factor * a) / w;
  coefficients[0] = (factor * a * b - value) / w;
  return { whole, value, coefficients, spread: spreadOf(whole, coefficients) };
}

/** Weighted variance of e from the sums of fourth order; 0 without them. */
function spreadOf({ spread, w, products }: WholeProducts, coefficients: Float64Array): number {
  if (spread === null) return 0;
  const turned = new Float64Array(coefficients.length);
  multiplySymmetric(spread, 0, coefficients, turned, 0);
  let square = 0;
  let mean = 0;
  let largest = 0;
  coefficients.forEach((c, m) => {
    square += (c * turned[m]!) / w;
    mean += (c * products[m]!) / w;
    largest = Math.max(largest, Math.abs((c * turned[m]!) / w));
  });
  const variance = square - mean * mean;
  return variance <= 1e-14 * largest ? 0 : variance;
}

/** As a combination of the cells of its domains. */
export function combinationOf({ whole, coefficients }: LinearizedProducts): CellCombination {
  const own = Array.from(whole.taken, (flag) => (flag === 1 ? coefficients : null));
  return { sums: whole.sums, coefficients: own };
}
