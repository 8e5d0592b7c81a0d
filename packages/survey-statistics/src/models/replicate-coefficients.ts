import { type ReplicateDesign, replicateCount, replicateWeightsOf } from '../replicates/replicate-design.ts';
import { type ReplicateVariance, replicateVariance } from '../replicates/replicate-variance.ts';
import { accepted, type Result, refused } from '../result.ts';
import { type FittedCoefficients, iterateModel } from './iterate-model.ts';
import type { ModelRefusal } from './model-refusal.ts';
import type { ModelFamily } from './model-terms.ts';
import type { StandardColumns } from './normal-equations.ts';
import { findSeparation } from './separation.ts';

/**
 * Covariance of coefficients on standardized columns from a fit under the weights of each replicate, from the coefficients
 * of the full sample on. A replicate that does not converge is left out and counted; one whose maximum lies at infinity is
 * refused by its number (R takes the coefficients at which it happened to stop). R: `svyglm` of a svyrep.design.
 */
export function replicateCoefficients(
  design: ReplicateDesign,
  standard: StandardColumns,
  family: ModelFamily,
  { beta, information }: FittedCoefficients,
): Result<ReplicateVariance, ModelRefusal> {
  const { rows } = standard.frame;
  const { aliased } = information;
  const values: Float64Array[] = [];
  for (let replicate = 0; replicate < replicateCount(design); replicate += 1) {
    const all = replicateWeightsOf(design, replicate);
    const weights = new Float64Array(rows.length);
    let total = 0;
    for (let index = 0; index < rows.length; index += 1) total += all[rows[index]!]!;
    for (let index = 0; index < rows.length; index += 1) weights[index] = all[rows[index]!]! / total;
    const made = iterateModel(standard, family, weights, { beta, aliased });
    const separation = made.ok ? findSeparation(standard, family, weights, made.value) : null;
    if (separation?.code === 'separation') {
      const message = `Under the weights of replicate ${replicate}: ${separation.message}`;
      return refused({ ...separation, replicate, message });
    }
    values.push(made.ok && separation === null ? made.value.beta : new Float64Array(beta.length).fill(Number.NaN));
  }
  return accepted(replicateVariance(design, values, beta));
}
