/** Sums over listed rows, compensated (Møller 1965, Knuth) and written out as loops: they run over every case of every item. */
export function sumWeights(weights: Float64Array, rows: Int32Array): WeightSums {
  let sum = 0;
  let lost = 0;
  let squares = 0;
  let n = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const weight = weights[rows[index]!]!;
    if (weight !== 0) n += 1;
    squares += weight * weight;
    const next = sum + weight;
    const added = next - sum;
    lost += sum - (next - added) + (weight - added);
    sum = next;
  }
  return { n, sumOfWeights: sum + lost, sumOfSquaredWeights: squares };
}

export interface WeightSums {
  /** Rows of a weight other than zero. */
  readonly n: number;
  readonly sumOfWeights: number;
  readonly sumOfSquaredWeights: number;
}

export interface ValueSums {
  /** Sum of w y. */
  readonly total: number;
  /** The largest |y|. */
  readonly largest: number;
  /** Whether y varies at all. */
  readonly varies: boolean;
}

export function sumWeighted(weights: Float64Array, rows: Int32Array, y: Float64Array): ValueSums {
  let sum = 0;
  let lost = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    const value = y[row]!;
    if (value < least) least = value;
    if (value > most) most = value;
    const term = weights[row]! * value;
    const next = sum + term;
    const added = next - sum;
    lost += sum - (next - added) + (term - added);
    sum = next;
  }
  return { total: sum + lost, ...rangeOf(least, most) };
}

/** Both in one pass. */
export function sumWeightsAndValues(weights: Float64Array, rows: Int32Array, y: Float64Array): WeightSums & ValueSums {
  let sum = 0;
  let lost = 0;
  let whole = 0;
  let wholeLost = 0;
  let squares = 0;
  let n = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    const value = y[row]!;
    const weight = weights[row]!;
    if (value < least) least = value;
    if (value > most) most = value;
    if (weight !== 0) n += 1;
    squares += weight * weight;
    const term = weight * value;
    const next = sum + term;
    const added = next - sum;
    lost += sum - (next - added) + (term - added);
    sum = next;
    const wholeNext = whole + weight;
    const wholeAdded = wholeNext - whole;
    wholeLost += whole - (wholeNext - wholeAdded) + (weight - wholeAdded);
    whole = wholeNext;
  }
  const facts = { n, sumOfWeights: whole + wholeLost, sumOfSquaredWeights: squares };
  return { ...facts, total: sum + lost, ...rangeOf(least, most) };
}

function rangeOf(least: number, most: number) {
  return most < least ? { largest: 0, varies: false } : { largest: Math.max(-least, most), varies: least < most };
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
