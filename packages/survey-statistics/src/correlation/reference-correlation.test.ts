import { expect, test } from 'vitest';
import { taken } from '../../../../fixtures/r/random-sample.ts';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import { at, numberAt, readCases } from '../../../../fixtures/r/reference/reference-case.ts';
import { designOf, tableOf } from '../../../../fixtures/r/reference/reference-design.ts';
import { createSurveyDesign } from '../create-survey-design.ts';
import { correlationOf } from '../drivers/moments.ts';
import { weightedMoments } from '../drivers/weighted-moments.ts';
import { correlationInterval, estimateCorrelations } from './estimate-correlations.ts';
import { kendallCorrelation, pearsonCorrelation, spearmanCorrelation } from './sample-correlation.ts';

const cases = new Map(readCases('correlation').map((one) => [one.id, one]));

test('cor.weighted: the weighted correlation matrix', () => {
  const reference = cases.get('cor.weighted')!;
  const table = tableOf(reference.id, reference.design);
  const labels = at(reference.expected, 'vars') as readonly string[];
  const columns = labels.map((label) => ({ label, values: table.number(label) }));
  const matrix = correlationOf(taken(weightedMoments(designOf(reference, table), columns, 'listwise')).covariance, 4);
  matrix.forEach((value, index) => {
    const wanted = numberAt(reference.expected, 'r', Math.floor(index / 4), index % 4);
    expectClose(value, wanted, reference.tolerance, 0, String(index));
  });
});

test('cor.svyvar: the standard error by the delta method under the design', () => {
  const reference = cases.get('cor.svyvar')!;
  const table = tableOf(reference.id, reference.design);
  const pair = { label: 'api00, ell', variable: table.number('api00'), other: table.number('ell') };
  const estimated = estimateCorrelations(designOf(reference, table), [pair]);
  if (!estimated.ok) throw new Error('refused');
  const [correlation] = estimated.value;
  if (correlation?.status !== 'estimated') throw new Error('no correlation');
  expectClose(correlation.value, numberAt(reference.expected, 'r'), reference.tolerance, 0, 'r');
  expectClose(correlation.se, numberAt(reference.expected, 'se'), reference.tolerance, 0, 'se');
  expect(correlation).toMatchObject({ n: 200, df: 197 });
});

test('cor.weighted_na: each pair over the rows that have both', () => {
  const reference = cases.get('cor.weighted_na')!;
  const table = tableOf(reference.id, reference.design);
  const made = createSurveyDesign({
    rows: table.rows,
    weights: table.number('w'),
    strata: [],
    clusters: [],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  if (!made.ok) throw new Error('refused');
  const names = ['A1', 'A2', 'N1'];
  const pairs = names.flatMap((a, i) =>
    names.flatMap((b, j) => (i < j ? [{ label: `${i} ${j}`, variable: table.number(a), other: table.number(b) }] : [])),
  );
  const estimated = estimateCorrelations(made.value, pairs);
  if (!estimated.ok) throw new Error('refused');
  for (const correlation of estimated.value) {
    if (correlation.status !== 'estimated') throw new Error('no correlation');
    const [i = 0, j = 0] = correlation.label.split(' ').map(Number);
    expectClose(correlation.value, numberAt(reference.expected, 'r', i, j), reference.tolerance, 0, correlation.label);
  }
});

test('cor.unweighted: Pearson with its test and interval, Spearman, Kendall', () => {
  const { expected, tolerance, design, id } = cases.get('cor.unweighted')!;
  const table = tableOf(id, design);
  const [x, y] = [table.number('Fertility'), table.number('Education')];
  const pearson = taken(pearsonCorrelation(x, y, 0.95));
  const close = (got: number, ...path: (string | number)[]) =>
    expectClose(got, numberAt(expected, ...path), tolerance, 0, path.join('.'));
  close(pearson.value, 'pearson', 'estimate');
  close(pearson.t!, 'pearson', 'statistic');
  close(pearson.df, 'pearson', 'parameter', 'df');
  close(pearson.p, 'pearson', 'p');
  close(pearson.low, 'pearson', 'ci', 0);
  close(pearson.high, 'pearson', 'ci', 1);
  close(taken(spearmanCorrelation(x, y)), 'spearman');
  close(taken(kendallCorrelation(x, y)), 'kendall');
});

test('a column that does not vary has no correlation, and no pair of values is no case', () => {
  const made = createSurveyDesign({
    rows: 4,
    weights: null,
    strata: [],
    clusters: [],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  if (!made.ok) throw new Error('refused');
  const y = [1, 2, 4, 3];
  const estimated = estimateCorrelations(made.value, [
    { label: 'constant', variable: y, other: [2, 2, 2, 2] },
    { label: 'apart', variable: [1, Number.NaN, 2, Number.NaN], other: [Number.NaN, 1, Number.NaN, 2] },
  ]);
  if (!estimated.ok) throw new Error('refused');
  expect(estimated.value.map(({ status }) => status)).toEqual(['no-variance', 'no-cases']);
});

test('the interval of a correlation stays within -1 and 1', () => {
  const interval = correlationInterval({ value: 0.98, se: 0.05, df: 10 }, 0.95)!;
  expect(interval.high).toBeLessThan(1);
  expect(interval.low).toBeLessThan(0.98);
  expect(correlationInterval({ value: 1, se: 0, df: 10 }, 0.95)).toBeNull();
});
