import { symmetricEigen } from '../linear-algebra.ts';
import type { AuxiliaryMatrix } from './auxiliary.ts';

/** Sum over rows of v x, for every column of the matrix. */
export function columnTotals(matrix: AuxiliaryMatrix, v: Float64Array): Float64Array {
  const totals = new Float64Array(matrix.columns.length);
  for (let row = 0; row < v.length; row += 1) if (v[row] !== 0) addRow(matrix, row, v[row]!, totals);
  return totals;
}

/** Adds factor times the row's entries to the sums by column. */
export function addRow(matrix: AuxiliaryMatrix, row: number, factor: number, sums: Float64Array): void {
  const { width, index, value, matrixRow } = matrix;
  const from = (matrixRow === null ? row : matrixRow[row]!) * width;
  for (let at = from; at < from + width; at += 1) {
    const column = index[at]!;
    if (column >= 0) sums[column]! += factor * value[at]!;
  }
}

/** Sum over rows of v x x', for the unknowns of the equations, row by row. */
export function crossProducts(matrix: AuxiliaryMatrix, v: Float64Array): Float64Array {
  const { width, index, value, matrixRow, unknowns } = matrix;
  const place = Int32Array.from(matrix.columns, ({ unknown }) => unknown);
  const products = new Float64Array(unknowns * unknowns);
  for (let row = 0; row < v.length; row += 1) {
    const factor = v[row]!;
    if (factor === 0) continue;
    const from = (matrixRow === null ? row : matrixRow[row]!) * width;
    for (let a = from; a < from + width; a += 1) {
      const i = index[a]! < 0 ? -1 : place[index[a]!]!;
      if (i < 0) continue;
      const scaled = factor * value[a]!;
      if (scaled === 0) continue;
      for (let b = from; b <= a; b += 1) {
        const j = index[b]! < 0 ? -1 : place[index[b]!]!;
        if (j >= 0) products[i > j ? i * unknowns + j : j * unknowns + i]! += scaled * value[b]!;
      }
    }
  }
  for (let i = 0; i < unknowns; i += 1)
    for (let j = 0; j < i; j += 1) products[j * unknowns + i] = products[i * unknowns + j]!;
  return products;
}

/** x' b of one row; b by unknown, 0 for the columns that are implied. `coefficients` goes by column. */
export function linearPredictor(matrix: AuxiliaryMatrix, row: number, coefficients: Float64Array): number {
  const { width, index, value, matrixRow } = matrix;
  const from = (matrixRow === null ? row : matrixRow[row]!) * width;
  let sum = 0;
  for (let at = from; at < from + width; at += 1) {
    const column = index[at]!;
    if (column >= 0) sum += coefficients[column]! * value[at]!;
  }
  return sum;
}

/** Values by column of the matrix -> those of the unknowns. */
export function toUnknowns(matrix: AuxiliaryMatrix, byColumn: Float64Array): Float64Array {
  const unknowns = new Float64Array(matrix.unknowns);
  matrix.columns.forEach(({ unknown }, column) => {
    if (unknown >= 0) unknowns[unknown] = byColumn[column]!;
  });
  return unknowns;
}

/** Coefficients of the unknowns -> by column of the matrix, 0 for the implied ones. */
export function toColumns(matrix: AuxiliaryMatrix, unknowns: Float64Array): Float64Array {
  return Float64Array.from(matrix.columns, ({ unknown }) => (unknown < 0 ? 0 : unknowns[unknown]!));
}

/** The columns whose part not explained by those before them is rounding only. */
export function dependentColumns(products: Float64Array, size: number): readonly number[] {
  const factor = new Float64Array(size * size);
  const dependent: number[] = [];
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      if (column < row && factor[column * size + column] === 0) continue;
      let sum = products[row * size + column]!;
      for (let k = 0; k < column; k += 1) sum -= factor[row * size + k]! * factor[column * size + k]!;
      if (row > column) factor[row * size + column] = sum / factor[column * size + column]!;
      else if (sum > 1e-12 * products[row * size + row]!) factor[row * size + row] = Math.sqrt(sum);
      else dependent.push(row);
    }
  return dependent;
}

/** Generalised inverse times a vector, small eigenvalues taken as zero (R: `MASS::ginv`, tolerance 256 epsilon). */
export function solveByEigen(products: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const { values, vectors } = symmetricEigen(products, size);
  const solved = new Float64Array(size);
  for (let k = 0; k < size; k += 1) {
    if (!(values[k]! > Math.max(256 * Number.EPSILON * values[0]!, 0))) continue;
    let along = 0;
    for (let row = 0; row < size; row += 1) along += vectors[row * size + k]! * right[row]!;
    for (let row = 0; row < size; row += 1) solved[row]! += (vectors[row * size + k]! * along) / values[k]!;
  }
  return solved;
}
