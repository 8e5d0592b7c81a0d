import { accepted, type Result, refused } from '../result.ts';
import type { CalibrationRefusal } from './calibration-refusal.ts';
import type { SolvedWeights, WeightStep } from './weight-step.ts';

/** Between which limits weights are kept; -Infinity and Infinity for none. */
export interface TrimLimits {
  readonly lower: number;
  readonly upper: number;
  /**
   * `once`: what the trimmed weights lose is added equally to the others, which may push some over a limit. `strict`:
   * repeated until none lies outside; a weight that was ever trimmed receives nothing again (R: `strict = TRUE`, survey 4.5).
   */
  readonly passes: 'once' | 'strict';
}

/** Cuts weights at the limits and hands what they lose to the others, in equal parts. */
export function trimming(limits: TrimLimits): WeightStep {
  return { keepsDegrees: true, solve: (weights) => trim(limits, weights) };
}

function trim(limits: TrimLimits, weights: Float64Array): Result<SolvedWeights, CalibrationRefusal> {
  const { lower, upper } = limits;
  if (!(lower <= upper)) {
    const message = `The lower limit ${lower} is not at or below the upper limit ${upper}.`;
    return refused({ code: 'limits-not-usable', lower, upper, message });
  }
  const trimmed = new Uint8Array(weights.length);
  const adjusted = weights.slice();
  let iterations = 0;
  for (;;) {
    let lost = 0;
    let receiving = 0;
    let outside = 0;
    for (let row = 0; row < adjusted.length; row += 1) {
      const weight = adjusted[row]!;
      if (weight === 0 && weights[row] === 0) continue;
      if (weight < lower || weight > upper) {
        const cut = weight < lower ? lower : upper;
        lost += weight - cut;
        adjusted[row] = cut;
        trimmed[row] = 2;
        outside += 1;
      } else if (trimmed[row] === 0) receiving += 1;
    }
    if (outside === 0) break;
    iterations += 1;
    if (receiving === 0) return refused(infeasible(limits, weights));
    const share = lost / receiving;
    for (let row = 0; row < adjusted.length; row += 1)
      if (trimmed[row] === 0 && weights[row] !== 0) adjusted[row]! += share;
    if (limits.passes === 'once') break;
  }
  return accepted({ weights: adjusted, iterations, converged: true, targets: [], rescaled: 1, influence: null });
}

function infeasible({ lower, upper }: TrimLimits, weights: Float64Array): CalibrationRefusal {
  let sum = 0;
  let n = 0;
  for (const weight of weights) {
    if (weight === 0) continue;
    sum += weight;
    n += 1;
  }
  const meanWeight = sum / n;
  const reachable = meanWeight >= lower && meanWeight <= upper;
  const message = reachable
    ? `Trimming to ${lower} and ${upper} has cut every weight, and none is left to take over the rest: widen the limits.`
    : `The mean of the weights is ${meanWeight}: no weights between ${lower} and ${upper} keep their sum.`;
  return { code: 'limits-infeasible', lower, upper, meanWeight, message };
}
