import { expect, test } from 'vitest';
import { expectClose } from '../../../fixtures/r/reference/expect-terms.ts';
import { at, type Json, numberAt, readCases } from '../../../fixtures/r/reference/reference-case.ts';
import { designOf, tableOf } from '../../../fixtures/r/reference/reference-design.ts';
import {
  clopperPearsonInterval,
  estimateMeans,
  type ProportionIntervalMethod,
  proportionInterval,
  wilsonInterval,
} from './index.ts';

const cases = new Map(readCases('proportion_ci').map((entry) => [entry.id, entry]));

function shareOf(id: string, column: string, hit: (value: number) => boolean) {
  const entry = cases.get(id)!;
  const table = tableOf(id, entry.design);
  const values = table.number(column).map((v) => (Number.isNaN(v) ? v : hit(v) ? 1 : 0));
  const set = estimateMeans(designOf(entry, table), [{ label: 'p', values }], {
    missing: 'itemwise',
    covariance: 'joint',
  });
  const estimate = set.ok ? set.value.estimates[0]! : null;
  if (estimate?.status !== 'estimated') throw new Error(`${id} was refused`);
  return { entry, estimate: { ...estimate, designRows: table.rows } };
}

function expectInterval(got: { low: number; high: number } | null, expected: Json, tolerance: number): void {
  expectClose(got?.low ?? Number.NaN, numberAt(expected, 0), tolerance, 1, 'low');
  expectClose(got?.high ?? Number.NaN, numberAt(expected, 1), tolerance, 1, 'high');
}

test.each<[string, ProportionIntervalMethod]>([
  ['pci.clus1.logit', 'logit'],
  ['pci.clus1.asin', 'asin'],
  ['pci.clus1.beta', 'beta'],
  ['pci.clus1.mean', 'mean'],
  ['pci.clus1.xlogit', 'logit'],
  ['pci.clus1.wilson_neff', 'wilson'],
])('%s equals R', (id, method) => {
  const { entry, estimate } = shareOf(id, 'ell', (value) => value === 0);
  expectInterval(proportionInterval(estimate, method, 0.95), at(entry.expected, 'ci'), entry.tolerance);
});

test.each<[string, ProportionIntervalMethod]>([
  ['pci.nhanes.logit', 'logit'],
  ['pci.nhanes.beta', 'beta'],
])('%s equals R', (id, method) => {
  const { entry, estimate } = shareOf(id, 'HI_CHOL', (value) => value === 1);
  expectInterval(proportionInterval(estimate, method, 0.95), at(entry.expected, 'ci'), entry.tolerance);
});

test('Wilson intervals from counts equal R', () => {
  const entry = cases.get('pci.unweighted.wilson')!;
  for (const index of [0, 1, 2, 3]) {
    const row = at(entry.expected, index);
    const n = numberAt(row, 'n');
    expectInterval(wilsonInterval(numberAt(row, 'x') / n, n, null, 0.95), at(row, 'ci'), entry.tolerance);
  }
});

test('exact binomial intervals equal R', () => {
  const entry = cases.get('pci.unweighted.exact')!;
  for (const index of [0, 1, 2, 3]) {
    const row = at(entry.expected, index);
    const exact = clopperPearsonInterval(numberAt(row, 'x'), numberAt(row, 'n'), 0.95);
    expectInterval(exact, at(row, 'ci'), entry.tolerance);
  }
});

test('at 0 and 1 the exact limits of n stand in, and say so', () => {
  for (const method of ['mean', 'logit', 'asin', 'beta', 'wilson'] as const) {
    const none = proportionInterval({ value: 0, variance: 0, df: 14, n: 25 }, method, 0.95);
    expect(none).toMatchObject({ low: 0, method: 'clopper-pearson' });
    expect(none?.high).toBeCloseTo(0.13718517153071, 10);
    const all = proportionInterval({ value: 1, variance: 0, df: 14, n: 25 }, method, 0.95);
    expect(all).toMatchObject({ high: 1, method: 'clopper-pearson' });
    expect(all?.low).toBeCloseTo(0.86281482846929, 10);
  }
});

test('without degrees of freedom there is no interval', () => {
  expect(proportionInterval({ value: 0.4, variance: 0.01, df: 0, n: 2 }, 'beta', 0.95)).toBeNull();
});
