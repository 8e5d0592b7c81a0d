import fc from 'fast-check';
import { expect, test } from 'vitest';
import { taken } from '../../../../fixtures/r/random-sample.ts';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import { type Json, numberAt, readCases, readTable } from '../../../../fixtures/r/reference/reference-case.ts';
import {
  analyzeDrivers,
  createSurveyDesign,
  type DriverAnalysis,
  type Moments,
  type NumberColumn,
  type SurveyDesign,
  weightedMoments,
} from '../index.ts';

const cases = new Map(readCases('importance').map((entry) => [entry.id, entry]));

function unclustered(rows: number, weights: NumberColumn | null = null): SurveyDesign {
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

function momentsOfFile(file: string, names: string, weight: string | null): Moments {
  const table = readTable(file);
  const design = unclustered(table.rows, weight === null ? null : table.number(weight));
  const variables = names.split(' ').map((label) => ({ label, values: table.number(label) }));
  return taken(weightedMoments(design, variables, 'listwise'));
}

function analyze(moments: Moments): DriverAnalysis {
  const made = analyzeDrivers(moments, 0);
  if (!made.ok) throw new Error(made.reasons.map(({ message }) => message).join(' '));
  return made.value;
}

function expectMeasures({ r2, drivers }: DriverAnalysis, expected: Json): void {
  expectClose(r2, numberAt(expected, 'r2'), 1e-8, 1, 'r2');
  for (const driver of drivers) {
    const measures = {
      lmg: driver.lmg,
      lmg_share: driver.share,
      johnson: driver.relativeWeight,
      last: driver.last,
      first: driver.first,
      beta_sq: driver.beta ** 2,
      pratt: driver.pratt,
    };
    for (const [name, value] of Object.entries(measures))
      expectClose(value, numberAt(expected, name, driver.label), 1e-8, 1, `${driver.label} ${name}`);
  }
}

function matrix(labels: readonly string[], covariance: readonly number[]): Moments {
  const size = labels.length;
  const pairN = new Float64Array(size * size).fill(1000);
  const means = new Float64Array(size);
  return { labels, means, covariance: Float64Array.from(covariance), pairN, n: 1000, missing: 'listwise' };
}

test.each([
  ['imp.swiss', 'data/swiss.csv', 'Fertility Agriculture Examination Education Catholic Infant_Mortality', null],
  ['imp.attitude', 'data/attitude.csv', 'rating complaints privileges learning raises critical advance', null],
  ['imp.strat.weighted', 'data/apistrat.csv', 'api00 ell meals mobility avg_ed full', 'pw'],
])('%s equals R in every measure', (id, file, names, weight) => {
  expectMeasures(analyze(momentsOfFile(file, names, weight)), cases.get(id)!.expected);
});

test('of uncorrelated predictors each takes its squared correlation', () => {
  const row = [1, 0.5, 0.3, -0.2, 0.5, 1, 0, 0, 0.3, 0, 1, 0, -0.2, 0, 0, 1];
  const analysis = analyze(matrix(['y', 'a', 'b', 'c'], row));
  expectMeasures(analysis, cases.get('imp.orthogonal')!.expected);
  expect(analysis.drivers.map(({ correlation }) => Math.sign(correlation))).toEqual([1, 1, -1]);
  expect(analysis.conditionNumber).toBeCloseTo(1, 12);
});

const loadings = fc.array(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 }), {
  minLength: 7,
  maxLength: 7,
});

test('the parts add up to R2, are not negative, and do not depend on the order of the predictors', () => {
  fc.assert(
    fc.property(loadings, (rows) => {
      const size = rows.length;
      const covariance = rows.flatMap((a, i) =>
        rows.map((b, j) => a.reduce((sum, value, k) => sum + value * b[k]!, 0) + (i === j ? 0.3 : 0)),
      );
      const labels = rows.map((_, i) => `v${i}`);
      const analysis = analyze(matrix(labels, covariance));
      const sum = analysis.drivers.reduce((total, { lmg }) => total + lmg, 0);
      const weights = analysis.drivers.reduce((total, { relativeWeight }) => total + relativeWeight, 0);
      expect(sum).toBeCloseTo(analysis.r2, 10);
      expect(weights).toBeCloseTo(analysis.r2, 10);
      expect(Math.min(...analysis.drivers.map(({ lmg }) => lmg))).toBeGreaterThan(-1e-12);
      const turn = (i: number) => (i === 0 ? 0 : size - i);
      const turned = covariance.map((_, k) => covariance[turn(Math.floor(k / size)) * size + turn(k % size)]!);
      const again = analyze(
        matrix(
          labels.map((_, i) => `v${turn(i)}`),
          turned,
        ),
      );
      again.drivers.forEach(({ lmg, label }) => {
        expect(lmg).toBeCloseTo(analysis.drivers.find((driver) => driver.label === label)!.lmg, 10);
      });
    }),
    { seed: 20260104, numRuns: 60 },
  );
});

test('copies, constants and too few cases are refused by name', () => {
  const rows = 40;
  const x = Float64Array.from({ length: rows }, (_, i) => (i * 7) % 11);
  const z = Float64Array.from({ length: rows }, (_, i) => (i * 5) % 13);
  const y = x.map((value, i) => value + ((i * 3) % 5));
  const moments = (columns: Record<string, Float64Array>) =>
    taken(
      weightedMoments(
        unclustered(rows),
        Object.entries(columns).map(([label, values]) => ({ label, values })),
        'listwise',
      ),
    );
  const copies = analyzeDrivers(moments({ y, x, copy: x.map((value) => 3 - 2 * value) }), 0);
  expect(copies).toMatchObject({ ok: false, reasons: [{ code: 'copies', labels: ['x', 'copy'] }] });
  const constant = analyzeDrivers(moments({ y, x, four: x.map(() => 4) }), 0);
  expect(constant).toMatchObject({ ok: false, reasons: [{ code: 'no-variance', label: 'four' }] });
  const sum = analyzeDrivers(moments({ y, x, z, sum: x.map((value, i) => value + z[i]!) }), 0);
  expect(sum).toMatchObject({ ok: false, reasons: [{ code: 'collinear', label: 'sum' }] });
  const few = analyzeDrivers(moments({ y, x }), 100);
  expect(few).toMatchObject({ ok: false, reasons: [{ code: 'too-few-cases', n: 40, needed: 100 }] });
});

test('pairwise correlations that no data can have are refused', () => {
  const contradictory = matrix(['y', 'a', 'b'], [1, 0.9, 0.9, 0.9, 1, -0.9, 0.9, -0.9, 1]);
  const refusal = analyzeDrivers({ ...contradictory, missing: 'pairwise' }, 0);
  expect(refusal).toMatchObject({ ok: false, reasons: [{ code: 'not-positive-definite' }] });
});

test('the variance inflation factor is 1 / (1 - R2 on the others)', () => {
  const analysis = analyze(matrix(['y', 'a', 'b'], [1, 0.4, 0.4, 0.4, 1, 0.6, 0.4, 0.6, 1]));
  for (const { vif } of analysis.drivers) expect(vif).toBeCloseTo(1 / (1 - 0.36), 12);
  expect(analysis.conditionNumber).toBeCloseTo(Math.sqrt(1.6 / 0.4), 10);
});
