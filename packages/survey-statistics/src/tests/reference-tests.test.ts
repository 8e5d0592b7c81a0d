import { expect, test } from 'vitest';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import { at, type Json, numberAt, readCases } from '../../../../fixtures/r/reference/reference-case.ts';
import { designOf, factorOf, tableOf } from '../../../../fixtures/r/reference/reference-design.ts';
import {
  classicalTTest,
  compareTwoGroups,
  estimateProportionInterval,
  fisherExactTest,
  fitLinearModel,
  type ProportionIntervalMethod,
  pearsonTest,
  testMean,
  testTerms,
  tInterval,
} from '../index.ts';

const families = ['ttest', 'chisq', 'proportion_ci'];
const cases = new Map(families.flatMap(readCases).map((entry) => [entry.id, entry]));

function take(id: string) {
  const entry = cases.get(id)!;
  const table = tableOf(id, entry.design);
  return { entry, table, expected: entry.expected, tolerance: entry.tolerance };
}

function expectTest(
  got: { readonly value: number; readonly se: number; readonly df: number; t: number | null; p: number | null },
  expected: Json,
  tolerance: number,
): void {
  expectClose(got.t ?? Number.NaN, numberAt(expected, 'statistic'), tolerance, 0, 't');
  expectClose(got.p ?? Number.NaN, numberAt(expected, 'p'), tolerance, 0, 'p');
  expectClose(got.df, numberAt(expected, 'parameter', 'df'), 1e-12, 0, 'df');
  const { low, high } = tInterval(got, 0.95)!;
  expectClose(low, numberAt(expected, 'ci', 0), tolerance, 1, 'low');
  expectClose(high, numberAt(expected, 'ci', 1), tolerance, 1, 'high');
}

test.each([
  ['tt.clus1.two', 'enroll', 'comp_imp'],
  ['tt.strat.two', 'api00', 'sch_wide'],
  ['tt.nhanes.two', 'HI_CHOL', 'RIAGENDR'],
])('%s equals R', (id, name, group) => {
  const { entry, table, expected, tolerance } = take(id);
  const column = { label: name, values: table.number(name) };
  const options = { missing: 'listwise' } as const;
  const made = compareTwoGroups(designOf(entry, table), column, factorOf(entry, table, group), options);
  if (!made.ok) throw new Error('refused');
  expectTest(made.value, expected, tolerance);
});

test('the one-sample t test has one degree of freedom fewer than the design, as R', () => {
  const { entry, table, expected, tolerance } = take('tt.strat.one');
  const before = table.number('api99');
  const values = table.number('api00').map((value, row) => value - before[row]!);
  const options = { against: 0, missing: 'refuse' } as const;
  const made = testMean(designOf(entry, table), { label: 'growth', values }, options);
  if (!made.ok) throw new Error('refused');
  expectTest(made.value, expected, tolerance);
});

test('the Wald test of a factor of a linear model equals R', () => {
  const { entry, table, expected, tolerance } = take('anova.wald');
  const made = fitLinearModel(designOf(entry, table), {
    response: { label: 'api00', values: table.number('api00') },
    terms: [{ kind: 'factor', label: 'stype', factor: factorOf(entry, table, 'stype') }],
    intercept: true,
    missing: 'listwise',
  });
  const tested = made.ok ? testTerms(made.value, ['stype'], { method: 'wald', reference: 'F' }) : made;
  if (!tested.ok) throw new Error('refused');
  expectClose(tested.value.value, numberAt(expected, 'F'), tolerance, 0, 'F');
  expectClose(tested.value.p!, numberAt(expected, 'p'), tolerance, 0, 'p');
  expect([tested.value.df, tested.value.denominatorDf]).toEqual([at(expected, 'df'), at(expected, 'ddf')]);
});

test('the classical t tests equal R', () => {
  const { table, expected, tolerance } = take('tt.classic');
  const am = table.number('am');
  const summaryOf = (code: number) => {
    const values = table.number('mpg').filter((_, row) => am[row] === code);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { mean, variance: squares / (values.length - 1), n: values.length };
  };
  for (const kind of ['welch', 'pooled'] as const)
    expectTest(classicalTTest(summaryOf(0), summaryOf(1), kind), at(expected, kind), tolerance);
});

test('the classical tests of tables equal R', () => {
  const { table, expected, tolerance } = take('chi.unweighted');
  const cross = (rows: string, columns: string) => {
    const levels = (name: string) => [...new Set(table.text(name))].sort();
    const [a, b] = [table.text(rows), table.text(columns)];
    return levels(rows).map((row) =>
      levels(columns).map((column) => a.filter((text, index) => text === row && b[index] === column).length),
    );
  };
  const pearson = pearsonTest(cross('race', 'smoke'), 'none')!;
  expectClose(pearson.value, numberAt(expected, 'pearson', 'statistic'), tolerance, 0, 'X2');
  expectClose(pearson.p, numberAt(expected, 'pearson', 'p'), tolerance, 0, 'p');
  const [[a, b], [c, d]] = cross('ht', 'smoke') as [[number, number], [number, number]];
  const yates = pearsonTest(
    [
      [a, b],
      [c, d],
    ],
    'yates',
  )!;
  expectClose(yates.value, numberAt(expected, 'yates_2x2_ht_smoke', 'statistic'), tolerance, 1, 'X2 of Yates');
  expectClose(yates.p, numberAt(expected, 'yates_2x2_ht_smoke', 'p'), tolerance, 0, 'p of Yates');
  expectClose(
    fisherExactTest([
      [a, b],
      [c, d],
    ]),
    numberAt(expected, 'fisher_2x2_ht_smoke'),
    tolerance,
    0,
    'Fisher',
  );
});

test("Fisher's exact test of the lady tasting tea and of 10 against 1 equal R", () => {
  expect(
    fisherExactTest([
      [3, 1],
      [1, 3],
    ]),
  ).toBeCloseTo(0.48571428571428571, 12);
  expect(
    fisherExactTest([
      [10, 2],
      [3, 15],
    ]),
  ).toBeCloseTo(0.000536724119143, 14);
  expect(
    fisherExactTest([
      [0, 5],
      [0, 7],
    ]),
  ).toBe(1);
});

test.each([
  ['pci.clus1.logit', 'ell', 0, 'logit'],
  ['pci.clus1.asin', 'ell', 0, 'asin'],
  ['pci.clus1.beta', 'ell', 0, 'beta'],
  ['pci.clus1.mean', 'ell', 0, 'mean'],
  ['pci.clus1.xlogit', 'ell', 0, 'xlogit'],
  ['pci.clus1.wilson_neff', 'ell', 0, 'wilson'],
  ['pci.nhanes.logit', 'HI_CHOL', 1, 'logit'],
  ['pci.nhanes.beta', 'HI_CHOL', 1, 'beta'],
] satisfies (readonly [string, string, number, ProportionIntervalMethod])[])(
  '%s from the cases themselves equals R',
  (id, name, hit, method) => {
    const { entry, table, expected, tolerance } = take(id);
    const values = table.number(name).map((value) => (Number.isNaN(value) ? value : value === hit ? 1 : 0));
    const made = estimateProportionInterval(designOf(entry, table), { label: name, values }, method, 0.95);
    if (!made.ok) throw new Error('refused');
    const { interval, se } = made.value;
    expectClose(interval!.low, numberAt(expected, 'ci', 0), tolerance, 0, 'low');
    expectClose(interval!.high, numberAt(expected, 'ci', 1), tolerance, 0, 'high');
    if (method !== 'wilson') expectClose(se, numberAt(expected, 'se'), tolerance, 0, 'se');
  },
);
