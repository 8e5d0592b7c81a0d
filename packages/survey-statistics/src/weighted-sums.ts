/** Sums over listed rows, compensated (Neumaier 1974) and written out as loops: they run over every case of every item. */
export function sumWeights(
  weights: Float64Array,
  rows: Int32Array,
): { readonly n: number; readonly sumOfWeights: number; readonly sumOfSquaredWeights: number } {
  let sum = 0;
  let lost = 0;
  let squares = 0;
  let n = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const weight = weights[rows[index]!]!;
    if (weight !== 0) n += 1;
    squares += weight * weight;
    const next = sum + weight;
    lost += Math.abs(sum) >= Math.abs(weight) ? sum - next + weight : weight - next + sum;
    sum = next;
  }
  return { n, sumOfWeights: sum + lost, sumOfSquaredWeights: squares };
}

/** Sum of w y, the largest |y|, and whether y varies at all. */
export function sumWeighted(
  weights: Float64Array,
  rows: Int32Array,
  y: Float64Array,
): { readonly total: number; readonly largest: number; readonly varies: boolean } {
  let sum = 0;
  let lost = 0;
  let largest = 0;
  let varies = false;
  const first = rows.length === 0 ? 0 : y[rows[0]!]!;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    const value = y[row]!;
    const size = Math.abs(value);
    if (size > largest) largest = size;
    if (value !== first) varies = true;
    const term = weights[row]! * value;
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return { total: sum + lost, largest, varies };
}

/** Sum of a column of cell sums over listed cells, compensated. */
export function sumOver(column: Float64Array, cells: Int32Array): number {
  let sum = 0;
  let lost = 0;
  for (let index = 0; index < cells.length; index += 1) {
    const term = column[cells[index]!]!;
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return sum + lost;
}
