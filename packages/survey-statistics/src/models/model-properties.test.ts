import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInput } from '../../../../fixtures/r/oracle/read-oracle.ts';
import { taken } from '../../../../fixtures/r/random-sample.ts';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import {
  createFactor,
  createSurveyDesign,
  differenceOf,
  estimateMeans,
  estimateProportionInterval,
  fitLinearModel,
  fitLogisticModel,
  fitLogLinearModel,
  predictModel,
  proportionInterval,
  type RegressionModel,
  type Result,
  restrictDesign,
  testTerms,
} from '../index.ts';

const table = readInput('models');
const everyRow = [...Array(table.rows).keys()];

function take<T>(made: Result<T, { readonly message: string }>): T {
  if (!made.ok) throw new Error(made.reasons.map(({ message }) => message).join(' '));
  return made.value;
}

/** The seeded file in another order, its weights multiplied and x in another unit. */
function arrange(order: readonly number[], weight: number, unit: number) {
  const number = (name: string) => {
    const column = table.number(name);
    return Float64Array.from(order, (row) => column[row]!);
  };
  const text = (name: string) => {
    const column = table.text(name);
    return order.map((row) => column[row]!);
  };
  const design = take(
    createSurveyDesign({
      rows: table.rows,
      weights: number('w').map((w) => w * weight),
      strata: [text('stratum')],
      clusters: [text('psu')],
      fpc: [],
      nest: true,
      lonelyPsu: 'fail',
      adjustLonelyInDomain: false,
    }),
  );
  const terms = [
    { kind: 'number', label: 'x', values: number('x').map((x) => x * unit) },
    { kind: 'factor', label: 'a', factor: createFactor(text('a')) },
  ] as const;
  return { design, number, text, terms };
}

const fits = [
  [fitLinearModel, 'y'],
  [fitLogisticModel, 'yes'],
  [fitLogLinearModel, 'count'],
] as const;

function coefficients({ estimates }: RegressionModel) {
  return estimates.map((coefficient) => {
    if (coefficient.status !== 'estimated') throw new Error('aliased');
    return coefficient;
  });
}

const straight = arrange(everyRow, 1, 1);
const rest = { intercept: true, missing: 'listwise' } as const;
const reference = fits.map(([fit, label]) =>
  coefficients(
    take(fit(straight.design, { response: { label, values: straight.number(label) }, terms: straight.terms, ...rest })),
  ),
);

test('weights in other units, rows in another order and predictors in another unit say the same', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(everyRow, { minLength: table.rows, maxLength: table.rows }),
      fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      (order, weight, unit) => {
        const { design, number, terms } = arrange(order, weight, unit);
        fits.forEach(([fit, label], index) => {
          const made = take(fit(design, { response: { label, values: number(label) }, terms, ...rest }));
          coefficients(made).forEach((got, j) => {
            const wanted = reference[index]![j]!;
            const factor = wanted.label === 'x' ? unit : 1;
            expectClose(got.value * factor, wanted.value, 1e-8, 1e-3, `${label} ${wanted.label}`);
            expectClose(got.se * factor, wanted.se, 1e-8, 0, `${label} ${wanted.label} se`);
            expectClose(got.p!, wanted.p!, 1e-6, 0, `${label} ${wanted.label} p`);
          });
        });
      },
    ),
    { numRuns: 12, seed: 5 },
  );
});

test('a model of one factor predicts the means of its levels, with their covariance', () => {
  const { design, number, text } = straight;
  const factor = createFactor(text('a'));
  const y = { label: 'y', values: number('y') };
  const terms = [{ kind: 'factor', label: 'a', factor }] as const;
  const model = take(fitLinearModel(design, { response: y, terms, ...rest }));
  const profiles = factor.levels.map((level) => ({ label: level, values: { a: level } }));
  const predicted = take(predictModel(model, profiles, 'response'));
  const complete = taken(
    restrictDesign(
      design,
      y.values.map((value) => (Number.isNaN(value) ? 0 : 1)),
    ),
  );
  const means = take(estimateMeans(complete, [y], { missing: 'itemwise', covariance: 'joint', by: factor }));
  predicted.estimates.forEach(({ value, label }, index) => {
    const mean = means.estimates[index]!;
    if (mean.status !== 'estimated') throw new Error('no cases');
    expectClose(value, mean.value, 1e-12, 0, label);
  });
  predicted.covariance.forEach((value, index) => {
    expectClose(value, means.covariance[index]!, 1e-10, 1e-3, `covariance ${index}`);
  });
  const byModel = differenceOf(predicted, 1, 0, model.df)!;
  const byMeans = differenceOf(means, 1, 0, model.df)!;
  expect(byModel.se).toBeCloseTo(byMeans.se, 12);
});

