import type { Factor } from './columns.ts';
import type { DesignRefusal } from './design-refusal.ts';
import type { LonelyPsuPolicy, Stage } from './sampling-design.ts';

/** Row -> stratum and unit of one stage, with the stage's factor for the stages below. */
export interface StageCodes {
  readonly stratum: Int32Array;
  readonly unit: Int32Array;
  readonly stage: Stage;
}

interface StageInput {
  readonly rows: number;
  readonly strata: Factor | null;
  readonly clusters: Factor | null;
  readonly fpc: { readonly values: Float64Array; readonly fractions: boolean } | null;
  readonly above: StageCodes | null;
  readonly nest: boolean;
  readonly lonelyPsu: LonelyPsuPolicy;
  readonly stage: number;
  readonly reasons: DesignRefusal[];
}

/** A stratum sampled whole: nothing is left to vary (R: f < 1e-07). */
export const certaintyThreshold = 1e-7;

/** Numbers strata and units of one stage so that the units of a stratum stand together, and checks both. */
export function buildStage(input: StageInput): { readonly stage: Stage; readonly codes: StageCodes } {
  const { rows, above, clusters } = input;
  const strata = numberPairs(rows, above?.unit ?? null, input.strata?.codes ?? null);
  const units = clusters === null ? null : numberPairs(rows, strata.code, clusters.codes);
  const unitCount = units?.count ?? rows;
  const stratumOfUnit = new Int32Array(unitCount);
  for (let row = 0; row < rows; row += 1) stratumOfUnit[units === null ? row : units.code[row]!] = strata.code[row]!;

  const unitStart = new Int32Array(strata.count + 1);
  for (const stratum of stratumOfUnit) unitStart[stratum + 1]! += 1;
  for (let s = 0; s < strata.count; s += 1) unitStart[s + 1]! += unitStart[s]!;
  const next = unitStart.slice();
  const place = new Int32Array(unitCount);
  const unitStratum = new Int32Array(unitCount);
  stratumOfUnit.forEach((stratum, unit) => {
    place[unit] = next[stratum]!;
    next[stratum]! += 1;
    unitStratum[place[unit]!] = stratum;
  });
  const unit = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) unit[row] = place[units === null ? row : units.code[row]!]!;

  const sampled = Float64Array.from({ length: strata.count }, (_, s) => unitStart[s + 1]! - unitStart[s]!);
  const labels = Array.from(strata.firstRow, (row) => stratumLabel(input, row));
  const population = populationSizes(input, strata.code, strata.firstRow, sampled, labels);
  const parent = Int32Array.from(strata.firstRow, (row) => (above === null ? -1 : above.unit[row]!));
  const factor = Float64Array.from(strata.firstRow, (row) => {
    if (above === null) return 1;
    const held = above.stratum[row]!;
    return (above.stage.factor[held]! * above.stage.sampled[held]!) / above.stage.population[held]!;
  });
  const stage: Stage = { labels, unitStart, unitStratum, sampled, population, parent, factor };
  if (above === null && clusters !== null && !input.nest) checkNesting(input, strata.code, labels);
  if (input.lonelyPsu === 'fail') checkLonely(input, stage, strata.firstRow);
  return { stage, codes: { stratum: strata.code, unit, stage } };
}

/** Dense numbers, by first appearance, for the pairs (outer, inner) that occur. */
function numberPairs(rows: number, outer: Int32Array | null, inner: Int32Array | null) {
  const code = new Int32Array(rows);
  const firstRow: number[] = [];
  if (outer === null && inner === null) return { code, count: 1, firstRow: Int32Array.of(0) };
  const width = inner === null ? 1 : largest(inner) + 1;
  const height = outer === null ? 1 : largest(outer) + 1;
  const table = width * height <= 4 * rows + 1024 ? new Int32Array(width * height) : new Map<number, number>();
  for (let row = 0; row < rows; row += 1) {
    const key = (outer === null ? 0 : outer[row]! * width) + (inner === null ? 0 : inner[row]!);
    let number = (table instanceof Map ? table.get(key) : table[key]) ?? 0;
    if (number === 0) {
      firstRow.push(row);
      number = firstRow.length;
      if (table instanceof Map) table.set(key, number);
      else table[key] = number;
    }
    code[row] = number - 1;
  }
  return { code, count: firstRow.length, firstRow: Int32Array.from(firstRow) };
}

function largest(codes: Int32Array): number {
  let most = 0;
  for (const code of codes) if (code > most) most = code;
  return most;
}

function stratumLabel(input: StageInput, row: number): string {
  const own = input.strata === null ? '' : input.strata.levels[input.strata.codes[row]!]!;
  if (input.above === null) return own;
  const held = `unit ${input.above.unit[row]! + 1} of stage ${input.stage - 1}`;
  return own === '' ? held : `${own}, ${held}`;
}

function populationSizes(
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

function checkNesting(input: StageInput, stratum: Int32Array, labels: readonly string[]): void {
  const clusters = input.clusters!;
  const seen = new Int32Array(clusters.levels.length).fill(-1);
  const told = new Set<number>();
  for (let row = 0; row < input.rows; row += 1) {
    const code = clusters.codes[row]!;
    const before = seen[code]!;
    const here = stratum[row]!;
    if (before === -1) seen[code] = here;
    else if (before !== here && !told.has(code)) {
      told.add(code);
      const cluster = clusters.levels[code]!;
      const message = `Cluster "${cluster}" lies in the strata "${labels[before]}" and "${labels[here]}" (row ${row}). Where codes repeat between strata, set nest.`;
      input.reasons.push({
        code: 'cluster-in-two-strata',
        cluster,
        strata: [labels[before]!, labels[here]!],
        row,
        message,
      });
    }
  }
}

function checkLonely(input: StageInput, stage: Stage, firstRow: Int32Array): void {
  stage.sampled.forEach((n, s) => {
    const population = stage.population[s]!;
    if (n !== 1 || (population - n) / population < certaintyThreshold) return;
    const stratum = stage.labels[s]!;
    const message = `Stratum "${stratum}" has one sampled unit at stage ${input.stage}: choose what to do with lonely PSUs.`;
    input.reasons.push({ code: 'lonely-psu', stage: input.stage, stratum, row: firstRow[s]!, message });
  });
}
