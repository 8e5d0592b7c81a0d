import { type NumberColumn, toFloat64 } from '../columns.ts';
import { scoreOfRating, transformColumn } from '../composite-scores.ts';
import { checkColumn } from '../estimand-columns.ts';
import type { ColumnRefusal } from '../estimate.ts';
import { accepted, type Result, refused } from '../result.ts';
import { compositeColumn } from './composite-column.ts';
import { checkItemCount, type ScoreRefusal } from './score-refusal.ts';

/**
 * Client satisfaction index per person, 0-100: the mean of overall satisfaction, comparison with the best anywhere and comparison with
 * expectations, each a five-point rating scored from 0 to 100. `minimumAnswered` of the three; those who answered fewer have none.
 * Refuses what `compositeColumn` does.
 */
export function clientSatisfactionIndex(
  items: readonly [overall: NumberColumn, bestAnywhere: NumberColumn, expectations: NumberColumn],
  minimumAnswered: 1 | 2 | 3,
): Result<Float64Array, ScoreRefusal> {
  const five = { min: 1, max: 5, higher: 'better' } as const;
  const scored = items.map((column) => transformColumn(column, (answer) => scoreOfRating(answer, five)));
  return compositeColumn(scored, { weights: null, minimumAnswered });
}

/**
 * Satisfaction index in the form of the American Customer Satisfaction Index, 0-100, from three answers of 1 to 10 (satisfaction,
 * against expectations, against the ideal): sum of weight x (answer - 1), over 9 times the sum of the weights, times 100.
 * Equal weights give (sum - 3) / 27 x 100. Only those who answered all three have one. Refuses what `compositeColumn`
 * does.
 */
export function customerSatisfactionIndex(
  items: readonly [satisfaction: NumberColumn, expectations: NumberColumn, ideal: NumberColumn],
  weights: readonly [number, number, number],
): Result<Float64Array, ScoreRefusal> {
  const scored = items.map((column) => transformColumn(column, (answer) => ((answer - 1) / 9) * 100));
  return compositeColumn(scored, { weights, minimumAnswered: 'all' });
}

/**
 * System usability scale, 0-100 (not a percentage; about 68 is usual), from its ten statements of 1 to 5 in their order: odd ones
 * answer - 1, even ones 5 - answer, sum times 2.5. Brooke (1996). Only those who answered all ten have one. Refuses another
 * number of items, and what `compositeColumn` does.
 */
export function systemUsabilityScale(items: readonly NumberColumn[]): Result<Float64Array, ScoreRefusal> {
  const reasons = checkItemCount(items.length, 'ten', items.length === 10);
  if (reasons.length > 0) return refused(...reasons);
  const scored = items.map((column, index) =>
    transformColumn(column, (answer) => 25 * (index % 2 === 0 ? answer - 1 : 5 - answer)),
  );
  return compositeColumn(scored, { weights: null, minimumAnswered: 'all' });
}

/**
 * Which customer effort score is meant, since three are in use. `mean-of-seven`: the answer of 1 to 7 ("made it easy"), as it is.
 * `easy-share-of-seven`: 100 for 5 to 7, else 0. `net-easy-of-five`: of five points from very difficult to very easy, 100 for the
 * two easy ones, -100 for the two difficult ones.
 */
export type EffortScore = 'mean-of-seven' | 'easy-share-of-seven' | 'net-easy-of-five';

/** Customer effort score of one answer; its mean is the score of the service. */
export function effortScore(answer: number, convention: EffortScore): number {
  switch (convention) {
    case 'mean-of-seven':
      return answer;
    case 'easy-share-of-seven':
      return answer >= 5 ? 100 : 0;
    case 'net-easy-of-five':
      return answer >= 4 ? 100 : answer <= 2 ? -100 : 0;
  }
}

/**
 * Gap per person: what she got minus what she wanted (satisfaction minus importance, perception minus expectation), in the units of the
 * two columns; NaN where either is missing. With missing answers the mean of the gaps is not the difference of the means: test the former.
 * R: `t.test(paired = TRUE)`, `svymean(~gap)`. Oracle: fixtures/r/reference, family gap.
 * Refuses columns of different lengths, and infinite values (whose difference would pass for a missing one).
 */
export function gapColumn(got: NumberColumn, wanted: NumberColumn): Result<Float64Array, ColumnRefusal> {
  const [first, second] = [toFloat64(got), toFloat64(wanted)];
  const reasons = [...checkColumn(first, 'got', first.length), ...checkColumn(second, 'wanted', first.length)];
  if (reasons.length > 0) return refused(...reasons);
  return accepted(first.map((value, row) => value - second[row]!));
}
