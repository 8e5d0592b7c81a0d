import { type Factor, toFloat64 } from '../columns.ts';
import type { NamedColumn } from '../estimate-means.ts';
import { accepted, type Result, refused } from '../result.ts';
import type { SurveyDesign } from '../sampling-design.ts';
import type { CellSums, PairSums, VariableSums } from './cell-sums.ts';
import type { SumsDesignFacts } from './sums-design.ts';
import { checkSummands, type SumsRefusal, unsummable } from './sums-refusal.ts';

/** A column with the origin at which its sums are centred. */
export interface OriginColumn extends NamedColumn {
  readonly origin: number;
}

/**
 * Cell sums from columns: what the GROUP BY of `CellSums` computes, for callers without an SQL engine and as its
 * specification. Takes designs of one stage (or without finite population corrections); `breakdown` null puts everybody in
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
  const make = () => new Float64Array(cells);
  const sums = { n: make(), w: make(), w2: make(), wy: make(), wyy: make(), w2y: make(), w2yy: make() };
  for (let row = 0; row < design.rows; row += 1) {
    const cell = cellOf[row]!;
    const value = column[row]!;
    if (cell < 0 || Number.isNaN(value)) continue;
    const w = design.weights[row]!;
    const y = value - origin;
    if (w > 0) sums.n[cell]! += 1;
    sums.w[cell]! += w;
    sums.w2[cell]! += w * w;
    sums.wy[cell]! += w * y;
    sums.wyy[cell]! += w * y * y;
    sums.w2y[cell]! += w * w * y;
    sums.w2yy[cell]! += w * w * y * y;
  }
  return { label, origin, ...sums };
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
  const make = () => new Float64Array(cells);
  const sums = {
    n: make(),
    w: make(),
    w2: make(),
    wa: make(),
    wb: make(),
    waa: make(),
    wab: make(),
    wbb: make(),
    w2a: make(),
    w2b: make(),
    w2aa: make(),
    w2ab: make(),
    w2bb: make(),
  };
  for (let row = 0; row < design.rows; row += 1) {
    const cell = cellOf[row]!;
    const ya = columns[a]![row]! - variables[a]!.origin;
    const yb = columns[b]![row]! - variables[b]!.origin;
    if (cell < 0 || Number.isNaN(ya) || Number.isNaN(yb)) continue;
    const w = design.weights[row]!;
    const w2 = w * w;
    if (w > 0) sums.n[cell]! += 1;
    sums.w[cell]! += w;
    sums.w2[cell]! += w2;
    sums.wa[cell]! += w * ya;
    sums.wb[cell]! += w * yb;
    sums.waa[cell]! += w * ya * ya;
    sums.wab[cell]! += w * ya * yb;
    sums.wbb[cell]! += w * yb * yb;
    sums.w2a[cell]! += w2 * ya;
    sums.w2b[cell]! += w2 * yb;
    sums.w2aa[cell]! += w2 * ya * ya;
    sums.w2ab[cell]! += w2 * ya * yb;
    sums.w2bb[cell]! += w2 * yb * yb;
  }
  return { a, b, ...sums };
}
