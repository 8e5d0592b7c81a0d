import { expect, test } from 'vitest';
import {
  createRandomGenerator,
  createSurveyDesign,
  type EstimateSet,
  estimateMeans,
  estimateRatios,
  type RandomGenerator,
  type ReplicateConversion,
  type Result,
  type SurveyDesign,
  tInterval,
  toReplicates,
} from './index.ts';

/** A population of ten strata of PSUs of six people: PSUs differ in level, strata in size and level. */
const strata = Array.from({ length: 10 }, (_, s) => ({ psus: 12 + 3 * s, level: 4 + 0.4 * s }));
const people = 6;

function population(random: RandomGenerator): readonly (readonly Float64Array[])[] {
  const bell = () => random() + random() + random() + random() - 2;
  return strata.map(({ psus, level }) =>
    Array.from({ length: psus }, () => {
      const effect = 1.5 * bell();
      return Float64Array.from({ length: people }, () => level + effect + 2 * bell());
    }),
  );
}

interface Drawn {
  readonly design: SurveyDesign;
  readonly y: Float64Array;
  readonly x: Float64Array;
}

/** `count` PSUs of each stratum drawn without replacement, everybody in them asked. */
function draw(
  units: readonly (readonly Float64Array[])[],
  count: number,
  corrected: boolean,
  random: RandomGenerator,
): Drawn {
  const rows = units.flatMap((stratum, s) => {
    const left = Array.from(stratum.keys());
    return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)[0]!).flatMap((psu) =>
      Array.from(stratum[psu]!, (value) => ({ s, psu: `${s}-${psu}`, value, size: stratum.length })),
    );
  });
  const made = createSurveyDesign({
    rows: rows.length,
    weights: rows.map(({ size }) => size / count),
    strata: [rows.map(({ s }) => s)],
    clusters: [rows.map(({ psu }) => psu)],
    fpc: corrected ? [rows.map(({ size }) => size)] : [],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  if (!made.ok) throw new Error('the sample is refused');
  const y = Float64Array.from(rows, ({ value }) => value);
  return { design: made.value, y, x: y.map((value) => (value > 5 ? value : 0)) };
}

function covers(result: Result<EstimateSet, unknown>, truth: number): boolean {
  const estimate = result.ok ? result.value.estimates[0] : undefined;
  if (estimate?.status !== 'estimated') throw new Error('no estimate');
  const interval = tInterval(estimate, 0.95);
  if (interval === null) throw new Error('no interval');
  return interval.low <= truth && truth <= interval.high;
}

const pairs = { smallStrata: 'fail', largeStrata: 'fail' } as const;
const random = createRandomGenerator(77);

test.each<[string, number, boolean, ReplicateConversion | null]>([
  ['linearised, 4 PSUs per stratum', 4, true, null],
  ['linearised, 2 PSUs per stratum', 2, true, null],
  ['jackknife', 4, true, { type: 'JKn', mse: false }],
  ['half-samples', 2, false, { type: 'BRR', mse: false, ...pairs }],
  ['subbootstrap', 4, false, { type: 'subbootstrap', replicates: 120, random, mse: false }],
])('95 % intervals cover the population in 92 to 98.5 of 100 samples: %s', (_, count, corrected, conversion) => {
  const units = population(createRandomGenerator(5));
  const values = units.flat().flatMap((psu) => Array.from(psu));
  const sum = values.reduce((total, value) => total + value, 0);
  const above = values.reduce((total, value) => total + (value > 5 ? value : 0), 0);
  const chance = createRandomGenerator(2026);
  const samples = 600;
  const covered = { mean: 0, ratio: 0 };
  for (let sample = 0; sample < samples; sample += 1) {
    const { design, y, x } = draw(units, count, corrected, chance);
    const converted = conversion === null ? null : toReplicates(design, conversion);
    if (converted !== null && !converted.ok) throw new Error('no replicates');
    const used = converted?.value ?? design;
    const mean = estimateMeans(used, [{ label: 'y', values: y }], { missing: 'itemwise', covariance: 'joint' });
    const ratio = estimateRatios(used, [{ label: 'r', numerator: x, denominator: y }], { covariance: 'joint' });
    if (covers(mean, sum / values.length)) covered.mean += 1;
    if (covers(ratio, above / sum)) covered.ratio += 1;
  }
  for (const share of [covered.mean / samples, covered.ratio / samples]) {
    expect(share).toBeGreaterThan(0.92);
    expect(share).toBeLessThan(0.985);
  }
});
