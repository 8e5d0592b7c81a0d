import type { VariableSums } from './cell-sums.ts';

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
 * of the answer itself gives its mean; 0 and 1 a share; 100, 0 and -100 a net or NPS; `scoreOfRating` a 0-100 score.
 */
export function variableFromValues(
  counts: ValueSums,
  scores: readonly number[],
  label: string,
  origin: number,
): VariableSums {
  const { values } = counts;
  if (scores.length !== values) throw new Error(`there are ${scores.length} scores for ${values} values`);
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
  return {
    label,
    origin,
    n: column(counts.n, 0),
    w: column(counts.w, 0),
    w2: column(counts.w2, 0),
    wy: column(counts.w, 1),
    wyy: column(counts.w, 2),
    w2y: column(counts.w2, 1),
    w2yy: column(counts.w2, 2),
  };
}
