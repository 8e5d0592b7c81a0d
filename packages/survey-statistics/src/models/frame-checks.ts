import type { ColumnGaps } from './complete-rows.ts';
import type { ModelRefusal } from './model-refusal.ts';
import { type ModelFamily, sameTerm } from './model-terms.ts';

export function checkLength(argument: string, length: number, rows: number): ModelRefusal[] {
  if (length === rows) return [];
  const message = `"${argument}" has ${length} entries for ${rows} cases.`;
  return [{ code: 'length-differs', argument, length, rows, message }];
}

export function checkInfinite({ label: argument, infinite }: ColumnGaps): ModelRefusal[] {
  const { count, first: row } = infinite;
  const message = `"${argument}" is infinite in ${count} rows, first in row ${row}.`;
  return count === 0 ? [] : [{ code: 'infinite-value', argument, row, count, message }];
}

export function repeatedTerms(labels: readonly string[]): ModelRefusal[] {
  return labels
    .filter((label, index) => labels.findIndex((other) => sameTerm(other, label)) !== index)
    .map((term) => ({ code: 'term-twice', term, message: `The term "${term}" stands twice in the model.` }));
}

/** The range of the response of a family, and that it varies where the link needs it to. */
export function checkResponse(
  argument: string,
  response: Float64Array,
  weights: Float64Array,
  rows: Int32Array,
  family: ModelFamily,
): ModelRefusal[] {
  if (family === 'gaussian') return [];
  const most = family === 'binomial' ? 1 : Number.POSITIVE_INFINITY;
  let first = Number.NaN;
  let varies = false;
  for (let index = 0; index < response.length; index += 1) {
    const value = response[index]!;
    if (value < 0 || value > most) {
      const range = family === 'binomial' ? '0 to 1' : '0 or more';
      const row = rows[index]!;
      const message = `"${argument}" is ${value} in row ${row}: the response goes from ${range}.`;
      return [{ code: 'response-out-of-range', argument, row, value, message }];
    }
    if (weights[index] === 0) continue;
    if (Number.isNaN(first)) first = value;
    else if (value !== first) varies = true;
  }
  if (varies || (first !== 0 && !(family === 'binomial' && first === 1))) return [];
  const message = `"${argument}" is ${first} in every row: its log odds or log has no estimate.`;
  return [{ code: 'response-constant', argument, value: first, message }];
}
