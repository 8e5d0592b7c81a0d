import { checkLonely, checkNesting } from './sampling-checks.ts';
import type { Stage } from './sampling-design.ts';
import { populationSizes, unitPopulations } from './sampling-fraction.ts';
import type { StageCodes, StageInput } from './sampling-stage-input.ts';

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
  const unitPopulation = input.pps !== null ? unitPopulations(input, unit, unitStratum, sampled, labels) : null;
  const population =
    unitPopulation === null
      ? populationSizes(input, strata.code, strata.firstRow, sampled, labels)
      : sampled.map((n, s) =>
          unitPopulation.subarray(unitStart[s]!, unitStart[s + 1]!).reduce((sum, N) => sum + N / n, 0),
        );
  const parent = Int32Array.from(strata.firstRow, (row) => (above === null ? -1 : above.unit[row]!));
  const factor = Float64Array.from(strata.firstRow, (row) => {
    if (above === null) return 1;
    const held = above.stratum[row]!;
    const whole = above.stage.unitPopulation?.[above.unit[row]!] ?? above.stage.population[held]!;
    return (above.stage.factor[held]! * above.stage.sampled[held]!) / whole;
  });
  const jointProbabilities = input.pps === 'brewer' ? null : input.pps;
  const stage: Stage = {
    labels,
    unitStart,
    unitStratum,
    sampled,
    population,
    unitPopulation,
    jointProbabilities,
    parent,
    factor,
  };
  if (above === null && clusters !== null && !input.nest) checkNesting(input, strata.code, labels);
  if (input.lonelyPsu === 'fail' && jointProbabilities === null) checkLonely(input, stage, strata.firstRow);
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
