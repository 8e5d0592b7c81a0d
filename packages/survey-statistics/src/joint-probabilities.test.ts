import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createSurveyDesign,
  type DesignColumns,
  type DesignRefusal,
  estimateRatios,
  estimateTotals,
  type Result,
  type SurveyDesign,
} from './index.ts';

const joint = { missing: 'itemwise', covariance: 'joint' } as const;
const approximations: readonly NonNullable<DesignColumns['pps']>[] = [
  'brewer',
  { approximation: 'overton', form: 'horvitz-thompson' },
  { approximation: 'overton', form: 'yates-grundy' },
  { approximation: 'hartley-rao', form: 'horvitz-thompson' },
  { approximation: 'hartley-rao', form: 'yates-grundy' },
];

function declare(rows: number, more: Partial<DesignColumns>): Result<SurveyDesign, DesignRefusal> {
  return createSurveyDesign({
    rows,
    weights: null,
    strata: [],
    clusters: [],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
    ...more,
  });
}

function made(result: Result<SurveyDesign, DesignRefusal>): SurveyDesign {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}

function varianceOfTotal(design: SurveyDesign, values: readonly number[]): number {
  const total = estimateTotals(design, [{ label: 'y', values }], joint);
  if (!total.ok) throw new Error('no total');
  return total.value.covariance[0]!;
}

const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 4, maxLength: 20 });

test('with equal probabilities every approximation is the variance of simple random sampling', () => {
  fc.assert(
    fc.property(values, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (y, probability) => {
      const strata = [y.map((_, row) => row % 2)];
      const fpc = [y.map(() => probability)];
      const simple = varianceOfTotal(made(declare(y.length, { strata, fpc })), y);
      for (const pps of approximations) {
        const got = varianceOfTotal(made(declare(y.length, { strata, fpc, pps })), y);
        expect(Math.abs(got - simple)).toBeLessThanOrEqual(1e-10 * simple + 1e-9);
      }
    }),
  );
});

test('the Yates-Grundy variance is 0 where values are in proportion to the probabilities', () => {
  const probability = [0.1, 0.2, 0.3, 0.4, 0.25, 0.15];
  for (const approximation of ['overton', 'hartley-rao'] as const) {
    const pps = { approximation, form: 'yates-grundy' } as const;
    const design = made(declare(6, { fpc: [probability], pps }));
    expect(Math.abs(varianceOfTotal(design, probability))).toBeLessThan(1e-12);
    const x = Float64Array.from(probability);
    const ratio = estimateRatios(design, [{ label: 'r', numerator: x.map((p) => 3 * p), denominator: x }], joint);
    expect(ratio.ok && ratio.value.covariance[0]!).toBeLessThan(1e-12);
  }
});

test('a stratum with one unit adds (1 - p) (y / p)^2 in the Horvitz-Thompson form, without a policy', () => {
  const pps = { approximation: 'overton', form: 'horvitz-thompson' } as const;
  const fpc = [[0.4, 0.4, 0.5]];
  const strata = [['a', 'a', 'b']];
  const both = varianceOfTotal(made(declare(3, { strata, fpc, pps })), [1, 2, 3]);
  const first = varianceOfTotal(made(declare(3, { strata, fpc, pps })), [1, 2, 0]);
  expect(both - first).toBeCloseTo(0.5 * 36, 9);
});

test.each<[string, Partial<DesignColumns>]>([
  ['fpc-stages', { pps: 'brewer' }],
  ['fpc-mixed', { pps: 'brewer', fpc: [[0.1, 0.2, 30, 0.4]] }],
  ['fpc-not-positive', { pps: 'brewer', fpc: [[0.1, -0.2, 0.3, 0.4]] }],
  ['fpc-not-a-number', { pps: 'brewer', fpc: [[0.1, Number.NaN, 0.3, 0.4]] }],
  ['weight-infinite', { pps: 'brewer', fpc: [[0.1, 0, 0.3, 0.4]] }],
  ['fpc-varies', { pps: 'brewer', fpc: [[0.1, 0.2, 0.3, 0.3]], clusters: [[1, 1, 2, 2]] }],
  ['lonely-psu', { pps: 'brewer', fpc: [[0.1, 0.2, 0.3, 0.3]], strata: [[1, 1, 1, 2]] }],
  [
    'too-many-stages',
    {
      pps: { approximation: 'overton', form: 'yates-grundy' },
      fpc: [
        [0.1, 0.1, 0.3, 0.3],
        [0.5, 0.5, 0.5, 0.5],
      ],
      clusters: [
        [1, 1, 2, 2],
        [1, 2, 3, 4],
      ],
    },
  ],
])('unequal probabilities: %s is refused', (code, columns) => {
  const result = declare(4, columns);
  expect(result.ok ? [] : result.reasons.map((reason) => reason.code)).toContain(code);
});
