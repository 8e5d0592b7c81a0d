import { createWork } from './iterate-model.ts';
import { familyFunctions } from './model-family.ts';
import type { ModelFamily } from './model-terms.ts';
import { addPredictor, eachBlock, type StandardColumns } from './normal-equations.ts';

/** Variance of the Pearson residuals (y - mu) / sqrt(variance), with n / (n - 1) of the n rows of positive weight. R: `svyvar`. */
export function pearsonVariance(standard: StandardColumns, family: ModelFamily, beta: Float64Array): number {
  const { weights, response, counts } = standard.frame;
  const functions = familyFunctions(family);
  const { eta, moments } = createWork();
  let total = 0;
  let sum = 0;
  let squares = 0;
  eachBlock(standard, (block, from, length) => {
    addPredictor(block, beta, length, eta);
    functions.moments(eta, moments, length);
    const { mean, variance } = moments;
    for (let r = 0; r < length; r += 1) {
      const weight = weights[from + r]!;
      if (weight === 0) continue;
      const residual = (response[from + r]! - mean[r]!) / Math.sqrt(variance[r]!);
      total += weight;
      sum += weight * residual;
      squares += weight * residual * residual;
    }
  });
  const { n } = counts;
  return ((squares / total - (sum / total) ** 2) * n) / (n - 1);
}
