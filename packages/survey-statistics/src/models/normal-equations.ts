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
}

export function standardizeColumns(frame: ModelFrame): StandardColumns {
  const { columns, weights } = frame;
  const size = columns.length;
  const centre = new Float64Array(size);
  const scale = new Float64Array(size).fill(1);
  const hasIntercept = columns[0]?.term === -1;
  const plain: StandardColumns = { frame, size, centre: new Float64Array(size), scale: new Float64Array(size).fill(1) };
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sums = new Float64Array(size);
  const squares = new Float64Array(size);
  eachBlock(plain, (block, from, length) => {
    for (let j = 0; j < size; j += 1) {
      let sum = 0;
      let square = 0;
      for (let r = 0; r < length; r += 1) {
        const value = block[j * blockRows + r]!;
        const weighted = weights[from + r]! * value;
        sum += weighted;
        square += weighted * value;
      }
      sums[j]! += sum;
      squares[j]! += square;
    }
  });
  for (let j = 0; j < size; j += 1) {
    if (columns[j]!.term === -1) continue;
    if (hasIntercept) centre[j] = sums[j]! / total;
    else if (squares[j]! > 0) scale[j] = Math.sqrt(squares[j]! / total);
  }
  if (!hasIntercept) return { frame, size, centre, scale };
  const spreads = new Float64Array(size);
  eachBlock({ ...plain, centre }, (block, from, length) => {
    for (let j = 0; j < size; j += 1) {
      let square = 0;
      for (let r = 0; r < length; r += 1) square += weights[from + r]! * block[j * blockRows + r]! ** 2;
      spreads[j]! += square;
    }
  });
  for (let j = 0; j < size; j += 1) {
    if (columns[j]!.term === -1) continue;
    const spread = Math.sqrt(spreads[j]! / total);
    const isConstant = spread <= 1e-11 * Math.sqrt(squares[j]! / total);
    scale[j] = isConstant ? Number.POSITIVE_INFINITY : spread;
  }
  return { frame, size, centre, scale };
}

/** Calls `visit` with every block of standardized columns: column j of its row r is block[j * blockRows + r]. */
export function eachBlock(
  standard: StandardColumns,
  visit: (block: Float64Array, from: number, length: number) => void,
): void {
  const { frame, size, centre, scale } = standard;
  const { columns } = frame;
  const n = frame.rows.length;
  const block = new Float64Array(size * blockRows);
  for (let from = 0; from < n; from += blockRows) {
    const to = Math.min(n, from + blockRows);
    for (let j = 0; j < size; j += 1) {
      fillColumn(columns[j]!, from, to, block, j * blockRows);
      const middle = centre[j]!;
      const factor = 1 / scale[j]!;
      if (middle === 0 && factor === 1) continue;
      const end = j * blockRows + to - from;
      for (let place = j * blockRows; place < end; place += 1) block[place] = (block[place]! - middle) * factor;
    }
    visit(block, from, to - from);
  }
}

/** eta = X beta of one block. */
export function addPredictor(block: Float64Array, beta: Float64Array, length: number, eta: Float64Array): void {
  eta.fill(0, 0, length);
  for (let j = 0; j < beta.length; j += 1) {
    const slope = beta[j]!;
    if (slope === 0) continue;
    const offset = j * blockRows;
    for (let r = 0; r < length; r += 1) eta[r]! += slope * block[offset + r]!;
  }
}

/** Adds X'WX (lower triangle, row by row) and X'Wz of one block. */
export function addCrossProducts(
  block: Float64Array,
  weights: Float64Array,
  working: Float64Array,
  length: number,
  products: Float64Array,
  right: Float64Array,
): void {
  const size = right.length;
  const weighted = new Float64Array(blockRows);
  for (let a = 0; a < size; a += 1) {
    const offset = a * blockRows;
    let sum = 0;
    for (let r = 0; r < length; r += 1) {
      const value = weights[r]! * block[offset + r]!;
      weighted[r] = value;
      sum += value * working[r]!;
    }
    right[a]! += sum;
    let b = 0;
    for (; b < a; b += 2) {
      const first = b * blockRows;
      const second = first + blockRows;
      let sumFirst = 0;
      let sumSecond = 0;
      for (let r = 0; r < length; r += 1) {
        const value = weighted[r]!;
        sumFirst += value * block[first + r]!;
        sumSecond += value * block[second + r]!;
      }
      products[a * size + b]! += sumFirst;
      products[a * size + b + 1]! += sumSecond;
    }
    if (b === a) {
      let square = 0;
      for (let r = 0; r < length; r += 1) square += weighted[r]! * block[offset + r]!;
      products[a * size + a]! += square;
    }
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
