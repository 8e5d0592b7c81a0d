import { adjustPValues } from '@common-measure/survey-statistics';

/** Holm's p values of one family of tests: they hold the chance of any false finding to the level. R: p.adjust(method = "holm"). */
export function holm(pValues: readonly number[]): readonly number[] {
  return adjustPValues(pValues, 'holm');
}
