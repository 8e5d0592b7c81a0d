import { expect, test } from 'vitest';
import {
  accept,
  adjustedDesigns,
  chain,
  clusterSample,
  expected,
  factors,
  margin,
  men,
  number,
  ps,
} from '../../../../fixtures/r/oracle/calibration/adjusted-designs.ts';
import { taken } from '../../../../fixtures/r/random-sample.ts';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import { at, numberAt } from '../../../../fixtures/r/reference/reference-case.ts';
import {
  adjustForNonresponse,
  covarianceOfInfluence,
  crossFactors,
  degreesOfFreedom,
  domainsOf,
  type EstimateSet,
  estimateJointly,
  estimateMeans,
  estimateQuantiles,
  estimateRatios,
  estimateTotals,
  estimateVariances,
  fitLinearModel,
  fitLogisticModel,
  restrictDesign,
  type SurveyDesign,
} from '../index.ts';

function expectValues(set: EstimateSet, id: string, value: string, covariance: string): void {
  set.estimates.forEach((estimate, index) => {
    if (estimate.status !== 'estimated') throw new Error('no cases');
    expectClose(estimate.value, numberAt(expected, 'cases', id, value, index), 1e-9, 0, `${id} ${value}`);
  });
  const scale = Math.max(...set.covariance);
  set.covariance.forEach((entry, index) => {
    expectClose(entry, numberAt(expected, 'cases', id, covariance, index), 1e-8, scale, `${id} ${covariance} ${index}`);
  });
}

test.each(Object.keys(adjustedDesigns))('%s: weights, joint estimates, ratio, domains and a subset equal R', (id) => {
  const design = adjustedDesigns[id]!();
  const want = (field: string) => numberAt(expected, 'cases', id, field);
  const inside = design.inside;
  const kept = inside === null ? design.weights : design.weights.filter((_, row) => inside[row] === 1);
  const shown = id.endsWith('zero_weights') ? kept.filter((weight) => weight !== 0) : kept;
  (at(expected, 'cases', id, 'weights') as readonly number[]).forEach((weight, index) => {
    expectClose(shown[7 * index]!, weight, 1e-9, 1e-3, `${id} weight ${index}`);
  });
  expectClose(
    kept.reduce((sum, weight) => sum + weight ** 2, 0),
    want('squares'),
    1e-9,
    0,
    `${id} squares`,
  );
  const variable = (label: string) => ({ label, values: number(label) });
  const means = accept(
    estimateMeans(design, [variable('y'), variable('z')], { missing: 'listwise', covariance: 'joint' }),
  );
  expectValues(means, id, 'mean', 'meanCovariance');
  expect(means.df).toBe(want('df'));
  expectValues(
    accept(estimateTotals(design, [variable('z'), variable('v')], { missing: 'listwise', covariance: 'joint' })),
    id,
    'total',
    'totalCovariance',
  );
  const [alone] = accept(
    estimateMeans(design, [variable('z')], { missing: 'itemwise', covariance: 'joint' }),
  ).estimates;
  if (alone?.status !== 'estimated') throw new Error('no cases');
  expectClose(alone.deff!, numberAt(expected, 'cases', id, 'deff', 0), 1e-8, 0, `${id} deff`);
  const without = numberAt(expected, 'cases', id, 'deff', 1);
  if (without > 0) expectClose(alone.deffWithoutReplacement!, without, 1e-8, 0, `${id} deff without replacement`);
  if (design.variance === 'linearization') {
    const z = number('z');
    const influence = design.weights.map((weight, row) =>
      inside === null || inside[row] === 1 ? weight * z[row]! : 0,
    );
    const scale = numberAt(expected, 'cases', id, 'totalCovariance', 0);
    expectClose(covarianceOfInfluence(design, [influence])[0]!, scale, 1e-8, 0, `${id} by columns of influence`);
  }
  const domains = domainsOf(factors.g).map(
    ({ level, rows }) => ({ statistic: 'mean', label: level, variable: number('z'), rows }) as const,
  );
  expectValues(accept(estimateJointly(design, domains)), id, 'by', 'byCovariance');
  const ratio = { label: 'r', numerator: number('z'), denominator: number('x') };
  const subset = taken(restrictDesign(design, men));
  const single = [
    ['ratio', accept(estimateRatios(design, [ratio], { covariance: 'joint' }))],
    ['subset', accept(estimateMeans(subset, [variable('y')], { missing: 'listwise', covariance: 'joint' }))],
  ] as const;
  for (const [name, { estimates }] of single) {
    const [estimate] = estimates;
    if (estimate?.status !== 'estimated') throw new Error('no cases');
    expectClose(estimate.value, want(name), 1e-9, 0, `${id} ${name}`);
    expectClose(estimate.se, want(`${name}Se`), 1e-8, 0, `${id} ${name} se`);
  }
  const degrees = subset.variance === 'replication' ? subset.df : degreesOfFreedom(subset);
  expect(degrees).toBe(want('subsetDf'));
});

