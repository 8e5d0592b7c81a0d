import { expect, test } from 'vitest';
import { readInput, readOracle } from '../../../../fixtures/r/oracle/read-oracle.ts';
import { seededDesign } from '../../../../fixtures/r/oracle/seeded-designs.ts';
import { type Column, productsOf, taken } from '../../../../fixtures/r/random-sample.ts';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import { at, type Json, numberAt } from '../../../../fixtures/r/reference/reference-case.ts';
import {
  compareTwoGroupsFromSums,
  createFactor,
  createSumsDesign,
  estimateAlphaFromSums,
  estimateCorrelationsFromSums,
  estimateFromProducts,
  type Factor,
  fitLinearModelFromSums,
  type ProductEstimand,
  productsOfVariable,
  restrictDesign,
  type SumsTTest,
  sumColumns,
  testGoodnessOfFitFromSums,
  testMeanFromSums,
  testPairedDifferenceFromSums,
  testTermsFromSums,
} from '../index.ts';

const { ranks: _, ...expected } = readOracle('sums');
const table = readInput('sums');
const names = Object.keys(expected);
const column = (label: string, origin: number): Column => ({ label, values: table.number(label), origin });
const items = ['i1', 'i2', 'i3', 'i4'].map((name) => column(name, 3));
const level = (name: string, value: string): Column => {
  const values = Float64Array.from(table.text(name), (text) => (text === '' ? Number.NaN : text === value ? 1 : 0));
  return { label: `${name}${value}`, values, origin: 0.5 };
};

function sumsUnder(name: string, by: Factor | null, columns: readonly Column[], answered?: Float64Array) {
  const whole = seededDesign(name, table);
  if (whole.variance === 'replication') throw new Error('replicates have no sums door');
  const design =
    answered === undefined
      ? whole
      : restrictDesign(
          whole,
          answered.map((value) => Number(!Number.isNaN(value))),
        );
  return { of: design, ...productsOf(design, by, columns) };
}

test.each(names)('under "%s" variances, covariances, a correlation and alpha from sums equal R', (name) => {
  const wanted = expected[name]!;
  const { design, sums } = sumsUnder(name, null, [column('y', 1000), column('i2', 3)]);
  expect(design.df).toBe(numberAt(wanted, 'df'));
  const moment = (variable: number, other: number): ProductEstimand => {
    return { statistic: 'covariance', label: `${variable} ${other}`, sums, domains: null, variable, other };
  };
  const set = taken(
    estimateFromProducts(design, [moment(0, 0), moment(1, 0), moment(0, 1), moment(1, 1)], { covariance: 'joint' }),
  );
  set.estimates.forEach((estimate, index) => {
    const value = estimate.status === 'estimated' ? estimate.value : Number.NaN;
    expectClose(value, numberAt(wanted, 'moments', 'value', index), 1e-10, 0, `moment ${index}`);
  });
  set.covariance.forEach((value, index) => {
    expectClose(value, numberAt(wanted, 'moments', 'vcov', index), 1e-10, 0, `covariance ${index}`);
  });
  const pair = { label: 'r', sums, variable: 0, other: 1, domains: null };
  const [r] = taken(estimateCorrelationsFromSums(design, [pair]));
  if (r?.status !== 'estimated') throw new Error('no correlation');
  expectClose(r.value, numberAt(wanted, 'correlation', 'value'), 1e-10, 0, 'r');
  expectClose(r.se, numberAt(wanted, 'correlation', 'se'), 1e-10, 0, 'se of r');
  const scale = sumsUnder(name, null, items);
  const alpha = taken(estimateAlphaFromSums(scale.design, scale.sums, [0, 1, 2, 3]));
  expectClose(alpha.value, numberAt(wanted, 'alpha', 'value'), 1e-10, 0, 'alpha');
  expectClose(alpha.se, numberAt(wanted, 'alpha', 'se'), 1e-10, 0, 'se of alpha');
});

