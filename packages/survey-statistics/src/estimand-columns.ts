import type { Factor, NumberColumn } from './columns.ts';
import type { DomainRows, Estimand } from './estimand.ts';
import type { ColumnRefusal, EstimateRefusal, FactorRefusal } from './estimate.ts';

/** Whether estimands can be estimated: columns of the design's length, none infinite, and the rows of domains rising. */
export function checkEstimands(design: { readonly rows: number }, estimands: readonly Estimand[]): EstimateRefusal[] {
  const reasons: EstimateRefusal[] = [];
  if (estimands.length === 0) reasons.push({ code: 'no-estimates', message: 'There is nothing to estimate.' });
  const seen = new Set<NumberColumn | DomainRows>();
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
    if (estimand.rows === null || seen.has(estimand.rows)) continue;
    seen.add(estimand.rows);
    reasons.push(...checkRows(estimand.rows, estimand.label, design.rows));
  }
  return reasons;
}

/** The rows of a domain: each once, in rising order, none outside of the design. */
function checkRows(domain: Int32Array, argument: string, rows: number): EstimateRefusal[] {
  let before = -1;
  for (let position = 0; position < domain.length; position += 1) {
    const row = domain[position]!;
    if (row > before && row < rows) {
      before = row;
      continue;
    }
    const message = `The rows of the domain of "${argument}" are each listed once, rising, from 0 to ${rows - 1}; entry ${position} is ${row}.`;
    return [{ code: 'domain-not-usable', argument, position, row, message }];
  }
  return [];
}

/** A breakdown has one code per case, and a level for each. */
export function checkBreakdown(by: Factor | undefined, rows: number, argument = 'by'): FactorRefusal[] {
  if (by === undefined) return [];
  const { codes, levels } = by;
  const { length } = codes;
  if (length !== rows) {
    const message = `The factor "${argument}" has ${length} entries for ${rows} cases.`;
    return [{ code: 'length-differs', argument, length, rows, message }];
  }
  const row = codes.findIndex((code) => code >= levels.length);
  if (row < 0) return [];
  const message = `The factor "${argument}" has the code ${codes[row]} in row ${row}, and ${levels.length} levels.`;
  return [{ code: 'code-without-level', argument, row, value: codes[row]!, message }];
}

/** A column of an estimator: one entry per case, none infinite. */
export function checkColumn(column: NumberColumn, argument: string, rows: number): ColumnRefusal[] {
  const { length } = column;
  if (length !== rows) {
    const message = `The column of "${argument}" has ${length} entries for ${rows} cases.`;
    return [{ code: 'length-differs', argument, length, rows, message }];
  }
  let first = -1;
  let count = 0;
  for (let row = 0; row < length; row += 1) {
    const value = column[row]!;
    if (value - value === 0 || (value !== Number.POSITIVE_INFINITY && value !== Number.NEGATIVE_INFINITY)) continue;
    if (first < 0) first = row;
    count += 1;
  }
  if (count === 0) return [];
  const message = `The column of "${argument}" is infinite in ${count} rows, first in row ${first}.`;
  return [{ code: 'infinite-value', argument, row: first, count, message }];
}
