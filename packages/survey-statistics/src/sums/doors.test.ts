import fc from 'fast-check';
import { expect, test } from 'vitest';
import { designOf, sampleShape } from '../../../../fixtures/r/random-sample.ts';
import {
  type CellSums,
  createFactor,
  createSumsDesign,
  domainsOf,
  type Estimand,
  type Estimate,
  estimateFromSums,
  estimateJointly,
  estimateJointlyFromSums,
  estimateMeans,
  estimateRatios,
  estimateTotals,
  type Factor,
  mergeSums,
  type Result,
  restrictDesign,
  type SumsEstimand,
  type SurveyDesign,
  sumColumns,
} from '../index.ts';

interface Sample {
  readonly design: SurveyDesign;
  readonly by: Factor;
  readonly y: Float64Array;
  readonly x: Float64Array;
}

const row = fc.record({
  stratum: fc.integer({ min: 0, max: 3 }),
  psu: fc.integer({ min: 0, max: 4 }),
  weight: fc.double({ min: 0.1, max: 9, noNaN: true }),
  domain: fc.constantFrom('a', 'b', 'c', ''),
  y: fc.option(fc.integer({ min: 1, max: 10 }), { nil: Number.NaN, freq: 6 }),
  x: fc.option(fc.integer({ min: 1, max: 5 }), { nil: Number.NaN, freq: 6 }),
});

const sample = fc
  .tuple(fc.array(row, { minLength: 12, maxLength: 60 }), sampleShape)
  .map(([rows, shape]): Sample | null => {
    const design = designOf(rows, shape);
    if (!design) return null;
    const by = createFactor(
      rows.map(({ domain }) => domain),
      ['a', 'b', 'c'],
    );
    const y = Float64Array.from(rows, (entry) => entry.y);
    const x = Float64Array.from(rows, (entry) => entry.x);
    return { design, by, y, x };
  })
  .filter((made) => made !== null);

function sumsOf({ design, by, y, x }: Sample) {
  const variables = [
    { label: 'y', values: y, origin: 5.5 },
    { label: 'x', values: x, origin: 3 },
  ];
  const { facts, sums } = taken(sumColumns(design, by, variables, [[0, 1]]));
  const made = createSumsDesign(facts);
  if (!made.ok) throw new Error(made.reasons.map(({ message }) => message).join(' '));
  return { sumsDesign: made.value, sums };
}

function taken<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}

function expectSame(got: readonly Estimate[], wanted: readonly Estimate[]): void {
  expect(got.length).toBe(wanted.length);
  got.forEach((estimate, index) => {
    const other = wanted[index]!;
    expect(estimate.status).toBe(other.status);
    if (estimate.status !== 'estimated' || other.status !== 'estimated') return;
    const scale = Math.abs(other.value) + 1;
    expectClose(estimate.value, other.value, scale);
    expectClose(Math.sqrt(Math.max(0, estimate.variance)), Math.sqrt(Math.max(0, other.variance)), scale * 1e3);
    expectClose(estimate.variance, other.variance, scale ** 2);
    expect([estimate.n, estimate.df, estimate.domainDf]).toEqual([other.n, other.df, other.domainDf]);
    expectClose(estimate.kishN, other.kishN, other.n);
    expect(estimate.deff === null).toBe(other.deff === null);
    if (estimate.deff !== null && other.deff !== null) expectClose(estimate.deff, other.deff, 1 + other.deff);
  });
}

function expectClose(got: number, wanted: number, scale: number): void {
  if (Number.isNaN(wanted)) expect(got).toBeNaN();
  else expect(Math.abs(got - wanted) / scale).toBeLessThan(1e-10);
}

const domains = [0, 1, 2];