test.each(names)('under "%s" a linear model and the tests of its terms from sums equal R', (name) => {
  const wanted = at(expected[name]!, 'model');
  const i1 = table.number('i1');
  const product = level('g', 'm').values.map((flag, row) => flag * i1[row]!);
  const columns = [column('y', 1000), ...items.slice(0, 2), level('a', 'low'), level('a', 'mid')];
  const { design, sums } = sumsUnder(name, null, [...columns, { label: 'i1:gm', values: product, origin: 1.5 }]);
  const rows = sums.rows.reduce((sum, count) => sum + count, 0);
  const width = sums.products.length / sums.rows.length;
  const sumOfWeights = sums.rows.reduce((sum, _, cell) => sum + sums.products[cell * width]!, 0);
  const model = taken(
    fitLinearModelFromSums(design, sums, {
      response: 0,
      terms: [
        { label: 'i1', variables: [1] },
        { label: 'i2', variables: [2] },
        { label: 'a', variables: [3, 4] },
        { label: 'i1:g', variables: [5] },
      ],
      intercept: true,
      domains: null,
      sample: { rows, sumOfWeights },
    }),
  );
  expect(model.df).toBe(numberAt(wanted, 'df'));
  model.estimates.forEach((coefficient, j) => {
    if (coefficient.status !== 'estimated') throw new Error('aliased');
    expectClose(coefficient.value, numberAt(wanted, 'coef', j), 1e-10, 0, coefficient.label);
  });
  const largest = Math.max(...model.covariance);
  model.covariance.forEach((value, index) => {
    expectClose(value, numberAt(wanted, 'vcov', index), 1e-10, largest * 1e-3, `covariance ${index}`);
    expectClose(model.workingCovariance[index]!, numberAt(wanted, 'naive', index), 1e-9, 0, `working ${index}`);
  });
  expectClose(model.deviance, numberAt(wanted, 'deviance'), 1e-10, 0, 'deviance');
  expectClose(model.nullDeviance, numberAt(wanted, 'null'), 1e-10, 0, 'null deviance');
  expectClose(model.dispersion, numberAt(wanted, 'dispersion'), 1e-10, 0, 'dispersion');
  for (const [kind, method] of [
    ['Wald', 'wald'],
    ['WorkingWald', 'working-wald'],
    ['LRT', 'likelihood-ratio'],
  ] as const) {
    const got = taken(testTermsFromSums(model, ['a'], { method, reference: 'F' }));
    const reference = at(expected[name]!, 'terms', kind);
    expectClose(got.value, numberAt(reference, 'value'), 1e-8, 0, `${kind} value`);
    expect([got.df, got.denominatorDf]).toEqual([numberAt(reference, 'df'), numberAt(reference, 'ddf')]);
    expectClose(got.p!, numberAt(reference, 'p'), 1e-6, 0, `${kind} p`);
  }
});

function expectTTest(got: SumsTTest, wanted: Json): void {
  expectClose(got.value, numberAt(wanted, 'estimate'), 1e-10, 0, `${got.label} estimate`);
  expectClose(got.t!, numberAt(wanted, 'statistic'), 1e-10, 0, `${got.label} t`);
  expect(got.df).toBe(numberAt(wanted, 'df'));
  expectClose(got.p!, numberAt(wanted, 'p'), 1e-9, 0, `${got.label} p`);
}

test.each(names)('under "%s" t tests from sums equal R', (name) => {
  const wanted = expected[name]!;
  const y = sumsUnder(name, null, [column('y', 1000)], table.number('y'));
  expectTTest(taken(testMeanFromSums(y.design, y.sums, 0, { against: 1000, domains: null })), at(wanted, 'one'));
  const groups = createFactor(table.text('g'));
  const two = sumsUnder(name, groups, [column('y', 1000)]);
  expectTTest(taken(compareTwoGroupsFromSums(two.design, two.sums, 0, [[0], [1]])), at(wanted, 'two'));
  const pair = sumsUnder(name, null, items.slice(0, 2), table.number('i2'));
  expectTTest(taken(testPairedDifferenceFromSums(pair.design, pair.sums, 0, 1, null)), at(wanted, 'paired'));
  // The sums that carry one variable serve the same tests.
  const cells = sumColumns(two.of, groups, [column('y', 1000)], []);
  const light = taken(createSumsDesign(cells.facts));
  expectTTest(
    taken(compareTwoGroupsFromSums(light, productsOfVariable(cells.sums, 0), 0, [[0], [1]])),
    at(wanted, 'two'),
  );
});

test.each(names.filter((name) => 'gof' in (expected[name] as object)))(
  'under "%s" goodness of fit from sums equals R',
  (name) => {
    const wanted = at(expected[name]!, 'gof');
    const design = seededDesign(name, table);
    if (design.variance === 'replication') throw new Error('replicates have no sums door');
    const one = { label: 'one', values: new Float64Array(table.rows).fill(1), origin: 1 };
    const { facts, sums } = sumColumns(design, createFactor(table.text('a')), [one], []);
    const got = taken(testGoodnessOfFitFromSums(taken(createSumsDesign(facts)), sums, 0, [0.3, 0.3, 0.4]));
    expectClose(got.value, numberAt(wanted, 'statistic'), 1e-10, 0, 'statistic');
    expectClose(got.scale, numberAt(wanted, 'parameter', 0), 1e-10, 0, 'scale');
    expectClose(got.df, numberAt(wanted, 'parameter', 1), 1e-10, 0, 'df');
    expectClose(got.p, numberAt(wanted, 'p'), 1e-10, 0, 'p');
  },
);
