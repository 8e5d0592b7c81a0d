import fc from 'fast-check';
import { expect, expectTypeOf, test } from 'vitest';
import {
  type AnalysisDesign,
  type Auxiliary,
  adjustForNonresponse,
  type CalibratedDesign,
  type CalibrationMethod,
  type CalibrationOptions,
  type CalibrationRefusal,
  calibrateWeights,
  createFactor,
  createSurveyDesign,
  type Estimated,
  estimateMeans,
  estimateRatios,
  estimateTotals,
  type Margin,
  postStratify,
  type ReplicateDesign,
  type Result,
  rakeWeights,
  type SurveyDesign,
  toReplicates,
  trimWeights,
} from '../index.ts';

interface Case {
  readonly psu: number;
  readonly weight: number;
  readonly g: string;
  readonly h: string;
  readonly x: number;
  readonly y: number;
}

const row: fc.Arbitrary<Case> = fc.record({
  psu: fc.integer({ min: 0, max: 9 }),
  weight: fc.double({ min: 0.5, max: 5, noNaN: true }),
  g: fc.constantFrom('a', 'b', 'c'),
  h: fc.constantFrom('u', 'v'),
  x: fc.integer({ min: 1, max: 40 }),
  y: fc.integer({ min: 0, max: 100 }),
});
/** Every crossing of g and h is there, so that no margins contradict each other. */
const all: readonly Case[] = ['a', 'b', 'c'].flatMap((g, place) =>
  ['u', 'v'].flatMap((h, next) => [
    { psu: place, weight: 2, g, h, x: 5 + place + 3 * next, y: 50 + place },
    { psu: next + 4, weight: 2, g, h, x: 20 - 2 * place, y: 40 + next },
  ]),
);
const rows = fc.array(row, { minLength: 12, maxLength: 50 }).map((more) => [...all, ...more]);
const totals = { g: { a: 60, b: 80, c: 60 }, h: { u: 110, v: 90 } };
const iteration = { maxIterations: 200, epsilon: 1e-12, ifNotConverged: 'refuse' } as const;
const exponential: CalibrationMethod = { distance: 'raking', bounds: null, iteration };
const linear: CalibrationMethod = { distance: 'linear' };
const joint = { missing: 'listwise', covariance: 'joint' } as const;

