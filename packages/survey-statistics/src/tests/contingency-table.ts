import type { Factor } from '../columns.ts';
import { checkBreakdown } from '../estimand-columns.ts';
import type { AnalysisDesign } from '../replicates/replicate-design.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { TestRefusal } from './test-refusal.ts';

/** Weighted counts of two crossed factors, rows and columns without weight left out. */
export interface ContingencyTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Levels that stand in the factors but have no weight in the table. */
  readonly emptyRows: readonly string[];
  readonly emptyColumns: readonly string[];
  /** Weighted count of cell (row, column) at row * columns.length + column. */
  readonly counts: Float64Array;
  readonly sumOfWeights: number;
  /** Cases of positive weight with both answers. */
  readonly n: number;
}

/** A table with the cell of each row of the design; -1 for rows that are not in the table. */
export interface TabulatedRows {
  readonly table: ContingencyTable;
  readonly cell: Int32Array;
}

/** Crosses two factors over the rows of the (restricted) design. */
export function tabulate(
  design: AnalysisDesign,
  rows: Factor,
  columns: Factor,
  missing: 'listwise' | 'refuse',
): Result<TabulatedRows, TestRefusal> {
  const reasons = [...checkFactor('rows', rows, design, missing), ...checkFactor('columns', columns, design, missing)];
  if (reasons.length > 0) return refused(...reasons);
  const { inside, weights } = design;
  const width = columns.levels.length;
  const counts = new Float64Array(rows.levels.length * width);
  const cell = new Int32Array(design.rows);
  let n = 0;
  for (let row = 0; row < design.rows; row += 1) {
    const a = rows.codes[row]!;
    const b = columns.codes[row]!;
    const weight = weights[row]!;
    if (a < 0 || b < 0 || weight === 0 || (inside !== null && inside[row] !== 1)) {
      cell[row] = -1;
      continue;
    }
    cell[row] = a * width + b;
    counts[a * width + b]! += weight;
    n += 1;
  }
  const full = dropEmptyMargins(rows.levels, columns.levels, counts, n);
  if (!full.ok) return full;
  const { table, place } = full.value;
  if (place !== null)
    for (let row = 0; row < cell.length; row += 1) if (cell[row]! >= 0) cell[row] = place[cell[row]!]!;
  return accepted({ table, cell });
}

/** Leaves out rows and columns without weight; `place` gives the new cell of each old one, null where none is left out. */
export function dropEmptyMargins(
  rows: readonly string[],
  columns: readonly string[],
  counts: Float64Array,
  n: number,
): Result<{ readonly table: ContingencyTable; readonly place: Int32Array | null }, TestRefusal> {
  const width = columns.length;
  const rowKept = rows.map((_, a) => columns.some((__, b) => counts[a * width + b]! > 0));
  const columnKept = columns.map((_, b) => rows.some((__, a) => counts[a * width + b]! > 0));
  const keptRows = rows.filter((_, a) => rowKept[a]);
  const keptColumns = columns.filter((_, b) => columnKept[b]);
  if (keptRows.length === 0)
    return refused({ code: 'no-cases', message: 'No case of positive weight has both answers.' });
  const reasons: TestRefusal[] = [];
  for (const [argument, levels] of [
    ['rows', keptRows],
    ['columns', keptColumns],
  ] as const)
    if (levels.length < 2) {
      const message = `The ${argument} have one level with cases, "${levels[0]}": a test of association needs two.`;
      reasons.push({ code: 'one-level', argument, levels, message });
    }
  if (reasons.length > 0) return refused(...reasons);
  const place = new Int32Array(counts.length).fill(-1);
  const kept = new Float64Array(keptRows.length * keptColumns.length);
  let sumOfWeights = 0;
  let next = 0;
  rows.forEach((_, a) => {
    columns.forEach((__, b) => {
      if (!rowKept[a] || !columnKept[b]) return;
      const count = counts[a * width + b]!;
      place[a * width + b] = next;
      kept[next] = count;
      sumOfWeights += count;
      next += 1;
    });
  });
  const table: ContingencyTable = {
    rows: keptRows,
    columns: keptColumns,
    emptyRows: rows.filter((_, a) => !rowKept[a]),
    emptyColumns: columns.filter((_, b) => !columnKept[b]),
    counts: kept,
    sumOfWeights,
    n,
  };
  return accepted({ table, place: kept.length === counts.length ? null : place });
}

export function checkFactor(
  argument: string,
  factor: Factor,
  design: AnalysisDesign,
  missing: 'listwise' | 'refuse',
): TestRefusal[] {
  const { length } = factor.codes;
  const unusable = checkBreakdown(factor, design.rows, argument);
  if (unusable.length > 0) return unusable;
  if (missing === 'listwise') return [];
  let first = -1;
  let count = 0;
  for (let row = 0; row < length; row += 1) {
    if (factor.codes[row]! >= 0 || (design.inside !== null && design.inside[row] !== 1)) continue;
    if (first < 0) first = row;
    count += 1;
  }
  const message = `"${argument}" is missing in ${count} rows, first in row ${first}.`;
  return count === 0 ? [] : [{ code: 'value-missing', argument, row: first, count, message }];
}
