import { fProbability } from '../distributions/beta.ts';
import { chiSquareProbability } from '../distributions/gamma.ts';
import { choleskyFactor, solveCholesky } from '../linear-algebra.ts';
import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import { accepted, type Result, refused } from '../result.ts';
import { generalisedDesignEffects } from '../tests/association-statistic.ts';
import { chiSquareSumProbability } from '../tests/chi-square-sum.ts';
import { fitFrame } from './fit-model.ts';
import { iterateModel } from './iterate-model.ts';
import { expandTerms } from './model-columns.ts';
import type { ModelRefusal } from './model-refusal.ts';
import { labelOfTerm, sameTerm } from './model-terms.ts';
import { standardizeColumns } from './normal-equations.ts';
import type { RegressionModel } from './regression-model.ts';

/**
 * `wald`: b' V^-1 b with the design's covariance. `working-wald`: with the covariance that a simple random sample would
 * have, compared with the distribution that the design gives it. `likelihood-ratio`: the same for the difference of
 * deviances (Rao-Scott; Lumley and Scott 2014, Tests for regression models fitted to survey data).
 */
export type TermTestMethod = 'wald' | 'working-wald' | 'likelihood-ratio';

export interface TermTestOptions {
  readonly method: TermTestMethod;
  /** `F`: denominator with the residual degrees of freedom of the model. `chi-square`: none, as if there were many PSUs. */
  readonly reference: 'F' | 'chi-square';
}

export interface TermTest {
  readonly terms: readonly string[];
  readonly method: TermTestMethod;
  /** F for `wald` against F; otherwise the chi-square or the difference of deviances. */
  readonly value: number;
  /** Coefficients that are tested. */
  readonly df: number;
  /** Infinity for `chi-square`. */
  readonly denominatorDf: number;
  /** Null where no degrees of freedom are left. */
  readonly p: number | null;
  /** Generalised design effects, for the methods that compare with a sum of chi-squares. */
  readonly designEffects: readonly number[];
}

/**
 * Joint test that all coefficients of some terms are 0 ("(Intercept)" is a term too). The reduced model of the likelihood
 * ratio is fitted to the rows of the model. Null is never the answer to a singular covariance: it is refused.
 * R: `regTermTest`. Oracle: fixtures/r/oracle/models, fixtures/r/reference case anova.wald.
 */
export function testTerms(
  model: RegressionModel,
  terms: readonly string[],
  options: TermTestOptions,
): Result<TermTest, ModelRefusal> {
  return testCoefficients(model, model.frame.termLabels, terms, options, () => reducedDeviance(model, terms));
}

/** What a test of terms needs of a model, wherever it was fitted. */
export type TestedModel = Pick<RegressionModel, 'estimates' | 'covariance' | 'workingCovariance' | 'df' | 'deviance'>;

