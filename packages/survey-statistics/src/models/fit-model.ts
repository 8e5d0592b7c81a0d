import { degreesOfFreedomOf } from '../degrees-of-freedom.ts';
import { studentTProbability } from '../distributions/student-t.ts';
import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import { accepted, type Result, refused } from '../result.ts';
import { iterateModel } from './iterate-model.ts';
import { familyFunctions } from './model-family.ts';
import { createModelFrame, type ModelFrame } from './model-frame.ts';
import type { ModelRefusal } from './model-refusal.ts';
import type { ModelFamily, ModelSpecification } from './model-terms.ts';
import { blockRows, type StandardColumns, standardizeColumns } from './normal-equations.ts';
import { pearsonVariance } from './pearson-residuals.ts';
import { refineBasis, suspiciousColumns } from './refine-basis.ts';
import type { Coefficient, RegressionModel } from './regression-model.ts';
import { replicateCoefficients } from './replicate-coefficients.ts';
import { inverseInformation, multiply, sandwichCovariance } from './sandwich.ts';
import { findSeparation } from './separation.ts';

/**
 * Weighted linear regression: the coefficients of the regression of the whole population on the columns of the terms,
 * estimated by weighted least squares; in units of the response per unit of the column. Precision by linearisation:
 * `sandwichCovariance`. Särndal, Swensson and Wretman (1992), 5.10; Binder (1983). R: `svyglm`.
 * Oracle: fixtures/r/reference, family glm_linear. Refuses columns of other lengths, infinite values, a factor with one
 * level, a term twice, no rows with all values.
 */
export function fitLinearModel(
  design: AnalysisDesign,
  specification: ModelSpecification,
): Result<RegressionModel, ModelRefusal> {
  return fitModel(design, specification, 'gaussian');
}

/**
 * Weighted logistic regression: log odds of the response (0-1) by pseudo maximum likelihood; coefficients are logarithms of
 * odds ratios. Precision by linearisation. Binder (1983). R: `svyglm(family = quasibinomial())`. Oracle: fixtures/r/reference,
 * family glm_logistic. Refuses what `fitLinearModel` does, a response outside of 0-1 or constant, and complete or
 * quasi-complete separation: `separation`, with the coefficients that have no finite estimate.
 */
export function fitLogisticModel(
  design: AnalysisDesign,
  specification: ModelSpecification,
): Result<RegressionModel, ModelRefusal> {
  return fitModel(design, specification, 'binomial');
}

/**
 * Weighted log-linear regression: log of the mean of a response that is not negative (counts), by pseudo maximum likelihood.
 * R: `svyglm(family = quasipoisson())`. Oracle: fixtures/r/oracle/models. Refuses as `fitLogisticModel`.
 */
export function fitLogLinearModel(
  design: AnalysisDesign,
  specification: ModelSpecification,
): Result<RegressionModel, ModelRefusal> {
  return fitModel(design, specification, 'poisson');
}

function fitModel(
  design: AnalysisDesign,
  specification: ModelSpecification,
  family: ModelFamily,
): Result<RegressionModel, ModelRefusal> {
  const frame = createModelFrame(design, specification, family);
  return frame.ok ? fitFrame(design, specification, family, frame.value) : frame;
}

