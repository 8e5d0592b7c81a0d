import { expect, test } from 'vitest';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import { at, numberAt, readCases } from '../../../../fixtures/r/reference/reference-case.ts';
import { designOf, tableOf } from '../../../../fixtures/r/reference/reference-design.ts';
import { expectModel, specificationOf } from '../../../../fixtures/r/reference/reference-model.ts';
import { explainedShare, fitLinearModel, tInterval, toReplicates } from '../index.ts';

const cases = new Map(['glm_linear', 'waves', 'replicates'].flatMap(readCases).map((entry) => [entry.id, entry]));

function fit(id: string, response: string, terms: readonly string[]) {
  const entry = cases.get(id)!;
  const table = tableOf(id, entry.design);
  const made = fitLinearModel(
    designOf(entry, table),
    specificationOf(entry, table, { label: response, values: table.number(response) }, terms),
  );
  if (!made.ok) throw new Error(made.reasons.map(({ message }) => message).join(' '));
  return { model: made.value, entry };
}

test.each([
  ['lm.strat', 'api00', ['ell', 'meals', 'mobility']],
  ['lm.clus1.factor', 'api00', ['stype', 'ell']],
  ['lm.clus2', 'api00', ['ell', 'meals', 'mobility']],
  ['lm.na', 'enroll', ['api00', 'stype']],
  ['wave.glm', 'aware', ['wave']],
])('%s equals R', (id, response, terms) => {
  const { model, entry } = fit(id, response, terms);
  expectModel(model, entry.expected, entry.tolerance);
  model.estimates.forEach((coefficient, index) => {
    if (coefficient.status !== 'estimated') throw new Error('aliased');
    const interval = tInterval(coefficient, 0.95)!;
    const wanted = at(entry.expected, 'terms', index, 'ci');
    expectClose(interval.low, numberAt(wanted, 0), entry.tolerance, coefficient.se, 'low');
    expectClose(interval.high, numberAt(wanted, 1), entry.tolerance, coefficient.se, 'high');
  });
});

test('the explained share of the weighted sum of squares equals R', () => {
  const { model, entry } = fit('lm.r2', 'api00', ['ell', 'meals', 'mobility']);
  expectClose(explainedShare(model), numberAt(entry.expected, 'r2'), entry.tolerance, 0, 'r2');
});

test('rows that are left out are counted by variable', () => {
  const { model } = fit('lm.na', 'enroll', ['api00', 'stype']);
  expect(model.counts).toMatchObject({ n: 120, missing: 6, missingBy: [{ label: 'enroll', rows: 6 }, {}, {}] });
});

test('with jackknife weights a model equals R', () => {
  const entry = cases.get('rep.jkn.glm')!;
  const table = tableOf(entry.id, entry.design);
  const made = toReplicates(designOf(entry, table), {
    type: 'JKn',
    mse: false,
  });
  if (!made.ok) throw new Error('refused');
  const response = { label: 'api00', values: table.number('api00') };
  const fitted = fitLinearModel(made.value, specificationOf(entry, table, response, ['ell', 'meals', 'mobility']));
  if (!fitted.ok) throw new Error('refused');
  fitted.value.estimates.forEach((coefficient, index) => {
    if (coefficient.status !== 'estimated') throw new Error('aliased');
    const wanted = at(entry.expected, 'terms', index);
    expectClose(coefficient.value, numberAt(wanted, 'estimate'), entry.tolerance, 1, coefficient.label);
    expectClose(coefficient.se, numberAt(wanted, 'se'), entry.tolerance, 1, `${coefficient.label} se`);
    expectClose(Math.log(coefficient.p!), Math.log(numberAt(wanted, 'p')), 1e-7, 1, `${coefficient.label} p`);
  });
  expect(fitted.value.df).toBe(at(entry.expected, 'df_residual'));
  expect(fitted.value.discardedReplicates).toBe(0);
});
