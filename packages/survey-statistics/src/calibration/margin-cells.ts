import type { CheckedMargin } from './margin.ts';

/** The crossing of several margins, only the cells that hold a case: row -> cell, and the code of each margin by cell. */
export interface MarginCells {
  readonly count: number;
  /** -1 for rows of weight zero. */
  readonly cell: Int32Array;
  /** codes[margin][cell]. */
  readonly codes: readonly Int32Array[];
}

/** Numbers the cells by first appearance; there are never more of them than rows. */
export function crossMargins(margins: readonly CheckedMargin[], weights: Float64Array): MarginCells {
  const rows = weights.length;
  const cell = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) if (weights[row] === 0) cell[row] = -1;
  let count = 1;
  let codes: Int32Array[] = [];
  for (const margin of margins) {
    const width = margin.levels.length;
    const keys = renumber(cell, count, margin.codes, width);
    codes = codes.map((before) => Int32Array.from(keys, (key) => before[Math.floor(key / width)]!));
    codes.push(Int32Array.from(keys, (key) => key % width));
    count = keys.length;
  }
  return { count, cell, codes };
}

/** Replaces each cell by the number of its pair (cell, code); gives the pairs as cell * width + code. */
function renumber(cell: Int32Array, count: number, codes: Int32Array, width: number): Float64Array {
  const keys: number[] = [];
  const size = count * width;
  const table = size <= 4 * cell.length + 1024 ? new Int32Array(size) : new Map<number, number>();
  for (let row = 0; row < cell.length; row += 1) {
    if (cell[row]! < 0) continue;
    const key = cell[row]! * width + codes[row]!;
    let number = (table instanceof Map ? table.get(key) : table[key]) ?? 0;
    if (number === 0) {
      keys.push(key);
      number = keys.length;
      if (table instanceof Map) table.set(key, number);
      else table[key] = number;
    }
    cell[row] = number - 1;
  }
  return Float64Array.from(keys);
}
