import { fillColumn } from './model-columns.ts';
import type { ModelFrame } from './model-frame.ts';

/** Rows that are worked on at once: their columns stay in the cache of the processor. */
export const blockRows = 256;

/** The columns of a model, centred (with an intercept) and scaled so that products of different units keep their digits. */
export interface StandardColumns {
  readonly frame: ModelFrame;
  readonly size: number;
  /** Column j stands for (column - centre[j]) / scale[j]. */
  readonly centre: Float64Array;
  readonly scale: Float64Array;
  /** Row j: how column j is made of the standardized columns up to it (`refineBasis`); left out where each is itself. */
  readonly mix?: Float64Array;
}

export function standardizeColumns(frame: ModelFrame): StandardColumns {
  const { columns, weights } = frame;
  const size = columns.length;
  const hasIntercept = columns[0]?.term === -1;
  const near = new Float64Array(size);
  const scale = new Float64Array(size).fill(1);
  if (hasIntercept) near.set(firstValues(frame), 0);
  const sums = new Float64Array(size);
  const squares = new Float64Array(size);
  let total = 0;
  for (let index = 0; index < weights.length; index += 1) total += weights[index]!;
  eachBlock({ frame, size, centre: near, scale }, (block, from, length) => {
    for (let j = 0; j < size; j += 1) {
      let sum = 0;
      let square = 0;
      const offset = j * blockRows;
      for (let r = 0; r < length; r += 1) {
        const value = block[offset + r]!;
        const weighted = weights[from + r]! * value;
        sum += weighted;
        square += weighted * value;
      }
      sums[j]! += sum;
      squares[j]! += square;
    }
  });
  const centre = new Float64Array(size);
  for (let j = 0; j < size; j += 1) {
    if (columns[j]!.term === -1) continue;
    if (!hasIntercept) {
      if (squares[j]! > 0) scale[j] = Math.sqrt(squares[j]! / total);
      continue;
    }
    const shift = sums[j]! / total;
    centre[j] = near[j]! + shift;
    const variance = Math.max(0, squares[j]! / total - shift * shift);
    const isConstant = variance <= 1e-22 * (centre[j]! ** 2 + variance) || variance <= 1e-14 * shift * shift;
    scale[j] = isConstant ? Number.POSITIVE_INFINITY : Math.sqrt(variance);
  }
  return { frame, size, centre, scale };
}

/** A value of each column near its middle: the mean over the first rows. 0 for the intercept. */
function firstValues(frame: ModelFrame): Float64Array {
  const { columns } = frame;
  const length = Math.min(blockRows, frame.rows.length);
  const block = new Float64Array(blockRows);
  return Float64Array.from(columns, (column) => {
    if (column.term === -1) return 0;
    fillColumn(column, 0, length, block, 0, 0, 1);
    let sum = 0;
    for (let r = 0; r < length; r += 1) sum += block[r]!;
    return sum / length;
  });
}

/** Calls `visit` with every block of standardized columns: column j of its row r is block[j * blockRows + r]. */
export function eachBlock(
  standard: StandardColumns,
  visit: (block: Float64Array, from: number, length: number) => void,
): void {
  const { frame, size, centre, scale, mix } = standard;
  const { columns } = frame;
  const n = frame.rows.length;
  const block = new Float64Array(size * blockRows);
  for (let from = 0; from < n; from += blockRows) {
    const to = Math.min(n, from + blockRows);
    for (let j = 0; j < size; j += 1) {
      fillColumn(columns[j]!, from, to, block, j * blockRows, centre[j]!, 1 / scale[j]!);
    }
    if (mix !== undefined) mixColumns(block, mix, size, to - from);
    visit(block, from, to - from);
  }
}

/** Each column as its row of `mix` says; from the last on, so that those before it still stand as they were. */
function mixColumns(block: Float64Array, mix: Float64Array, size: number, length: number): void {
  for (let j = size - 1; j >= 0; j -= 1) {
    const offset = j * blockRows;
    const own = mix[j * size + j]!;
    if (own !== 1) for (let r = 0; r < length; r += 1) block[offset + r]! *= own;
    for (let k = 0; k < j; k += 1) {
      const share = mix[j * size + k]!;
      if (share === 0) continue;
      const other = k * blockRows;
      for (let r = 0; r < length; r += 1) block[offset + r]! += share * block[other + r]!;
    }
  }
}

/** eta = X beta of one block, four columns at a time. */
export function addPredictor(block: Float64Array, beta: Float64Array, length: number, eta: Float64Array): void {
  const size = beta.length;
  const paired = size - (size % 4);
  eta.fill(0, 0, length);
  for (let j = 0; j < paired; j += 4) {
    const [first, second, third, fourth] = [beta[j]!, beta[j + 1]!, beta[j + 2]!, beta[j + 3]!];
    const offset = j * blockRows;
    for (let r = 0; r < length; r += 1) {
      const at = offset + r;
      eta[r]! +=
        first * block[at]! +
        second * block[at + blockRows]! +
        third * block[at + 2 * blockRows]! +
        fourth * block[at + 3 * blockRows]!;
    }
  }
  for (let j = paired; j < size; j += 1) {
    const slope = beta[j]!;
    const offset = j * blockRows;
    for (let r = 0; r < length; r += 1) eta[r]! += slope * block[offset + r]!;
  }
}

/** Cholesky factor of X'WX that leaves out columns which those before explain (R: the pivoting of `glm.fit`). */
export interface AliasedFactor {
  readonly factor: Float64Array;
  /** 1 for a column that adds nothing to those before it. */
  readonly aliased: Uint8Array;
}

/** With `known` (columns already found aliased) null where a further column falls to rounding. */
export function factorProducts(
  products: Float64Array,
  size: number,
  tolerance: number,
  known: Uint8Array | null,
): AliasedFactor | null {
  const factor = new Float64Array(size * size);
  const aliased = new Uint8Array(size);
  for (let row = 0; row < size; row += 1) {
    if (known?.[row] === 1) {
      aliased[row] = 1;
      continue;
    }
    for (let column = 0; column <= row; column += 1) {
      if (aliased[column] === 1) continue;
      let sum = products[row * size + column]!;
      for (let k = 0; k < column; k += 1) sum -= factor[row * size + k]! * factor[column * size + k]!;
      if (row > column) factor[row * size + column] = sum / factor[column * size + column]!;
      else if (sum > tolerance * products[row * size + row]!) factor[row * size + row] = Math.sqrt(sum);
      else {
        if (known !== null) return null;
        aliased[row] = 1;
        factor.fill(0, row * size, (row + 1) * size);
      }
    }
  }
  return { factor, aliased };
}

/** Solution of X'WX b = right; 0 for aliased columns. */
export function solveProducts({ factor, aliased }: AliasedFactor, right: Float64Array): Float64Array {
  const size = right.length;
  const solved = right.slice();
  for (let row = 0; row < size; row += 1) {
    if (aliased[row] === 1) {
      solved[row] = 0;
      continue;
    }
    for (let k = 0; k < row; k += 1) solved[row]! -= factor[row * size + k]! * solved[k]!;
    solved[row]! /= factor[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    if (aliased[row] === 1) continue;
    for (let k = row + 1; k < size; k += 1) solved[row]! -= factor[k * size + row]! * solved[k]!;
    solved[row]! /= factor[row * size + row]!;
  }
  return solved;
}
