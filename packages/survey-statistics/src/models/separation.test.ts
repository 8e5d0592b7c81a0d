import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createFactor,
  createSurveyDesign,
  fitLinearModel,
  fitLogisticModel,
  fitLogLinearModel,
  type ModelRefusal,
  type ModelTerm,
  type SurveyDesign,
} from '../index.ts';

function simple(rows: number, weights: Float64Array | null = null): SurveyDesign {
  const made = createSurveyDesign({
    rows,
    weights,
    strata: [],
    clusters: [],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  if (!made.ok) throw new Error('refused');
  return made.value;
}

const number = (label: string, values: readonly number[]): ModelTerm => ({ kind: 'number', label, values });
const factor = (label: string, codes: readonly string[]): ModelTerm => ({
  kind: 'factor',
  label,
  factor: createFactor(codes),
});

function refusalOf(
  fit: typeof fitLogisticModel,
  y: readonly number[],
  terms: readonly ModelTerm[],
  weights: Float64Array | null = null,
): ModelRefusal | null {
  const made = fit(simple(y.length, weights), {
    response: { label: 'y', values: y },
    terms,
    intercept: true,
    missing: 'listwise',
  });
  return made.ok ? null : made.reasons[0]!;
}

const x = Array.from({ length: 40 }, (_, row) => row + Math.sin(row));

test('a threshold that splits the answers is complete separation', () => {
  const y = x.map((value) => (value > 20 ? 1 : 0));
  expect(refusalOf(fitLogisticModel, y, [number('x', x)])).toMatchObject({
    code: 'separation',
    kind: 'complete',
    columns: ['(Intercept)', 'x'],
    count: 40,
  });
});

test('one case on the wrong side is no separation', () => {
  const y = x.map((value, row) => (value > 20 || row === 3 ? 1 : 0));
  expect(refusalOf(fitLogisticModel, y, [number('x', x)])).toBeNull();
});

test('ties at the threshold are quasi-complete separation', () => {
  const tied = [1, 2, 3, 4, 4, 4, 4, 5, 6, 7];
  const y = [0, 0, 0, 0, 1, 0, 1, 1, 1, 1];
  expect(refusalOf(fitLogisticModel, y, [number('x', tied)])).toMatchObject({
    code: 'separation',
    kind: 'quasi-complete',
    count: 6,
  });
});

test('a group that all gave one answer is quasi-complete separation of its coefficient', () => {
  const group = x.map((_, row) => ['a', 'b', 'c'][row % 3]!);
  const y = x.map((_, row) => (row % 3 === 1 ? 1 : (row >> 1) % 2));
  const got = refusalOf(fitLogisticModel, y, [factor('g', group), number('x', x)]);
  expect(got).toMatchObject({ code: 'separation', kind: 'quasi-complete', columns: ['gb'], row: 1, count: 13 });
});

test('separation among cases with weight only is found, cases of weight zero do not hide it', () => {
  const y = x.map((value, row) => (value > 20 || row === 3 ? 1 : 0));
  const weights = Float64Array.from(x, (_, row) => (row === 3 ? 0 : 1 + (row % 4)));
  expect(refusalOf(fitLogisticModel, y, [number('x', x)], weights)).toMatchObject({ code: 'separation', count: 39 });
});

test('unequal weights do not look like separation', () => {
  const y = x.map((_, row) => ((row * 7) % 11 < 4 ? 1 : 0));
  const weights = Float64Array.from(x, (_, row) => 10 ** ((row % 7) - 3));
  expect(refusalOf(fitLogisticModel, y, [number('x', x)], weights)).toBeNull();
});

test('rare answers are no separation', () => {
  const many = Array.from({ length: 20_000 }, (_, row) => row / 1000);
  const y = many.map((_, row) => (row === 77 || row === 15_000 ? 1 : 0));
  expect(refusalOf(fitLogisticModel, y, [number('x', many)])).toBeNull();
});

test('a group without any event is separation of a log-linear model too', () => {
  const group = x.map((_, row) => ['a', 'b'][row % 2]!);
  const y = x.map((_, row) => (row % 2 === 1 ? 0 : 1 + (row % 5)));
  expect(refusalOf(fitLogLinearModel, y, [factor('g', group)])).toMatchObject({ code: 'separation', columns: ['gb'] });
});

test('separation is found whatever the number of predictors and their scale', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
        minLength: 30,
        maxLength: 60,
      }),
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.constantFrom(1e-3, 1, 1e4),
      (points, tilt, scale) => {
        const score = points.map(([a, b]) => a + tilt * b + 0.01);
        const y = score.map((value) => (value > 0 ? 1 : 0));
        fc.pre(new Set(points.map(([a]) => a)).size > 3 && new Set(points.map(([, b]) => b)).size > 3);
        fc.pre(y.includes(0) && y.includes(1) && score.every((value) => Math.abs(value) > 0.5));
        const terms = [
          number(
            'a',
            points.map(([a]) => scale * a),
          ),
          number(
            'b',
            points.map(([, b]) => b + 1e3),
          ),
        ];
        expect(refusalOf(fitLogisticModel, y, terms)?.code).toBe('separation');
      },
    ),
    { numRuns: 60, seed: 20261122 },
  );
});

test('what cannot be fitted is refused with the argument and its first row', () => {
  const y = x.map((_, row) => row % 2);
  expect(refusalOf(fitLogisticModel, [0, 1, 2], [])).toMatchObject({ code: 'response-out-of-range', row: 2, value: 2 });
  expect(refusalOf(fitLogLinearModel, [0, -1, 2], [])).toMatchObject({ code: 'response-out-of-range', row: 1 });
  expect(refusalOf(fitLogisticModel, [1, 1, 1], [])).toMatchObject({ code: 'response-constant', value: 1 });
  expect(refusalOf(fitLinearModel, y, [number('x', [1])])).toMatchObject({ code: 'length-differs', argument: 'x' });
  const infinite = x.map((value, row) => (row === 5 ? Number.POSITIVE_INFINITY : value));
  expect(refusalOf(fitLinearModel, y, [number('x', infinite)])).toMatchObject({ code: 'infinite-value', row: 5 });
  const only = x.map(() => 'all');
  expect(refusalOf(fitLinearModel, y, [factor('g', only)])).toMatchObject({ code: 'one-level', levels: ['all'] });
  expect(refusalOf(fitLinearModel, y, [number('x', x), number('x', x)])).toMatchObject({ code: 'term-twice' });
  expect(
    refusalOf(
      fitLinearModel,
      y.map(() => Number.NaN),
      [],
    )?.code,
  ).toBe('no-cases');
});

test('a constant column and a copy are reported as aliased, the rest is estimated', () => {
  const y = x.map((value, row) => value + (row % 3));
  const made = fitLinearModel(simple(40), {
    response: { label: 'y', values: y },
    terms: [
      number('x', x),
      number(
        'copy',
        x.map((value) => 3 - value / 7),
      ),
      number(
        'one',
        x.map(() => 5),
      ),
    ],
    intercept: true,
    missing: 'listwise',
  });
  if (!made.ok) throw new Error('refused');
  expect(made.value.estimates.map(({ status }) => status)).toEqual(['estimated', 'estimated', 'aliased', 'aliased']);
  expect(made.value.df).toBe(38);
});
