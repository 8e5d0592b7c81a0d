import type { NumberColumn } from '../columns.ts';
import {
  isAmongBest,
  netOf,
  promoterScore,
  type RatingScale,
  scoreOfRating,
  transformColumn,
} from '../composite-scores.ts';
import { accepted, type Result, refused } from '../result.ts';
import { compositeColumn } from './composite-column.ts';
import {
  clientSatisfactionIndex,
  customerSatisfactionIndex,
  effortScore,
  systemUsabilityScale,
} from './named-scores.ts';
import { checkItemCount, type ScoreRefusal } from './score-refusal.ts';

/** Ways to make one figure of the answers, as the packs of the question bank name them. */
export type ScoreMethod =
  | 'csi'
  | 'index-0-100'
  | 'index-of-uses'
  | 'top-2'
  | 'nps'
  | 'ces'
  | 'ces-easy-share'
  | 'ces-net'
  | 'sus'
  | 'acsi'
  | 'task-success'
  | 'trust-share'
  | 'agree-share'
  | 'net'
  | 'yes-share';

/** The answers to one item, missing as NaN ("Does not apply" and "I don’t know" too), and the ends of its scale. */
export interface ScoredItem extends RatingScale {
  readonly values: NumberColumn;
}

export interface PersonScores {
  /** The score of each person; NaN where the method has none for her. */
  readonly values: Float64Array;
  /** How many ratings stand behind it: 1, or the services that a person rated where each use counts once; 0 beside NaN. */
  readonly uses: Float64Array;
}

/**
 * Score per person by a named method. The score of a group is the mean of `values`, weighted by the survey weight times `uses`.
 * Units: 0 to 100, or -100 to 100 for `nps`, `net` and `ces-net`, or 1 to 7 for `ces`. Answers that are missing are left out: with
 * several items a person's score is the mean of what she answered, but `csi` needs two of its three, `sus` and `acsi` need all.
 * `task-success` takes 1 for done and 0 for not done. Refuses a number of items that does not fit the method, scales whose ends do
 * not rise, and what `compositeColumn` does.
 */
export function scoreByMethod(method: ScoreMethod, items: readonly ScoredItem[]): Result<PersonScores, ScoreRefusal> {
  const reasons = items.flatMap(({ min, max }, item): ScoreRefusal[] => {
    if (Number.isFinite(min) && Number.isFinite(max) && min < max) return [];
    return [{ code: 'scale-not-usable', item, message: `The scale of item ${item} goes from ${min} to ${max}.` }];
  });
  if (reasons.length > 0) return refused(...reasons);
  const columns = items.map((item) => item.values);
  const made = method === 'index-of-uses' ? meanOf(items, scoreOfRating) : personScores(method, items, columns);
  if (!made.ok) return made;
  const values = made.value;
  if (method === 'index-of-uses') return accepted({ values, uses: values.map((_, row) => answered(columns, row)) });
  return accepted({ values, uses: values.map((value) => (Number.isNaN(value) ? 0 : 1)) });
}

function personScores(
  method: Exclude<ScoreMethod, 'index-of-uses'>,
  items: readonly ScoredItem[],
  columns: readonly NumberColumn[],
): Result<Float64Array, ScoreRefusal> {
  switch (method) {
    case 'csi':
      return ofThree(columns, (three) => clientSatisfactionIndex(three, 2));
    case 'acsi':
      return ofThree(columns, (three) => customerSatisfactionIndex(three, [1, 1, 1]));
    case 'sus':
      return systemUsabilityScale(columns);
    case 'index-0-100':
    case 'task-success':
    case 'yes-share':
      return meanOf(items, scoreOfRating);
    case 'top-2':
    case 'agree-share':
      return meanOf(items, (answer, scale) => 100 * isAmongBest(answer, scale, 2));
    case 'net':
      return meanOf(items, (answer, scale) => 100 * netOf(answer, scale, 2));
    case 'trust-share':
      return meanOf(items, (answer) => (answer >= 6 ? 100 : 0));
    case 'nps':
      return meanOf(items, promoterScore);
    case 'ces':
      return meanOf(items, (answer) => effortScore(answer, 'mean-of-seven'));
    case 'ces-easy-share':
      return meanOf(items, (answer) => effortScore(answer, 'easy-share-of-seven'));
    case 'ces-net':
      return meanOf(items, (answer) => effortScore(answer, 'net-easy-of-five'));
  }
}

function meanOf(
  items: readonly ScoredItem[],
  score: (answer: number, scale: RatingScale) => number,
): Result<Float64Array, ScoreRefusal> {
  const scored = items.map((item) => transformColumn(item.values, (answer) => score(answer, item)));
  return compositeColumn(scored, { weights: null, minimumAnswered: 1 });
}

function answered(columns: readonly NumberColumn[], row: number): number {
  return columns.filter((column) => typeof column[row] === 'number' && !Number.isNaN(column[row])).length;
}

function ofThree(
  columns: readonly NumberColumn[],
  index: (three: readonly [NumberColumn, NumberColumn, NumberColumn]) => Result<Float64Array, ScoreRefusal>,
): Result<Float64Array, ScoreRefusal> {
  const [first, second, third, ...more] = columns;
  if (!first || !second || !third || more.length > 0) return refused(...checkItemCount(columns.length, 'three', false));
  return index([first, second, third]);
}
