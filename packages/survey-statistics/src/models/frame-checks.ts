import { toFloat64 } from '../columns.ts';
import type { ModelRefusal } from './model-refusal.ts';
import { type ModelFamily, type ModelVariable, sameTerm } from './model-terms.ts';

export function checkVariable(variable: ModelVariable, rows: number): ModelRefusal[] {
  if (variable.kind === 'number') return checkColumn(variable.label, toFloat64(variable.values), rows);
  const { length } = variable.factor.codes;
  return length === rows ? [] : [lengthDiffers(variable.label, length, rows)];
}

export function checkColumn(argument: string, column: Float64Array, rows: number): ModelRefusal[] {
  const { length } = column;
  if (length !== rows) return [lengthDiffers(argument, length, rows)];
  let first = -1;
  let count = 0;
  for (let row = 0; row < length; row += 1) {
    const value = column[row]!;
    if (value !== Number.POSITIVE_INFINITY && value !== Number.NEGATIVE_INFINITY) continue;
    if (first < 0) first = row;
    count += 1;
  }
  const message = `"${argument}" is infinite in ${count} rows, first in row ${first}.`;
  return count === 0 ? [] : [{ code: 'infinite-value', argument, row: first, count, message }];
}

function lengthDiffers(argument: string, length: number, rows: number): ModelRefusal {
  const message = `"${argument}" has ${length} entries for ${rows} cases.`;
  return { code: 'length-differs', argument, length, rows, message };
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
