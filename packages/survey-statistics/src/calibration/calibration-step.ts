import { accepted, type Result, refused } from '../result.ts';
import type { AuxiliaryMatrix } from './auxiliary.ts';
import { checkBounds, checkReach, rowBounds } from './bounds-check.ts';
import { type CalibrationMethod, distanceOf } from './calibration-distance.ts';
import type { CalibrationRefusal } from './calibration-refusal.ts';
import { solveIteratively } from './iterative-calibration.ts';
import { type Ratios, solveLinear } from './linear-calibration.ts';
import { columnTotals } from './normal-equations.ts';
import { notConverged } from './raking.ts';
import { regressionResiduals } from './regression-influence.ts';
import type { SolvedWeights, TargetReached, WeightStep } from './weight-step.ts';

/** What a calibration needs beside the column of weights. */
export interface CalibrationPlan {
  readonly method: CalibrationMethod;
  /** The model matrix by case, for the totals that are reported. */
  readonly cases: AuxiliaryMatrix;
  /** The one that is solved: `cases`, or its averages by cluster. */
  readonly solved: AuxiliaryMatrix;
  /** Row -> cluster within which the ratio of weights is the same; null without. */
  readonly clusters: Int32Array | null;
  readonly variance: Float64Array | null;
  readonly trim: { readonly lower: number; readonly upper: number } | null;
}

/** Calibrates one column of weights to the totals of the auxiliaries. */
export function calibration(plan: CalibrationPlan): WeightStep {
  return { keepsDegrees: plan.method.distance !== 'linear', solve: (weights) => calibrate(plan, weights) };
}

function calibrate(plan: CalibrationPlan, weights: Float64Array): Result<SolvedWeights, CalibrationRefusal> {
  const { method, cases, solved, variance, trim } = plan;
  const base = plan.clusters === null ? weights : averageWeights(weights, plan.clusters);
  const found =
    method.distance === 'linear' ? solveLinear(solved, base, variance) : search(plan, method, base, weights);
  if (!found.ok) return found;
  const { iterations, rescaled } = found.value;
  let { ratios, converged } = found.value;
  if (trim !== null) {
    const trimmed = trimRatios(ratios, base, trim);
    if (trimmed !== null) {
      ratios = trimmed;
      converged = true;
    }
  }
  const adjusted = weights.map((weight, row) => (weight === 0 ? 0 : weight * ratios[row]!));
  const targets = reached(cases, weights, adjusted);
  if (!converged && method.distance !== 'linear' && method.iteration.ifNotConverged === 'refuse')
    return refused(notConverged(targets, iterations));
  const model = method.distance === 'linear' ? variance : null;
  const influence = regressionResiduals(solved, base, ratios, model);
  const regression = plan.clusters === null ? { regression: { before: influence.before, after: adjusted } } : {};
  return accepted({
    weights: adjusted,
    iterations,
    converged,
    targets,
    rescaled,
    influence: { ...influence.adjustment, ...regression },
  });
}

function search(
  plan: CalibrationPlan,
  method: Exclude<CalibrationMethod, { distance: 'linear' }>,
  base: Float64Array,
  weights: Float64Array,
): Result<Ratios, CalibrationRefusal> {
  const unusable = method.bounds === null ? [] : checkBounds(method.bounds, weights, method.distance);
  if (unusable.length > 0) return refused(...unusable);
  const bounds = rowBounds(method.bounds, weights);
  const { maxIterations, epsilon, ifNotConverged } = method.iteration;
  const found = solveIteratively(plan.solved, base, {
    distance: distanceOf(method.distance),
    bounds,
    variance: plan.variance,
    maxIterations,
    epsilon,
  });
  if (!found.converged && plan.trim === null && ifNotConverged === 'refuse') {
    const { rescaled } = found;
    const scaled = rescaled === 1 ? base : base.map((weight) => weight * rescaled);
    const floor = method.distance === 'raking' ? 0 : Number.NEGATIVE_INFINITY;
    const unreachable = checkReach(plan.solved, scaled, bounds, floor);
    if (unreachable.length > 0) return refused(...unreachable);
  }
  return accepted(found);
}

/** Ratios outside of the limits are cut; what they lose, in weight, is added equally to the ratios within. R: `trim`. */
function trimRatios(
  ratios: Float64Array,
  base: Float64Array,
  { lower, upper }: { readonly lower: number; readonly upper: number },
): Float64Array | null {
  let lost = 0;
  let receiving = 0;
  let outside = 0;
  for (let row = 0; row < ratios.length; row += 1) {
    if (base[row] === 0) continue;
    const cut = Math.max(lower, Math.min(ratios[row]!, upper));
    lost += (ratios[row]! - cut) * base[row]!;
    if (cut === ratios[row]) receiving += base[row]!;
    else outside += 1;
  }
  if (outside === 0) return null;
  return ratios.map((ratio, row) => {
    if (base[row] === 0) return 1;
    const cut = Math.max(lower, Math.min(ratio, upper));
    return cut === ratio ? ratio + lost / receiving : cut;
  });
}

/** The unweighted mean over the members of the cluster that take part; 0 stays 0. */
function averageWeights(weights: Float64Array, clusters: Int32Array): Float64Array {
  const sums = new Float64Array(clusters.reduce((most, code) => Math.max(most, code), 0) + 1);
  const members = new Float64Array(sums.length);
  for (let row = 0; row < weights.length; row += 1) {
    if (weights[row] === 0) continue;
    sums[clusters[row]!]! += weights[row]!;
    members[clusters[row]!]! += 1;
  }
  return weights.map((weight, row) => (weight === 0 ? 0 : sums[clusters[row]!]! / members[clusters[row]!]!));
}

function reached(matrix: AuxiliaryMatrix, before: Float64Array, after: Float64Array): readonly TargetReached[] {
  const from = columnTotals(matrix, before);
  const to = columnTotals(matrix, after);
  return matrix.columns.flatMap(({ label, level, target }, column) =>
    target === 0 && from[column] === 0 ? [] : [{ label, level, target, before: from[column]!, achieved: to[column]! }],
  );
}
