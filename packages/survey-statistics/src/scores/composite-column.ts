import { checkArgument } from '../argument-check.ts';
import { type NumberColumn, toFloat64 } from '../columns.ts';
import { checkColumn } from '../estimand-columns.ts';
import { accepted, type Result, refused } from '../result.ts';
import { checkItemCount, type ScoreRefusal } from './score-refusal.ts';

/** How several answers of one person become one number. */
export interface CompositeRule {
  /** A weight per item, not all 0; answered items are weighted up where others are missing. Null: equal weights. */
  readonly weights: readonly number[] | null;
  /** A person with fewer answered items has no composite: k items or `all`. */
  readonly minimumAnswered: number | 'all';
}

/**
 * Composite per person: the weighted mean of the items she answered, in the units of the items; NaN where she answered fewer than
 * the minimum. Its mean (`estimateMeans`) has a standard error that holds the covariance of the items within a person. Refuses no
 * items, columns of different lengths, infinite answers, a minimum that does not fit the items, and weights of another number, that
 * are no numbers, negative or all 0.
 */
export function compositeColumn(
  items: readonly NumberColumn[],
  rule: CompositeRule,
): Result<Float64Array, ScoreRefusal> {
  const count = items.length;
  const minimum = rule.minimumAnswered === 'all' ? count : rule.minimumAnswered;
  const weights = rule.weights ?? items.map(() => 1);
  const rows = items[0]?.length ?? 0;
  const columns = items.map(toFloat64);
  const reasons = [
    ...checkItemCount(count, 'one or more', count > 0),
    ...columns.flatMap((column, item) => checkColumn(column, `items[${item}]`, rows)),
    ...(count > 0 ? checkRule(count, minimum, weights) : []),
  ];
  if (reasons.length > 0) return refused(...reasons);
  const composite = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let sum = 0;
    let weight = 0;
    let answered = 0;
    for (let item = 0; item < count; item += 1) {
      const value = columns[item]![row]!;
      if (Number.isNaN(value)) continue;
      sum += weights[item]! * value;
      weight += weights[item]!;
      answered += 1;
    }
    composite[row] = answered >= minimum && weight !== 0 ? sum / weight : Number.NaN;
  }
  return accepted(composite);
}

function checkRule(count: number, minimum: number, weights: readonly number[]): readonly ScoreRefusal[] {
  const reasons: ScoreRefusal[] = [
    ...checkArgument('minimumAnswered', minimum, minimum >= 1 && minimum <= count, `lies from 1 to ${count}`),
  ];
  if (weights.length !== count) {
    const { length } = weights;
    const message = `There are ${length} weights for ${count} items.`;
    return [...reasons, { code: 'length-differs', argument: 'weights', length, rows: count, message }];
  }
  const bad = weights.findIndex((weight) => !(weight >= 0 && Number.isFinite(weight)));
  if (bad >= 0) reasons.push(...checkArgument(`weights[${bad}]`, weights[bad]!, false, 'is a number of 0 or more'));
  else if (weights.every((weight) => weight === 0))
    reasons.push(
      ...checkArgument('weights[0]', 0, false, 'and all other weights are 0, where one at least is positive'),
    );
  return reasons;
}
