import type { RandomGenerator } from '../drivers/random-generator.ts';
import { drawMultipliers, unitsByStratum } from '../drivers/rescaled-bootstrap.ts';
import type { Stage, SurveyDesign } from '../sampling-design.ts';
import type { ReplicateFactors } from './conversion.ts';

/**
 * Bootstrap of PSUs by stratum, n drawn of n: with replacement, or without from a population in which each sampled PSU stands
 * N / n times. A PSU's factor is the number of times it was drawn; scale k / ((k - 1)(replicates - 1)), k the harmonic mean of
 * the numbers of PSUs by stratum. Canty and Davison (1999), Statistician 48, 379. R: `bootweights`.
 */
export function bootstrapFactors(design: SurveyDesign, replicates: number, random: RandomGenerator): ReplicateFactors {
  const [stage] = design.stages;
  const order = stage.labels.map((_, s) => shuffledUnits(stage, s, random));
  const factors = Array.from({ length: replicates }, () => {
    const column = new Float64Array(stage.unitStratum.length);
    order.forEach((units, s) => {
      const population = Math.floor(stage.population[s]!);
      if (population === Number.POSITIVE_INFINITY) {
        for (let draw = 0; draw < units.length; draw += 1) column[units[Math.floor(random() * units.length)]!]! += 1;
      } else
        for (const place of drawPlaces(units.length, population, random)) column[units[place % units.length]!]! += 1;
    });
    return column;
  });
  const strata = stage.sampled.length;
  const perStratum = strata / stage.sampled.reduce((sum, n) => sum + 1 / n, 0);
  return {
    type: 'bootstrap',
    unit: design.psu,
    factors,
    scale: perStratum / ((perStratum - 1) * (replicates - 1)),
    rscales: new Float64Array(replicates).fill(1),
  };
}

/**
 * Rescaled bootstrap: n - 1 of the n PSUs of each stratum drawn with replacement, each draw weighing n / (n - 1); finite
 * populations are not corrected for. Rao and Wu (1988), JASA 83, 231. R: `subbootweights`.
 */
export function subbootstrapFactors(
  design: SurveyDesign,
  replicates: number,
  random: RandomGenerator,
): ReplicateFactors {
  const { unitStratum } = design.stages[0];
  const strata = unitsByStratum(unitStratum);
  const factors = Array.from({ length: replicates }, () => {
    const column = new Float64Array(unitStratum.length);
    drawMultipliers(strata, column, random);
    return column;
  });
  const rscales = new Float64Array(replicates).fill(1);
  return { type: 'subbootstrap', unit: design.psu, factors, scale: 1 / (replicates - 1), rscales };
}

/** The units of a stratum in random order: the first of them stand once more where N / n is no whole number. */
function shuffledUnits(stage: Stage, s: number, random: RandomGenerator): Int32Array {
  const from = stage.unitStart[s]!;
  const units = Int32Array.from({ length: stage.sampled[s]! }, (_, k) => from + k);
  for (let last = units.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const held = units[last]!;
    units[last] = units[other]!;
    units[other] = held;
  }
  return units;
}

/** `count` different numbers below `population` (Floyd's algorithm, Bentley 1987). */
export function drawPlaces(count: number, population: number, random: RandomGenerator): ReadonlySet<number> {
  const drawn = new Set<number>();
  for (let next = population - count; next < population; next += 1) {
    const place = Math.floor(random() * (next + 1));
    drawn.add(drawn.has(place) ? next : place);
  }
  return drawn;
}
