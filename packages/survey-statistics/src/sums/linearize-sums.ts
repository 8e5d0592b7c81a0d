import { CompensatedSum } from '../compensated-sum.ts';
import type { CellSums, PairSums, VariableSums } from './cell-sums.ts';

/** What is estimated from cell sums: of variable `variable` (and `denominator`) in the union of the listed domains. */
export interface SumsEstimand {
  readonly label: string;
  readonly statistic: 'mean' | 'total' | 'ratio';
  readonly variable: number;
  /** Of ratios: the variable below the line; a pair (variable, denominator) must be among the sums. */
  readonly denominator?: number;
  /** Codes of the domains that together form the subpopulation; null for all of them. */
  readonly domains: readonly number[] | null;
}

/**
 * The linearised value of a row written as e = alpha + beta a + gamma b, a and b the centred values: all sums of w e,
 * w e^2 and w^2 e^2 then follow from the cell sums.
 */
export interface LinearizedSums {
  readonly value: number;
  readonly cells: Int32Array;
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly source: VariableSums | PairSums;
  /** Every value is the same: a mean of it has no variance (exactly 0, whatever the rounding). */
  readonly constant: boolean;
  /** True where `source` is a pair and the estimand's variable is its `b`. */
  readonly swapped: boolean;
  readonly n: number;
  readonly sumOfWeights: number;
  readonly sumOfSquaredWeights: number;
}

/** Null where no row of positive weight has a value, or the denominator adds up to zero. */
export function linearizeSums(sums: CellSums, estimand: SumsEstimand, cells: Int32Array): LinearizedSums | null {
  const total = (column: Float64Array) => sumOver(column, cells);
  if (estimand.statistic === 'ratio') return linearizeRatio(sums, estimand, cells);
  const source = sums.variables[estimand.variable];
  if (source === undefined) throw new Error(`there are no sums of variable ${estimand.variable}`);
  const n = total(source.n);
  if (n === 0) return null;
  const w = total(source.w);
  const facts = { cells, gamma: 0, source, swapped: false, n, sumOfWeights: w, sumOfSquaredWeights: total(source.w2) };
  const shift = total(source.wy) / w;
  const constant = total(source.wyy) / w - shift * shift <= 1e-14 * shift * shift;
  if (estimand.statistic === 'total')
    return { ...facts, constant, value: (source.origin + shift) * w, alpha: source.origin, beta: 1 };
  const value = source.origin + shift;
  return constant
    ? { ...facts, constant, value, alpha: 0, beta: 0 }
    : { ...facts, constant, value, alpha: -shift / w, beta: 1 / w };
}

function linearizeRatio(sums: CellSums, estimand: SumsEstimand, cells: Int32Array): LinearizedSums | null {
  const source = sums.pairs.find(
    ({ a, b }) =>
      (a === estimand.variable && b === estimand.denominator) ||
      (b === estimand.variable && a === estimand.denominator),
  );
  if (source === undefined)
    throw new Error(`there are no pair sums of variables ${estimand.variable} and ${estimand.denominator}`);
  const swapped = source.a !== estimand.variable;
  const total = (column: Float64Array) => sumOver(column, cells);
  const n = total(source.n);
  if (n === 0) return null;
  const w = total(source.w);
  const originY = sums.variables[estimand.variable]!.origin;
  const originX = sums.variables[estimand.denominator!]!.origin;
  const sumY = originY * w + total(swapped ? source.wb : source.wa);
  const sumX = originX * w + total(swapped ? source.wa : source.wb);
  if (sumX === 0) return null;
  const value = sumY / sumX;
  const upper = 1 / sumX;
  const lower = -value / sumX;
  return {
    value,
    cells,
    alpha: (originY - value * originX) / sumX,
    beta: swapped ? lower : upper,
    gamma: swapped ? upper : lower,
    source,
    constant: false,
    swapped,
    n,
    sumOfWeights: w,
    sumOfSquaredWeights: total(source.w2),
  };
}

export function sumOver(column: Float64Array, cells: Int32Array): number {
  const sum = new CompensatedSum();
  for (const cell of cells) sum.add(column[cell]!);
  return sum.total;
}

function isPair(source: VariableSums | PairSums): source is PairSums {
  return 'wab' in source;
}

/** Sum of w e over the rows of a cell. */
export function residualTotal({ source, alpha, beta, gamma }: LinearizedSums, cell: number): number {
  return isPair(source)
    ? alpha * source.w[cell]! + beta * source.wa[cell]! + gamma * source.wb[cell]!
    : alpha * source.w[cell]! + beta * source.wy[cell]!;
}

/** Sum of w e^2 over the rows of a cell. */
export function residualSquares({ source, alpha, beta, gamma }: LinearizedSums, cell: number): number {
  if (isPair(source))
    return (
      alpha * alpha * source.w[cell]! +
      2 * alpha * (beta * source.wa[cell]! + gamma * source.wb[cell]!) +
      beta * beta * source.waa[cell]! +
      2 * beta * gamma * source.wab[cell]! +
      gamma * gamma * source.wbb[cell]!
    );
  return alpha * alpha * source.w[cell]! + 2 * alpha * beta * source.wy[cell]! + beta * beta * source.wyy[cell]!;
}

/** Sum of w^2 e^2 over the rows of a cell (row form). */
export function weightedResidualSquares(linearized: LinearizedSums, cell: number): number {
  const { source, alpha, beta, gamma } = linearized;
  if (isPair(source)) {
    const { w2, w2a, w2b, w2aa, w2ab, w2bb } = source;
    if (w2a === null || w2b === null || w2aa === null || w2ab === null || w2bb === null)
      throw new Error('the row form needs the sums of squared weights of each pair');
    return (
      alpha * alpha * w2[cell]! +
      2 * alpha * (beta * w2a[cell]! + gamma * w2b[cell]!) +
      beta * beta * w2aa[cell]! +
      2 * beta * gamma * w2ab[cell]! +
      gamma * gamma * w2bb[cell]!
    );
  }
  const { w2, w2y, w2yy } = source;
  if (w2y === null || w2yy === null) throw new Error('the row form needs w2y and w2yy of each variable');
  return alpha * alpha * w2[cell]! + 2 * alpha * beta * w2y[cell]! + beta * beta * w2yy[cell]!;
}

/** Sum of w times the squared terms of e: what `residualSquares` is a small difference of, where e hardly varies. */
export function squaredTerms({ source, alpha, beta, gamma }: LinearizedSums, cell: number): number {
  return isPair(source)
    ? alpha ** 2 * source.w[cell]! + beta ** 2 * source.waa[cell]! + gamma ** 2 * source.wbb[cell]!
    : alpha ** 2 * source.w[cell]! + beta ** 2 * source.wyy[cell]!;
}
