import type { InfluenceAdjustment } from '../influence-adjustment.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { CalibrationRefusal } from './calibration-refusal.ts';
import { type CheckedMargin, emptyCategory } from './margin.ts';
import { remainder, subtractTotals } from './remainder.ts';
import type { SolvedWeights, WeightStep } from './weight-step.ts';

/** Scales the weights of each post-stratum to its total. */
export function postStratification(margin: CheckedMargin): WeightStep {
  return { keepsDegrees: false, solve: (weights) => scaleStrata(margin, weights) };
}

function scaleStrata(margin: CheckedMargin, weights: Float64Array): Result<SolvedWeights, CalibrationRefusal> {
  const { codes, levels, targets, label } = margin;
  const sums = new Float64Array(levels.length);
  for (let row = 0; row < weights.length; row += 1) if (weights[row] !== 0) sums[codes[row]!]! += weights[row]!;
  const reasons = levels.flatMap((level, code) =>
    targets[code]! > 0 && !(sums[code]! > 0) ? [emptyCategory(label, level, targets[code]!)] : [],
  );
  if (reasons.length > 0) return refused(...reasons);
  const adjusted = new Float64Array(weights.length);
  for (let row = 0; row < weights.length; row += 1) {
    if (weights[row] === 0) continue;
    const code = codes[row]!;
    adjusted[row] = weights[row]! * (targets[code]! / sums[code]!);
  }
  return accepted({
    weights: adjusted,
    iterations: 1,
    converged: true,
    rescaled: 1,
    targets: levels.flatMap((level, code) =>
      targets[code]! > 0
        ? [{ label, level, target: targets[code]!, before: sums[code]!, achieved: targets[code]! }]
        : [],
    ),
    influence: { ...meansWithinStrata(margin, adjusted), regression: { before: weights, after: adjusted } },
  });
}

/**
 * Residuals about the mean within the post-stratum, weighted by the weights before: with x = w e that mean is the sum of x
 * over the stratum divided by the stratum's total. R: `svyrecvar`, ordinary post-stratification.
 */
function meansWithinStrata({ codes, targets }: CheckedMargin, weights: Float64Array): InfluenceAdjustment {
  const divide = (sums: Float64Array) => sums.map((sum, code) => (sum === 0 ? 0 : sum / targets[code]!));
  return {
    adjust: (influence) => {
      const sums = new Float64Array(targets.length);
      for (let row = 0; row < weights.length; row += 1) if (weights[row] !== 0) sums[codes[row]!]! += influence[row]!;
      const means = divide(sums);
      const residual = influence.slice();
      for (let row = 0; row < weights.length; row += 1)
        if (weights[row] !== 0) residual[row] = remainder(residual[row]!, weights[row]! * means[codes[row]!]!);
      return residual;
    },
    subtractExplained: (rows, influence, unit, totals) => {
      const sums = new Float64Array(targets.length);
      for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index]!;
        if (weights[row] !== 0) sums[codes[row]!]! += influence[index]!;
      }
      const means = divide(sums);
      const explained = new Float64Array(totals.length);
      for (let row = 0; row < weights.length; row += 1)
        if (weights[row] !== 0) explained[unit[row]!]! += weights[row]! * means[codes[row]!]!;
      subtractTotals(totals, explained);
    },
  };
}
