import { expect, test } from 'vitest';
import { readInput, readOracle } from '../../../../fixtures/r/oracle/read-oracle.ts';
import {
  type AnalysisDesign,
  createFactor,
  createSurveyDesign,
  fitLinearModel,
  fitLogisticModel,
  type ModelRefusal,
  type ModelTerm,
  type RegressionModel,
  type Result,
  restrictDesign,
  toReplicates,
} from '../index.ts';

const table = readInput('hard-models');
const expected = readOracle<Readonly<Record<string, readonly number[]>>>('hard-models');
const region = { kind: 'factor', label: 'region', factor: createFactor(table.text('region')) } as const;
const sex = { kind: 'factor', label: 'sex', factor: createFactor(table.text('sex')) } as const;
const x = { kind: 'number', label: 'x', values: table.number('x') } as const;
const crossed: readonly ModelTerm[] = [region, sex, { kind: 'interaction', of: [region, sex] }];

function taken<T>(result: Result<T, { message: string }>): T {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}

function declare(weights: string, clusters: readonly string[]) {
  return taken(
    createSurveyDesign({
      rows: table.rows,
      weights: table.number(weights),
      strata: [table.text('stratum')],
      clusters: clusters.map(table.text),
      fpc: [],
      nest: false,
      lonelyPsu: 'fail',
      adjustLonelyInDomain: false,
    }),
  );
}

function fit(design: AnalysisDesign, response: 'z' | 'd', terms: readonly ModelTerm[]): RegressionModel {
  const fitModel: typeof fitLinearModel = response === 'z' ? fitLinearModel : fitLogisticModel;
  const made: Result<RegressionModel, ModelRefusal> = fitModel(design, {
    response: { label: response, values: table.number(response) },
    terms,
    intercept: true,
    missing: 'listwise',
  });
  return taken(made);
}

const jackknife = taken(toReplicates(declare('w', ['psu']), { type: 'JKn', mse: true }));
const wide = declare('wide', []);
const models = {
  jackknife_linear: () => fit(jackknife, 'z', [...crossed, x]),
  jackknife_logistic: () => fit(jackknife, 'd', [...crossed, x]),
  wide_linear: () => fit(wide, 'z', [...crossed, x]),
  wide_domain: () =>
    fit(
      taken(
        restrictDesign(
          wide,
          Uint8Array.from(x.values, (value) => (value > 2 ? 1 : 0)),
        ),
      ),
      'z',
      crossed,
    ),
} as const;

test.each(Object.keys(models) as (keyof typeof models)[])('%s: coefficients and covariance are those of R', (name) => {
  const model = models[name]();
  const values = model.estimates.map((entry) => (entry.status === 'estimated' ? entry.value : Number.NaN));
  const wanted = expected[name]!;
  const largest = Math.max(...wanted.map(Math.abs));
  const got = [...values, ...model.covariance];
  expect(got).toHaveLength(wanted.length);
  got.forEach((value, index) => {
    const aim = wanted[index]!;
    const allowed = 1e-7 * Math.abs(aim) + 1e-14 * largest;
    expect(Math.abs(value - aim), `${name} ${index}: ${value} ${aim}`).toBeLessThanOrEqual(allowed);
  });
});

test('a replicate without the cell that one PSU holds alone has no fit, and is left out and counted', () => {
  expect(models.jackknife_linear().discardedReplicates).toBe(1);
  expect(models.jackknife_logistic().discardedReplicates).toBe(1);
});
