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
  const { weights, psu, inside } = design;
  return countedDegreesOfFreedom(design, (mark) => {
    for (let row = 0; row < design.rows; row += 1)
      if (weights[row]! !== 0 && (inside === null || inside[row] === 1)) mark(psu[row]!);
  });
}

/** The same over the listed rows only. */
export function degreesOfFreedomOf(design: AnalysisDesign, rows: Int32Array): number {
  if (design.variance === 'replication') return replicateDegreesOfFreedom(design, rows);
  return countedDegreesOfFreedom(design, (mark) => {
    for (const row of rows) if (design.weights[row]! !== 0) mark(design.psu[row]!);
  });
}

function countedDegreesOfFreedom(design: SurveyDesign, visit: (mark: (psu: number) => void) => void): number {
  const stage = design.stages[0];
  const psuSeen = new Uint8Array(stage.unitStratum.length);
  const stratumSeen = new Uint8Array(stage.sampled.length);
  let degrees = 0;
  visit((psu) => {
    if (psuSeen[psu] === 1) return;
    psuSeen[psu] = 1;
    degrees += 1;
    const stratum = stage.unitStratum[psu]!;
    if (stratumSeen[stratum] === 1) return;
    stratumSeen[stratum] = 1;
    degrees -= 1;
  });
  return degrees;
}
