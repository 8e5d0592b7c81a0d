import { covarianceOfInfluence } from '../influence-totals.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { SurveyDesign } from '../sampling-design.ts';
import { createWork } from './iterate-model.ts';
import { expandTerms, type FrameVariable } from './model-columns.ts';
import { familyFunctions } from './model-family.ts';
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
  design: SurveyDesign,
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
    const influence = new Float64Array(design.rows);
    const marks = new Uint8Array(design.rows);
    fits.forEach((fit, index) => {
      influence[frame.rows[index]!] = (frame.weights[index]! * (fit - value)) / total;
      marks[frame.rows[index]!] = 1;
    });
    return { value, gradient, influence, marks };
  });
  const count = levels.length;
  const influences = levels.map(({ influence }) => influence);
  const joint = covarianceOfInfluence(design, influences, levels[0]!.marks).map(
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
