import type { RandomGenerator } from '../drivers/random-generator.ts';
import type { SurveyDesign } from '../sampling-design.ts';
import { drawPlaces } from './bootstrap.ts';
import type { ReplicateFactors } from './conversion.ts';

/**
 * Multistage rescaled bootstrap: at each stage half of the units of each stratum are kept, and the weights rescaled so that
 * each stage adds its own variance, finite population corrections included. Without corrections only the first stage counts.
 * Factors may be negative. Preston (2009), Survey Methodology 35, 227. R: `mrbweights`.
 */
export function multistageBootstrapFactors(
  design: SurveyDesign,
  replicates: number,
  random: RandomGenerator,
): ReplicateFactors {
  const factors = Array.from({ length: replicates }, () => oneReplicate(design, random));
  const rscales = new Float64Array(replicates).fill(1 / (replicates - 1));
  return { type: 'mrbbootstrap', unit: design.unit, factors, scale: 1, rscales };
}

/** What a unit hands on to the units within it. */
interface Held {
  /** 1 plus what the stages so far add to the factor. */
  readonly factor: Float64Array;
  /** Product of sqrt(n / kept) over the stages so far; 0 where a unit above was not kept. */
  readonly stretch: Float64Array;
}

function oneReplicate({ stages }: SurveyDesign, random: RandomGenerator): Float64Array {
  let above: Held | null = null;
  for (const stage of stages) {
    const units = stage.unitStratum.length;
    const held: Held = { factor: new Float64Array(units), stretch: new Float64Array(units) };
    for (let s = 0; s < stage.sampled.length; s += 1) {
      const parent = stage.parent[s]!;
      const stretch: number = above === null ? 1 : above.stretch[parent]!;
      const factor: number = above === null ? 1 : above.factor[parent]!;
      const n = stage.sampled[s]!;
      const kept = Math.floor(n / 2);
      const from = stage.unitStart[s]!;
      held.factor.fill(factor, from, from + n);
      if (stretch === 0 || kept === 0) continue;
      const population = stage.population[s]!;
      const open = population === Number.POSITIVE_INFINITY ? 1 : 1 - n / population;
      const lambda = Math.sqrt((stage.factor[s]! * kept * open) / (n - kept));
      held.factor.fill(factor - stretch * lambda, from, from + n);
      for (const place of drawPlaces(kept, n, random)) {
        held.factor[from + place]! += (stretch * lambda * n) / kept;
        held.stretch[from + place] = stretch * Math.sqrt(n / kept);
      }
    }
    above = held;
  }
  return above!.factor;
}
