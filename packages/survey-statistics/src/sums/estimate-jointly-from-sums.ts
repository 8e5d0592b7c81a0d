import type { EstimateSet } from '../estimate.ts';
import { accepted, type Result, refused } from '../result.ts';
import { checkCells, checkPairs } from './cell-checks.ts';
import type { CellSums } from './cell-sums.ts';
import { cellsByDomain, cellsOf, createDomainDf, describeSums } from './estimate-from-sums.ts';
import { type LinearizedSums, linearizeSums, residualTotals, type SumsEstimand } from './linearize-sums.ts';
import { psuTotals, scaledDeviations, sumOfProducts } from './psu-products.ts';
import { weightedResidualProduct } from './residual-product.ts';
import { emptyTable, readTable } from './strata-table.ts';
import { type StratumMoments, varianceFromStrata } from './stratum-moments.ts';
import type { PsuDesignFacts, SumsDesign } from './sums-design.ts';
import type { SumsRefusal } from './sums-refusal.ts';

/**
 * The same estimates with their full covariance, across variables and domains: the second door to `estimateJointly`. Feeds
 * contrasts, a domain against its complement (list the other domains), and changes between waves of one design.
 * In the row form two variables of one domain need their `PairSums`. R: `svyby(covmat = TRUE)` with `svycontrast`. Refuses what
 * `estimateFromSums` does, in the row form two variables of one domain without their pair, and a ratio beside anything but its pair.
 */
export function estimateJointlyFromSums(
  design: SumsDesign,
  sums: CellSums,
  estimands: readonly SumsEstimand[],
): Result<EstimateSet, SumsRefusal> {
  const unusable = checkCells(design, sums, estimands);
  if (unusable.length > 0) return refused(...unusable);
  const byDomain = cellsByDomain(sums);
  const linearized = estimands.map((estimand) => linearizeSums(sums, estimand, cellsOf(byDomain, estimand.domains)));
  const known = linearized.filter((entry) => entry !== null);
  const unknown = sums.form === 'row' ? checkPairs(sums, known) : [];
  if (unknown.length > 0) return refused(...unknown);
  const covarianceOf = createCovariance(design, sums, known);
  const size = estimands.length;
  const covariance = new Float64Array(size * size).fill(Number.NaN);
  linearized.forEach((a, row) => {
    if (a === null) return;
    for (let column = 0; column <= row; column += 1) {
      const b = linearized[column];
      if (b === null || b === undefined) continue;
      const value = covarianceOf(a, b);
      covariance[row * size + column] = value;
      covariance[column * size + row] = value;
    }
  });
  const domainDf = createDomainDf(sums);
  const estimates = estimands.map((estimand, index) => {
    const entry = linearized[index];
    return entry === null || entry === undefined
      ? ({ status: 'no-cases', label: estimand.label, n: 0 } as const)
      : describeSums(estimand.label, entry, covariance[index * size + index]!, {
          df: design.df,
          domainDf: estimand.domains === null ? design.df : domainDf(entry.cells),
        });
  });
  return accepted({ estimates, covariance, df: design.df });
}

/** Prepares what every pair needs. Only policies that look at lonely PSUs need the sums of each stratum apart. */
function createCovariance(
  design: SumsDesign,
  sums: CellSums,
  known: readonly LinearizedSums[],
): (a: LinearizedSums, b: LinearizedSums) => number {
  const { facts } = design;
  if (facts.form === 'psu' && facts.lonelyPsu !== 'adjust' && facts.lonelyPsu !== 'average') {
    const deviations = new Map(
      known.map((entry) => [entry, scaledDeviations(design, facts, psuTotals(facts, sums, entry))]),
    );
    return (a, b) => sumOfProducts(deviations.get(a)!, deviations.get(b)!);
  }
  const present = presentUnits(design, sums, known);
  const momentsOf = facts.form === 'psu' ? psuMoments(facts, design, sums, known) : rowMoments(design, sums);
  return (a, b) => varianceFromStrata(design, momentsOf(a, b, present));
}

/** Units by stratum that count as present: those with a value where all estimates share their rows, otherwise all. */
function presentUnits(design: SumsDesign, sums: CellSums, known: readonly LinearizedSums[]): Float64Array {
  const first = known[0];
  if (first === undefined || !known.every((entry) => sameCells(entry, first))) return design.sampled;
  const present = new Float64Array(design.sampled.length);
  const psus = new Set<number>();
  for (const cell of first.cells) {
    if (first.source.w[cell] === 0) continue;
    if (sums.psu === null) present[sums.stratum[cell]!]! += first.source.n[cell]!;
    else if (!psus.has(sums.psu[cell]!)) {
      psus.add(sums.psu[cell]!);
      present[sums.stratum[cell]!]! += 1;
    }
  }
  return present;
}

function sameCells(a: LinearizedSums, b: LinearizedSums): boolean {
  if (a.cells.length !== b.cells.length || a.n !== b.n) return false;
  return a.cells.every((cell, index) => cell === b.cells[index] && a.source.w[cell] === b.source.w[cell]);
}

type PairMoments = (a: LinearizedSums, b: LinearizedSums, present: Float64Array) => readonly StratumMoments[];

function psuMoments(
  facts: PsuDesignFacts,
  design: SumsDesign,
  sums: CellSums,
  known: readonly LinearizedSums[],
): PairMoments {
  const totals = new Map(known.map((entry) => [entry, psuTotals(facts, sums, entry)]));
  return (a, b, present) => {
    const unitsA = totals.get(a)!;
    const unitsB = totals.get(b)!;
    const table = emptyTable(design);
    facts.psuStratum.forEach((s, psu) => {
      table.totalA[s]! += unitsA[psu]!;
      table.totalB[s]! += unitsB[psu]!;
      table.raw[s]! += unitsA[psu]! * unitsB[psu]!;
    });
    facts.psuStratum.forEach((s, psu) => {
      const n = design.sampled[s]!;
      table.centred[s]! += (unitsA[psu]! - table.totalA[s]! / n) * (unitsB[psu]! - table.totalB[s]! / n);
    });
    return readTable(table, present);
  };
}

function rowMoments(design: SumsDesign, sums: CellSums): PairMoments {
  return (a, b, present) => {
    const table = emptyTable(design);
    addByStratum(sums, a, table.totalA);
    addByStratum(sums, b, table.totalB);
    const shared = new Set(a.cells);
    for (const cell of b.cells)
      if (shared.has(cell)) table.raw[sums.stratum[cell]!]! += weightedResidualProduct(sums, a, b, cell);
    table.raw.forEach((raw, s) => {
      table.centred[s] = raw - (table.totalA[s]! * table.totalB[s]!) / design.sampled[s]!;
      if (a === b) table.centred[s] = Math.max(0, table.centred[s]!);
    });
    return readTable(table, present);
  };
}

function addByStratum(sums: CellSums, entry: LinearizedSums, totals: Float64Array): void {
  residualTotals(entry).forEach((residual, index) => {
    totals[sums.stratum[entry.cells[index]!]!]! += residual;
  });
}
