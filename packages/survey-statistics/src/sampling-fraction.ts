import type { Stage } from './sampling-design.ts';
import type { StageInput } from './sampling-stage-input.ts';

/** A stratum sampled whole: nothing is left to vary (R: f < 1e-07). */
export const certaintyThreshold = 1e-7;

/** The share of the variance that sampling without replacement leaves: 1 - n / N. */
export function remaining(sampled: number, population: number): number {
  return population === Number.POSITIVE_INFINITY ? 1 : (population - sampled) / population;
}

/** Nothing is left to vary: every unit of the stratum is in the sample. */
export function isSampledWhole(
  stage: Pick<Stage, 'sampled' | 'population' | 'unitPopulation' | 'unitStart'>,
  s: number,
) {
  const n = stage.sampled[s]!;
  if (stage.unitPopulation === null) return remaining(n, stage.population[s]!) < certaintyThreshold;
  const populations = stage.unitPopulation.subarray(stage.unitStart[s]!, stage.unitStart[s + 1]!);
  return populations.every((population) => remaining(n, population) < certaintyThreshold);
}

/** Population units of each stratum, from sizes or fractions. */
export function populationSizes(
  input: StageInput,
  stratum: Int32Array,
  firstRow: Int32Array,
  sampled: Float64Array,
  labels: readonly string[],
): Float64Array {
  const { fpc, stage, reasons } = input;
  if (fpc === null) return new Float64Array(sampled.length).fill(Number.POSITIVE_INFINITY);
  const varies = new Set<number>();
  for (let row = 0; row < input.rows; row += 1) {
    const s = stratum[row]!;
    if (fpc.values[row] === fpc.values[firstRow[s]!] || varies.has(s)) continue;
    varies.add(s);
    const message = `The finite population correction varies within stratum "${labels[s]}" of stage ${stage}, first in row ${row}.`;
    reasons.push({ code: 'fpc-varies', stage, stratum: labels[s]!, row, message });
  }
  return sampled.map((n, s) => {
    const row = firstRow[s]!;
    const population = fpc.fractions ? n / fpc.values[row]! : fpc.values[row]!;
    if (population < n) {
      const message = `Stratum "${labels[s]}" of stage ${stage} has ${n} sampled units, more than its population of ${population}.`;
      reasons.push({ code: 'fpc-below-sample', stage, stratum: labels[s]!, population, sampled: n, row, message });
    }
    return population;
  });
}

/** n / inclusion probability of each unit; all rows of a unit carry the same. */
export function unitPopulations(
  { rows, fpc, stage, reasons }: StageInput,
  unit: Int32Array,
  unitStratum: Int32Array,
  sampled: Float64Array,
  labels: readonly string[],
): Float64Array {
  const probability = new Float64Array(unitStratum.length).fill(Number.NaN);
  let told = false;
  for (let row = 0; row < rows; row += 1) {
    const value = fpc!.values[row]!;
    const before = probability[unit[row]!]!;
    if (Number.isNaN(before)) probability[unit[row]!] = value;
    else if (before !== value && !told) {
      told = true;
      const message = `The inclusion probability varies within a unit of stage ${stage}, first in row ${row}.`;
      reasons.push({ code: 'fpc-varies', stage, stratum: labels[unitStratum[unit[row]!]!]!, row, message });
    }
  }
  return probability.map((value, index) => sampled[unitStratum[index]!]! / value);
}
