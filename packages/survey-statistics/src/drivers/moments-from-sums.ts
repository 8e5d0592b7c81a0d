import { accepted, type Result, refused } from '../result.ts';
import type { ProductSums } from '../sums/product-sums.ts';
import { checkDomains, checkVariables, type SumsRefusal } from '../sums/sums-refusal.ts';
import { centredProduct, checkOrigins, isConstant, shiftOf, wholeOf } from '../sums/whole-products.ts';
import type { Moments } from './moments.ts';

/**
 * Means and covariances (divisor sum w) of some variables of sums of products over their complete rows: the door of sums to
 * `weightedMoments` (`listwise`), for `analyzeDrivers` and `internalConsistency`. Refuses variables and domains that are not there,
 * a domain without cases and origins far from the values.
 */
export function momentsOfProducts(
  sums: ProductSums,
  variables: readonly number[],
  domains: readonly number[] | null,
): Result<Moments, SumsRefusal | { readonly code: 'no-cases'; readonly message: string }> {
  const reasons = [...checkVariables(sums, variables), ...checkDomains(sums, domains)];
  if (reasons.length > 0) return refused(...reasons);
  const whole = wholeOf(sums, domains);
  if (whole.n === 0) return refused({ code: 'no-cases', message: 'No row of positive weight has all values.' });
  const far = checkOrigins(whole, [...new Set(variables)]);
  if (far.length > 0) return refused(...far);
  const size = variables.length;
  const covariance = new Float64Array(size * size);
  variables.forEach((a, row) => {
    variables.forEach((b, column) => {
      const isFlat = isConstant(whole, a) || isConstant(whole, b);
      covariance[row * size + column] = isFlat ? 0 : centredProduct(whole, a, b);
    });
  });
  return accepted({
    labels: variables.map((variable) => sums.labels[variable]!),
    means: Float64Array.from(variables, (variable) => sums.origins[variable]! + shiftOf(whole, variable)),
    covariance,
    pairN: new Float64Array(size * size).fill(whole.n),
    n: whole.n,
    missing: 'listwise',
  });
}