/** Fits a model on rows and columns that are already cut. */
export function fitFrame(
  design: AnalysisDesign,
  specification: ModelSpecification,
  family: ModelFamily,
  frame: ModelFrame,
): Result<RegressionModel, ModelRefusal> {
  const start = { beta: null, aliased: null };
  let standard = standardizeColumns(frame);
  let made = iterateModel(standard, family, frame.weights, start);
  const marks = made.ok ? suspiciousColumns(made.value.information) : null;
  if (marks !== null) {
    standard = refineBasis(standard, marks);
    made = iterateModel(standard, family, frame.weights, start);
  }
  if (!made.ok) return made;
  const fitted = made.value;
  const separation = findSeparation(standard, family, frame.weights, fitted);
  if (separation !== null) return refused(separation);
  const variance =
    design.variance === 'replication'
      ? replicateCoefficients(design, standard, family, fitted)
      : accepted({ covariance: sandwichCovariance(design, standard, fitted), discarded: 0 });
  if (!variance.ok) return variance;
  const { covariance, discarded } = variance.value;
  const { aliased } = fitted.information;
  const back = createBackTransform(standard, aliased);
  const values = back.coefficients(fitted.beta);
  const joint = back.covariance(covariance);
  const rank = aliased.reduce((count, flag) => count - flag, aliased.length);
  const designDf = design.variance === 'replication' ? design.df : degreesOfFreedomOf(design, frame.rows);
  const df = designDf + 1 - rank;
  const size = values.length;
  return accepted({
    family,
    specification,
    estimates: frame.columns.map((column, j): Coefficient => {
      const term = column.term === -1 ? '' : frame.termLabels[column.term]!;
      const { label } = column;
      if (aliased[j] === 1) return { status: 'aliased', label, term };
      return describeCoefficient(label, term, values[j]!, Math.max(0, joint[j * size + j]!), df);
    }),
    covariance: joint,
    workingCovariance: back.covariance(inverseInformation(fitted, size)),
    df,
    designDf,
    counts: frame.counts,
    dispersion: pearsonVariance(frame, fitted) * frame.meanWeightRatio,
    deviance: fitted.deviance,
    nullDeviance: nullDeviance(frame, family, specification.intercept),
    iterations: fitted.iterations,
    discardedReplicates: discarded,
    frame,
  });
}

function describeCoefficient(label: string, term: string, value: number, variance: number, df: number): Coefficient {
  const se = Math.sqrt(variance);
  const t = se > 0 ? value / se : null;
  const p = t === null || !(df > 0) ? null : 2 * studentTProbability(Math.abs(t), df, 'upper');
  return { status: 'estimated', label, term, value, se, variance, df, t, p };
}

/** From coefficients of centred and scaled columns to those of the columns themselves. */
function createBackTransform({ size, centre, scale, mix }: StandardColumns, aliased: Uint8Array) {
  let transform: Float64Array = new Float64Array(size * size);
  for (let j = 0; j < size; j += 1) {
    if (aliased[j] === 1) continue;
    transform[j * size + j] = 1 / scale[j]!;
    if (j > 0) transform[j] = -centre[j]! / scale[j]!;
  }
  if (mix !== undefined) {
    const mixed = mix.map((_, index) => mix[(index % size) * size + Math.floor(index / size)]!);
    transform = multiply(transform, mixed, size);
  }
  return {
    coefficients: (beta: Float64Array) =>
      beta.map((_, row) => {
        let sum = 0;
        for (let column = 0; column < size; column += 1) sum += transform[row * size + column]! * beta[column]!;
        return aliased[row] === 1 ? Number.NaN : sum;
      }),
    covariance: (matrix: Float64Array) => {
      const transposed = transform.map((_, index) => transform[(index % size) * size + Math.floor(index / size)]!);
      const joint = multiply(multiply(transform, matrix, size), transposed, size);
      return joint.map((value, index) =>
        aliased[index % size] === 1 || aliased[Math.floor(index / size)] === 1 ? Number.NaN : value,
      );
    },
  };
}

function nullDeviance(frame: ModelFrame, family: ModelFamily, intercept: boolean): number {
  const { response, weights } = frame;
  let total = 0;
  let sum = 0;
  let isBinary = family === 'binomial';
  for (let index = 0; index < response.length; index += 1) {
    const y = response[index]!;
    total += weights[index]!;
    sum += weights[index]! * y;
    if (y !== 0 && y !== 1) isBinary = false;
  }
  const without = family === 'gaussian' ? 0 : family === 'binomial' ? 0.5 : 1;
  const expected = intercept ? sum / total : without;
  if (isBinary) return -2 * (sum * Math.log(expected) + (total - sum) * Math.log(1 - expected));
  const { deviance } = familyFunctions(family);
  const mean = new Float64Array(blockRows).fill(expected);
  let whole = 0;
  for (let from = 0; from < response.length; from += blockRows)
    whole += deviance(response, weights, mean, from, Math.min(blockRows, response.length - from));
  return whole;
}
