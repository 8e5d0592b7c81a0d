import fc from 'fast-check';
import { expect, test } from 'vitest';
import { taken } from '../../../fixtures/r/random-sample.ts';
import {
  createFactor,
  createSurveyDesign,
  type Estimate,
  type Estimated,
  estimateMeans,
  estimateProportions,
  estimateRatios,
  estimateTotals,
  restrictDesign,
  type SurveyDesign,
} from './index.ts';

const row = fc.record({
  stratum: fc.integer({ min: 0, max: 2 }),
  psu: fc.integer({ min: 0, max: 3 }),
  weight: fc.double({ min: 0.5, max: 20, noNaN: true }),
  domain: fc.constantFrom('a', 'b', 'c'),
  y: fc.double({ min: -50, max: 50, noNaN: true }),
});
const rows = fc.array(row, { minLength: 10, maxLength: 40 });
type Rows = readonly { stratum: number; psu: number; weight: number; domain: string; y: number }[];

function designOf(cases: Rows, scale = 1): SurveyDesign | null {
  const made = createSurveyDesign({
    rows: cases.length,
    weights: cases.map(({ weight }) => weight * scale),
    strata: [cases.map(({ stratum }) => stratum)],
    clusters: [cases.map(({ psu }) => psu)],
    fpc: [],
    nest: true,
    lonelyPsu: 'remove',
    adjustLonelyInDomain: false,
  });
  return made.ok ? made.value : null;
}

const joint = { missing: 'listwise', covariance: 'joint' } as const;

function estimated(estimate: Estimate | undefined): Estimated {
  if (estimate?.status !== 'estimated') throw new Error('no cases');
  return estimate;
}

function mean(design: SurveyDesign, values: ArrayLike<number>): Estimated {
  const made = estimateMeans(design, [{ label: 'y', values }], joint);
  return estimated(made.ok ? made.value.estimates[0] : undefined);
}

function total(design: SurveyDesign, values: ArrayLike<number>): Estimated {
  const made = estimateTotals(design, [{ label: 'y', values }], joint);
  return estimated(made.ok ? made.value.estimates[0] : undefined);
}

function check(property: (cases: Rows, design: SurveyDesign) => void): void {
  fc.assert(
    fc.property(rows, (cases) => {
      const design = designOf(cases);
      if (design !== null) property(cases, design);
    }),
    { seed: 20260105, numRuns: 150 },
  );
}

test('a constant has standard error zero and no design effect', () => {
  check((cases, design) => {
    for (const constant of [0.1, -7, 1e9 / 3]) {
      const got = mean(design, new Float64Array(cases.length).fill(constant));
      expect([got.value, got.se, got.deff, got.effectiveN]).toEqual([constant, 0, null, null]);
    }
  });
});

test('scaling the weights leaves means, standard errors and design effects unchanged and scales totals', () => {
  check((cases, design) => {
    const y = cases.map((entry) => entry.y);
    const scaled = designOf(cases, 37)!;
    expect(mean(scaled, y).value).toBeCloseTo(mean(design, y).value, 9);
    expect(mean(scaled, y).se).toBeCloseTo(mean(design, y).se, 9);
    expect(mean(scaled, y).deff ?? 0).toBeCloseTo(mean(design, y).deff ?? 0, 9);
    expect(total(scaled, y).value / 37).toBeCloseTo(total(design, y).value, 6);
    expect(total(scaled, y).se / 37).toBeCloseTo(total(design, y).se, 6);
  });
});

test('the order of the rows does not matter', () => {
  check((cases, design) => {
    const turned = [...cases].reverse();
    const other = designOf(turned)!;
    const y = (list: Rows) => list.map((entry) => entry.y);
    expect(mean(other, y(turned)).value).toBeCloseTo(mean(design, y(cases)).value, 9);
    expect(mean(other, y(turned)).se).toBeCloseTo(mean(design, y(cases)).se, 9);
  });
});

test('domains partition the total', () => {
  check((cases, design) => {
    const values = cases.map((entry) => entry.y);
    const by = createFactor(cases.map(({ domain }) => domain));
    const parts = estimateTotals(design, [{ label: 'y', values }], { ...joint, by });
    if (!parts.ok) throw new Error('refused');
    const sum = parts.value.estimates.reduce((whole, part) => whole + estimated(part).value, 0);
    const variance = parts.value.covariance.reduce((whole, entry) => whole + entry, 0);
    const whole = total(design, values);
    expect(sum).toBeCloseTo(whole.value, 6);
    expect(variance / (whole.variance + 1)).toBeCloseTo(whole.variance / (whole.variance + 1), 8);
  });
});

test('shares add up to 1 and their covariances to 0', () => {
  check((cases, design) => {
    const shares = estimateProportions(design, createFactor(cases.map(({ domain }) => domain)), {
      covariance: 'joint',
    });
    if (!shares.ok) throw new Error('refused');
    expect(shares.value.estimates.reduce((sum, share) => sum + estimated(share).value, 0)).toBeCloseTo(1, 12);
    expect(shares.value.covariance.reduce((sum, entry) => sum + entry, 0)).toBeCloseTo(0, 10);
  });
});

test('one domain mean by subset, by breakdown and as a ratio is the same with the same standard error', () => {
  check((cases, design) => {
    const values = cases.map((entry) => entry.y);
    const inside = cases.map(({ domain }) => (domain === 'a' ? 1 : 0));
    if (!inside.includes(1)) return;
    const subset = mean(taken(restrictDesign(design, inside)), values);
    const by = createFactor(
      cases.map(({ domain }) => domain),
      ['a'],
    );
    const breakdown = estimateMeans(design, [{ label: 'y', values }], { ...joint, by });
    const numerator = values.map((value, index) => value * inside[index]!);
    const ratio = estimateRatios(design, [{ label: 'r', numerator, denominator: inside }], { covariance: 'joint' });
    for (const made of [breakdown, ratio]) {
      const other = estimated(made.ok ? made.value.estimates[0] : undefined);
      expect(other.value).toBeCloseTo(subset.value, 9);
      expect(other.se).toBeCloseTo(subset.se, 8);
    }
  });
});

test('an empty domain has no cases, never 0 with standard error 0', () => {
  check((cases, design) => {
    const values = cases.map((entry) => entry.y);
    const by = createFactor(
      cases.map(({ domain }) => domain),
      ['nowhere', 'a'],
    );
    for (const covariance of ['joint', 'separate'] as const) {
      const made = estimateMeans(design, [{ label: 'y', values }], { missing: 'itemwise', covariance, by });
      expect(made.ok && made.value.estimates[0]).toEqual({ status: 'no-cases', label: 'nowhere', n: 0 });
    }
    const missing = estimateTotals(design, [{ label: 'y', values: values.map(() => Number.NaN) }], joint);
    expect(missing.ok && missing.value.estimates[0]!.status).toBe('no-cases');
  });
});

test('columns of another length and infinite values are refused by name and row', () => {
  check((cases, design) => {
    const values = cases.map((_, index) => (index === 3 ? Number.POSITIVE_INFINITY : 1));
    const made = estimateMeans(
      design,
      [
        { label: 'speed', values },
        { label: 'short', values: [1] },
      ],
      joint,
    );
    expect(made).toMatchObject({
      ok: false,
      reasons: [
        { code: 'infinite-value', argument: 'speed', row: 3, count: 1 },
        { code: 'length-differs', argument: 'short', length: 1, rows: cases.length },
      ],
    });
  });
});
