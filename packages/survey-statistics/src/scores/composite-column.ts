import { type NumberColumn, toFloat64 } from '../columns.ts';

/** How several answers of one person become one number. */
export interface CompositeRule {
  /** A weight per item, not all 0; answered items are weighted up where others are missing. Null: equal weights. */
  readonly weights: readonly number[] | null;
  /** A person with fewer answered items has no composite: k items or `all`. */
  readonly minimumAnswered: number | 'all';
}

/**
 * Composite per person: the weighted mean of the items she answered, in the units of the items; NaN where she answered fewer than
 * the minimum. Its mean (`estimateMeans`) has a standard error that holds the covariance of the items within a person. Throws
 * where a column has another length, or the minimum or the weights do not fit the items.
 */
export function compositeColumn(items: readonly NumberColumn[], rule: CompositeRule): Float64Array {
  const count = items.length;
  const minimum = rule.minimumAnswered === 'all' ? count : rule.minimumAnswered;
  const weights = rule.weights ?? items.map(() => 1);
  const rows = items[0]?.length ?? 0;
  if (count === 0 || items.some((column) => column.length !== rows))
    throw new Error('a composite needs columns of one length');
  if (!(minimum >= 1 && minimum <= count))
    throw new Error(`the minimum of ${minimum} answers does not fit ${count} items`);
  if (weights.length !== count) throw new Error(`there are ${weights.length} weights for ${count} items`);
  const columns = items.map(toFloat64);
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
  return composite;
}
