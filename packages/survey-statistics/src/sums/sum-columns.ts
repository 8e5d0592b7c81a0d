import { type Factor, toFloat64 } from '../columns.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { SurveyDesign } from '../sampling-design.ts';
import type { CellSums, PairSums, VariableSums } from './cell-sums.ts';
import { CompensatedColumns } from './compensated-columns.ts';
import type { OriginColumn } from './origin-column.ts';
import type { SumsDesignFacts } from './sums-design.ts';
import { checkSummands, type SumsRefusal, unsummable } from './sums-refusal.ts';

/**
 * Cell sums from columns: what the GROUP BY of `CellSums` computes, for callers without an SQL engine and as its
 * specification. Sums are compensated. Takes designs of one stage (or without finite population corrections); `breakdown` null puts everybody in
 * domain 0; `pairs` lists index pairs of variables. A design restricted to a subpopulation keeps its units in the facts.
 * Refuses what `sumProducts` does, and pairs of variables that are not there.
 */
export function sumColumns(
  design: SurveyDesign,
  breakdown: Factor | null,
  variables: readonly OriginColumn[],
  pairs: readonly (readonly [number, number])[],
): Result<{ readonly facts: SumsDesignFacts; readonly sums: CellSums }, SumsRefusal> {
  const columns = variables.map(({ values }) => toFloat64(values));
  const reasons = [
    ...unsummable(design),
    ...checkSummands(design.rows, breakdown, variables, columns),
    ...checkPairs(pairs, variables.length),
  ];
  if (reasons.length > 0) return refused(...reasons);
  const stage = design.stages[0];
  const rowForm = stage.unitStratum.length === design.rows;
  const strata = stage.sampled.length;
  const units = rowForm ? strata : stage.unitStratum.length;
  const domains = breakdown?.levels.length ?? 1;
  const cellOf = new Int32Array(design.rows).fill(-1);
  const keyToCell = new Map<number, number>();
  const keys: number[] = [];
  for (let row = 0; row < design.rows; row += 1) {
    const domain = breakdown?.codes[row] ?? 0;
    if (domain < 0 || (design.inside !== null && design.inside[row] !== 1)) continue;
    const psu = design.psu[row]!;
    const key = domain * units + (rowForm ? stage.unitStratum[psu]! : psu);
    let cell = keyToCell.get(key);
    if (cell === undefined) {
      cell = keys.length;
      keyToCell.set(key, cell);
      keys.push(key);
    }
    cellOf[row] = cell;
  }
  const cells = keys.length;
  const rowsWithWeight = new Float64Array(cells);
  cellOf.forEach((cell, row) => {
    if (cell >= 0 && design.weights[row]! > 0) rowsWithWeight[cell]! += 1;
  });
  const sums: CellSums = {
    form: rowForm ? 'row' : 'psu',
    domains,
    domain: Int32Array.from(keys, (key) => Math.floor(key / units)),
    stratum: Int32Array.from(keys, (key) => (rowForm ? key % units : stage.unitStratum[key % units]!)),
    psu: rowForm ? null : Int32Array.from(keys, (key) => key % units),
    rowsWithWeight,
    variables: variables.map((variable, index) => sumVariable(design, cellOf, cells, variable, columns[index]!)),
    pairs: pairs.map(([a, b]) => sumPair(design, cellOf, cells, a, b, variables, columns)),
  };
  return accepted({ facts: factsOf(design, rowForm), sums });
}

function checkPairs(pairs: readonly (readonly [number, number])[], variables: number): readonly SumsRefusal[] {
  return pairs
    .flat()
    .filter((variable) => !(Number.isInteger(variable) && variable >= 0 && variable < variables))
    .map((variable) => {
      const message = `A pair names variable ${variable}: there are ${variables}, counted from 0.`;
      return { code: 'unknown-variable', variable, variables, message };
    });
}

export function factsOf(design: SurveyDesign, rowForm: boolean): SumsDesignFacts {
  const [stage] = design.stages;
  const policy = {
    strata: stage.labels,
    fpc: stage.population.some((size) => size !== Number.POSITIVE_INFINITY) ? stage.population : null,
    lonelyPsu: design.lonelyPsu,
    adjustLonelyInDomain: design.adjustLonelyInDomain,
  };
  const psuWeight = new Float64Array(stage.unitStratum.length);
  design.psu.forEach((psu, row) => {
    if (design.inside === null || design.inside[row] === 1) psuWeight[psu]! += design.weights[row]!;
  });
  if (!rowForm) return { ...policy, form: 'psu', psuStratum: stage.unitStratum, psuWeight };
  const rowsWithWeight = new Float64Array(stage.sampled.length);
  psuWeight.forEach((weight, psu) => {
    if (weight > 0) rowsWithWeight[stage.unitStratum[psu]!]! += 1;
  });
  return { ...policy, form: 'row', rows: stage.sampled, rowsWithWeight };
}

function sumVariable(
  design: SurveyDesign,
  cellOf: Int32Array,
  cells: number,
  { label, origin }: OriginColumn,
  column: Float64Array,
): VariableSums {
  const n = new Float64Array(cells);
  const sums = new CompensatedColumns(cells, 6);
  for (let row = 0; row < design.rows; row += 1) {
    const cell = cellOf[row]!;
    const value = column[row]!;
    if (cell < 0 || Number.isNaN(value)) continue;
    const w = design.weights[row]!;
    const y = value - origin;
    if (w > 0) n[cell]! += 1;
    sums.add(cell, 0, w);
    sums.add(cell, 1, w * w);
    sums.add(cell, 2, w * y);
    sums.add(cell, 3, w * y * y);
    sums.add(cell, 4, w * w * y);
    sums.add(cell, 5, w * w * y * y);
  }
  const [w, w2, wy, wyy] = [sums.column(0), sums.column(1), sums.column(2), sums.column(3)];
  return { label, origin, n, w, w2, wy, wyy, w2y: sums.column(4), w2yy: sums.column(5) };
}

function sumPair(
  design: SurveyDesign,
  cellOf: Int32Array,
  cells: number,
  a: number,
  b: number,
  variables: readonly OriginColumn[],
  columns: readonly Float64Array[],
): PairSums {
  const n = new Float64Array(cells);
  const sums = new CompensatedColumns(cells, 12);
  for (let row = 0; row < design.rows; row += 1) {
    const cell = cellOf[row]!;
    const ya = columns[a]![row]! - variables[a]!.origin;
    const yb = columns[b]![row]! - variables[b]!.origin;
    if (cell < 0 || Number.isNaN(ya) || Number.isNaN(yb)) continue;
    const w = design.weights[row]!;
    if (w > 0) n[cell]! += 1;
    for (let power = 0; power < 2; power += 1) {
      const factor = power === 0 ? w : w * w;
      const from = 6 * power;
      sums.add(cell, from, factor);
      sums.add(cell, from + 1, factor * ya);
      sums.add(cell, from + 2, factor * yb);
      sums.add(cell, from + 3, factor * ya * ya);
      sums.add(cell, from + 4, factor * ya * yb);
      sums.add(cell, from + 5, factor * yb * yb);
    }
  }
  const of = (column: number) => sums.column(column);
  const plain = { w: of(0), wa: of(1), wb: of(2), waa: of(3), wab: of(4), wbb: of(5) };
  return { a, b, n, ...plain, w2: of(6), w2a: of(7), w2b: of(8), w2aa: of(9), w2ab: of(10), w2bb: of(11) };
}