test('a subset of the design is the same domain by restriction and by missing values', () => {
  const { design, number, terms } = straight;
  const inside = number('inside');
  const restricted = taken(restrictDesign(design, inside));
  for (const [fit, label] of fits) {
    const values = number(label);
    const masked = values.map((value, row) => (inside[row] === 1 ? value : Number.NaN));
    const one = coefficients(take(fit(restricted, { response: { label, values }, terms, ...rest })));
    const other = coefficients(take(fit(design, { response: { label, values: masked }, terms, ...rest })));
    one.forEach(({ value, se, df }, j) => {
      expectClose(other[j]!.value, value, 1e-7, 1e-3, `${label} value`);
      expectClose(other[j]!.se, se, 1e-7, 0, `${label} se`);
      expect(other[j]!.df).toBe(df);
    });
  }
});

test('the logit interval of a share is that of its estimate, up to where the iterations stop', () => {
  const { design, number } = straight;
  const column = { label: 'yes', values: number('yes') };
  const fitted = take(estimateProportionInterval(design, column, 'logit', 0.95));
  const [estimate] = take(estimateMeans(design, [column], { missing: 'itemwise', covariance: 'joint' })).estimates;
  if (estimate?.status !== 'estimated') throw new Error('no cases');
  const direct = proportionInterval(estimate, 'logit', 0.95)!;
  expect(fitted.interval!.low).toBeCloseTo(direct.low, 8);
  expect(fitted.interval!.high).toBeCloseTo(direct.high, 8);
  const profile = take(estimateProportionInterval(design, column, 'likelihood', 0.95)).interval!;
  const exact = proportionInterval(estimate, 'likelihood', 0.95)!;
  expect(Math.abs(profile.low - exact.low)).toBeLessThan(1e-3);
  expect(Math.abs(profile.high - exact.high)).toBeLessThan(1e-3);
});

test('the Wald test of one coefficient is the square of its t', () => {
  const { design, number, terms } = straight;
  const model = take(fitLinearModel(design, { response: { label: 'y', values: number('y') }, terms, ...rest }));
  const [, x] = coefficients(model);
  const got = take(testTerms(model, ['x'], { method: 'wald', reference: 'F' }));
  expect(got.value).toBeCloseTo(x!.t! ** 2, 8);
  expect(got.p).toBeCloseTo(x!.p!, 12);
  const strange = testTerms(model, ['z'], { method: 'wald', reference: 'F' });
  expect(strange.ok ? null : strange.reasons[0]).toMatchObject({ code: 'unknown-term', term: 'z' });
});

test('without degrees of freedom there are standard errors and no p values', () => {
  const rows = 6;
  const design = take(
    createSurveyDesign({
      rows,
      weights: null,
      strata: [],
      clusters: [[1, 1, 2, 2, 3, 3]],
      fpc: [],
      nest: false,
      lonelyPsu: 'fail',
      adjustLonelyInDomain: false,
    }),
  );
  const terms = [
    { kind: 'number', label: 'x', values: [1, 2, 3, 5, 4, 6] },
    { kind: 'number', label: 'z', values: [2, 1, 0, 1, 3, 2] },
  ] as const;
  const response = { label: 'y', values: [1, 3, 2, 5, 4, 7] };
  const model = take(fitLinearModel(design, { response, terms, ...rest }));
  expect(model.df).toBe(0);
  for (const { se, p } of coefficients(model)) {
    expect(se).toBeGreaterThan(0);
    expect(p).toBeNull();
  }
});
