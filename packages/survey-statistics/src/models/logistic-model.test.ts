import { expect, test } from 'vitest';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import { at, numberAt, readCases } from '../../../../fixtures/r/reference/reference-case.ts';
import { designOf, tableOf } from '../../../../fixtures/r/reference/reference-design.ts';
import { expectModel, specificationOf } from '../../../../fixtures/r/reference/reference-model.ts';
import { fitLogisticModel, ratioOf } from '../index.ts';

const cases = new Map(readCases('glm_logistic').map((entry) => [entry.id, entry]));

function fit(id: string, response: string, isYes: (text: string) => boolean, terms: readonly string[]) {
  const entry = cases.get(id)!;
  const table = tableOf(id, entry.design);
  const values = Float64Array.from(table.text(response), (text) => (text === '' ? Number.NaN : isYes(text) ? 1 : 0));
  const made = fitLogisticModel(
    designOf(entry, table),
    specificationOf(entry, table, { label: response, values }, terms),
  );
  if (!made.ok) throw new Error(made.reasons.map(({ message }) => message).join(' '));
  return { model: made.value, entry };
}

const yes = (text: string) => text === 'Yes' || text === '1';

test.each([
  ['logit.clus2', 'sch_wide', ['ell', 'meals', 'mobility']],
  ['logit.nhanes', 'HI_CHOL', ['race', 'agecat', 'RIAGENDR']],
])('%s equals R', (id, response, terms) => {
  const { model, entry } = fit(id, response, yes, terms);
  expectModel(model, entry.expected, entry.tolerance);
});

test('odds ratios with their intervals equal R', () => {
  const { model, entry } = fit('logit.nhanes.or', 'HI_CHOL', yes, ['agecat', 'RIAGENDR']);
  model.estimates.forEach((coefficient, index) => {
    const { value, interval } = ratioOf(coefficient, 0.95)!;
    const { expected, tolerance } = entry;
    expectClose(value, numberAt(expected, 'or', coefficient.label), tolerance, 0, 'or');
    expectClose(interval.low, numberAt(expected, 'lower', index), tolerance, 0, 'low');
    expectClose(interval.high, numberAt(expected, 'upper', index), tolerance, 0, 'high');
  });
});

test('an intercept alone is the log odds of the share, as R', () => {
  const { model, entry } = fit('logit.intercept', 'ell', (text) => Number(text) === 0, []);
  const [intercept] = model.estimates;
  if (intercept?.status !== 'estimated') throw new Error('aliased');
  expectClose(intercept.value, numberAt(entry.expected, 'coef'), 1e-12, 0, 'coef');
  expectClose(intercept.se, numberAt(entry.expected, 'se'), 1e-12, 0, 'se');
  expect(model.df).toBe(at(entry.expected, 'df'));
});
