import { type NumberColumn, toFloat64 } from './columns.ts';

/**
 * Composites turn each answer into a number, so that their estimate is a mean with its design-based error. They take the
 * answers of one item and give a column or, as scores by value, what `variableFromValues` takes. Missing stays missing.
 */
export interface RatingScale {
  readonly min: number;
  readonly max: number;
  /** Whether more is better; where less is better, scores are turned so that 100 is the best. */
  readonly higher: 'better' | 'worse';
}

/** 0-100 score of an answer: 100 (x - min) / (max - min), turned where less is better. */
export function scoreOfRating(answer: number, { min, max, higher }: RatingScale): number {
  const score = (100 * (answer - min)) / (max - min);
  return higher === 'better' ? score : 100 - score;
}

/** Among the `count` best points of the scale (1), or not (0): top-2 with count 2. */
export function isAmongBest(answer: number, { min, max, higher }: RatingScale, count: number): number {
  return (higher === 'better' ? answer > max - count : answer < min + count) ? 1 : 0;
}

/** Among the `count` worst points of the scale (1), or not (0): bottom-2 with count 2. */
export function isAmongWorst(answer: number, { min, max, higher }: RatingScale, count: number): number {
  return (higher === 'better' ? answer < min + count : answer > max - count) ? 1 : 0;
}

/** Net of best and worst points: 1, -1 or 0; its mean is top share minus bottom share. */
export function netOf(answer: number, scale: RatingScale, count: number): number {
  return isAmongBest(answer, scale, count) - isAmongWorst(answer, scale, count);
}

/** Net promoter score of a 0-10 answer: 100 for 9 and 10, -100 for 0 to 6, 0 between; its mean is the NPS. */
export function promoterScore(answer: number): number {
  return answer >= 9 ? 100 : answer <= 6 ? -100 : 0;
}

/** A column of transformed answers; missing (NaN) stays missing. */
export function transformColumn(column: NumberColumn, transform: (answer: number) => number): Float64Array {
  return toFloat64(column).map((answer) => (Number.isNaN(answer) ? answer : transform(answer)));
}
