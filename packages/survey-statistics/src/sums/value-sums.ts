import { accepted, type Result, refused } from '../result.ts';
import type { VariableSums } from './cell-sums.ts';
import { notANumber, type SumsRefusal } from './sums-refusal.ts';

/**
 * Counts of each answer by cell, for items with few answers: one GROUP BY over the answer serves every statistic of the item
 * (mean, score, shares, net, NPS), each through `variableFromValues`. Entry cell * values + value holds
 * `count(*) FILTER (WHERE w > 0)`, `sum(w)` and `sum(w * w)` of the rows of that cell with that answer; 0 where none.
 */
export interface ValueSums {
  readonly values: number;
  readonly n: Float64Array;
  readonly w: Float64Array;
  readonly w2: Float64Array;
}

/**
 * The sums of a variable that gives each answer a number: `scores[value]`, NaN for an answer that does not count. The number
 * of the answer itself gives its mean; 0 and 1 a share; 100, 0 and -100 a net or NPS; `scoreOfRating` a 0-100 score. Refuses another
 * number of scores than answers, infinite scores, an origin that is no number, and counts of no whole number of cells.
 */
export function variableFromValues(
  counts: ValueSums,
  scores: readonly number[],
  label: string,
  origin: number,
): Result<VariableSums, SumsRefusal> {
  const { values } = counts;
  const reasons = checkScores(counts, scores, label, origin);
  if (reasons.length > 0) return refused(...reasons);
  const cells = counts.n.length / values;
  const column = (from: Float64Array, power: 0 | 1 | 2) => {
    const factors = Float64Array.from(scores, (score) => (Number.isNaN(score) ? 0 : (score - origin) ** power));
    const sums = new Float64Array(cells);
    for (let cell = 0; cell < cells; cell += 1) {
      let sum = 0;
      for (let value = 0; value < values; value += 1) sum += from[cell * values + value]! * factors[value]!;
      sums[cell] = sum;
    }
    return sums;
  };
  return accepted({
    label,
    origin,
    n: column(counts.n, 0),
    w: column(counts.w, 0),
    w2: column(counts.w2, 0),
    wy: column(counts.w, 1),
    wyy: column(counts.w, 2),
    w2y: column(counts.w2, 1),
    w2yy: column(counts.w2, 2),
  });
}

function checkScores(
  { values, n, w, w2 }: ValueSums,
  scores: readonly number[],
  label: string,
  origin: number,
): readonly SumsRefusal[] {
  const reasons: SumsRefusal[] = [];
  const differs = (argument: string, length: number, rows: number) => {
    const message = `"${argument}" has ${length} entries for ${rows}.`;
    reasons.push({ code: 'length-differs', argument, length, rows, message });
  };
  if (scores.length !== values) differs('scores', scores.length, values);
  for (const [argument, column] of Object.entries({ n, w, w2 })) {
    const whole = values * Math.ceil(n.length / values) || 0;
    if (column.length !== whole) differs(`counts.${argument}`, column.length, whole);
    const row = column.findIndex((value) => !Number.isFinite(value));
    if (row >= 0) reasons.push(notANumber(`counts.${argument}`, row, column[row]!));
  }
  const isInfinite = (score: number) => score === Number.POSITIVE_INFINITY || score === Number.NEGATIVE_INFINITY;
  const row = scores.findIndex(isInfinite);
  if (row >= 0) {
    const count = scores.filter(isInfinite).length;
    const message = `${count} scores of "${label}" are infinite, first that of value ${row}.`;
    reasons.push({ code: 'infinite-value', argument: 'scores', row, count, message });
  }
  if (!Number.isFinite(origin)) {
    const message = `The origin of "${label}" is ${origin}: take a number near the middle of its values.`;
    reasons.push({ code: 'origin-not-a-number', argument: label, value: origin, message });
  }
  return reasons;
}