function designOf(cases: readonly Case[], scale = 1): SurveyDesign {
  const made = createSurveyDesign({
    rows: cases.length,
    weights: cases.map(({ weight }) => weight * scale),
    strata: [],
    clusters: [cases.map(({ psu }) => psu)],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  return accept(made);
}

function accept<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}

function marginOf(cases: readonly Case[], name: 'g' | 'h'): Margin {
  return { label: name, factor: createFactor(cases.map((entry) => entry[name])), totals: totals[name] };
}

function auxiliariesOf(cases: readonly Case[]): readonly Auxiliary[] {
  const values = Float64Array.from(cases, ({ x }) => x);
  const mean = values.reduce((sum, value, index) => sum + value * cases[index]!.weight, 0);
  const size = cases.reduce((sum, { weight }) => sum + weight, 0);
  return [
    { kind: 'factor', ...marginOf(cases, 'g') },
    { kind: 'factor', ...marginOf(cases, 'h') },
    { kind: 'numeric', label: 'x', values, total: (200 * mean) / size + 60 },
  ];
}

const rake = (design: SurveyDesign, cases: readonly Case[]) =>
  accept(
    rakeWeights(design, [marginOf(cases, 'g'), marginOf(cases, 'h')], {
      maxIterations: 500,
      epsilon: 1e-13,
      ifNotConverged: 'refuse',
    }),
  );

function total(design: SurveyDesign, values: ArrayLike<number>): Estimated {
  const [estimate] = accept(estimateTotals(design, [{ label: 'y', values }], joint)).estimates;
  if (estimate?.status !== 'estimated') throw new Error('no cases');
  return estimate;
}

function mean(design: SurveyDesign, values: ArrayLike<number>): Estimated {
  const [estimate] = accept(estimateMeans(design, [{ label: 'y', values }], joint)).estimates;
  if (estimate?.status !== 'estimated') throw new Error('no cases');
  return estimate;
}

const check = (property: (cases: readonly Case[]) => void) =>
  fc.assert(fc.property(rows, property), { seed: 20261122, numRuns: 40 });

test.each([
  ['linear', linear],
  ['exponential', exponential],
] as const)('%s calibration reaches every total, and these have no standard error', (_, method) => {
  check((cases) => {
    const made = calibrateWeights(designOf(cases), auxiliariesOf(cases), { method });
    if (!made.ok) {
      expect(method).toBe(exponential);
      return;
    }
    expect(made.value.report.largestMiss).toBeLessThan(1e-10);
    const known = total(
      made.value.design,
      cases.map(({ x }) => x),
    );
    expect(known.se).toBeLessThan(1e-7 * known.value);
  });
});

test('raking reaches every margin', () => {
  check((cases) => {
    const { report } = rake(designOf(cases), cases);
    expect(report.largestMiss).toBeLessThan(1e-9);
    expect(report.after!.sum).toBeCloseTo(200, 6);
  });
});

test('the scale of the weights before is irrelevant', () => {
  check((cases) => {
    const one = designOf(cases);
    const scaled = designOf(cases, 3);
    const steps: readonly ((design: SurveyDesign) => Result<CalibratedDesign, CalibrationRefusal>)[] = [
      (design) => postStratify(design, marginOf(cases, 'g'), { absent: 'refuse' }),
      (design) => ({ ok: true, value: rake(design, cases) }),
    ];
    for (const step of steps) {
      const a = accept(step(one)).design;
      const b = accept(step(scaled)).design;
      a.weights.forEach((weight, index) => {
        expect(b.weights[index]! / weight).toBeCloseTo(1, 9);
      });
      const y = cases.map((entry) => entry.y);
      expect(total(b, y).se).toBeCloseTo(total(a, y).se, 6);
    }
  });
});

test('the order of the rows is irrelevant', () => {
  check((cases) => {
    const turned = cases.toReversed();
    const y = (list: readonly Case[]) => list.map((entry) => entry.y);
    const a = mean(rake(designOf(cases), cases).design, y(cases));
    const b = mean(rake(designOf(turned), turned).design, y(turned));
    expect(b.value).toBeCloseTo(a.value, 9);
    expect(b.se).toBeCloseTo(a.se, 9);
  });
});

test('cases of weight zero change nothing', () => {
  check((cases) => {
    const more = [...cases, ...all.map((entry) => ({ ...entry, weight: 0, y: 1e6, g: 'a' }))];
    const y = (list: readonly Case[]) => list.map((entry) => entry.y);
    for (const adjust of [
      rake,
      (design: SurveyDesign, list: readonly Case[]) =>
        accept(calibrateWeights(design, auxiliariesOf(list), { method: linear })),
      (design: SurveyDesign, list: readonly Case[]) =>
        accept(postStratify(design, marginOf(list, 'g'), { absent: 'refuse' })),
    ]) {
      const a = total(adjust(designOf(cases), cases).design, y(cases));
      const b = total(adjust(designOf(more), more).design, y(more));
      expect(b.value).toBeCloseTo(a.value, 7);
      expect(b.se).toBeCloseTo(a.se, 7);
      expect(b.n).toBe(a.n);
    }
  });
});

test('post-stratification by five roads: alone, raked, linear, exponential and within bounds', () => {
  check((cases) => {
    const design = designOf(cases);
    const margin = marginOf(cases, 'g');
    const by = (method: CalibrationMethod) =>
      accept(calibrateWeights(design, [{ kind: 'factor', ...margin }], { method })).design;
    const wide = { on: 'ratio', lower: 0.001, upper: 1000 } as const;
    const reference = accept(postStratify(design, margin, { absent: 'refuse' })).design;
    const y = cases.map((entry) => entry.y);
    const wanted = [total(reference, y), mean(reference, y)];
    for (const other of [
      accept(rakeWeights(design, [margin], { maxIterations: 10, epsilon: 1e-12, ifNotConverged: 'refuse' })).design,
      by(linear),
      by(exponential),
      by({ distance: 'bounded-linear', bounds: wide, iteration }),
    ]) {
      const got = [total(other, y), mean(other, y)];
      got.forEach(({ value }, index) => {
        expect(value).toBeCloseTo(wanted[index]!.value, 8);
      });
      if (other.weights.length > 0) expect(got[0]!.n).toBe(wanted[0]!.n);
    }
    const se = total(by(linear), y).se;
    expect(se).toBeCloseTo(total(reference, y).se, 7);
    expect(total(by(exponential), y).se).toBeCloseTo(se, 7);
  });
});

test('calibration to one total with variance in proportion is the ratio estimator, by three roads', () => {
  check((cases) => {
    const design = designOf(cases);
    const x = Float64Array.from(cases, (entry) => entry.x);
    const y = Float64Array.from(cases, (entry) => entry.y);
    const known = 5000;
    const calibrated = accept(
      calibrateWeights(design, [{ kind: 'numeric', label: 'x', values: x, total: known }], {
        method: linear,
        variance: x,
      }),
    ).design;
    const [ratio] = accept(
      estimateRatios(design, [{ label: 'r', numerator: y, denominator: x }], { covariance: 'joint' }),
    ).estimates;
    if (ratio?.status !== 'estimated') throw new Error('no cases');
    const weighted = designOf(cases, known / total(design, x).value);
    const got = total(calibrated, y);
    expect(got.value).toBeCloseTo(known * ratio.value, 6);
    expect(got.se).toBeCloseTo(known * ratio.se, 6);
    expect(total(weighted, y).value).toBeCloseTo(got.value, 6);
  });
});

test('trimming keeps the sum of the weights and, if strict, the limits', () => {
  check((cases) => {
    const design = designOf(cases);
    const made = trimWeights(design, { lower: 1, upper: 4, passes: 'strict' });
    if (!made.ok) return;
    const { before, after } = made.value.report;
    expect(after!.sum).toBeCloseTo(before!.sum, 8);
    expect(after!.smallest).toBeGreaterThanOrEqual(1);
    expect(after!.largest).toBeLessThanOrEqual(4);
  });
});

const spread = Array.from({ length: 600 }, (_, index): Case => {
  const [a, b] = [(index * 7919) % 101, (index * 104729) % 97];
  return {
    psu: index % 60,
    weight: 1 + (a % 5) / 3,
    g: ['a', 'b', 'c'][a % 3]!,
    h: ['u', 'v'][b % 2]!,
    x: 1 + (b % 40),
    y: ((a * 3 + b * 2) % 60) + 10 * (a % 3) + (b % 40),
  };
});
const control = { maxIterations: 50, epsilon: 1e-9, ifNotConverged: 'refuse' } as const;
const adjustments: Record<
  string,
  <D extends AnalysisDesign>(design: D) => Result<CalibratedDesign<D>, CalibrationRefusal>
> = {
  raking: (design) => rakeWeights(design, [marginOf(spread, 'g'), marginOf(spread, 'h')], control),
  'linear calibration': (design) => calibrateWeights(design, auxiliariesOf(spread), { method: linear }),
  'weighting classes': (design) =>
    adjustForNonresponse(design, {
      responded: spread.map(({ x, psu }) => (x * 7 + psu) % 10 < 6),
      classes: createFactor(spread.map(({ g }) => g)),
      minimumRespondents: 20,
    }),
};

test.each(Object.entries(adjustments))('the jackknife of %s agrees with linearisation within bounds', (_, adjust) => {
  const design = designOf(spread);
  const y = { label: 'y', values: spread.map((entry) => entry.y) };
  const jackknife = accept(toReplicates(design, { type: 'JK1', mse: false }));
  const taylor = mean(accept(adjust(design)).design, y.values);
  const [replicated] = accept(estimateMeans(accept(adjust(jackknife)).design, [y], joint)).estimates;
  if (replicated?.status !== 'estimated') throw new Error('no cases');
  expect(replicated.value).toBeCloseTo(taylor.value, 10);
  expect(replicated.se / taylor.se).toBeGreaterThan(0.95);
  expect(replicated.se / taylor.se).toBeLessThan(1.1);
});

test('only a design that knows its PSUs takes the same ratio within PSUs', () => {
  expectTypeOf<'psu'>().toExtend<NonNullable<CalibrationOptions<SurveyDesign>['sameWithin']>>();
  expectTypeOf<'psu'>().not.toExtend<NonNullable<CalibrationOptions<ReplicateDesign>['sameWithin']>>();
});
