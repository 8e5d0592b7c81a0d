import type { Estimate } from '../estimate.ts';
import { accepted, type Result, refused } from '../result.ts';
import { sumOver } from '../weighted-sums.ts';
import { checkCells } from './cell-checks.ts';
import type { CellSums } from './cell-sums.ts';
import { createMomentCollector } from './collect-moments.ts';
import { type LinearizedSums, linearizeSums, type SumsEstimand } from './linearize-sums.ts';
import { varianceFromStrata } from './stratum-moments.ts';
import type { SumsDesign } from './sums-design.ts';
import type { SumsRefusal } from './sums-refusal.ts';

/**
 * Means, totals or ratios with their design-based precision from cell sums: the second door to `estimateMeans`,
 * `estimateTotals` and `estimateRatios`, equal to them within rounding. Scores, shares, nets and NPS are means of a
 * transformed variable (`variableFromValues`). Each estimate by itself, as `covariance: 'separate'`. R: `svymean`, `svytotal`,
 * `svyratio`, `svyby`. Refuses sums of another form than the design, variables, pairs, domains and (row form) sums of w^2 that are not
 * there, sums that are missing or infinite, and no estimates. A domain without cases gives `no-cases`.
 */
export function estimateFromSums(
  design: SumsDesign,
  sums: CellSums,
  estimands: readonly SumsEstimand[],
): Result<readonly Estimate[], SumsRefusal> {
  const reasons = checkCells(design, sums, estimands);
  if (reasons.length > 0) return refused(...reasons);
  const byDomain = cellsByDomain(sums);
  const collect = createMomentCollector(design, sums);
  const domainDf = createDomainDf(sums);
  const estimates = estimands.map((estimand): Estimate => {
    const cells = cellsOf(byDomain, estimand.domains);
    const linearized = linearizeSums(sums, estimand, cells);
    if (linearized === null) return { status: 'no-cases', label: estimand.label, n: 0 };
    const variance = varianceFromStrata(design, collect(linearized));
    const degrees = estimand.domains === null ? design.df : domainDf(cells);
    return describeSums(estimand.label, linearized, variance, { df: design.df, domainDf: degrees });
  });
  return accepted(estimates);
}

export function cellsByDomain(sums: CellSums): readonly Int32Array[] {
  const lists: number[][] = Array.from({ length: sums.domains }, () => []);
  sums.domain.forEach((domain, cell) => {
    lists[domain]!.push(cell);
  });
  return lists.map((list) => Int32Array.from(list));
}

export function cellsOf(byDomain: readonly Int32Array[], domains: readonly number[] | null): Int32Array {
  if (domains?.length === 1) return byDomain[domains[0]!]!;
  const lists = domains === null ? byDomain : [...new Set(domains)].map((domain) => byDomain[domain]!);
  const cells = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let offset = 0;
  for (const list of lists) {
    cells.set(list, offset);
    offset += list.length;
  }
  return cells;
}

export function describeSums(
  label: string,
  linearized: Pick<LinearizedSums, 'n' | 'sumOfWeights' | 'sumOfSquaredWeights' | 'spread' | 'value'>,
  variance: number,
  degrees: { readonly df: number; readonly domainDf: number },
): Estimate {
  const { n, sumOfWeights, spread, value } = linearized;
  const simple = n > 1 ? (spread * sumOfWeights ** 2) / (n - 1) : 0;
  const deff = simple > 0 ? variance / simple : null;
  return {
    status: 'estimated',
    label,
    value,
    se: Math.sqrt(Math.max(0, variance)),
    variance,
    ...degrees,
    n,
    sumOfWeights,
    kishN: sumOfWeights ** 2 / linearized.sumOfSquaredWeights,
    deff,
    deffWithoutReplacement: deff === null || sumOfWeights < n ? null : (deff * sumOfWeights) / (sumOfWeights - n),
    effectiveN: deff === null || deff === 0 ? null : n / deff,
  };
}

/** PSUs minus strata with a row of positive weight in a domain, counted once per list of cells. */
export function createDomainDf(sums: CellSums): (cells: Int32Array) => number {
  const known = new Map<Int32Array, number>();
  return (cells) => {
    let df = known.get(cells);
    if (df === undefined) {
      df = domainDegreesOfFreedom(sums, cells);
      known.set(cells, df);
    }
    return df;
  };
}

function domainDegreesOfFreedom(sums: CellSums, cells: Int32Array): number {
  const strata = new Set<number>();
  const psus = new Set<number>();
  for (const cell of cells) {
    if (sums.rowsWithWeight[cell] === 0) continue;
    strata.add(sums.stratum[cell]!);
    if (sums.psu !== null) psus.add(sums.psu[cell]!);
  }
  const units = sums.psu === null ? sumOver(sums.rowsWithWeight, cells) : psus.size;
  return units - strata.size;
}
