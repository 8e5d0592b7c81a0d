import type { CheckedMargin } from './margin.ts';
import type { MarginCells } from './margin-cells.ts';

/** The state of raking over cells: by how much each was scaled so far, and the ratios of the last round by margin and code. */
export interface RakingState {
  readonly scale: Float64Array;
  readonly lastRatios: readonly Float64Array[];
}

/** Weighted totals of each margin, by code. */
export type MarginTables = readonly Float64Array[];

/** One round: the cells are scaled to each margin in turn. Writes to the state. */
export function rakeOnce(
  margins: readonly CheckedMargin[],
  cells: MarginCells,
  base: Float64Array,
  { scale, lastRatios }: RakingState,
): void {
  margins.forEach(({ levels, targets }, m) => {
    const codes = cells.codes[m]!;
    const sums = marginTotals(levels.length, codes, base, scale);
    const ratios = lastRatios[m]!;
    for (let code = 0; code < sums.length; code += 1) ratios[code] = targets[code]! / sums[code]!;
    for (let cell = 0; cell < cells.count; cell += 1) scale[cell]! *= ratios[codes[cell]!]!;
  });
}

export function marginTables(
  margins: readonly CheckedMargin[],
  cells: MarginCells,
  base: Float64Array,
  scale: Float64Array,
): MarginTables {
  return margins.map(({ levels }, m) => marginTotals(levels.length, cells.codes[m]!, base, scale));
}

function marginTotals(size: number, codes: Int32Array, base: Float64Array, scale: Float64Array): Float64Array {
  const sums = new Float64Array(size);
  for (let cell = 0; cell < codes.length; cell += 1) sums[codes[cell]!]! += base[cell]! * scale[cell]!;
  return sums;
}

/** Largest absolute difference between two sets of tables, over the codes that are aimed at. */
export function largestDifference(margins: readonly CheckedMargin[], a: MarginTables, b: MarginTables): number {
  let largest = 0;
  margins.forEach(({ targets }, m) => {
    for (let code = 0; code < targets.length; code += 1)
      if (targets[code]! > 0) largest = Math.max(largest, Math.abs(a[m]![code]! - b[m]![code]!));
  });
  return largest;
}

/** Work that the search for a contradiction may cost, in cells visited. */
const patience = 2e8;

/**
 * Whether the totals have stopped changing and still miss the margins: raking then goes round in a circle, because the cells
 * that hold cases cannot meet all margins at once. Further rounds on a copy must halve the miss.
 */
export function goesInCircles(
  margins: readonly CheckedMargin[],
  cells: MarginCells,
  base: Float64Array,
  state: RakingState,
  tolerance: number,
): boolean {
  const aims = margins.map(({ targets }) => targets);
  const missed = (scale: Float64Array) => largestDifference(margins, marginTables(margins, cells, base, scale), aims);
  const first = missed(state.scale);
  if (first <= tolerance) return false;
  const copy: RakingState = {
    scale: state.scale.slice(),
    lastRatios: state.lastRatios.map((ratios) => ratios.slice()),
  };
  const rounds = Math.max(20, Math.min(1000, patience / (cells.count * margins.length)));
  for (let round = 0; round < rounds; round += 1) {
    rakeOnce(margins, cells, base, copy);
    if (missed(copy.scale) <= Math.max(first / 2, tolerance)) return false;
  }
  return true;
}
