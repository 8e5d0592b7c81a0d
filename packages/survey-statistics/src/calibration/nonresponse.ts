import type { Factor } from '../columns.ts';
import type { InfluenceAdjustment } from '../influence-adjustment.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { CalibrationRefusal } from './calibration-refusal.ts';
import { subtractTotals } from './remainder.ts';
import type { SolvedWeights, WeightStep } from './weight-step.ts';

/** Who answered, and the classes within which those who did stand for those who did not. */
export interface ResponseClasses {
  /** 1 (or true) for rows that answered. */
  readonly responded: ArrayLike<number | boolean>;
  readonly classes: Factor;
  /** Refused where a class has fewer respondents; 1 at least. */
  readonly minimumRespondents: number;
}

/** Respondents take over the weight of the non-respondents of their class; these get a weight of zero. */
export function weightingClasses(response: ResponseClasses): WeightStep {
  return { keepsDegrees: false, solve: (weights) => takeOver(response, weights) };
}

function takeOver(
  { responded, classes, minimumRespondents }: ResponseClasses,
  weights: Float64Array,
): Result<SolvedWeights, CalibrationRefusal> {
  const size = classes.levels.length;
  const all = new Float64Array(size);
  const answered = new Float64Array(size);
  const respondents = new Float64Array(size);
  const firstRow = new Int32Array(size).fill(-1);
  for (let row = 0; row < weights.length; row += 1) {
    if (weights[row] === 0) continue;
    const code = classes.codes[row]!;
    if (firstRow[code]! < 0) firstRow[code] = row;
    all[code]! += weights[row]!;
    if (!responded[row]) continue;
    answered[code]! += weights[row]!;
    respondents[code]! += 1;
  }
  const reasons = classes.levels.flatMap((level, code): readonly CalibrationRefusal[] => {
    const count = respondents[code]!;
    if (firstRow[code]! < 0 || (count >= Math.max(1, minimumRespondents) && answered[code]! > 0)) return [];
    const row = firstRow[code]!;
    const message = `Class "${level}" has ${count} respondents, fewer than ${Math.max(1, minimumRespondents)}: join it with another class.`;
    return [{ code: 'class-too-small', class: level, respondents: count, minimum: minimumRespondents, row, message }];
  });
  if (reasons.length > 0) return refused(...reasons);
  const adjusted = new Float64Array(weights.length);
  for (let row = 0; row < weights.length; row += 1) {
    const code = classes.codes[row]!;
    if (weights[row] !== 0 && responded[row]) adjusted[row] = weights[row]! * (all[code]! / answered[code]!);
  }
  return accepted({
    weights: adjusted,
    iterations: 1,
    converged: true,
    rescaled: 1,
    targets: classes.levels.flatMap((level, code) =>
      firstRow[code]! < 0
        ? []
        : [{ label: 'class', level, target: all[code]!, before: answered[code]!, achieved: all[code]! }],
    ),
    influence: throughClasses(classes, weights, adjusted, all),
  });
}

/**
 * Influence through the adjustment: with x = w e of the respondents and m the mean of e in the class, a respondent keeps
 * x - m w and everybody in the class, non-respondents too, carries m times the weight before. The classes' response rates
 * are estimates, and this is how they enter the standard error. Särndal, Swensson and Wretman (1992), ch. 15 (response
 * homogeneity groups).
 */
function throughClasses(
  classes: Factor,
  before: Float64Array,
  after: Float64Array,
  all: Float64Array,
): InfluenceAdjustment {
  const divide = (sums: Float64Array) => sums.map((sum, code) => (sum === 0 ? 0 : sum / all[code]!));
  return {
    startsPhase: true,
    adjust: (influence) => {
      const sums = new Float64Array(all.length);
      for (let row = 0; row < after.length; row += 1)
        if (after[row] !== 0) sums[classes.codes[row]!]! += influence[row]!;
      const means = divide(sums);
      const through = influence.slice();
      for (let row = 0; row < before.length; row += 1)
        if (before[row] !== 0) through[row]! += means[classes.codes[row]!]! * (before[row]! - after[row]!);
      return through;
    },
    subtractExplained: (rows, influence, unit, totals) => {
      const sums = new Float64Array(all.length);
      for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index]!;
        if (after[row] !== 0) sums[classes.codes[row]!]! += influence[index]!;
      }
      const means = divide(sums);
      const explained = new Float64Array(totals.length);
      for (let row = 0; row < before.length; row += 1)
        if (before[row] !== 0) explained[unit[row]!]! -= means[classes.codes[row]!]! * (before[row]! - after[row]!);
      subtractTotals(totals, explained);
    },
  };
}
