import type { NumberColumn } from './columns.ts';
import type { Estimand } from './estimand.ts';
import type { EstimateRefusal } from './estimate.ts';

/** Whether the columns of estimands can be estimated: each of the design's length, none with an infinite value. */
export function checkEstimands(design: { readonly rows: number }, estimands: readonly Estimand[]): EstimateRefusal[] {
  const reasons: EstimateRefusal[] = [];
  if (estimands.length === 0) reasons.push({ code: 'no-estimates', message: 'There is nothing to estimate.' });
  const seen = new Set<NumberColumn>();
  for (const estimand of estimands) {
    const columns =
      estimand.statistic === 'ratio'
        ? [estimand.numerator, estimand.denominator]
        : estimand.statistic === 'covariance'
          ? [estimand.variable, estimand.other]
          : [estimand.variable];
    for (const column of columns) {
      if (seen.has(column)) continue;
      seen.add(column);
      reasons.push(...checkColumn(column, estimand.label, design.rows));
    }
  }
  return reasons;
}

/** A column of an estimator: one entry per case, none infinite. */
function checkColumn(column: NumberColumn, argument: string, rows: number): EstimateRefusal[] {
  const { length } = column;
  if (length !== rows) {
    const message = `The column of "${argument}" has ${length} entries for ${rows} cases.`;
    return [{ code: 'length-differs', argument, length, rows, message }];
  }
  let first = -1;
  let count = 0;
  for (let row = 0; row < length; row += 1) {
    const value = column[row]!;
    if (value !== Number.POSITIVE_INFINITY && value !== Number.NEGATIVE_INFINITY) continue;
    if (first < 0) first = row;
    count += 1;
  }
  if (count === 0) return [];
  const message = `The column of "${argument}" is infinite in ${count} rows, first in row ${first}.`;
  return [{ code: 'infinite-value', argument, row: first, count, message }];
}