test.each(Object.keys(at(expected, 'others') as object))(
  '%s: models, a variance and a median carry the adjustment as in R',
  (id) => {
    const design = adjustedDesigns[id]!();
    if (design.variance === 'replication') throw new Error(`${id} has replicates`);
    const want = (field: string, index?: number) =>
      numberAt(expected, 'others', id, field, ...(index === undefined ? [] : [index]));
    const z = { label: 'z', values: number('z') };
    const x = { kind: 'number', label: 'x', values: number('x') } as const;
    const h = { kind: 'factor', label: 'h', factor: factors.h } as const;
    const g = { kind: 'factor', label: 'g', factor: factors.g } as const;
    const isHigh = { label: 'k', values: number('k').map((value) => (value > 3 ? 1 : 0)) };
    const rest = { intercept: true, missing: 'refuse' } as const;
    const models = {
      linear: accept(fitLinearModel(design, { response: z, terms: [x, h], ...rest })),
      logistic: accept(fitLogisticModel(design, { response: isHigh, terms: [x, g], ...rest })),
    };
    for (const [name, model] of Object.entries(models)) {
      model.estimates.forEach((estimate, index) => {
        if (estimate.status !== 'estimated') throw new Error('aliased');
        expectClose(estimate.value, want(name, index), 1e-7, 0, `${id} ${name} ${index}`);
      });
      // Both sides stop iterating at the same change of the deviance, which leaves a logistic covariance six digits.
      const scale = Math.max(...model.covariance) * (name === 'logistic' ? 1e4 : 1);
      model.covariance.forEach((value, index) => {
        expectClose(value, want(`${name}Covariance`, index), 1e-8, scale, `${id} ${name} covariance ${index}`);
      });
    }
    const [variance] = accept(estimateVariances(design, [z], { covariance: 'joint' })).estimates;
    if (variance?.status !== 'estimated') throw new Error('no cases');
    expectClose(variance.value, want('variance'), 1e-9, 0, `${id} variance`);
    expectClose(variance.se, want('varianceSe'), 1e-8, 0, `${id} variance se`);
    const median = { shares: [0.5], rule: 'math', interval: 'mean', level: 0.95 } as const;
    const [middle] = accept(estimateQuantiles(design, [z], median));
    if (middle?.status !== 'estimated') throw new Error('no cases');
    expect([middle.value, middle.low, middle.high]).toEqual([want('median'), want('low'), want('high')]);
  },
);

test('every case of the oracle is held against', () => {
  const ids = Object.keys(at(expected, 'cases') as object);
  expect(Object.keys(adjustedDesigns).sort()).toEqual(ids.filter((id) => id !== 'nonresponse').sort());
});

test('after weighting classes the standard error is that of the numerical derivatives, with and without calibration', () => {
  const classes = taken(crossFactors([factors.g, factors.l]));
  const response = { responded: number('responded'), classes, minimumRespondents: 5 };
  const answered = (design: SurveyDesign) => adjustForNonresponse(design, response);
  const adjusted = chain(clusterSample, answered);
  const calibrated = chain(clusterSample, answered, ps(margin('h')));
  (at(expected, 'cases', 'nonresponse', 'weights') as readonly number[]).forEach((weight, index) => {
    expectClose(adjusted.weights[7 * index]!, weight, 1e-9, 1e-3, `weight ${index}`);
  });
  const z = [{ label: 'z', values: number('z') }];
  const domain = domainsOf(factors.k)[1]!;
  const one = { missing: 'itemwise', covariance: 'joint' } as const;
  const sets: Record<string, EstimateSet> = {
    total: accept(estimateTotals(adjusted, z, one)),
    mean: accept(estimateMeans(adjusted, z, one)),
    domain: accept(
      estimateJointly(adjusted, [{ statistic: 'mean', label: 'z', variable: number('z'), rows: domain.rows }]),
    ),
    postTotal: accept(estimateTotals(calibrated, z, one)),
    postMean: accept(estimateMeans(calibrated, z, one)),
  };
  for (const [name, { estimates }] of Object.entries(sets)) {
    const [estimate] = estimates;
    if (estimate?.status !== 'estimated') throw new Error('no cases');
    expectClose(estimate.value, numberAt(expected, 'cases', 'nonresponse', name, 0), 1e-9, 0, name);
    expectClose(estimate.se, numberAt(expected, 'cases', 'nonresponse', name, 1), 1e-6, 0, `${name} se`);
  }
});
