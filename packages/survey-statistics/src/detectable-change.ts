import { type ArgumentRefusal, checkArgument, checkPopulation, checkPositive, checkShare } from './argument-check.ts';
import { normalQuantile } from './distributions/normal.ts';
import { accepted, type Result, refused } from './result.ts';
import { inPopulation } from './sample-size.ts';

/** What is compared between two samples: a mean with its standard deviation, or a share with its level before. */
export type ChangeMeasure =
  | { readonly kind: 'mean'; readonly sd: number }
  | { readonly kind: 'proportion'; readonly before: number };

export interface ChangePlanning {
  readonly measure: ChangeMeasure;
  /** Design effect expected in each sample; 1 for simple random samples. */
  readonly deff: number;
  /** Cases of the second sample per case of the first. */
  readonly ratio: number;
  /** Share of the people of the first sample who are in the second too, 0-1; 0 for independent samples. */
  readonly overlap: number;
  /** Correlation of the two answers of one person, -1 to 1. */
  readonly correlation: number;
  /** Chance of finding a change that is not there, such as 0.05. */
  readonly alpha: number;
  /** Chance of finding the change, such as 0.8. */
  readonly power: number;
  readonly sides: 1 | 2;
}

/**
 * Cases needed in the first of two samples to find a change of `difference` (positive for a rise):
 * (z_alpha + z_power)^2 deff (v1 + v2 / ratio - 2 overlap r s1 s2 / ratio) / difference^2, v the variance of one answer.
 * Not rounded; round up. The normal distribution stands for t: add a case or two where samples are small.
 * Cochran (1977), 4.6; Kish (1965), 12.4 for the overlap. Oracle: fixtures/r/oracle/planning. Refuses a difference of 0 (no sample
 * finds it), a share that would leave 0-1, and arguments of the plan outside of their range.
 */
export function requiredSampleSizeForChange(
  difference: number,
  planning: ChangePlanning,
): Result<number, ArgumentRefusal> {
  const { measure } = planning;
  const after = measure.kind === 'mean' ? 0 : measure.before + difference;
  const fits = Number.isFinite(difference) && difference !== 0 && after >= 0 && after <= 1;
  const reasons = [
    ...checkArgument('difference', difference, fits, 'is not 0, and no share leaves 0 to 1 by it'),
    ...checkChange(planning),
  ];
  if (reasons.length > 0) return refused(...reasons);
  return accepted((criticalSum(planning) ** 2 * unitVariance(difference, planning)) / (difference * difference));
}

/**
 * The smallest change that two samples find with the given power, `n` cases in the first; positive for a rise, negative
 * (`fall`) for a fall, which differ for shares. Null where no change of a share within 0-1 can be found. The inverse of
 * `requiredSampleSizeForChange`; of means in closed form. Refuses a sample that is not positive and arguments of the plan outside
 * of their range.
 */
export function minimumDetectableChange(
  n: number,
  planning: ChangePlanning,
  direction: 'rise' | 'fall',
): Result<number | null, ArgumentRefusal> {
  const reasons = [...checkPositive('n', n), ...checkChange(planning)];
  if (reasons.length > 0) return refused(...reasons);
  const { measure } = planning;
  const sign = direction === 'rise' ? 1 : -1;
  const sum = criticalSum(planning);
  if (measure.kind === 'mean') return accepted(sign * sum * Math.sqrt(unitVariance(0, planning) / n));
  const missing = (size: number) => size - sum * Math.sqrt(unitVariance(sign * size, planning) / n);
  let low = 0;
  let high = direction === 'rise' ? 1 - measure.before : measure.before;
  if (missing(high) < 0) return accepted(null);
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (missing(middle) < 0) low = middle;
    else high = middle;
  }
  return accepted(sign * high);
}

/**
 * Cases needed for a margin of error (half-width) of a mean: (z sd / margin)^2 deff, with a finite population as for shares. Refuses
 * a margin, standard deviation or design effect that is not positive, and a level outside of (0, 1).
 */
export function requiredSampleSizeForMean(
  margin: number,
  planning: { readonly sd: number; readonly deff: number; readonly population: number; readonly level: number },
): Result<number, ArgumentRefusal> {
  const { sd, deff, population, level } = planning;
  const reasons = [
    ...checkPositive('margin', margin),
    ...checkPositive('sd', sd),
    ...checkPositive('deff', deff),
    ...checkPopulation(population, 0),
    ...checkShare('level', level),
  ];
  if (reasons.length > 0) return refused(...reasons);
  const simple = ((normalQuantile((1 - level) / 2, 'upper') * sd) / margin) ** 2;
  return accepted(deff * inPopulation(simple, population));
}

function checkChange(planning: ChangePlanning): readonly ArgumentRefusal[] {
  const { measure, deff, ratio, overlap, correlation, alpha, power } = planning;
  return [
    ...(measure.kind === 'mean' ? checkPositive('sd', measure.sd) : checkShare('before', measure.before)),
    ...checkPositive('deff', deff),
    ...checkPositive('ratio', ratio),
    ...checkArgument('overlap', overlap, overlap >= 0 && overlap <= 1, 'lies from 0 to 1'),
    ...checkArgument('correlation', correlation, Math.abs(correlation) <= 1, 'lies from -1 to 1'),
    ...checkShare('alpha', alpha),
    ...checkShare('power', power),
  ];
}

function criticalSum({ alpha, power, sides }: ChangePlanning): number {
  return normalQuantile(alpha / sides, 'upper') + normalQuantile(1 - power, 'upper');
}

/** n times the variance of the difference of two samples of n and n ratio cases. */
function unitVariance(difference: number, planning: ChangePlanning): number {
  const { measure, deff, ratio, overlap, correlation } = planning;
  const before = measure.kind === 'mean' ? measure.sd ** 2 : measure.before * (1 - measure.before);
  const level = measure.kind === 'mean' ? 0 : measure.before + difference;
  const after = measure.kind === 'mean' ? before : Math.max(0, level * (1 - level));
  return deff * (before + after / ratio - (2 * overlap * correlation * Math.sqrt(before * after)) / ratio);
}
