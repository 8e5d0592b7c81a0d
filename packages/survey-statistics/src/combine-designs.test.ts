import { expect, test } from 'vitest';
import { taken } from '../../../fixtures/r/random-sample.ts';
import {
  combineDesigns,
  createRandomGenerator,
  createSurveyDesign,
  type DesignColumns,
  type Estimated,
  estimateMeans,
  estimateTotals,
  restrictDesign,
  type SurveyDesign,
} from './index.ts';

const rows = 24;
const joint = { missing: 'itemwise', covariance: 'joint' } as const;
const psu = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / 4));
const ssu = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / 2));
const random = createRandomGenerator(3);
const y = [0, 1, 2].map(() => Float64Array.from({ length: rows }, () => random() * 10));

function sample(more: Partial<DesignColumns>): SurveyDesign {
  const made = createSurveyDesign({
    rows,
    weights: Float64Array.from({ length: rows }, (_, row) => 1 + (row % 5)),
    strata: [psu.map((unit) => unit % 2)],
    clusters: [psu],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
    ...more,
  });
  if (!made.ok) throw new Error(made.reasons.map(({ message }) => message).join(' '));
  return made.value;
}

const fill = (value: number) => new Float64Array(rows).fill(value);
const oneStage = sample({});
const threeStages = sample({
  clusters: [psu, ssu, Int32Array.from({ length: rows }, (_, row) => row)],
  fpc: [fill(10), fill(5), fill(6)],
});
const unequal = sample({
  strata: [],
  clusters: [psu, ssu],
  fpc: [Float64Array.from(psu, (unit) => (unit + 1) / 10), Float64Array.from(ssu, (unit) => (unit + 1) / 20)],
  pps: 'brewer',
  weights: null,
});

function totalOf(design: SurveyDesign, values: Float64Array): Estimated {
  const made = estimateTotals(design, [{ label: 'y', values }], joint);
  const estimate = made.ok ? made.value.estimates[0] : undefined;
  if (estimate?.status !== 'estimated') throw new Error('no estimate');
  return estimate;
}

function combined(parts: readonly SurveyDesign[], populations: readonly (number | null)[]) {
  const made = combineDesigns(
    parts.map((design, index) => ({ name: `p${index}`, design, population: populations[index]! })),
  );
  if (!made.ok) throw new Error(made.reasons.map(({ message }) => message).join(' '));
  return made.value;
}

test('probabilities of a survey design that are psu numbers over ten give its weights', () => {
  expect(unequal.weights[0]).toBeCloseTo(10 * 20, 9);
});

test('variances of parts of one, two and three stages add up, as do their degrees of freedom', () => {
  const parts = [oneStage, threeStages, unequal];
  const { design } = combined(parts, [null, null, null]);
  const values = Float64Array.of(...y.flatMap((column) => [...column]));
  const whole = totalOf(design, values);
  const own = parts.map((part, index) => totalOf(part, y[index]!));
  const sum = (of: (estimate: Estimated) => number) => own.reduce((total, estimate) => total + of(estimate), 0);
  expect(whole.value / sum(({ value }) => value)).toBeCloseTo(1, 12);
  expect(whole.variance / sum(({ variance }) => variance)).toBeCloseTo(1, 12);
  expect(whole.df).toBe(sum(({ df }) => df));
});

test('each part weighs its population', () => {
  const { design, part } = combined([oneStage, threeStages], [900, 50]);
  const sums = [0, 0];
  part.codes.forEach((code, row) => {
    sums[code]! += design.weights[row]!;
  });
  expect(sums[0]).toBeCloseTo(900, 9);
  expect(sums[1]).toBeCloseTo(50, 9);
});

test('subpopulations and calibrations of the parts stay', () => {
  const inside = taken(
    restrictDesign(
      oneStage,
      y[0]!.map((value) => (value > 5 ? 1 : 0)),
    ),
  );
  const doubled = { ...threeStages, calibrations: [{ adjust: (column: Float64Array) => column.map((e) => 2 * e) }] };
  const { design } = combined([inside, doubled], [null, null]);
  const values = Float64Array.of(...y[0]!, ...y[1]!);
  const wanted = totalOf(inside, y[0]!).variance + 4 * totalOf(threeStages, y[1]!).variance;
  expect(totalOf(design, values).variance / wanted).toBeCloseTo(1, 12);
  const mean = estimateMeans(design, [{ label: 'y', values }], joint);
  expect(mean.ok && mean.value.estimates[0]!.n).toBe(rows + y[0]!.filter((value) => value > 5).length);
});

test.each<[string, Parameters<typeof combineDesigns>[0]]>([
  ['no-parts', []],
  [
    'same-name',
    [
      { name: 'a', design: oneStage, population: null },
      { name: 'a', design: oneStage, population: null },
    ],
  ],
  ['population-not-positive', [{ name: 'a', design: oneStage, population: 0 }]],
  ['population-not-positive', [{ name: 'a', design: oneStage, population: Number.NaN }]],
  [
    'policies-differ',
    [
      { name: 'a', design: oneStage, population: null },
      { name: 'b', design: sample({ lonelyPsu: 'adjust' }), population: null },
    ],
  ],
])('%s is refused', (code, parts) => {
  const made = combineDesigns(parts);
  expect(made.ok ? [] : made.reasons.map((reason) => reason.code)).toEqual([code]);
});
