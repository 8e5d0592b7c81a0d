import type { EstimateSet } from '../estimate.ts';
import { factorProducts, solveProducts } from '../models/normal-equations.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { CellCombination } from './cell-combination.ts';
import { describeProducts, linearizeAll } from './estimate-from-products.ts';
import type { LinearizedProducts } from './linearize-products.ts';
import type { ProductSums } from './product-sums.ts';
import { productPlace } from './product-sums.ts';
import type { SumsDesign } from './sums-design.ts';
import { checkVariables, type SumsRefusal } from './sums-refusal.ts';
import { wholeOf } from './whole-products.ts';

/**
 * Sums of products of variables together with the auxiliaries of a calibration, over ALL rows of the sample: rows of no domain, and
 * those without one of the variables (which then counts as its origin), stand in domains of their own, so that every row that was
 * calibrated is there. `after` takes the calibrated weights; `before` those before the calibration (0 where the calibrated weight
 * is 0), over the variance function where there is one; of it only the sums by domain are used. `auxiliaries` are places among the
 * variables; `intercept` where the size of the population was among the totals and no auxiliary implies it.
 */
export interface CalibratedSums {
  readonly after: ProductSums;
  readonly before: ProductSums;
  readonly auxiliaries: readonly number[];
  readonly intercept: boolean;
}

/** What is estimated, in the union of the listed domains. */
export type CalibratedEstimand = { readonly label: string; readonly domains: readonly number[] } & (
  | { readonly statistic: 'mean' | 'total'; readonly variable: number }
  | { readonly statistic: 'ratio'; readonly variable: number; readonly denominator: number }
);

/**
 * Means, totals and ratios under calibrated weights, their precision from the residuals of the linearised values on the
 * auxiliaries: the door of sums for designs of `postStratify` and `calibrateWeights` (any distance), equal to that of columns within
 * rounding. It takes the products of the variables and the auxiliaries by sampling unit. Not for `rakeWeights`, whose residuals R
 * takes from unweighted means by category round after round, nor for several adjustments one after the other: these take the
 * columns; nor for variances and models, whose linearised values would need products of third degree. Deville and Särndal (1992),
 * JASA 87. R: `svymean`, `svytotal`, `svyratio` of a calibrated design. Oracle: fixtures/r/oracle/calibration. Refuses what
 * `estimateFromProducts` does, and sums before the calibration that are not of the same variables and domains.
 */
export function estimateCalibratedFromSums(
  design: SumsDesign,
  calibrated: CalibratedSums,
  estimands: readonly CalibratedEstimand[],
  options: { readonly covariance: 'joint' | 'separate' },
): Result<EstimateSet, SumsRefusal> {
  const { after, before, auxiliaries } = calibrated;
  const reasons = [...checkVariables(after, auxiliaries), ...checkSame(after, before)];
  if (reasons.length > 0) return refused(...reasons);
  const made = linearizeAll(
    design,
    estimands.map((estimand) => ({ ...estimand, sums: after })),
    options.covariance,
  );
  if (!made.ok) return made;
  const explain = createExplanation(calibrated);
  return accepted(
    describeProducts(design, made.value, options.covariance, (entry) => residualOf(calibrated, explain, entry)),
  );
}

function checkSame(after: ProductSums, before: ProductSums): readonly SumsRefusal[] {
  const shape = ({ domains, labels, origins }: ProductSums) => JSON.stringify([domains, labels, Array.from(origins)]);
  if (shape(after) === shape(before)) return [];
  const message = 'The sums before and after the calibration differ in domains, variables or origins.';
  return [{ code: 'sums-differ', message }];
}

/** Residual e - z b in its domains, - z b everywhere else. */
function residualOf(
  { after }: CalibratedSums,
  explain: (entry: LinearizedProducts) => Float64Array,
  entry: LinearizedProducts,
): CellCombination {
  const elsewhere = explain(entry).map((value) => -value);
  const inside = entry.coefficients.map((value, m) => value + elsewhere[m]!);
  return { sums: after, coefficients: Array.from(entry.whole.taken, (flag) => (flag === 1 ? inside : elsewhere)) };
}

/** z b as coefficients of the products, b = (sum of d z z')^-1 sum of d z e. */
function createExplanation({ before, auxiliaries, intercept }: CalibratedSums) {
  const count = before.labels.length;
  const all = wholeOf(before, null);
  const forms = auxiliaries.map((variable) => {
    const form = new Float64Array(count + 1);
    // With an intercept columns may be taken around any number; around their mean they keep their digits.
    form[0] = intercept ? -all.products[1 + variable]! / all.w : before.origins[variable]!;
    form[1 + variable] = 1;
    return form;
  });
  if (intercept) forms.unshift(Float64Array.from({ length: count + 1 }, (_, at) => (at === 0 ? 1 : 0)));
  const size = forms.length;
  const products = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) products[i * size + j] = sumOfForms(all.products, forms[i]!, forms[j]!);
  const information = factorProducts(products, size, 1e-12, null)!;
  return ({ whole, coefficients }: LinearizedProducts): Float64Array => {
    const domains = [...whole.taken.keys()].filter((domain) => whole.taken[domain] === 1);
    const inside = wholeOf(before, domains).products;
    const e = coefficients.subarray(0, count + 1);
    const right = Float64Array.from(forms, (form) => sumOfForms(inside, form, e));
    const b = solveProducts(information, right);
    const left = right.map((value, i) => b.reduce((sum, slope, j) => sum - products[i * size + j]! * slope, value));
    const explained = new Float64Array(coefficients.length);
    solveProducts(information, left).forEach((more, i) => {
      forms[i]!.forEach((value, m) => {
        explained[m]! += (b[i]! + more) * value;
      });
    });
    return explained;
  };
}

/** Sum of weight times the product of two linear forms of 1 and the centred values. */
function sumOfForms(products: Float64Array, a: Float64Array, b: Float64Array): number {
  const count = a.length - 1;
  let sum = 0;
  for (let i = 0; i <= count; i += 1) {
    if (a[i] === 0) continue;
    for (let j = 0; j <= count; j += 1) {
      if (b[j] === 0) continue;
      sum += a[i]! * b[j]! * products[i === 0 ? j : j === 0 ? i : productPlace(i - 1, j - 1, count)]!;
    }
  }
  return sum;
}
