import type { InfluenceAdjustment } from '../influence-adjustment.ts';
import type { CheckedMargin } from './margin.ts';
import type { MarginCells } from './margin-cells.ts';
import { subtractTotals } from './remainder.ts';

/** Rounds over the margins by which R's `svyrecvar` takes out what raking explains. */
const rounds = 10;

/**
 * What raking explains of the influence values x: ten rounds over the margins, each taking out the UNWEIGHTED mean by
 * category of x / w, w the weight as it stood after that margin in the last round of raking. R: `svyrecvar`, class "raking".
 *
 * Within a cell of the crossing every row loses the same amount of x / w, so that the rounds run over cells: with u the sum
 * of x / (final w) in the cell and t the product of the ratios of the margins after this one, x / w = u t.
 */
export function sweepMargins(
  margins: readonly CheckedMargin[],
  cells: MarginCells,
  counts: Float64Array,
  lastRatios: readonly Float64Array[],
  weights: Float64Array,
): InfluenceAdjustment {
  const later = laterRatios(cells, lastRatios);
  const members = margins.map(({ levels }, m) => {
    const sums = new Float64Array(levels.length);
    for (let cell = 0; cell < cells.count; cell += 1) sums[cells.codes[m]![cell]!]! += counts[cell]!;
    return sums;
  });
  /** What every row of a cell loses of x / w, from the sums of x / w by cell. */
  const takenFrom = (sums: Float64Array): Float64Array => {
    const u = sums.slice();
    const taken = new Float64Array(cells.count);
    for (let round = 0; round < rounds; round += 1)
      margins.forEach(({ levels }, m) => {
        const codes = cells.codes[m]!;
        const t = later[m]!;
        const means = new Float64Array(levels.length);
        for (let cell = 0; cell < cells.count; cell += 1) means[codes[cell]!]! += u[cell]! * t[cell]!;
        for (let code = 0; code < means.length; code += 1) means[code]! /= members[m]![code]!;
        for (let cell = 0; cell < cells.count; cell += 1) {
          const loss = means[codes[cell]!]! / t[cell]!;
          taken[cell]! += loss;
          u[cell]! -= counts[cell]! * loss;
        }
      });
    return taken;
  };
  return {
    adjust: (influence) => {
      const sums = new Float64Array(cells.count);
      for (let row = 0; row < weights.length; row += 1)
        if (weights[row] !== 0) sums[cells.cell[row]!]! += influence[row]! / weights[row]!;
      const taken = takenFrom(sums);
      const residual = influence.slice();
      for (let row = 0; row < weights.length; row += 1)
        if (weights[row] !== 0) residual[row]! -= weights[row]! * taken[cells.cell[row]!]!;
      return residual;
    },
    subtractExplained: (rows, influence, unit, totals) => {
      const sums = new Float64Array(cells.count);
      for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index]!;
        if (weights[row] !== 0) sums[cells.cell[row]!]! += influence[index]! / weights[row]!;
      }
      const taken = takenFrom(sums);
      const explained = new Float64Array(totals.length);
      for (let row = 0; row < weights.length; row += 1)
        if (weights[row] !== 0) explained[unit[row]!]! += weights[row]! * taken[cells.cell[row]!]!;
      subtractTotals(totals, explained);
    },
  };
}

/** By margin and cell: the product of the last ratios of the margins that come after it. */
function laterRatios(cells: MarginCells, lastRatios: readonly Float64Array[]): readonly Float64Array[] {
  const products: Float64Array[] = [];
  let product = new Float64Array(cells.count).fill(1);
  for (let m = lastRatios.length - 1; m >= 0; m -= 1) {
    products.unshift(product);
    product = product.map((value, cell) => value * lastRatios[m]![cells.codes[m]![cell]!]!);
  }
  return products;
}
