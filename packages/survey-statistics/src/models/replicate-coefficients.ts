import { type ReplicateDesign, replicateCount, replicateWeightsOf } from '../replicates/replicate-design.ts';
import { type ReplicateVariance, replicateVariance } from '../replicates/replicate-variance.ts';
import { type FittedCoefficients, iterateModel } from './iterate-model.ts';
import type { ModelFamily } from './model-terms.ts';
import type { StandardColumns } from './normal-equations.ts';

/**
 * Covariance of coefficients on standardized columns from a fit under the weights of each replicate, from the coefficients
 * of the full sample on. A replicate without a finite fit is left out and counted. R: `svyglm` of a svyrep.design.
 */
export function replicateCoefficients(
  design: ReplicateDesign,
  standard: StandardColumns,
  family: ModelFamily,
  { beta, information }: FittedCoefficients,
): ReplicateVariance {
  const { rows } = standard.frame;
  const { aliased } = information;
  const values = Array.from({ length: replicateCount(design) }, (_, replicate) => {
    const all = replicateWeightsOf(design, replicate);
    const weights = new Float64Array(rows.length);
    let total = 0;
    for (let index = 0; index < rows.length; index += 1) total += all[rows[index]!]!;
    for (let index = 0; index < rows.length; index += 1) weights[index] = all[rows[index]!]! / total;
    const made = iterateModel(standard, family, weights, { beta, aliased });
    return made.ok ? made.value.beta : new Float64Array(beta.length).fill(Number.NaN);
  });
  return replicateVariance(design, values, beta);
}
