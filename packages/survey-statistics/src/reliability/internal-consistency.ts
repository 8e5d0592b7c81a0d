import { correlationOf, type Moments } from '../drivers/moments.ts';
import { solvePositiveDefinite } from '../linear-algebra.ts';
import { accepted, type Result, refused } from '../result.ts';

/** How consistently several items measure one thing. */
export interface InternalConsistency {
  /** Cronbach's alpha of the items as they are. */
  readonly alpha: number;
  /** Alpha of the standardized items, from their correlations; null where an item does not vary, as the next two. */
  readonly standardized: number | null;
  /** Guttman's lambda 6: 1 - sum of (1 - squared multiple correlation) over the sum of the correlations; null if singular. */
  readonly lambda6: number | null;
  readonly averageCorrelation: number | null;
  readonly items: readonly ItemConsistency[];
  /** Items that run against the others: turn them round (or reverse their scale) before alpha means anything. */
  readonly reversed: readonly string[];
}

/** Why the consistency of items cannot be told. */
export type ConsistencyRefusal = { readonly message: string } & (
  | { readonly code: 'too-few-items'; readonly items: number }
  | { readonly code: 'not-finite'; readonly label: string }
  | { readonly code: 'no-variance' }
);

export interface ItemConsistency {
  readonly label: string;
  /** Unweighted answers. */
  readonly n: number;
  readonly mean: number;
  /** Standard deviation with divisor n - 1 times the weighted one's n / (n - 1); null of one answer. */
  readonly standardDeviation: number | null;
  /** Correlation of the item with the sum of the others; null where either does not vary. */
  readonly restCorrelation: number | null;
  /** Alpha and standardized alpha of the others; null with fewer than two others, and where they do not vary. */
  readonly alphaWithout: number | null;
  readonly standardizedWithout: number | null;
}

/**
 * Cronbach's alpha and its companions from the covariances of k items (`weightedMoments`, listwise or pairwise as chosen there):
 * k / (k - 1) (1 - sum of variances / variance of the sum). Cronbach (1951), Psychometrika 16; Guttman (1945). With a standard
 * error: `estimateAlpha`. R: `psych::alpha` (without a design), `svycralpha`. Oracle: fixtures/r/reference, family reliability.
 * Refuses fewer than two items, moments that are not finite (an item that nobody answered), and items whose sum does not vary.
 */
export function internalConsistency(moments: Moments): Result<InternalConsistency, ConsistencyRefusal> {
  const { labels, means, covariance, pairN } = moments;
  const size = labels.length;
  if (size < 2)
    return refused({ code: 'too-few-items', items: size, message: `Alpha needs two items or more, not ${size}.` });
  const unknown = covariance.findIndex((value) => !Number.isFinite(value));
  if (unknown >= 0) {
    const label = labels[Math.floor(unknown / size)]!;
    return refused({ code: 'not-finite', label, message: `The covariances of "${label}" are not known.` });
  }
  const all = labels.map((_, index) => index);
  const correlation = correlationOf(covariance, size);
  const total = sumOver(covariance, size, all);
  if (!(total > 0)) return refused({ code: 'no-variance', message: 'The sum of the items does not vary.' });
  const items = labels.map((label, item): ItemConsistency => {
    const others = all.filter((index) => index !== item);
    const n = pairN[item * size + item]!;
    const variance = covariance[item * size + item]!;
    const row = all.reduce((sum, index) => sum + covariance[item * size + index]!, 0);
    return {
      label,
      n,
      mean: means[item]!,
      standardDeviation: known(Math.sqrt((variance * n) / (n - 1))),
      restCorrelation: known((row - variance) / Math.sqrt(variance * (total - 2 * row + variance))),
      alphaWithout: known(alphaOf(covariance, size, others)),
      standardizedWithout: known(alphaOf(correlation, size, others)),
    };
  });
  return accepted({
    alpha: alphaOf(covariance, size, all),
    standardized: known(alphaOf(correlation, size, all)),
    lambda6: known(guttmanLambda6(correlation, size)),
    averageCorrelation: known((sumOver(correlation, size, all) - size) / (size * (size - 1))),
    items,
    reversed: items
      .filter(({ restCorrelation }) => restCorrelation !== null && restCorrelation < 0)
      .map(({ label }) => label),
  });
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
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
