import { accepted, type Result, refused } from '../result.ts';
import { estimateFromProducts } from '../sums/estimate-from-products.ts';
import type { ProductEstimand } from '../sums/linearize-products.ts';
import type { ProductSums } from '../sums/product-sums.ts';
import type { SumsDesign } from '../sums/sums-design.ts';
import type { SumsRefusal } from '../sums/sums-refusal.ts';
import { type Correlation, correlationOfMoments } from './estimate-correlations.ts';

/** Two variables of sums of products whose correlation is asked for, in the union of domains (null: of all). */
export interface SumsCorrelationPair {
  readonly label: string;
  readonly sums: ProductSums;
  readonly variable: number;
  readonly other: number;
  readonly domains: readonly number[] | null;
}

/**
 * Weighted Pearson correlations from sums of products, with their standard errors: the door of sums to `estimateCorrelations`,
 * equal to it within rounding. Over the complete rows of each pair's sums: where every pair is to keep its own missing values,
 * sum each pair by itself. R: `svyvar` with the delta method. Oracle: fixtures/r/oracle/sums. Refuses what
 * `estimateFromProducts` does.
 */
export function estimateCorrelationsFromSums(
  design: SumsDesign,
  pairs: readonly SumsCorrelationPair[],
): Result<readonly Correlation[], SumsRefusal> {
  const found: Correlation[] = [];
  for (const { label, sums, variable, other, domains } of pairs) {
    const moment = (a: number, b: number): ProductEstimand => {
      return { statistic: 'covariance', label, sums, domains, variable: a, other: b };
    };
    const three = [moment(variable, variable), moment(variable, other), moment(other, other)];
    const made = estimateFromProducts(design, three, { covariance: 'joint' });
    if (!made.ok) return refused(...made.reasons);
    found.push(correlationOfMoments(made.value, label));
  }
  return accepted(found);
}
