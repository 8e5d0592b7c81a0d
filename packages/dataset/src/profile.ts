import { readNumber, trimCell } from './number-text.ts';

/** A value of a column as it stands in the file (spaces around it taken off), how often, and in which row first (the header is row 1). */
export interface ValueCount {
  readonly value: string;
  readonly n: number;
  readonly firstRow: number;
}

export interface NumericRange {
  /** Cells that hold a number. */
  readonly n: number;
  readonly min: number;
  readonly minRow: number;
  readonly max: number;
  readonly mean: number;
  /** Every number is whole. */
  readonly whole: boolean;
  /** Numbers written with a decimal comma. */
  readonly commas: number;
}

/** What stands in one column, counted; nothing interpreted. */
export interface ColumnProfile {
  readonly column: string;
  readonly rows: number;
  /** Empty cells; `firstRow` is 0 where there is none. */
  readonly blank: { readonly n: number; readonly firstRow: number };
  /** Number of different non-empty values. */
  readonly distinct: number;
  /** Non-empty values, most frequent first (then by first row), at most `valueCap`. */
  readonly values: readonly ValueCount[];
  /** Those that are no number, at most `valueCap`. */
  readonly words: readonly ValueCount[];
  readonly numeric: NumericRange | null;
  /** Characters of the longest value. */
  readonly longest: number;
}

export interface FileProfile {
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
}

/** Most values listed for one column; beyond it a column is no list of codes. */
export const valueCap = 1_000;

/** Counts every column of a table. */
export function profileTable(headers: readonly string[], rows: readonly (readonly string[])[]): FileProfile {
  return {
    rows: rows.length,
    columns: headers.map((column, c) =>
      profileColumn(
        column,
        rows.map((row) => row[c] ?? ''),
      ),
    ),
  };
}

export function profileColumn(column: string, cells: readonly string[]): ColumnProfile {
  const groups = new Map<string, { n: number; firstRow: number }>();
  cells.forEach((cell, i) => {
    const value = trimCell(cell);
    const group = groups.get(value);
    if (group) group.n++;
    else groups.set(value, { n: 1, firstRow: i + 2 });
  });
  const blank = groups.get('') ?? { n: 0, firstRow: 0 };
  groups.delete('');
  const counts = [...groups].map(([value, group]) => ({ value, ...group }));
  counts.sort((a, b) => b.n - a.n || a.firstRow - b.firstRow);
  return {
    column,
    rows: cells.length,
    blank,
    distinct: counts.length,
    values: counts.slice(0, valueCap),
    words: counts.filter((count) => readNumber(count.value) === null).slice(0, valueCap),
    numeric: rangeOf(counts),
    longest: counts.reduce((most, count) => Math.max(most, [...count.value].length), 0),
  };
}

function rangeOf(counts: readonly ValueCount[]): NumericRange | null {
  let range: NumericRange | null = null;
  let sum = 0;
  for (const { value, n, firstRow } of counts) {
    const number = readNumber(value);
    if (number === null) continue;
    const before: NumericRange = range ?? {
      n: 0,
      min: number,
      minRow: firstRow,
      max: number,
      mean: 0,
      whole: true,
      commas: 0,
    };
    sum += number * n;
    const lower = number < before.min || (number === before.min && firstRow < before.minRow);
    range = {
      n: before.n + n,
      min: lower ? number : before.min,
      minRow: lower ? firstRow : before.minRow,
      max: Math.max(before.max, number),
      mean: sum / (before.n + n),
      whole: before.whole && Number.isInteger(number),
      commas: before.commas + (value.includes(',') ? n : 0),
    };
  }
  return range;
}
