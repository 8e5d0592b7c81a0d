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
  /** By column: rows of the (restricted) design without a value, and the first of them (-1 where there is none). */
  readonly gaps: readonly { readonly label: string; readonly count: number; readonly first: number }[];
}

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
  let size = 0;
  for (let row = 0; row < complete.length; row += 1) size += complete[row]!;
  const rows = new Int32Array(size);
  let place = 0;
  for (let row = 0; row < complete.length; row += 1)
    if (complete[row] === 1) {
      rows[place] = row;
      place += 1;
    }
  return { rows, considered: { rows: considered, weight }, gaps };
}

function leaveOutNumbers(inside: Uint8Array | null, complete: Uint8Array, values: Float64Array) {
  let count = 0;
  let first = -1;
  let sum = 0;
  for (let row = 0; row < values.length; row += 1) sum += values[row]!;
  if (!Number.isNaN(sum)) return { count, first };
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (!Number.isNaN(value) || (inside !== null && inside[row] !== 1)) continue;
    if (first < 0) first = row;
    count += 1;
    complete[row] = 0;
  }
  return { count, first };
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
  return { count, first };
}

/** The column cut to the rows; itself where these are all. */
export function gatherNumbers(column: Float64Array, rows: Int32Array): Float64Array {
  if (rows.length === column.length) return column;
  const kept = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) kept[index] = column[rows[index]!]!;
  return kept;
}
