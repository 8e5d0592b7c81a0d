import type { ReplicateDesign, ReplicateWeights } from './replicate-design.ts';

/** A column whose part outside of the columns before it is smaller than this share of its length adds no rank (R: qr). */
const tolerance = 1e-5;

/** The rows of a domain: their numbers, or null for all. */
type Rows = Int32Array | null;

/**
 * Degrees of freedom of replicate weights: rank of the matrix of analysis weights (rows x replicates) of the listed rows,
 * minus 1. R: `degf.svyrep.design`, that is `qr(weights(design, "analysis"), tol = 1e-5)$rank - 1`.
 */
export function replicateDegreesOfFreedom(
  { weights, replicates }: Pick<ReplicateDesign, 'weights' | 'replicates'>,
  rows: Rows,
): number {
  const { columns, squares } = matrixOf(weights, replicates, rows);
  const members = squares.length;
  const count = columns.length;
  const few = 16 * count;
  if (members > 2 * few) {
    // A sample of the rows that has full rank settles it: more rows cannot take rank away.
    const step = Math.floor(members / few);
    const sampled = Int32Array.from({ length: few }, (_, index) => index * step);
    const thinned = columns.map((column) => Float64Array.from(sampled, (row) => column[row]!));
    const rank = rankOf(
      thinned,
      Float64Array.from(sampled, (row) => squares[row]!),
    );
    if (rank === count) return rank - 1;
  }
  return rankOf(columns, squares) - 1;
}

/** The matrix with one row per unit (or case) of the domain; `squares` weighs each row's products. */
function matrixOf(weights: Float64Array, replicates: ReplicateWeights, rows: Rows) {
  const size = rows === null ? weights.length : rows.length;
  if (replicates.form === 'columns') {
    const pick = (column: Float64Array) => (rows === null ? column : Float64Array.from(rows, (row) => column[row]!));
    return { columns: replicates.columns.map(pick), squares: new Float64Array(size).fill(1) };
  }
  const units = replicates.factors[0]!.length;
  const sums = new Float64Array(units);
  for (let index = 0; index < size; index += 1) {
    const row = rows === null ? index : rows[index]!;
    sums[replicates.unit[row]!]! += weights[row]! ** 2;
  }
  const kept = Int32Array.from(Array.from(sums.keys()).filter((unit) => sums[unit]! > 0));
  return {
    columns: replicates.factors.map((column) => Float64Array.from(kept, (unit) => column[unit]!)),
    squares: Float64Array.from(kept, (unit) => sums[unit]!),
  };
}

/** Rank of the columns in their order, by elimination on their products: as R's pivoting QR decides it. */
function rankOf(columns: readonly Float64Array[], squares: Float64Array): number {
  const most = Math.min(columns.length, squares.length);
  /** Rows of the triangular factor, one per independent column. */
  const factor: Float64Array[] = [];
  const independent: number[] = [];
  for (let index = 0; index < columns.length && independent.length < most; index += 1) {
    const column = columns[index]!;
    const length = product(column, column, squares);
    if (!(length > 0)) continue;
    const row = new Float64Array(independent.length + 1);
    let rest = length;
    for (let k = 0; k < independent.length; k += 1) {
      const above = factor[k]!;
      let value = product(column, columns[independent[k]!]!, squares);
      for (let j = 0; j < k; j += 1) value -= row[j]! * above[j]!;
      row[k] = value / above[k]!;
      rest -= row[k]! ** 2;
    }
    if (!(rest >= tolerance * tolerance * length)) continue;
    row[independent.length] = Math.sqrt(rest);
    factor.push(row);
    independent.push(index);
  }
  return independent.length;
}

function product(a: Float64Array, b: Float64Array, squares: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < a.length; row += 1) sum += a[row]! * b[row]! * squares[row]!;
  return sum;
}
