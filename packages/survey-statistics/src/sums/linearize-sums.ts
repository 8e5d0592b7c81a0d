import { sumOver } from '../weighted-sums.ts';
import { type CellSums, findPair, type PairSums, type VariableSums } from './cell-sums.ts';

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
  /** Weighted variance of e: sum w e^2 / sum w minus the square of its weighted mean; 0 where only rounding is left. */
  readonly spread: number;
}

/** Null where no row of positive weight has a value, or the denominator adds up to zero. What it takes was checked (`checkCells`). */
export function linearizeSums(sums: CellSums, estimand: SumsEstimand, cells: Int32Array): LinearizedSums | null {
  const total = (column: Float64Array) => sumOver(column, cells);
  if (estimand.statistic === 'ratio') return linearizeRatio(sums, estimand, cells);
  const source = sums.variables[estimand.variable]!;
  const n = total(source.n);
  const w = total(source.w);
  if (n === 0 || !(w > 0)) return null;
  const facts = { cells, gamma: 0, source, swapped: false, n, sumOfWeights: w, sumOfSquaredWeights: total(source.w2) };
  const shift = total(source.wy) / w;
  const square = total(source.wyy) / w;
  const variance = square - shift * shift;
  const constant = variance <= 1e-14 * square;
  const spread = constant ? 0 : variance;
  const value = source.origin + shift;
  if (estimand.statistic === 'total')
    return { ...facts, constant, value: value * w, alpha: source.origin, beta: 1, spread };
  return constant
    ? { ...facts, constant, value, alpha: 0, beta: 0, spread }
    : { ...facts, constant, value, alpha: -shift / w, beta: 1 / w, spread: spread / (w * w) };
}

function linearizeRatio(sums: CellSums, estimand: SumsEstimand, cells: Int32Array): LinearizedSums | null {
  const source = findPair(sums, estimand.variable, estimand.denominator!)!;
  const swapped = source.a !== estimand.variable;
  const total = (column: Float64Array) => sumOver(column, cells);
  const n = total(source.n);
  const w = total(source.w);
  if (n === 0 || !(w > 0)) return null;
  const originY = sums.variables[estimand.variable]!.origin;
  const originX = sums.variables[estimand.denominator!]!.origin;
  const meanA = total(source.wa) / w;
  const meanB = total(source.wb) / w;
  const sumY = (originY + (swapped ? meanB : meanA)) * w;
  const sumX = (originX + (swapped ? meanA : meanB)) * w;
  if (sumX === 0) return null;
  const value = sumY / sumX;
  const upper = 1 / sumX;
  const lower = -value / sumX;
  const [beta, gamma] = swapped ? [lower, upper] : [upper, lower];
  const squareA = beta ** 2 * (total(source.waa) / w - meanA ** 2);
  const squareB = gamma ** 2 * (total(source.wbb) / w - meanB ** 2);
  const variance = squareA + squareB + 2 * beta * gamma * (total(source.wab) / w - meanA * meanB);
  return {
    value,
    cells,
    spread: variance <= 1e-14 * (squareA + squareB) ? 0 : variance,
    alpha: (originY - value * originX) / sumX,
    beta,
    gamma,
    source,
    constant: false,
    swapped,
    n,
    sumOfWeights: w,
    sumOfSquaredWeights: total(source.w2),
  };
}

function isPair(source: VariableSums | PairSums): source is PairSums {
  return 'wab' in source;
}

/** Sum of w e over the rows of each of the estimate's cells. */
export function residualTotals({ source, cells, alpha, beta, gamma }: LinearizedSums): Float64Array {
  const totals = new Float64Array(cells.length);
  const { w } = source;
  if (isPair(source)) {
    const { wa, wb } = source;
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index]!;
      totals[index] = alpha * w[cell]! + beta * wa[cell]! + gamma * wb[cell]!;
    }
    return totals;
  }
  const { wy } = source;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index]!;
    totals[index] = alpha * w[cell]! + beta * wy[cell]!;
  }
  return totals;
}

/** Sum of w^2 e^2 over the rows of a cell (row form). */
export function weightedResidualSquares(linearized: LinearizedSums, cell: number): number {
  const { source, alpha, beta, gamma } = linearized;
  if (isPair(source)) {
    const { w2, w2a, w2b, w2aa, w2ab, w2bb } = source;
    return (
      alpha * alpha * w2[cell]! +
      2 * alpha * (beta * w2a![cell]! + gamma * w2b![cell]!) +
      beta * beta * w2aa![cell]! +
      2 * beta * gamma * w2ab![cell]! +
      gamma * gamma * w2bb![cell]!
    );
  }
  const { w2, w2y, w2yy } = source;
  return alpha * alpha * w2[cell]! + 2 * alpha * beta * w2y![cell]! + beta * beta * w2yy![cell]!;
}
