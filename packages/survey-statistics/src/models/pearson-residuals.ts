import type { FittedCoefficients } from './iterate-model.ts';
import type { ModelFrame } from './model-frame.ts';

/** Variance of the Pearson residuals (y - mu) / sqrt(variance), with n / (n - 1) of the n rows of positive weight. R: `svyvar`. */
export function pearsonVariance({ weights, counts }: ModelFrame, { closing }: FittedCoefficients): number {
  const { pearson, pearsonSquares } = closing;
  let total = 0;
  for (let index = 0; index < weights.length; index += 1) total += weights[index]!;
  const { n } = counts;
  return ((pearsonSquares / total - (pearson / total) ** 2) * n) / (n - 1);
}
