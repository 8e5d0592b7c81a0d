import { accepted, type Result, refused } from '../result.ts';
import { type CalibrationRefusal, nameTarget } from './calibration-refusal.ts';
import { type CheckedMargin, emptyCategory } from './margin.ts';
import { crossMargins } from './margin-cells.ts';
import { sweepMargins } from './raking-influence.ts';
import type { SolvedWeights, TargetReached, WeightStep } from './weight-step.ts';

/** When raking stops. R's `rake` takes 10 rounds and an epsilon of 1. */
export interface RakingControl {
  readonly maxIterations: number;
  /**
   * Converged once no total of any margin changed by this much in a round: below 1 relative to the sum of the weights
   * before, from 1 on absolute (R: `control$epsilon`).
   */
  readonly epsilon: number;
  /** `keep`: the weights of the last round, marked as not converged (R: a warning). */
  readonly ifNotConverged: 'refuse' | 'keep';
}

/**
 * Scales the weights to one margin after the other, round by round. Runs over the cells of the crossing, not over rows. A
 * replicate takes as many rounds as the full sample took (R: `rake` of a svyrep.design).
 */
export function raking(margins: readonly CheckedMargin[], control: RakingControl): WeightStep {
  return {
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
  const scale = new Float64Array(cells.count).fill(1);
  const tables = () => margins.map((margin, m) => marginTotals(margin, cells.codes[m]!, base, scale));
  const before = tables();
  const reasons = margins.flatMap(({ label, levels, targets }, m) =>
    levels.flatMap((level, code) =>
      targets[code]! > 0 && !(before[m]![code]! > 0) ? [emptyCategory(label, level, targets[code]!)] : [],
    ),
  );
  if (reasons.length > 0) return refused(...reasons);

  const epsilon = control.epsilon < 1 ? control.epsilon * size : control.epsilon;
  const lastRatios = margins.map(({ levels }) => new Float64Array(levels.length).fill(1));
  let totals = before;
  let iterations = 0;
  let converged = false;
  while (!converged && iterations < control.maxIterations) {
    margins.forEach((margin, m) => {
      const codes = cells.codes[m]!;
      const sums = marginTotals(margin, codes, base, scale);
      const ratios = lastRatios[m]!;
      for (let code = 0; code < sums.length; code += 1) ratios[code] = margin.targets[code]! / sums[code]!;
      for (let cell = 0; cell < cells.count; cell += 1) scale[cell]! *= ratios[codes[cell]!]!;
    });
    iterations += 1;
    const after = tables();
    converged = largestChange(margins, totals, after) < epsilon;
    totals = after;
  }

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
    if (cell >= 0) adjusted[row] = weights[row]! * scale[cell]!;
  }
  const influence = iterations === 0 ? null : sweepMargins(margins, cells, counts, lastRatios, adjusted);
  return accepted({ weights: adjusted, iterations, converged, targets, rescaled: 1, influence });
}

function marginTotals(margin: CheckedMargin, codes: Int32Array, base: Float64Array, scale: Float64Array): Float64Array {
  const sums = new Float64Array(margin.levels.length);
  for (let cell = 0; cell < codes.length; cell += 1) sums[codes[cell]!]! += base[cell]! * scale[cell]!;
  return sums;
}

function largestChange(
  margins: readonly CheckedMargin[],
  before: readonly Float64Array[],
  after: readonly Float64Array[],
): number {
  let largest = 0;
  margins.forEach(({ targets }, m) => {
    targets.forEach((target, code) => {
      if (target > 0) largest = Math.max(largest, Math.abs(after[m]![code]! - before[m]![code]!));
    });
  });
  return largest;
}

/** The target that is furthest off, relative to its size. */
export function notConverged(targets: readonly TargetReached[], iterations: number): CalibrationRefusal {
  const miss = ({ target, achieved }: TargetReached) => Math.abs(achieved - target) / (1 + Math.abs(target));
  const worst = targets.reduce((before, next) => (miss(next) > miss(before) ? next : before));
  const { label, level, target, achieved } = worst;
  const message = `No convergence in ${iterations} iterations: ${nameTarget(label, level)} stands at ${achieved} for a total of ${target}. The totals may contradict each other, or the bounds be too tight.`;
  return { code: 'not-converged', iterations, argument: label, level, target, achieved, message };
}