test('means, totals and ratios by domain are the same through both doors', () => {
  fc.assert(
    fc.property(sample, (made) => {
      const { sumsDesign, sums } = sumsOf(made);
      const { design, by, y, x } = made;
      const list = (statistic: SumsEstimand['statistic']): readonly SumsEstimand[] =>
        domains.map((domain) => ({
          label: by.levels[domain]!,
          statistic,
          variable: 0,
          domains: [domain],
          ...(statistic === 'ratio' ? { denominator: 1 } : {}),
        }));
      const options = { missing: 'itemwise', by, covariance: 'separate' } as const;
      const named = [{ label: 'y', values: y }];
      const means = taken(estimateMeans(design, named, options)).estimates;
      const totals = taken(estimateTotals(design, named, options)).estimates;
      const ratios = taken(estimateRatios(design, [{ label: 'r', numerator: y, denominator: x }], options)).estimates;
      expectSame(taken(estimateFromSums(sumsDesign, sums, list('mean'))), means);
      expectSame(taken(estimateFromSums(sumsDesign, sums, list('total'))), totals);
      expectSame(taken(estimateFromSums(sumsDesign, sums, list('ratio'))), ratios);
    }),
    { seed: 20260101, numRuns: 300 },
  );
});

test('the covariance across variables and domains is the same through both doors', () => {
  fc.assert(
    fc.property(sample, (made) => {
      const { sumsDesign, sums } = sumsOf(made);
      const { design, by, y, x } = made;
      const rows = domainsOf(by).map((domain) => domain.rows);
      const known = domains.flatMap((domain) => [...rows[domain]!]).sort((a, b) => a - b);
      const everyone = Int32Array.from(known);
      const complement = Int32Array.from(known.filter((entry) => by.codes[entry] !== 0));
      const estimands: readonly Estimand[] = [
        { statistic: 'mean', label: 'y a', variable: y, rows: rows[0]! },
        { statistic: 'mean', label: 'x a', variable: x, rows: rows[0]! },
        { statistic: 'mean', label: 'y not a', variable: y, rows: complement },
        { statistic: 'mean', label: 'y', variable: y, rows: everyone },
        { statistic: 'total', label: 'x b', variable: x, rows: rows[1]! },
      ];
      const fromSums: readonly SumsEstimand[] = [
        { statistic: 'mean', label: 'y a', variable: 0, domains: [0] },
        { statistic: 'mean', label: 'x a', variable: 1, domains: [0] },
        { statistic: 'mean', label: 'y not a', variable: 0, domains: [1, 2] },
        { statistic: 'mean', label: 'y', variable: 0, domains: [0, 1, 2] },
        { statistic: 'total', label: 'x b', variable: 1, domains: [1] },
      ];
      const columns = taken(estimateJointly(design, estimands));
      const door = taken(estimateJointlyFromSums(sumsDesign, sums, fromSums));
      const largest = columns.covariance.reduce((most, value) => Math.max(most, Math.abs(value) || 0), 1);
      door.covariance.forEach((value, index) => {
        expectClose(value, columns.covariance[index]!, largest);
      });
    }),
    { seed: 20260102, numRuns: 300 },
  );
});

test('parts merged in any order give the estimates of the whole', () => {
  fc.assert(
    fc.property(sample, fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 60, maxLength: 60 }), (made, part) => {
      const { sumsDesign, sums } = sumsOf(made);
      const parts = [0, 1, 2].map((wanted): CellSums => {
        const inside = Array.from({ length: made.design.rows }, (_, index) => part[index] === wanted);
        return sumsOf({ ...made, design: taken(restrictDesign(made.design, inside)) }).sums;
      });
      const [a, b, c] = parts as [CellSums, CellSums, CellSums];
      const estimands = domains.map(
        (domain): SumsEstimand => ({ label: `${domain}`, statistic: 'mean', variable: 0, domains: [domain] }),
      );
      const whole = taken(estimateFromSums(sumsDesign, sums, estimands));
      const inOrder = taken(mergeSums([a, b, c]));
      const grouped = taken(mergeSums([taken(mergeSums([c, a])), b]));
      expectSame(taken(estimateFromSums(sumsDesign, inOrder, estimands)), whole);
      expectSame(taken(estimateFromSums(sumsDesign, grouped, estimands)), whole);
    }),
    { seed: 20260103, numRuns: 100 },
  );
});
