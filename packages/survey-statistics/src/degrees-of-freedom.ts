import type { AnalysisDesign } from './replicates/replicate-design.ts';
import { replicateDegreesOfFreedom } from './replicates/replicate-rank.ts';
import type { SurveyDesign } from './sampling-design.ts';

/**
 * Design degrees of freedom: PSUs minus strata, counting those with at least one row of a weight other than zero in the
 * (restricted) design; with replicate weights the rank of the analysis weights minus 1. The reference t distribution of every
 * interval and test; at or below 0 intervals do not exist. R: `degf`.
 */
export function degreesOfFreedom(design: AnalysisDesign): number {
  if (design.variance === 'replication') return design.df;
  let df = counted.get(design);
  if (df === undefined) {
    df = countDegreesOfFreedom(design);
    counted.set(design, df);
  }
  return df;
}

/** A design never changes, and every estimate asks: counted once for each. */
const counted = new WeakMap<SurveyDesign, number>();

function countDegreesOfFreedom(design: SurveyDesign): number {
  const { weights, psu, inside } = design;
  const seen = new Uint8Array(design.stages[0].unitStratum.length);
  for (let row = 0; row < design.rows; row += 1)
    if (weights[row]! !== 0 && (inside === null || inside[row] === 1)) seen[psu[row]!] = 1;
  return unitsMinusStrata(design, seen);
}

/** The same over the listed rows only. */
export function degreesOfFreedomOf(design: AnalysisDesign, rows: Int32Array): number {
  if (design.variance === 'replication') return replicateDegreesOfFreedom(design, rows);
  const { weights, psu } = design;
  const seen = new Uint8Array(design.stages[0].unitStratum.length);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    if (weights[row]! !== 0) seen[psu[row]!] = 1;
  }
  return unitsMinusStrata(design, seen);
}

function unitsMinusStrata({ stages }: SurveyDesign, seen: Uint8Array): number {
  const { unitStratum, sampled } = stages[0];
  const stratumSeen = new Uint8Array(sampled.length);
  let degrees = 0;
  for (let unit = 0; unit < seen.length; unit += 1) {
    if (seen[unit] === 0) continue;
    degrees += 1;
    const stratum = unitStratum[unit]!;
    if (stratumSeen[stratum] === 1) continue;
    stratumSeen[stratum] = 1;
    degrees -= 1;
  }
  return degrees;
}
