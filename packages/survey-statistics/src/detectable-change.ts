import { normalQuantile } from './distributions/normal.ts';

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
 * Cochran (1977), 4.6; Kish (1965), 12.4 for the overlap. Oracle: fixtures/r/oracle/planning.
 */
export function requiredSampleSizeForChange(difference: number, planning: ChangePlanning): number {
  if (difference === 0) return Number.POSITIVE_INFINITY;
  return (criticalSum(planning) ** 2 * unitVariance(difference, planning)) / (difference * difference);
}

/**
 * The smallest change that two samples find with the given power, `n` cases in the first; positive for a rise, negative
 * (`fall`) for a fall, which differ for shares. Null where no change of a share within 0-1 can be found. The inverse of
 * `requiredSampleSizeForChange`; of means in closed form.
 */
export function minimumDetectableChange(
  n: number,
  planning: ChangePlanning,
  direction: 'rise' | 'fall',
): number | null {
  const { measure } = planning;
  const sign = direction === 'rise' ? 1 : -1;
  const sum = criticalSum(planning);
  if (measure.kind === 'mean') return sign * sum * Math.sqrt(unitVariance(0, planning) / n);
  const missing = (size: number) => size - sum * Math.sqrt(unitVariance(sign * size, planning) / n);
  let low = 0;
  let high = direction === 'rise' ? 1 - measure.before : measure.before;
  if (missing(high) < 0) return null;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (missing(middle) < 0) low = middle;
    else high = middle;
  }
  return sign * high;
}

/** Cases needed for a margin of error (half-width) of a mean: (z sd / margin)^2 deff, with a finite population as for shares. */
export function requiredSampleSizeForMean(
  margin: number,
  planning: { readonly sd: number; readonly deff: number; readonly population: number; readonly level: number },
): number {
  const { sd, deff, population, level } = planning;
  const simple = ((normalQuantile((1 - level) / 2, 'upper') * sd) / margin) ** 2;
  return deff * (population === Number.POSITIVE_INFINITY ? simple : simple / (1 + (simple - 1) / population));
}

function criticalSum({ alpha, power, sides }: ChangePlanning): number {
  return normalQuantile(alpha / sides, 'upper') + normalQuantile(1 - power, 'upper');
}

/** n times the variance of the difference of two samples of n and n ratio cases. */
function unitVariance(difference: number, planning: ChangePlanning): number {
  const { measure, deff, ratio, overlap, correlation } = planning;
  const before = measure.kind === 'mean' ? measure.sd ** 2 : measure.before * (1 - measure.before);
  const level = measure.kind === 'mean' ? 0 : measure.before + difference;
  if (measure.kind === 'proportion' && !(level >= 0 && level <= 1))
    throw new Error(`a share of ${measure.before} cannot change by ${difference}`);
  const after = measure.kind === 'mean' ? before : Math.max(0, level * (1 - level));
  return deff * (before + after / ratio - (2 * overlap * correlation * Math.sqrt(before * after)) / ratio);
}
