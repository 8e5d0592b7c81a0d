import { covarianceOfInfluence } from '../influence-totals.ts';
import { estimateWithReplicates } from '../replicates/estimate-with-replicates.ts';
import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import { accepted, type Result, refused } from '../result.ts';
import { createWork } from './iterate-model.ts';
import { expandTerms, type FrameVariable } from './model-columns.ts';
import { familyFunctions } from './model-family.ts';
import type { ModelFrame } from './model-frame.ts';
import type { ModelRefusal } from './model-refusal.ts';
import { addPredictor, blockRows, eachBlock } from './normal-equations.ts';
import { bilinear, type PredictionSet } from './predict-model.ts';
import type { RegressionModel } from './regression-model.ts';

/**
 * Marginal (adjusted) means of the levels of a factor: the mean of what the model expects of every case of the population
 * if the factor had this level and all else were as it is; on the scale of the response. Their covariance adds that of the
 * coefficients and that of the sample the mean is taken over. Graubard and Korn (1999), Biometrics 55, predictive margins.
 * R: `svypredmeans`. Oracle: fixtures/r/oracle/models. Refuses a factor the model does not have.
 */
export function estimateMarginalMeans(
  design: AnalysisDesign,
  model: RegressionModel,
  factor: string,
): Result<PredictionSet, ModelRefusal> {
  const { frame, specification, family, estimates, covariance, df } = model;
  const variable = frame.variables.get(factor);
  if (variable?.kind !== 'factor')
    return refused({ code: 'unknown-term', term: factor, message: `The model has no factor "${factor}".` });
  const size = estimates.length;
  const beta = Float64Array.from(estimates, (entry) => (entry.status === 'estimated' ? entry.value : 0));
  const total = frame.weights.reduce((sum, weight) => sum + weight, 0);
  const functions = familyFunctions(family);
  const { eta, moments } = createWork();
  const levels = variable.levels.map((_, level) => {
    const set: FrameVariable = { ...variable, codes: new Int32Array(frame.rows.length).fill(level) };
    const variables = new Map([...frame.variables, [factor, set]]);
    const { columns } = expandTerms(specification.terms, specification.intercept, variables);
    const raw = { centre: new Float64Array(size), scale: new Float64Array(size).fill(1), size };
    const fits = new Float64Array(frame.rows.length);
    const gradient = new Float64Array(size);
    eachBlock({ ...raw, frame: { ...frame, columns } }, (block, from, length) => {
      addPredictor(block, beta, length, eta);
      functions.moments(eta, moments, length);
      for (let r = 0; r < length; r += 1) fits[from + r] = moments.mean[r]!;
      for (let j = 0; j < size; j += 1) {
        let sum = 0;
        for (let r = 0; r < length; r += 1)
          sum += frame.weights[from + r]! * moments.slope[r]! * block[j * blockRows + r]!;
        gradient[j]! += sum / total;
      }
    });
    estimates.forEach((entry, j) => {
      if (entry.status === 'aliased') gradient[j] = 0;
    });
    const value = fits.reduce((sum, fit, index) => sum + frame.weights[index]! * fit, 0) / total;
    return { value, gradient, fits };
  });
  const count = levels.length;
  const sampled = covarianceOfMeans(
    design,
    frame,
    levels.map(({ fits }) => fits),
  );
  const joint = sampled.map(
    (between, index) =>
      between +
      bilinear(levels[Math.floor(index / count)]!.gradient, covariance, levels[index % count]!.gradient, size),
  );
  return accepted({
    estimates: levels.map(({ value }, index) => {
      const variance = Math.max(0, joint[index * count + index]!);
      const label = variable.levels[index]!;
      return { status: 'estimated', label, value, se: Math.sqrt(variance), variance, df };
    }),
    covariance: joint,
    df,
  });
}

/** Covariance of weighted means over the rows of a model, of columns that hold one entry per such row. */
function covarianceOfMeans(
  design: AnalysisDesign,
  { rows }: ModelFrame,
  columns: readonly Float64Array[],
): Float64Array {
  const meansUnder = (weights: Float64Array) => {
    let total = 0;
    for (let index = 0; index < rows.length; index += 1) total += weights[rows[index]!]!;
    return columns.map((column) => {
      let sum = 0;
      for (let index = 0; index < rows.length; index += 1) sum += weights[rows[index]!]! * column[index]!;
      return sum / total;
    });
  };
  if (design.variance === 'replication') return estimateWithReplicates(design, meansUnder).covariance;
  const { weights } = design;
  let total = 0;
  const marks = new Uint8Array(design.rows);
  for (let index = 0; index < rows.length; index += 1) {
    total += weights[rows[index]!]!;
    marks[rows[index]!] = 1;
  }
  const means = meansUnder(weights);
  const influences = columns.map((column, j) => {
    const influence = new Float64Array(design.rows);
    for (let index = 0; index < rows.length; index += 1)
      influence[rows[index]!] = (weights[rows[index]!]! * (column[index]! - means[j]!)) / total;
    return influence;
  });
  return covarianceOfInfluence(design, influences, marks);
}
