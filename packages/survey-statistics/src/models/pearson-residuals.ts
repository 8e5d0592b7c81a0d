import { createWork, type FittedCoefficients } from './iterate-model.ts';
import { familyFunctions } from './model-family.ts';
import type { ModelFamily } from './model-terms.ts';
import { addPredictor, eachBlock, type StandardColumns } from './normal-equations.ts';

/** Variance of the Pearson residuals (y - mu) / sqrt(variance), with n / (n - 1) of the n rows of positive weight. R: `svyvar`. */
export function pearsonVariance(standard: StandardColumns, family: ModelFamily, fitted: FittedCoefficients): number {
  const { weights, counts } = standard.frame;
  const { pearson, pearsonSquares } = fitted.closing ?? pearsonSums(standard, family, fitted.beta);
  let total = 0;
  for (let index = 0; index < weights.length; index += 1) total += weights[index]!;
  const { n } = counts;
  return ((pearsonSquares / total - (pearson / total) ** 2) * n) / (n - 1);
}

function pearsonSums(standard: StandardColumns, family: ModelFamily, beta: Float64Array) {
  const { weights, response } = standard.frame;
  const functions = familyFunctions(family);
  const { eta, moments } = createWork();
  let pearson = 0;
  let pearsonSquares = 0;
  eachBlock(standard, (block, from, length) => {
    addPredictor(block, beta, length, eta);
    functions.moments(eta, moments, length);
    const { mean, variance } = moments;
    for (let r = 0; r < length; r += 1) {
      const weight = weights[from + r]!;
      if (weight === 0) continue;
      const residual = (response[from + r]! - mean[r]!) / Math.sqrt(variance[r]!);
      pearson += weight * residual;
      pearsonSquares += weight * residual * residual;
    }
  });
  return { pearson, pearsonSquares };
}
