import { accepted, type Result, refused } from '../result.ts';
import type { SurveyDesign } from '../sampling-design.ts';
import { certaintyThreshold } from '../sampling-fraction.ts';
import { type ConversionRefusal, type ReplicateFactors, tooManyReplicates } from './conversion.ts';

/**
 * Delete-one-PSU jackknife: each replicate leaves one PSU out and gives the others of its stratum n / (n - 1) of their weight;
 * its rscale is (1 - n / N)(n - 1) / n (JK1: the scale). A stratum sampled whole makes no replicate. A stratum with one PSU
 * makes none under `remove` and `certainty`; under `average` the variance is stretched by PSUs / replicates, under `adjust` its
 * PSU is left out and all others get H / (H - 1), H the number of strata. R: `jk1weights`, `jknweights`.
 */
export function jackknifeFactors(
  design: SurveyDesign,
  type: 'JK1' | 'JKn',
): Result<ReplicateFactors, ConversionRefusal> {
  const { lonelyPsu, stages, psu } = design;
  const [stage] = stages;
  const units = stage.unitStratum.length;
  const strata = stage.sampled.length;
  const reasons: ConversionRefusal[] = [];
  const left: { readonly unit: number; readonly rscale: number; readonly others: number; readonly all: boolean }[] = [];
  for (let s = 0; s < strata; s += 1) {
    const n = stage.sampled[s]!;
    const population = stage.population[s]!;
    const open = population === Number.POSITIVE_INFINITY ? 1 : (population - n) / population;
    if (open < certaintyThreshold) continue;
    const from = stage.unitStart[s]!;
    if (n > 1) {
      const rscale = (open * (n - 1)) / n;
      for (let k = 0; k < n; k += 1) left.push({ unit: from + k, rscale, others: n / (n - 1), all: false });
    } else if (lonelyPsu === 'fail') {
      const message = `Stratum "${stage.labels[s]}" has one PSU: choose what to do with lonely PSUs.`;
      reasons.push({ code: 'lonely-psu', stratum: stage.labels[s]!, message });
    } else if (lonelyPsu === 'adjust' && strata > 1) {
      left.push({ unit: from, rscale: (strata - 1) / strata, others: strata / (strata - 1), all: true });
    }
  }
  const many = tooManyReplicates(units, left.length);
  if (many !== null) reasons.push(many);
  if (reasons.length > 0) return refused(...reasons);
  if (left.length === 0) {
    const message = 'Every stratum was sampled whole or has one PSU: there is nothing to leave out.';
    return refused({ code: 'all-sampled', message });
  }
  const factors = left.map(({ unit, others, all }) => {
    const column = new Float64Array(units).fill(all ? others : 1);
    if (!all) {
      const s = stage.unitStratum[unit]!;
      column.fill(others, stage.unitStart[s]!, stage.unitStart[s + 1]!);
    }
    column[unit] = 0;
    return column;
  });
  const rscales = Float64Array.from(left, ({ rscale }) => rscale);
  if (type === 'JK1')
    return accepted({
      type,
      unit: psu,
      factors,
      scale: rscales[0]!,
      rscales: new Float64Array(rscales.length).fill(1),
    });
  return accepted({ type, unit: psu, factors, scale: lonelyPsu === 'average' ? units / left.length : 1, rscales });
}
