import { tooLarge } from '../design-columns.ts';
import { accepted, type Result, refused } from '../result.ts';
import { type ReplicateColumns, readWeightColumn } from './replicate-columns.ts';
import type { ReplicateDesign, ReplicateWeights } from './replicate-design.ts';
import { replicateDegreesOfFreedom } from './replicate-rank.ts';
import type { ReplicateRefusal } from './replicate-refusal.ts';
import { scalesOf } from './replicate-scales.ts';

/**
 * A design from replicate weights that came with the data. Every estimator takes it; its variances are
 * scale * sum of rscales (theta_r - centre)^2 over the replicates r, theta_r the statistic under the weights of replicate r.
 * Degrees of freedom: rank of the analysis weights minus 1 (tolerance 1e-5). Lumley (2010), Complex Surveys, 2.3.
 * R: `svrepdesign`. Oracle: fixtures/r/reference, family replicates; fixtures/r/oracle/replicates.
 *
 * Refuses, with every reason at once: fewer than two replicates, columns of other lengths, weights that are missing or
 * infinite, negative where that is refused, all zero; scales that are not positive or of another number than the replicates;
 * rho outside [0, 1); a finite population correction for weights that take none.
 */
export function createReplicateDesign(columns: ReplicateColumns): Result<ReplicateDesign, ReplicateRefusal> {
  const { rows, method } = columns;
  const reasons: ReplicateRefusal[] = [];
  if (!(rows > 0)) return refused({ code: 'no-rows', message: 'There are no cases.' });
  const count = columns.replicates.length;
  if (count < 2) {
    const message = `There are ${count} replicates; a variance needs two.`;
    return refused({ code: 'too-few-replicates', replicates: count, message });
  }
  const weights =
    columns.weights === null
      ? new Float64Array(rows).fill(1)
      : readWeightColumn(columns.weights, 'weights', columns, reasons);
  const replicates = columns.replicates.map((column, index) =>
    readWeightColumn(column, `replicates[${index}]`, columns, reasons),
  );
  if (reasons.length === 0 && !weights.some((weight) => weight !== 0))
    reasons.push({ code: 'weights-all-zero', message: 'Every weight is zero.' });
  [weights, ...replicates].forEach((column, index) => {
    const large = tooLarge(column);
    const argument = index === 0 ? 'weights' : `replicates[${index - 1}]`;
    if (reasons.length === 0 && large !== null) reasons.push({ code: 'weights-too-large', argument, ...large });
  });
  if (reasons.length > 0) return refused(...reasons);
  const scales = scalesOf(columns, replicates, reasons);
  if (reasons.length > 0) return refused(...reasons);
  const held: ReplicateWeights = {
    form: 'columns',
    columns:
      columns.form === 'combined'
        ? replicates
        : replicates.map((factors) => factors.map((factor, row) => factor * weights[row]!)),
  };
  return accepted({
    variance: 'replication',
    rows,
    weights,
    type: method.type,
    replicates: held,
    ...scales,
    mse: columns.mse,
    df: replicateDegreesOfFreedom({ weights, replicates: held }, null),
    inside: null,
  });
}
