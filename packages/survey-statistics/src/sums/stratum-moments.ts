import { certaintyThreshold } from '../sampling-fraction.ts';
import { remainingShare, type SumsDesign, stratumScale } from './sums-design.ts';

/** Of one stratum: totals of two linearised estimates, the sum of their products over units, and the units in the domain. */
export interface StratumMoments {
  readonly stratum: number;
  readonly totalA: number;
  readonly totalB: number;
  /** Sum over units of (unit total_a - totalA / n)(unit total_b - totalB / n). */
  readonly centred: number;
  /** Sum over units of unit total_a times unit total_b. */
  readonly raw: number;
  readonly present: number;
}

/** Variance (or covariance) of a total from its strata, lonely PSUs by the design's policy. NaN as `covarianceOfTotals`. */
export function varianceFromStrata(design: SumsDesign, strata: readonly StratumMoments[]): number {
  const { lonelyPsu } = design.facts;
  const lonely = strata.map((moments) => isLonely(design, moments));
  const computable = lonely.filter((alone) => !alone).length;
  if (lonelyPsu === 'average' && strata.length > 0 && computable === 0) return Number.NaN;
  let variance = 0;
  strata.forEach((moments, index) => {
    if (!lonely[index]) variance += stratumScale(design, moments.stratum) * moments.centred;
  });
  if (lonelyPsu === 'average' && computable > 0) return (variance * strata.length) / computable;
  if (lonelyPsu !== 'adjust' || computable === strata.length) return variance;
  let units = 0;
  let sumA = 0;
  let sumB = 0;
  for (const { stratum, totalA, totalB } of strata) {
    units += design.sampled[stratum]!;
    sumA += totalA;
    sumB += totalB;
  }
  const centreA = sumA / units;
  const centreB = sumB / units;
  strata.forEach(({ stratum, raw, totalA, totalB }, index) => {
    if (!lonely[index]) return;
    const n = design.sampled[stratum]!;
    const scale = remainingShare(design, stratum) * (n > 1 ? n / (n - 1) : 1);
    variance += scale * (raw - centreA * totalB - centreB * totalA + n * centreA * centreB);
  });
  return variance;
}

function isLonely(design: SumsDesign, { stratum, present }: StratumMoments): boolean {
  const { lonelyPsu, adjustLonelyInDomain } = design.facts;
  if (lonelyPsu !== 'adjust' && lonelyPsu !== 'average') return false;
  if (remainingShare(design, stratum) < certaintyThreshold) return false;
  return design.sampled[stratum] === 1 || (adjustLonelyInDomain && present === 1);
}
