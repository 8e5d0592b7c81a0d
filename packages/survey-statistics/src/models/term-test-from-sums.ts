import { accepted, type Result, refused } from '../result.ts';
import type { SumsDesign } from '../sums/sums-design.ts';
import { wholeOf } from '../sums/whole-products.ts';
import { fitLinearModelFromSums } from './linear-model-from-sums.ts';
import { sameTerm } from './model-terms.ts';
import { solveProductSums } from './products-solution.ts';
import type { SumsModel, SumsModelRefusal } from './sums-model.ts';
import { type TermTest, type TermTestOptions, testCoefficients } from './term-test.ts';

/**
 * Joint test that all coefficients of some terms of a model from sums are 0: the door of sums to `testTerms`, by the same three
 * methods. R: `regTermTest`. Oracle: fixtures/r/oracle/sums. Refuses terms the model does not have, a singular covariance and,
 * for the likelihood ratio, a test of all columns.
 */
export function testTermsFromSums(
  model: SumsModel,
  terms: readonly string[],
  options: TermTestOptions,
): Result<TermTest, SumsModelRefusal> {
  const labels = model.specification.terms.map(({ label }) => label);
  return testCoefficients(model, labels, terms, options, () => devianceWithout(model, terms));
}

/** The deviance of the same rows without the columns of some terms. */
function devianceWithout(
  { specification, sums }: SumsModel,
  terms: readonly string[],
): Result<number, SumsModelRefusal> {
  const { response, domains, sample } = specification;
  const isOut = (label: string) => terms.some((term) => sameTerm(term, label));
  const intercept = specification.intercept && !isOut('(Intercept)');
  const variables = specification.terms.flatMap((term) => (isOut(term.label) ? [] : term.variables));
  if (!intercept && variables.length === 0) {
    const message = 'Without these terms the model has no column: use the Wald test.';
    return refused({ code: 'no-columns', message });
  }
  const { residualSquares } = solveProductSums(wholeOf(sums, domains), response, variables, intercept);
  return accepted((residualSquares * sample.rows) / sample.sumOfWeights);
}

/**
 * The terms one after the other: each is tested in the model of the terms before it and itself, from the last to the first; the
 * door of sums to `testTermsInSequence`. R: `anova(model)`. Refuses what `fitLinearModelFromSums` and `testTermsFromSums` do.
 */
export function testTermsInSequenceFromSums(
  design: SumsDesign,
  model: SumsModel,
  options: TermTestOptions,
): Result<readonly TermTest[], SumsModelRefusal> {
  const tests: TermTest[] = [];
  let current = model;
  for (let count = model.specification.terms.length; count > 0; count -= 1) {
    const made = testTermsFromSums(current, [model.specification.terms[count - 1]!.label], options);
    if (!made.ok) return made;
    tests.unshift(made.value);
    if (count === 1) break;
    const terms = model.specification.terms.slice(0, count - 1);
    const smaller = fitLinearModelFromSums(design, model.sums, { ...model.specification, terms });
    if (!smaller.ok) return smaller;
    current = smaller.value;
  }
  return accepted(tests);
}
