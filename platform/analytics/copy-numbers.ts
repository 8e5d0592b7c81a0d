import type { DuckDBVector } from '@duckdb/node-api';

/**
 * Copies a vector of numbers into `target` from `start` on; NULL is NaN. The package hands out one value at a time, which takes
 * longer than most queries: where its vector stands on a typed array, that is copied as a whole and the NULLs are set after.
 */
export function copyNumbers(vector: DuckDBVector, rows: number, target: Float64Array, start: number): void {
  const items = numbersOf(vector);
  const bits = validBitsOf(vector);
  if (items === null || bits === undefined) {
    for (let row = 0; row < rows; row += 1) {
      const value = vector.getItem(row);
      target[start + row] = typeof value === 'number' ? value : Number.NaN;
    }
    return;
  }
  target.set(items.length === rows ? items : items.subarray(0, rows), start);
  if (bits === null) return;
  for (let row = 0; row < rows; row += 1)
    if (((bits[row >>> 5] ?? 0) & (1 << (row & 31))) === 0) target[start + row] = Number.NaN;
}

type Numbers =
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array;
const kinds = [Float64Array, Float32Array, Int32Array, Uint32Array, Int16Array, Uint16Array, Int8Array, Uint8Array];

function numbersOf(vector: DuckDBVector): Numbers | null {
  const items: unknown = Reflect.get(vector, 'items');
  return isNumbers(items) ? items : null;
}

function isNumbers(items: unknown): items is Numbers {
  return kinds.some((kind) => items instanceof kind);
}

/** A bit for each row, 1 where there is a value; null where all have one; undefined where the package keeps it otherwise. */
function validBitsOf(vector: DuckDBVector): Uint32Array | null | undefined {
  const validity: unknown = Reflect.get(vector, 'validity');
  if (typeof validity !== 'object' || validity === null) return undefined;
  const data: unknown = Reflect.get(validity, 'data');
  if (data === null) return null;
  return data instanceof BigUint64Array && Reflect.get(validity, 'offset') === 0
    ? new Uint32Array(data.buffer, data.byteOffset, data.length * 2)
    : undefined;
}
