import { accepted, type Result, refused } from './result.ts';

/** One number per case. NaN is a missing value. */
export type NumberColumn = ArrayLike<number>;

/** One code per case: numbers or text. A missing code is NaN, the empty text or null. */
export type CodeColumn = ArrayLike<number | string | null>;

/** A categorical column: `codes[row]` indexes `levels`, or is -1 where the value is missing (R: factor). */
export interface Factor {
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

/** The column as doubles, without a copy where it already is one. What is not a number (null of a JSON file) is missing. */
export function toFloat64(column: NumberColumn): Float64Array {
  if (column instanceof Float64Array) return column;
  return ArrayBuffer.isView(column)
    ? Float64Array.from(column)
    : Float64Array.from(column, (value) => (typeof value === 'number' ? value : Number.NaN));
}

function isMissing(code: number | string | null | undefined): boolean {
  return code === null || code === undefined || code === '' || (typeof code === 'number' && Number.isNaN(code));
}

/**
 * A categorical variable from codes. With `levels` the levels keep that order, empty ones included, and a code that is not
 * among them is missing; without, the levels are those present, numbers in rising order and text by code unit.
 * R: `factor`.
 */
export function createFactor(column: CodeColumn, levels?: readonly string[]): Factor {
  if (column instanceof Int32Array || column instanceof Uint8Array || column instanceof Uint32Array) {
    const small = factorOfSmallNumbers(column, levels);
    if (small !== null) return small;
  }
  const rows = column.length;
  const codes = new Int32Array(rows);
  const found = new Map<number | string, number>();
  const values: (number | string)[] = [];
  for (let row = 0; row < rows; row += 1) {
    const value = column[row];
    if (isMissing(value)) {
      codes[row] = -1;
      continue;
    }
    let code = found.get(value!);
    if (code === undefined) {
      code = values.length;
      found.set(value!, code);
      values.push(value!);
    }
    codes[row] = code;
  }
  const order = levels ?? inOrder(values).map(String);
  const rank = new Map(order.map((level, index) => [level, index]));
  const recoded = Int32Array.from(values, (value) => rank.get(String(value)) ?? -1);
  for (let row = 0; row < rows; row += 1) if (codes[row]! >= 0) codes[row] = recoded[codes[row]!]!;
  return { codes, levels: order };
}

/** The same for whole numbers from 0 to a few millions, through a table; null where the numbers are others. */
function factorOfSmallNumbers(column: ArrayLike<number>, levels: readonly string[] | undefined): Factor | null {
  const rows = column.length;
  let most = -1;
  for (let row = 0; row < rows; row += 1) {
    const value = column[row]!;
    if (value < 0) return null;
    if (value > most) most = value;
  }
  if (most > 4 * rows + 1024) return null;
  const table = new Int32Array(most + 1).fill(-1);
  for (let row = 0; row < rows; row += 1) table[column[row]!] = 0;
  const present: number[] = [];
  table.forEach((seen, value) => {
    if (seen === 0) present.push(value);
  });
  const order = levels ?? present.map(String);
  const rank = new Map(order.map((level, index) => [level, index]));
  for (const value of present) table[value] = rank.get(String(value)) ?? -1;
  const codes = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) codes[row] = table[column[row]!]!;
  return { codes, levels: order };
}

function inOrder(values: readonly (number | string)[]): readonly (number | string)[] {
  return values.every((value) => typeof value === 'number')
    ? [...values].sort((a, b) => Number(a) - Number(b))
    : [...values].sort((a, b) => (String(a) < String(b) ? -1 : 1));
}

/** Why factors cannot be crossed; `factor` counts from 0. */
export type CrossingRefusal = { readonly message: string } & (
  | { readonly code: 'no-factors' }
  | { readonly code: 'length-differs'; readonly factor: number; readonly length: number; readonly rows: number }
  | { readonly code: 'code-without-level'; readonly factor: number; readonly row: number; readonly value: number }
);

/**
 * The crossing of several factors; the first varies fastest. Its level is the levels joined by ".", missing where one of
 * them is. Levels that no case has are left out unless `keepEmpty`. R: `interaction`. Refuses no factors at all, factors of
 * different lengths, and a code that has no level.
 */
export function crossFactors(factors: readonly Factor[], keepEmpty = false): Result<Factor, CrossingRefusal> {
  const first = factors[0];
  if (first === undefined) return refused({ code: 'no-factors', message: 'There is no factor to cross.' });
  const rows = first.codes.length;
  const reasons = factors.flatMap((factor, index) => checkFactor(factor, index, rows));
  if (reasons.length > 0) return refused(...reasons);
  const codes = new Int32Array(rows);
  let levels: string[] = [''];
  let stride = 1;
  factors.forEach((factor, position) => {
    for (let row = 0; row < rows; row += 1) {
      const code = factor.codes[row]!;
      codes[row] = code < 0 || codes[row]! < 0 ? -1 : codes[row]! + stride * code;
    }
    stride *= factor.levels.length;
    levels = factor.levels.flatMap((level) => levels.map((before) => (position === 0 ? level : `${before}.${level}`)));
  });
  return accepted(keepEmpty ? { codes, levels } : withoutEmptyLevels({ codes, levels }));
}

function checkFactor({ codes, levels }: Factor, factor: number, rows: number): CrossingRefusal[] {
  const { length } = codes;
  if (length !== rows) {
    const message = `Factor ${factor} has ${length} entries where factor 0 has ${rows}.`;
    return [{ code: 'length-differs', factor, length, rows, message }];
  }
  for (let row = 0; row < length; row += 1) {
    const value = codes[row]!;
    if (value < levels.length) continue;
    const message = `Factor ${factor} has the code ${value} in row ${row}, and ${levels.length} levels.`;
    return [{ code: 'code-without-level', factor, row, value, message }];
  }
  return [];
}

function withoutEmptyLevels(factor: Factor): Factor {
  const used = new Uint8Array(factor.levels.length);
  for (const code of factor.codes) if (code >= 0) used[code] = 1;
  const kept = factor.levels.map((_, code) => code).filter((code) => used[code] === 1);
  const renumbered = new Int32Array(factor.levels.length).fill(-1);
  kept.forEach((code, index) => {
    renumbered[code] = index;
  });
  return {
    codes: factor.codes.map((code) => (code < 0 ? -1 : renumbered[code]!)),
    levels: kept.map((code) => factor.levels[code]!),
  };
}
