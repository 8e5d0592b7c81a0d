import type { AnalysisDesign } from '../replicates/replicate-design.ts';

/** A column that has to have a value: numbers, where NaN is missing, or codes of levels, where -1 is. */
export type NeededColumn =
  | { readonly kind: 'number'; readonly label: string; readonly values: Float64Array }
  | { readonly kind: 'factor'; readonly label: string; readonly codes: Int32Array };

export interface CompleteRows {
  /** Rows of the (restricted) design in which no column is missing, rising. */
  readonly rows: Int32Array;
  /** Rows of the (restricted) design and the sum of their weights. */
  readonly considered: { readonly rows: number; readonly weight: number };
  readonly gaps: readonly ColumnGaps[];
}

/** Rows that something is the matter with, and the first of them (-1 where there is none). */
export interface RowCount {
  readonly count: number;
  readonly first: number;
}

export interface ColumnGaps {
  readonly label: string;
  /** Rows of the (restricted) design without a value. */
  readonly missing: RowCount;
  /** Rows of the whole column with an infinite value. */
  readonly infinite: RowCount;
}

/** The rows that have a value in each column; every column is read once. */
export function completeRowsOf(design: AnalysisDesign, columns: readonly NeededColumn[]): CompleteRows {
  const { inside, weights } = design;
  const complete = inside === null ? new Uint8Array(design.rows).fill(1) : inside.slice();
  let weight = 0;
  let considered = 0;
  for (let row = 0; row < design.rows; row += 1)
    if (complete[row] === 1) {
      considered += 1;
      weight += weights[row]!;
    }
  const gaps = columns.map((column) => ({
    label: column.label,
    ...(column.kind === 'number'
      ? leaveOutNumbers(inside, complete, column.values)
      : leaveOutCodes(inside, complete, column.codes)),
  }));
  return { rows: markedRows(complete), considered: { rows: considered, weight }, gaps };
}

function markedRows(marked: Uint8Array): Int32Array {
  let size = 0;
  for (let row = 0; row < marked.length; row += 1) size += marked[row]!;
  const rows = new Int32Array(size);
  let place = 0;
  for (let row = 0; place < size; row += 1) {
    rows[place] = row;
    place += marked[row]!;
  }
  return rows;
}

const none: RowCount = { count: 0, first: -1 };

function leaveOutNumbers(inside: Uint8Array | null, complete: Uint8Array, values: Float64Array) {
  let missing = 0;
  let firstMissing = -1;
  let infinite = 0;
  let firstInfinite = -1;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (value - value === 0) continue;
    if (!Number.isNaN(value)) {
      if (infinite === 0) firstInfinite = row;
      infinite += 1;
    } else if (inside === null || inside[row] === 1) {
      if (missing === 0) firstMissing = row;
      missing += 1;
      complete[row] = 0;
    }
  }
  return {
    missing: { count: missing, first: firstMissing },
    infinite: { count: infinite, first: firstInfinite },
  };
}

function leaveOutCodes(inside: Uint8Array | null, complete: Uint8Array, codes: Int32Array) {
  let count = 0;
  let first = -1;
  for (let row = 0; row < codes.length; row += 1) {
    if (codes[row]! >= 0 || (inside !== null && inside[row] !== 1)) continue;
    if (first < 0) first = row;
    count += 1;
    complete[row] = 0;
  }
  return { missing: { count, first }, infinite: none };
}

/** The column cut to the rows; itself where these are all. */
export function gatherNumbers(column: Float64Array, rows: Int32Array): Float64Array {
  if (rows.length === column.length) return column;
  const kept = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) kept[index] = column[rows[index]!]!;
  return kept;
}

/** Whole numbers of a rating, an age or a year take a quarter of the memory, and the passes over them of the time. */
export type CompactNumbers = Float64Array | Int16Array;

/** The same, whole numbers within 15 bits as such. */
export function gatherCompact(column: Float64Array, rows: Int32Array): CompactNumbers {
  const kept = new Int16Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) {
    const value = column[rows[index]!]!;
    kept[index] = value;
    if (kept[index] !== value) return gatherNumbers(column, rows);
  }
  return kept;
}
