import { accepted, type Result, refused } from '../result.ts';
import { type CalibrationRefusal, nameTarget } from './calibration-refusal.ts';
import { agreement, type CheckedMargin, emptyCategory } from './margin.ts';
import { crossMargins } from './margin-cells.ts';
import { sweepMargins } from './raking-influence.ts';
import { goesInCircles, largestDifference, marginTables, type RakingState, rakeOnce } from './raking-rounds.ts';
import type { SolvedWeights, TargetReached, WeightStep } from './weight-step.ts';

/** When raking stops. R's `rake` takes 10 rounds and an epsilon of 1. */
export interface RakingControl {
  readonly maxIterations: number;
  /**
   * Converged once no total of any margin changed by this much in a round: below 1 relative to the sum of the weights
   * before, from 1 on absolute (R: `control$epsilon`).
   */
  readonly epsilon: number;
  /**
   * Also said of weights that stopped changing without meeting the margins (R does not notice). `keep`: the weights of the last
   * round, marked as not converged (R: a warning).
   */
  readonly ifNotConverged: 'refuse' | 'keep';
  /**
   * How far the sizes of the population by two margins may lie apart, relative to the larger; 1e-6 by default. More for published
   * counts that were rounded: the last margin is then met, the others are missed by the difference.
   */
  readonly totalsAgreeWithin?: number;
}

/**
 * Scales the weights to one margin after the other, round by round. Runs over the cells of the crossing, not over rows. A
 * replicate takes as many rounds as the full sample took (R: `rake` of a svyrep.design).
 */
export function raking(margins: readonly CheckedMargin[], control: RakingControl): WeightStep {
  return {
    keepsDegrees: false,
    solve: (weights, full) => {
      if (full === null) return rakeCells(margins, control, weights);
      return rakeCells(margins, { maxIterations: full.iterations, epsilon: 0, ifNotConverged: 'keep' }, weights);
    },
  };
}

function rakeCells(
  margins: readonly CheckedMargin[],
  control: RakingControl,
  weights: Float64Array,
): Result<SolvedWeights, CalibrationRefusal> {
  const cells = crossMargins(margins, weights);
  const base = new Float64Array(cells.count);
  const counts = new Float64Array(cells.count);
  let size = 0;
  for (let row = 0; row < weights.length; row += 1) {
    const cell = cells.cell[row]!;
    if (cell < 0) continue;
    base[cell]! += weights[row]!;
    counts[cell]! += 1;
    size += weights[row]!;
  }
  const state: RakingState = {
    scale: new Float64Array(cells.count).fill(1),
    lastRatios: margins.map(({ levels }) => new Float64Array(levels.length).fill(1)),
  };
  const before = marginTables(margins, cells, base, state.scale);
  const reasons = margins.flatMap(({ label, levels, targets }, m) =>
    levels.flatMap((level, code) =>
      targets[code]! > 0 && !(before[m]![code]! > 0) ? [emptyCategory(label, level, targets[code]!)] : [],
    ),
  );
  if (reasons.length > 0) return refused(...reasons);

  const epsilon = control.epsilon < 1 ? control.epsilon * size : control.epsilon;
  let totals = before;
  let iterations = 0;
  let converged = false;
  while (!converged && iterations < control.maxIterations) {
    rakeOnce(margins, cells, base, state);
    iterations += 1;
    const after = marginTables(margins, cells, base, state.scale);
    converged = largestDifference(margins, totals, after) < epsilon;
    totals = after;
  }
  const slack = 2 * (control.totalsAgreeWithin ?? agreement) * margins[0]!.size;
  if (converged && goesInCircles(margins, cells, base, state, Math.max(epsilon, slack))) converged = false;

  const targets = margins.flatMap(({ label, levels, targets: aims }, m) =>
    levels.flatMap((level, code): readonly TargetReached[] =>
      aims[code]! > 0
        ? [{ label, level, target: aims[code]!, before: before[m]![code]!, achieved: totals[m]![code]! }]
        : [],
    ),
  );
  if (!converged && control.ifNotConverged === 'refuse') return refused(notConverged(targets, iterations));
  const adjusted = new Float64Array(weights.length);
  for (let row = 0; row < weights.length; row += 1) {
    const cell = cells.cell[row]!;
    if (cell >= 0) adjusted[row] = weights[row]! * state.scale[cell]!;
  }
  const influence = iterations === 0 ? null : sweepMargins(margins, cells, counts, state.lastRatios, adjusted);
  return accepted({ weights: adjusted, iterations, converged, targets, rescaled: 1, influence });
}

/** The target that is furthest off, relative to its size. */
export function notConverged(targets: readonly TargetReached[], iterations: number): CalibrationRefusal {
  const miss = ({ target, achieved }: TargetReached) => Math.abs(achieved - target) / (1 + Math.abs(target));
  const worst = targets.reduce((before, next) => (miss(next) > miss(before) ? next : before));
  const { label, level, target, achieved } = worst;
  const message = `No convergence in ${iterations} iterations: ${nameTarget(label, level)} stands at ${achieved} for a total of ${target}. The totals may contradict each other, or the bounds be too tight.`;
  return { code: 'not-converged', iterations, argument: label, level, target, achieved, message };
}
