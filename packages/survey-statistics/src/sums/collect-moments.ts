import type { CellSums } from './cell-sums.ts';
import { type LinearizedSums, residualTotals, weightedResidualSquares } from './linearize-sums.ts';
import type { StratumMoments } from './stratum-moments.ts';
import type { PsuDesignFacts, SumsDesign } from './sums-design.ts';

/** Prepares the sums of one estimate by stratum. Strata without a value in the domain are left out. */
export function createMomentCollector(
  design: SumsDesign,
  sums: CellSums,
): (linearized: LinearizedSums) => readonly StratumMoments[] {
  const strata = createStratumTable(design.sampled.length);
  if (design.facts.form === 'row') return (linearized) => collectRows(design, sums, linearized, strata);
  const { facts } = design;
  const unit = new Float64Array(facts.psuStratum.length);
  const seen = new Uint8Array(facts.psuStratum.length);
  return (linearized) => collectPsus(design, facts, sums, linearized, { strata, unit, seen });
}

interface StratumTable {
  readonly touched: number[];
  readonly total: Float64Array;
  readonly centred: Float64Array;
  readonly raw: Float64Array;
  readonly present: Float64Array;
}

function createStratumTable(strata: number): StratumTable {
  const column = () => new Float64Array(strata);
  return { touched: [], total: column(), centred: column(), raw: column(), present: column() };
}

function touch(table: StratumTable, stratum: number, units: number): void {
  if (table.present[stratum] === 0) table.touched.push(stratum);
  table.present[stratum]! += units;
}

function collectRows(
  design: SumsDesign,
  sums: CellSums,
  linearized: LinearizedSums,
  strata: StratumTable,
): readonly StratumMoments[] {
  const { cells, source } = linearized;
  const residuals = residualTotals(linearized);
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index]!;
    const rows = source.n[cell]!;
    if (rows === 0) continue;
    const stratum = sums.stratum[cell]!;
    touch(strata, stratum, rows);
    strata.total[stratum]! += residuals[index]!;
    strata.raw[stratum]! += weightedResidualSquares(linearized, cell);
  }
  for (const s of strata.touched)
    strata.centred[s] = Math.max(0, strata.raw[s]! - strata.total[s]! ** 2 / design.sampled[s]!);
  return takeMoments(strata);
}

function collectPsus(
  design: SumsDesign,
  facts: PsuDesignFacts,
  sums: CellSums,
  linearized: LinearizedSums,
  scratch: { readonly strata: StratumTable; readonly unit: Float64Array; readonly seen: Uint8Array },
): readonly StratumMoments[] {
  const { strata, unit, seen } = scratch;
  const psu = sums.psu!;
  const units: number[] = [];
  const { cells } = linearized;
  const { w } = linearized.source;
  const residuals = residualTotals(linearized);
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index]!;
    if (w[cell] === 0) continue;
    const code = psu[cell]!;
    const stratum = facts.psuStratum[code]!;
    if (seen[code] === 0) {
      seen[code] = 1;
      units.push(code);
      touch(strata, stratum, 1);
    }
    const residual = residuals[index]!;
    unit[code]! += residual;
    strata.total[stratum]! += residual;
  }
  for (const s of strata.touched) {
    const mean = strata.total[s]! / design.sampled[s]!;
    strata.centred[s] = (design.sampled[s]! - strata.present[s]!) * mean * mean;
  }
  for (const code of units) {
    const s = facts.psuStratum[code]!;
    strata.centred[s]! += (unit[code]! - strata.total[s]! / design.sampled[s]!) ** 2;
    strata.raw[s]! += unit[code]! ** 2;
    unit[code] = 0;
    seen[code] = 0;
  }
  return takeMoments(strata);
}

/** Hands the collected strata over and clears the table for the next estimate. */
function takeMoments(table: StratumTable): readonly StratumMoments[] {
  const { total, centred, raw, present } = table;
  return table.touched.splice(0).map((stratum) => {
    const moments: StratumMoments = {
      stratum,
      totalA: total[stratum]!,
      totalB: total[stratum]!,
      centred: centred[stratum]!,
      raw: raw[stratum]!,
      present: present[stratum]!,
    };
    total[stratum] = 0;
    centred[stratum] = 0;
    raw[stratum] = 0;
    present[stratum] = 0;
    return moments;
  });
}
