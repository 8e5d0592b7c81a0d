import { accepted, type Result, refused } from '../result.ts';
import { covarianceOfCombinations } from '../sums/cell-combination.ts';
import { productCount } from '../sums/product-sums.ts';
import type { SumsDesign } from '../sums/sums-design.ts';
import { checkVariables, type SumsRefusal } from '../sums/sums-refusal.ts';
import { shiftOf, type WholeProducts, wholeOf } from '../sums/whole-products.ts';
import { bilinear, type PredictionSet } from './predict-model.ts';
import type { SumsModel } from './sums-model.ts';

/**
 * One level of a factor: what it makes of the columns of the model that depend on it, by their labels, a number (0-1 for an
 * indicator) or a variable of the sums (the other factor of an interaction); all other columns stay as they are.
 */
export interface MarginalLevel {
  readonly label: string;
  readonly columns: Readonly<Record<string, number | { readonly variable: number }>>;
}

/**
 * Marginal (adjusted) means of a linear model from sums: the mean of what the model expects of every case if the factor had this
 * level and all else were as it is. The door of sums to `estimateMarginalMeans`, with the covariance of the coefficients and of the
 * sample the mean is taken over. R: `svypredmeans`. Oracle: fixtures/r/oracle/sums. Refuses columns the model does not have and
 * variables that are not among the sums.
 */
export function estimateMarginalMeansFromSums(
  design: SumsDesign,
  model: SumsModel,
  levels: readonly MarginalLevel[],
): Result<
  PredictionSet,
  SumsRefusal | { readonly code: 'unknown-term'; readonly term: string; readonly message: string }
> {
  const { sums, specification, estimates, covariance, df } = model;
  const labels = estimates.map(({ label }) => label);
  const reasons = levels.flatMap(({ columns }) => [
    ...Object.keys(columns)
      .filter((label) => !labels.includes(label))
      .map((term) => ({ code: 'unknown-term' as const, term, message: `The model has no column "${term}".` })),
    ...Object.values(columns).flatMap((entry) =>
      typeof entry === 'number' ? [] : checkVariables(sums, [entry.variable]),
    ),
  ]);
  if (reasons.length > 0) return refused(...reasons);
  const whole = wholeOf(sums, specification.domains);
  const own = specification.terms.flatMap(({ variables }) => variables.map((variable) => ({ variable })));
  const sources: readonly (number | { readonly variable: number })[] = specification.intercept ? [1, ...own] : own;
  const made = levels.map(({ columns }) => expectation(whole, model, (j) => columns[labels[j]!] ?? sources[j]!));
  const sampled = covarianceOfCombinations(
    design,
    made.map(({ influence }) => ({
      sums,
      coefficients: Array.from(whole.taken, (flag) => (flag === 1 ? influence : null)),
    })),
  );
  const [count, size] = [levels.length, estimates.length];
  const joint = sampled.map((between, at) => {
    const [a, b] = [made[Math.floor(at / count)]!, made[at % count]!];
    return between + bilinear(a.gradient, covariance, b.gradient, size);
  });
  return accepted({
    estimates: levels.map(({ label }, at) => {
      const variance = Math.max(0, joint[at * count + at]!);
      return { status: 'estimated', label, value: made[at]!.value, se: Math.sqrt(variance), variance, df };
    }),
    covariance: joint,
    df,
  });
}

/** The mean of the fits, its gradient in the coefficients, and the linearised value of the mean with the coefficients as they are. */
function expectation(
  whole: WholeProducts,
  { estimates, sums }: SumsModel,
  sourceOf: (j: number) => number | { readonly variable: number },
) {
  const gradient = new Float64Array(estimates.length);
  const influence = new Float64Array(productCount(sums.labels.length));
  let value = 0;
  estimates.forEach((entry, j) => {
    if (entry.status !== 'estimated') return;
    const source = sourceOf(j);
    if (typeof source === 'number') gradient[j] = source;
    else {
      const shift = shiftOf(whole, source.variable);
      gradient[j] = sums.origins[source.variable]! + shift;
      influence[0]! -= (entry.value * shift) / whole.w;
      influence[1 + source.variable]! += entry.value / whole.w;
    }
    value += entry.value * gradient[j]!;
  });
  return { value, gradient, influence };
}