/** The same, `reduced` being the deviance of the model without the terms. */
export function testCoefficients<Reason>(
  model: TestedModel,
  termLabels: readonly string[],
  terms: readonly string[],
  options: TermTestOptions,
  reduced: () => Result<number, Reason>,
): Result<TermTest, Reason | Extract<ModelRefusal, { readonly code: 'unknown-term' | 'singular' }>> {
  const known = ['(Intercept)', ...termLabels];
  const strange = terms.filter((term) => !known.some((label) => sameTerm(label, term)));
  if (strange.length > 0 || terms.length === 0)
    return refused(
      ...(strange.length === 0 ? [''] : strange).map((term) => {
        return { code: 'unknown-term' as const, term, message: `The model has no term "${term}".` };
      }),
    );
  const index = model.estimates.flatMap((coefficient, position) =>
    coefficient.status === 'estimated' &&
    terms.some((term) => sameTerm(coefficient.term === '' ? '(Intercept)' : coefficient.term, term))
      ? [position]
      : [],
  );
  const k = index.length;
  const covariance = submatrix(model.covariance, model.estimates.length, index);
  const denominatorDf = options.reference === 'F' ? model.df : Number.POSITIVE_INFINITY;
  const common = { terms, method: options.method, df: k, denominatorDf };
  const values = Float64Array.from(index, (position) => {
    const coefficient = model.estimates[position]!;
    return coefficient.status === 'estimated' ? coefficient.value : Number.NaN;
  });
  if (k === 0) return singular();
  if (options.method === 'wald') {
    const wald = quadraticForm(covariance, values);
    if (wald === null) return singular();
    if (options.reference === 'chi-square')
      return accepted({ ...common, value: wald, p: chiSquareProbability(wald, k, 'upper'), designEffects: [] });
    const p = denominatorDf > 0 ? fProbability(wald / k, k, denominatorDf, 'upper') : null;
    return accepted({ ...common, value: wald / k, p, designEffects: [] });
  }
  const working = submatrix(model.workingCovariance, model.estimates.length, index);
  const designEffects = generalisedDesignEffects(working, covariance, k);
  if (designEffects === null) return singular();
  let value = quadraticForm(working, values)!;
  if (options.method === 'likelihood-ratio') {
    const without = reduced();
    if (!without.ok) return without;
    value = without.value - model.deviance;
  }
  const p = denominatorDf > 0 ? chiSquareSumProbability(value, designEffects, denominatorDf, 'saddlepoint') : null;
  return accepted({ ...common, value, p, designEffects });
}

/**
 * The terms one after the other: each is tested in the model of the terms before it and itself, from the last to the first.
 * R: `anova(model)`. Oracle: fixtures/r/oracle/models.
 */
export function testTermsInSequence(
  design: AnalysisDesign,
  model: RegressionModel,
  options: TermTestOptions,
): Result<readonly TermTest[], ModelRefusal> {
  const tests: TermTest[] = [];
  let current = model;
  for (let last = model.frame.termLabels.length - 1; last >= 0; last -= 1) {
    const term = model.frame.termLabels[last]!;
    const made = testTerms(current, [term], options);
    if (!made.ok) return made;
    tests.unshift(made.value);
    if (last === 0) break;
    const smaller = withoutTerms(current, [term]);
    const fitted = fitFrame(design, smaller.specification, model.family, smaller.frame);
    if (!fitted.ok) return fitted;
    current = fitted.value;
  }
  return accepted(tests);
}

function withoutTerms(model: RegressionModel, terms: readonly string[]) {
  const { specification, frame } = model;
  const smaller = {
    ...specification,
    intercept: specification.intercept && !terms.includes('(Intercept)'),
    terms: specification.terms.filter((term) => !terms.some((other) => sameTerm(labelOfTerm(term), other))),
  };
  return {
    specification: smaller,
    frame: { ...frame, ...expandTerms(smaller.terms, smaller.intercept, frame.variables) },
  };
}

function reducedDeviance(model: RegressionModel, terms: readonly string[]): Result<number, ModelRefusal> {
  const { frame } = withoutTerms(model, terms);
  if (frame.columns.length === 0) {
    const message = 'Without these terms the model has no column: use the Wald test.';
    return refused({ code: 'no-columns', message });
  }
  const start = { beta: null, aliased: null };
  const fitted = iterateModel(standardizeColumns(frame), model.family, frame.weights, start);
  return fitted.ok ? accepted(fitted.value.deviance) : fitted;
}

function submatrix(matrix: Float64Array, size: number, index: readonly number[]): Float64Array {
  return Float64Array.from(index.flatMap((row) => index.map((column) => matrix[row * size + column]!)));
}

function quadraticForm(covariance: Float64Array, values: Float64Array): number | null {
  const factor = choleskyFactor(covariance, values.length);
  if (factor === null) return null;
  const solved = solveCholesky(factor, values);
  return values.reduce((sum, value, index) => sum + value * solved[index]!, 0);
}

function singular(): Result<never, Extract<ModelRefusal, { readonly code: 'singular' }>> {
  const message =
    'The covariance of the coefficients is singular: there are fewer sampling units than coefficients to test.';
  return refused({ code: 'singular', message });
}
