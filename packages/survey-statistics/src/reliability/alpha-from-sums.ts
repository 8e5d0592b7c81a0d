import { type Result, refused } from '../result.ts';
import { describeProducts, linearizeAll } from '../sums/estimate-from-products.ts';
import type { LinearizedProducts, ProductEstimand } from '../sums/linearize-products.ts';
import type { ProductSums } from '../sums/product-sums.ts';
import type { SumsDesign } from '../sums/sums-design.ts';
import type { SumsRefusal } from '../sums/sums-refusal.ts';
import { type AlphaEstimate, type AlphaRefusal, alphaOfVariances } from './estimate-alpha.ts';

/**
 * Cronbach's alpha of two or more of the variables of sums of products, with its standard error: the door of sums to
 * `estimateAlpha`, equal to it within rounding. Over the complete rows of the sums, so sum the items of one scale together; the
 * variance of their sum follows from the products. R: `svycralpha`, `svyvar` with `svycontrast`. Oracle: fixtures/r/oracle/sums.
 * Refuses fewer than two items, a domain without complete cases, items whose sum does not vary and what `estimateFromProducts` does.
 */
export function estimateAlphaFromSums(
  design: SumsDesign,
  sums: ProductSums,
  items: readonly number[],
  domains: readonly number[] | null = null,
): Result<AlphaEstimate, AlphaRefusal | SumsRefusal> {
  const count = items.length;
  if (count < 2)
    return refused({ code: 'too-few-items', items: count, message: `Alpha needs two items or more, not ${count}.` });
  const pairs = items.flatMap((variable, a) =>
    items.slice(a).map((other, step): ProductEstimand & { readonly times: 1 | 2 } => {
      return { statistic: 'covariance', label: '', sums, domains, variable, other, times: step === 0 ? 1 : 2 };
    }),
  );
  const made = linearizeAll(design, pairs, 'joint');
  if (!made.ok) return made;
  const everyone = domains === null;
  const own = made.value.flatMap(({ linearized }, index) =>
    pairs[index]!.times === 1 ? [{ label: sums.labels[items[0]!]!, everyone, linearized }] : [],
  );
  const all = made.value.map(({ linearized }) => linearized);
  const total = addUp(
    all,
    pairs.map(({ times }) => times),
  );
  return alphaOfVariances(describeProducts(design, [...own, { label: 'sum', everyone, linearized: total }], 'joint'));
}

/** The variance of a sum: variances and twice the covariances, linearised values likewise. */
function addUp(list: readonly (LinearizedProducts | null)[], times: readonly number[]): LinearizedProducts | null {
  const [first] = list;
  if (first === null || first === undefined) return null;
  const coefficients = new Float64Array(first.coefficients.length);
  let value = 0;
  list.forEach((entry, index) => {
    value += times[index]! * entry!.value;
    entry!.coefficients.forEach((c, m) => {
      coefficients[m]! += times[index]! * c;
    });
  });
  return { whole: first.whole, value, coefficients, spread: 0 };
}
