import type { Stage, SurveyDesign } from './sampling-design.ts';

/**
 * The stages of several designs side by side: strata and units renumbered part after part. A part with fewer stages gets, below
 * its last, one stratum per unit that holds that unit alone and was sampled whole, which adds no variance.
 */
export function combineStages(
  parts: readonly { readonly name: string; readonly design: SurveyDesign }[],
): Pick<SurveyDesign, 'stages' | 'psu' | 'unit'> {
  const depth = Math.max(...parts.map(({ design }) => design.stages.length));
  const padded = parts.map(({ design }) => padStages(design.stages, depth));
  const combined = Array.from({ length: depth }, (_, level) =>
    joinStages(
      padded.map((stages, index) => ({
        stage: stages[level]!,
        name: parts[index]!.name,
        unitsAbove: level === 0 ? 0 : stages[level - 1]!.unitStratum.length,
      })),
    ),
  );
  return {
    stages: [combined[0]!, ...combined.slice(1)],
    psu: joinUnits(
      parts.map(({ design }) => design.psu),
      padded.map((stages) => stages[0]!),
    ),
    unit: joinUnits(
      parts.map(({ design }) => design.unit),
      padded.map((stages) => stages.at(-1)!),
    ),
  };
}

function padStages(stages: SurveyDesign['stages'], depth: number): readonly Stage[] {
  const padded: Stage[] = [...stages];
  while (padded.length < depth) {
    const above = padded.at(-1)!;
    const units = above.unitStratum.length;
    const ones = new Float64Array(units).fill(1);
    const each = Int32Array.from({ length: units }, (_, unit) => unit);
    padded.push({
      labels: Array.from(each, (unit) => `unit ${unit + 1} of stage ${padded.length}`),
      unitStart: Int32Array.from({ length: units + 1 }, (_, unit) => unit),
      unitStratum: each,
      sampled: ones,
      population: ones,
      unitPopulation: null,
      jointProbabilities: null,
      parent: each,
      factor: ones,
    });
  }
  return padded;
}

interface NamedStage {
  readonly stage: Stage;
  readonly name: string;
  readonly unitsAbove: number;
}

function joinStages(named: readonly NamedStage[]): Stage {
  const stages = named.map(({ stage }) => stage);
  const unitsBefore = runningSum(stages.map(({ unitStratum }) => unitStratum.length));
  const strataBefore = runningSum(stages.map(({ sampled }) => sampled.length));
  const aboveBefore = runningSum(named.map(({ unitsAbove }) => unitsAbove));
  const units = unitsBefore.at(-1)!;
  const unequal = stages.some(({ unitPopulation }) => unitPopulation !== null);
  return {
    labels: named.flatMap(({ stage, name }) =>
      stage.labels.map((label) => (label === '' ? name : `${name}, ${label}`)),
    ),
    unitStart: Int32Array.from([
      ...stages.flatMap(({ unitStart }, part) =>
        Array.from(unitStart.slice(0, -1), (unit) => unit + unitsBefore[part]!),
      ),
      units,
    ]),
    unitStratum: joinShifted(
      stages.map(({ unitStratum }) => unitStratum),
      strataBefore,
    ),
    sampled: joinNumbers(stages.map(({ sampled }) => sampled)),
    population: joinNumbers(stages.map(({ population }) => population)),
    unitPopulation: unequal ? joinNumbers(stages.map(unitPopulations)) : null,
    jointProbabilities: stages[0]!.jointProbabilities,
    parent: joinShifted(
      stages.map(({ parent }) => parent),
      aboveBefore,
    ),
    factor: joinNumbers(stages.map(({ factor }) => factor)),
  };
}

function unitPopulations({ unitPopulation, unitStratum, population }: Stage): Float64Array {
  return unitPopulation ?? Float64Array.from(unitStratum, (stratum) => population[stratum]!);
}

function joinUnits(columns: readonly Int32Array[], stages: readonly Stage[]): Int32Array {
  return joinShifted(columns, runningSum(stages.map(({ unitStratum }) => unitStratum.length)));
}

/** The columns one after another, each raised by its shift; -1 (no parent) stays. */
function joinShifted(columns: readonly Int32Array[], shifts: readonly number[]): Int32Array {
  const joined = new Int32Array(columns.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  columns.forEach((column, part) => {
    for (const value of column) {
      joined[place] = value < 0 ? value : value + shifts[part]!;
      place += 1;
    }
  });
  return joined;
}

function joinNumbers(columns: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(columns.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const column of columns) {
    joined.set(column, place);
    place += column.length;
  }
  return joined;
}

function runningSum(sizes: readonly number[]): readonly number[] {
  const sums = [0];
  for (const size of sizes) sums.push(sums.at(-1)! + size);
  return sums;
}
