import type { CellSums } from './cell-sums.ts';
import { type LinearizedSums, residualTotals } from './linearize-sums.ts';
import { type PsuDesignFacts, type SumsDesign, stratumScale } from './sums-design.ts';

/** Totals of w e by PSU. */
export function psuTotals(facts: PsuDesignFacts, sums: CellSums, entry: LinearizedSums): Float64Array {
  const totals = new Float64Array(facts.psuStratum.length);
  const residuals = residualTotals(entry);
  const psu = sums.psu!;
  for (let index = 0; index < residuals.length; index += 1) totals[psu[entry.cells[index]!]!]! += residuals[index]!;
  return totals;
}

/**
 * PSU totals centred in their stratum and times the root of its scale: the sum of products of two of these is their
 * covariance, wherever no lonely PSU asks for more.
 */
export function scaledDeviations(design: SumsDesign, facts: PsuDesignFacts, totals: Float64Array): Float64Array {
  const { psuStratum } = facts;
  const means = new Float64Array(design.sampled.length);
  for (let psu = 0; psu < totals.length; psu += 1) means[psuStratum[psu]!]! += totals[psu]!;
  const roots = means.map((_, s) => Math.sqrt(stratumScale(design, s)));
  means.forEach((sum, s) => {
    means[s] = sum / design.sampled[s]!;
  });
  return totals.map((total, psu) => (total - means[psuStratum[psu]!]!) * roots[psuStratum[psu]!]!);
}

export function sumOfProducts(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += a[index]! * b[index]!;
  return sum;
}
