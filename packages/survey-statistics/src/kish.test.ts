import { expect, test } from 'vitest';
import { taken } from '../../../fixtures/r/random-sample.ts';
import { expectClose, expectTerms } from '../../../fixtures/r/reference/expect-terms.ts';
import { at, numberAt, readCases, readTable } from '../../../fixtures/r/reference/reference-case.ts';
import { designOf, tableOf } from '../../../fixtures/r/reference/reference-design.ts';
import {
  createSurveyDesign,
  estimateCovariances,
  estimateMeans,
  estimateVariances,
  marginOfError,
  plannedDesignEffect,
  promoterScore,
  requiredSampleSize,
  standardDeviation,
  summarizeWeights,
  transformColumn,
} from './index.ts';

const families = ['deff_kish', 'variances', 'nps'];
const cases = new Map(families.flatMap(readCases).map((entry) => [entry.id, entry]));

test.each([
  ['kish.panel', () => readTable('data/panel.csv').number('w')],
  ['kish.bfi', () => readTable('data/bfi.csv').number('w')],
  ['kish.apistrat', () => readTable('data/apistrat.csv').number('pw')],
  ['kish.equal', () => new Float64Array(50).fill(3)],
])('%s equals R', (id, weights) => {
  const { expected, tolerance } = cases.get(id)!;
  const got = taken(summarizeWeights(weights()));
  expect(got.n).toBe(numberAt(expected, 'n'));
  expectClose(got.sum, numberAt(expected, 'sum_w'), tolerance, 0, 'sum');
  expectClose(got.cv, numberAt(expected, 'cv_w'), tolerance, 1, 'cv');
  expectClose(got.deff, numberAt(expected, 'deff'), tolerance, 0, 'deff');
  expectClose(got.effectiveN, numberAt(expected, 'n_eff'), tolerance, 0, 'n_eff');
});

test('rows of weight zero do not count among the weights', () => {
  expect(taken(summarizeWeights([0, 2, 2]))).toMatchObject({ n: 2, sum: 4, deff: 1 });
  expect(summarizeWeights([0, 0])).toMatchObject({ ok: false, reasons: [{ code: 'weights-all-zero' }] });
});

test('the planned design effect of weights and clusters equals the formula', () => {
  const { expected } = cases.get('deff.cluster_formula')!;
  expect(numberAt(expected, 'deff')).toBeCloseTo(taken(plannedDesignEffect(0.6, 12, 0.05)), 12);
});

test('margins of error and sample sizes equal R', () => {
  const planning = { proportion: 0.5, deff: 1, population: Number.POSITIVE_INFINITY, level: 0.95 };
  const margins = cases.get('moe.p50')!;
  const margin = (change: Partial<typeof planning>) => taken(marginOfError(1000, { ...planning, ...change }));
  const got = {
    m95: margin({}),
    m95_deff: margin({ deff: 1.4 }),
    m99: margin({ level: 0.99 }),
    m95_fpc: margin({ population: 5000 }),
  };
  for (const [name, value] of Object.entries(got))
    expectClose(value, numberAt(margins.expected, name), margins.tolerance, 0, name);
  const sizes = cases.get('moe.sample_size')!;
  const size = (change: Partial<typeof planning>) => taken(requiredSampleSize(0.03, { ...planning, ...change }));
  expectClose(size({}), numberAt(sizes.expected, 'n_raw'), sizes.tolerance, 0, 'n_raw');
  expect(Math.ceil(size({}))).toBe(numberAt(sizes.expected, 'n'));
  expect(Math.ceil(size({ deff: 1.5 }))).toBe(numberAt(sizes.expected, 'n_deff'));
  expect(Math.ceil(size({ population: 2000 }))).toBe(numberAt(sizes.expected, 'n_fpc'));
});

test('a population variance and its standard deviation equal R', () => {
  const entry = cases.get('var.strat')!;
  const table = tableOf(entry.id, entry.design);
  const made = estimateVariances(designOf(entry, table), [{ label: 'api00', values: table.number('api00') }], {
    covariance: 'joint',
  });
  if (!made.ok) throw new Error('refused');
  expectTerms(made.value, entry.expected, entry.tolerance);
  const deviation = standardDeviation(made.value.estimates[0]!)!;
  expect(deviation.value ** 2).toBeCloseTo(numberAt(entry.expected, 'terms', 0, 'estimate'), 6);
  expect(deviation.se * 2 * deviation.value).toBeCloseTo(numberAt(entry.expected, 'terms', 0, 'se'), 6);
});

test('a population covariance matrix equals R', () => {
  const entry = cases.get('var.clus1.cov')!;
  const table = tableOf(entry.id, entry.design);
  const columns = ['api00', 'api99'].map((name) => table.number(name));
  const pairs = [0, 1].flatMap((a) =>
    [0, 1].map((b) => ({ label: `${a}${b}`, variable: columns[a]!, other: columns[b]! })),
  );
  const made = estimateCovariances(designOf(entry, table), pairs);
  if (!made.ok) throw new Error('refused');
  made.value.estimates.forEach((estimate, index) => {
    if (estimate.status !== 'estimated') throw new Error('no cases');
    const value = numberAt(at(entry.expected, 'cov'), Math.floor(index / 2), index % 2);
    expectClose(estimate.value, value, entry.tolerance, 0, 'covariance');
    expectClose(estimate.se, numberAt(entry.expected, 'se', index), entry.tolerance, 0, 'se');
  });
});

test.each([
  ['nps.unweighted', [45, 30, 25]],
  ['nps.all_promoters', [10, 0, 0]],
] as const)('%s equals the formula of the divisor n - 1', (id, [promoters, passives, detractors]) => {
  const { expected } = cases.get(id)!;
  const answers = [promoters, passives, detractors].flatMap((count, group) =>
    Array.from({ length: count }, () => [10, 8, 3][group]!),
  );
  const made = createSurveyDesign({
    rows: answers.length,
    weights: null,
    strata: [],
    clusters: [],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  if (!made.ok) throw new Error('refused');
  const set = estimateMeans(made.value, [{ label: 'nps', values: transformColumn(answers, promoterScore) }], {
    missing: 'itemwise',
    covariance: 'joint',
  });
  const estimate = set.ok ? set.value.estimates[0]! : null;
  if (estimate?.status !== 'estimated') throw new Error('no cases');
  const n = answers.length;
  expect(estimate.value).toBeCloseTo(numberAt(expected, 'nps'), 10);
  expect(estimate.se * Math.sqrt((n - 1) / n)).toBeCloseTo(numberAt(expected, 'se_n'), 10);
});
