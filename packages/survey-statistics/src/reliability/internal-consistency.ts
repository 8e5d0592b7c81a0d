import { correlationOf, type Moments } from '../drivers/moments.ts';
import { solvePositiveDefinite } from '../linear-algebra.ts';

/** How consistently several items measure one thing. */
export interface InternalConsistency {
  /** Cronbach's alpha of the items as they are; NaN where they do not vary. */
  readonly alpha: number;
  /** Alpha of the standardized items, from their correlations. */
  readonly standardized: number;
  /** Guttman's lambda 6: 1 - sum of (1 - squared multiple correlation) over the sum of the correlations; NaN if singular. */
  readonly lambda6: number;
  readonly averageCorrelation: number;
  readonly items: readonly ItemConsistency[];
  /** Items that run against the others: turn them round (or reverse their scale) before alpha means anything. */
  readonly reversed: readonly string[];
}

export interface ItemConsistency {
  readonly label: string;
  /** Unweighted answers. */
  readonly n: number;
  readonly mean: number;
  /** Standard deviation with divisor n - 1 times the weighted one's n / (n - 1). */
  readonly standardDeviation: number;
  /** Correlation of the item with the sum of the others. */
  readonly restCorrelation: number;
  /** Alpha and standardized alpha of the others; NaN with fewer than two others. */
  readonly alphaWithout: number;
  readonly standardizedWithout: number;
}

/**
 * Cronbach's alpha and its companions from the covariances of k items (`weightedMoments`, listwise or pairwise as chosen there):
 * k / (k - 1) (1 - sum of variances / variance of the sum). Cronbach (1951), Psychometrika 16; Guttman (1945). With a standard
 * error: `estimateAlpha`. R: `psych::alpha` (without a design), `svycralpha`. Oracle: fixtures/r/reference, family reliability.
 * Throws with fewer than two items.
 */
export function internalConsistency(moments: Moments): InternalConsistency {
  const { labels, means, covariance, pairN } = moments;
  const size = labels.length;
  if (size < 2) throw new Error('alpha needs two items or more');
  const all = labels.map((_, index) => index);
  const correlation = correlationOf(covariance, size);
  const total = sumOver(covariance, size, all);
  const items = labels.map((label, item): ItemConsistency => {
    const others = all.filter((index) => index !== item);
    const n = pairN[item * size + item]!;
    const variance = covariance[item * size + item]!;
    const row = all.reduce((sum, index) => sum + covariance[item * size + index]!, 0);
    return {
      label,
      n,
      mean: means[item]!,
      standardDeviation: Math.sqrt((variance * n) / (n - 1)),
      restCorrelation: (row - variance) / Math.sqrt(variance * (total - 2 * row + variance)),
      alphaWithout: alphaOf(covariance, size, others),
      standardizedWithout: alphaOf(correlation, size, others),
    };
  });
  return {
    alpha: alphaOf(covariance, size, all),
    standardized: alphaOf(correlation, size, all),
    lambda6: guttmanLambda6(correlation, size),
    averageCorrelation: (sumOver(correlation, size, all) - size) / (size * (size - 1)),
    items,
    reversed: items.filter(({ restCorrelation }) => restCorrelation < 0).map(({ label }) => label),
  };
}

function alphaOf(matrix: Float64Array, size: number, items: readonly number[]): number {
  const count = items.length;
  if (count < 2) return Number.NaN;
  const trace = items.reduce((sum, item) => sum + matrix[item * size + item]!, 0);
  return (count / (count - 1)) * (1 - trace / sumOver(matrix, size, items));
}

function sumOver(matrix: Float64Array, size: number, items: readonly number[]): number {
  let sum = 0;
  for (const a of items) for (const b of items) sum += matrix[a * size + b]!;
  return sum;
}

function guttmanLambda6(correlation: Float64Array, size: number): number {
  let unique = 0;
  for (let item = 0; item < size; item += 1) {
    const solved = solvePositiveDefinite(
      correlation,
      Float64Array.from({ length: size }, (_, at) => (at === item ? 1 : 0)),
    );
    if (solved === null) return Number.NaN;
    unique += 1 / solved[item]!;
  }
  return 1 - unique / correlation.reduce((sum, value) => sum + value, 0);
}
