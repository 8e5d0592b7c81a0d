import { testAgainstZero } from '../contrast.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { ProductSums } from '../sums/product-sums.ts';
import type { SumsDesign } from '../sums/sums-design.ts';
import { checkDomains, checkSums, checkVariables } from '../sums/sums-refusal.ts';
import { checkOrigins, wholeOf } from '../sums/whole-products.ts';
import { coefficientsFromSums } from './products-sandwich.ts';
import { solveProductSums } from './products-solution.ts';
import type { Coefficient } from './regression-model.ts';
import type { SumsModel, SumsModelRefusal, SumsModelSpecification } from './sums-model.ts';

/** A column with a smaller part of its own has lost digits in sums of products. */
const leastShare = 1e-6;

/**
 * Weighted linear regression from sums of products: the door of sums to `fitLinearModel`, equal to it within rounding, with the
 * sandwich variance of the design, working covariance, dispersion and deviance. The response and every column of the model are
 * variables of the sums (0-1 for each level but the reference, products for interactions); rows are the complete ones.
 * Contrasts, predictions and adjusted means are contrasts of the coefficients (`linearContrast`); tests of terms
 * `testTermsFromSums`. Binder (1983). R: `svyglm`. Oracle: fixtures/r/oracle/sums. Refuses what `estimateFromProducts` does, a
 * term twice, no columns, no cases, and columns so nearly collinear that sums no longer hold their digits.
 */
export function fitLinearModelFromSums(
  design: SumsDesign,
  sums: ProductSums,
  specification: SumsModelSpecification,
): Result<SumsModel, SumsModelRefusal> {
  const { response, terms, intercept, domains, sample } = specification;
  const variables = terms.flatMap((term) => term.variables);
  const reasons: SumsModelRefusal[] = [
    ...checkSums(design, [sums]),
    ...checkVariables(sums, [response, ...variables]),
    ...checkDomains(sums, domains),
  ];
  const twice = terms.find(({ label }, index) => terms.findIndex((other) => other.label === label) < index);
  if (twice !== undefined)
    reasons.push({
      code: 'term-twice',
      term: twice.label,
      message: `The term "${twice.label}" is in the model twice.`,
    });
  if (!intercept && variables.length === 0)
    reasons.push({ code: 'no-columns', message: 'The model has neither an intercept nor a term.' });
  if (reasons.length > 0) return refused(...reasons);
  const whole = wholeOf(sums, domains);
  if (whole.n === 0) return refused({ code: 'no-cases', message: 'No row of positive weight has all values.' });
  const far = intercept ? checkOrigins(whole, [...new Set([response, ...variables])]) : [];
  if (far.length > 0) return refused(...far);
  const solution = solveProductSums(whole, response, variables, intercept);
  if (solution.least.share < leastShare) {
    const column = sums.labels[variables[solution.least.place]!]!;
    const message = `The columns before it nearly explain "${column}": fit the model from the columns, which keep its digits.`;
    return refused({ code: 'nearly-collinear', column, message });
  }
  const { values, aliased, covariance, inverse } = coefficientsFromSums(design, whole, solution, response, intercept);
  const size = values.length;
  const rank = aliased.reduce((count, flag) => count - flag, size);
  const designDf = whole.unitsMinusStrata('complete');
  const df = designDf + 1 - rank;
  const names = [
    ...(intercept ? [{ label: '(Intercept)', term: '' }] : []),
    ...terms.flatMap((term) => term.variables.map((v) => ({ label: sums.labels[v]!, term: term.label }))),
  ];
  const meanWeight = sample.sumOfWeights / sample.rows;
  const { n, w, rows } = whole;
  const { residualSquares, responseSquares } = solution;
  const meanResidual = intercept ? 0 : residualMean(whole.products, w, sums.origins, solution, response);
  return accepted({
    specification,
    sums,
    estimates: names.map(({ label, term }, j): Coefficient => {
      if (aliased[j] === 1) return { status: 'aliased', label, term };
      const test = testAgainstZero(values[j]!, Math.max(0, covariance[j * size + j]!), df);
      const t = test.se > 0 ? test.value / test.se : null;
      return { ...test, status: 'estimated', label, term, t };
    }),
    covariance,
    workingCovariance: inverse.map((value) => value * meanWeight),
    df,
    designDf,
    n,
    sumOfWeights: w,
    missing: sample.rows - rows,
    dispersion: (((residualSquares / w - meanResidual ** 2) * n) / (n - 1)) * (w / rows / meanWeight),
    deviance: residualSquares / meanWeight,
    nullDeviance: responseSquares / meanWeight,
  });
}

/** Weighted mean of the residuals of a model without an intercept. */
function residualMean(
  products: Float64Array,
  w: number,
  origins: Float64Array,
  { variables, scale, beta }: ReturnType<typeof solveProductSums>,
  response: number,
): number {
  const meanOf = (variable: number) => origins[variable]! + products[1 + variable]! / w;
  return variables.reduce((mean, variable, j) => mean - (beta[j]! / scale[j]!) * meanOf(variable), meanOf(response));
}
