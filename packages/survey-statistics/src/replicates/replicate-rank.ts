import { jackknifeRank } from './jackknife-rank.ts';
import type { ReplicateDesign, ReplicateWeights } from './replicate-design.ts';

/** A column whose part outside of the columns before it is smaller than this share of its length adds no rank (R: qr). */
const tolerance = 1e-5;

/** From this many products on, what is known of the structure replaces elimination. */
const manyProducts = 2e7;

/** The rows of a domain: their numbers, or null for all. */
type Rows = Int32Array | null;

/**
 * Degrees of freedom of replicate weights: rank of the matrix of analysis weights (rows x replicates) of the listed rows,
 * minus 1. R: `degf.svyrep.design`, that is `qr(weights(design, "analysis"), tol = 1e-5)$rank - 1`.
 */
export function replicateDegreesOfFreedom(design: Pick<ReplicateDesign, 'weights' | 'replicates'>, rows: Rows): number {
  const { weights, replicates } = design;
  return (
    (replicates.form === 'columns' ? rankOfRows(replicates.columns, rows) : rankOfUnits(weights, replicates, rows)) - 1
  );
}

/** A sample of the rows that has full rank settles it: more rows cannot take rank away. */
function rankOfRows(columns: readonly Float64Array[], rows: Rows): number {
  const members = rows?.length ?? columns[0]!.length;
  const few = 16 * columns.length;
  if (members > 2 * few) {
    const step = Math.floor(members / few);
    const sampled = Int32Array.from({ length: few }, (_, index) => rows?.[index * step] ?? index * step);
    if (rankOf(selected(columns, sampled), null) === columns.length) return columns.length;
  }
  return rankOf(rows === null ? columns : selected(columns, rows), null);
}

/** What is known of large matrices of factors, so that many domains cost few eliminations. */
interface KnownRanks {
  readonly byUnits: Map<string, number>;
  /** Units whose rows alone have full rank. */
  readonly sufficient: Int32Array[];
}

const knownRanks = new WeakMap<ReplicateWeights, KnownRanks>();

/** Rows of one unit are multiples of each other: the unit stands for them, with the root of their squared weights. */
function rankOfUnits(
  weights: Float64Array,
  replicates: Extract<ReplicateWeights, { readonly form: 'factors' }>,
  rows: Rows,
): number {
  const { unit, factors } = replicates;
  const sums = new Float64Array(factors[0]!.length);
  const size = rows === null ? weights.length : rows.length;
  for (let index = 0; index < size; index += 1) {
    const row = rows === null ? index : rows[index]!;
    sums[unit[row]!]! += weights[row]! ** 2;
  }
  const present = Int32Array.from(Array.from(sums.keys()).filter((u) => sums[u]! > 0));
  const eliminate = (units: Int32Array) => rankOf(selected(factors, units), selected([sums], units)[0]!);
  if (present.length * factors.length ** 2 < manyProducts) return eliminate(present);
  const known = knownRanks.get(replicates) ?? { byUnits: new Map<string, number>(), sufficient: [] };
  knownRanks.set(replicates, known);
  if (known.sufficient.some((units) => units.every((u) => sums[u]! > 0))) return factors.length;
  const key = present.join();
  let rank = known.byUnits.get(key) ?? jackknifeRank(factors, present);
  if (rank === null) {
    const enough = everyNth(present, Math.ceil(1.3 * factors.length));
    rank = enough === null ? null : eliminate(enough);
    if (enough !== null && rank === factors.length) known.sufficient.push(enough);
    else rank = eliminate(present);
  }
  known.byUnits.set(key, rank);
  return rank;
}

/** `count` of the units, evenly spread; null where there are not clearly more. */
function everyNth(units: Int32Array, count: number): Int32Array | null {
  if (units.length < 1.3 * count) return null;
  return Int32Array.from({ length: count }, (_, index) => units[Math.floor((index * units.length) / count)]!);
}

function selected(columns: readonly Float64Array[], rows: Int32Array): readonly Float64Array[] {
  return columns.map((column) => {
    const picked = new Float64Array(rows.length);
    for (let index = 0; index < rows.length; index += 1) picked[index] = column[rows[index]!]!;
    return picked;
  });
}

/** Rank of the columns in their order, by elimination on their products: as R's pivoting QR decides it. */
function rankOf(columns: readonly Float64Array[], squares: Float64Array | null): number {
  const most = Math.min(columns.length, columns[0]!.length);
  /** Rows of the triangular factor, one per independent column. */
  const factor: Float64Array[] = [];
  const independent: number[] = [];
  for (let index = 0; index < columns.length && independent.length < most; index += 1) {
    const column = columns[index]!;
    const weighted = squares === null ? column : column.map((value, row) => value * squares[row]!);
    const length = product(weighted, column);
    if (!(length > 0)) continue;
    const row = new Float64Array(independent.length + 1);
    let rest = length;
    for (let k = 0; k < independent.length; k += 1) {
      const above = factor[k]!;
      let value = product(weighted, columns[independent[k]!]!);
      for (let j = 0; j < k; j += 1) value -= row[j]! * above[j]!;
      row[k] = value / above[k]!;
      rest -= row[k]! ** 2;
    }
    if (!(rest >= tolerance * tolerance * length)) continue;
    row[independent.length] = Math.sqrt(rest);
    factor.push(row);
    independent.push(index);
  }
  const isSmall = columns.length ** 2 * columns[0]!.length < manyProducts;
  return independent.length === most || !isSmall ? independent.length : rankByDirections(columns, squares);
}

/** The same without products of columns, which lose the digits of columns that are nearly alike (calibrated replicates). */
function rankByDirections(columns: readonly Float64Array[], squares: Float64Array | null): number {
  const roots = squares?.map(Math.sqrt);
  const directions: Float64Array[] = [];
  for (const column of columns) {
    if (directions.length === column.length) break;
    const rest = roots === undefined ? column.slice() : column.map((value, row) => value * roots[row]!);
    const length = Math.sqrt(product(rest, rest));
    for (const direction of [...directions, ...directions]) {
      const share = product(direction, rest);
      for (let row = 0; row < rest.length; row += 1) rest[row]! -= share * direction[row]!;
    }
    const left = Math.sqrt(product(rest, rest));
    if (length > 0 && left >= tolerance * length) directions.push(rest.map((value) => value / left));
  }
  return directions.length;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < a.length; row += 1) sum += a[row]! * b[row]!;
  return sum;
}
