import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectNear, expectSameMatrix, productsOf, type Sample, sample } from '../../../../fixtures/r/random-sample.ts';
import {
  fitLinearModel,
  fitLinearModelFromSums,
  type ModelTerm,
  type RegressionModel,
  type SumsModel,
  testTerms,
  testTermsFromSums,
  testTermsInSequence,
  testTermsInSequenceFromSums,
} from '../index.ts';

const indicator = (codes: Int32Array, level: number) =>
  Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : code === level ? 1 : 0));

/** z on y, x, a group of three and y:x, through both doors; null where the columns refuse the model. */
function bothFits(made: Sample, intercept: boolean) {
  const { design, by, y, x, z } = made;
  const small = z.map((value) => value - 2000);
  const number = (label: string, values: Float64Array) => ({ kind: 'number', label, values }) as const;
  const terms: ModelTerm[] = [
    number('y', y),
    number('x', x),
    ...(intercept ? [{ kind: 'factor', label: 'g', factor: by } as const] : []),
    { kind: 'interaction', of: [number('y', y), number('x', x)] },
  ];
  const response = { label: 'z', values: small };
  const direct = fitLinearModel(design, { response, terms, intercept, missing: 'listwise' });
  if (!direct.ok) return null;
  const variable = direct.value.frame.variables.get('g');
  const levels = variable?.kind === 'factor' ? variable.levels.slice(1) : [];
  const columns = [
    { label: 'z', values: small, origin: 0 },
    { label: 'y', values: y, origin: 5.5 },
    { label: 'x', values: x, origin: 3 },
    ...levels.map((level) => ({
      label: `g${level}`,
      values: indicator(by.codes, by.levels.indexOf(level)),
      origin: 0.3,
    })),
    { label: 'y:x', values: y.map((value, row) => value * x[row]!), origin: 16 },
  ];
  const whole = productsOf(design, intercept ? by : null, columns);
  let sumOfWeights = 0;
  for (let row = 0; row < design.rows; row += 1) sumOfWeights += design.weights[row]!;
  const summed = fitLinearModelFromSums(whole.design, whole.sums, {
    response: 0,
    terms: [
      { label: 'y', variables: [1] },
      { label: 'x', variables: [2] },
      ...(levels.length === 0
        ? []
        : [{ label: 'g', variables: [3, ...levels.slice(1).map((_, at) => 4 + at)] as [number] }]),
      { label: 'y:x', variables: [columns.length - 1] },
    ],
    intercept,
    domains: null,
    sample: { rows: design.rows, sumOfWeights },
  });
  return { direct: direct.value, summed, whole: whole.design };
}

function expectSameModel(got: SumsModel, wanted: RegressionModel): void {
  expect(got.estimates.map(({ label, status }) => [label, status])).toEqual(
    wanted.estimates.map(({ label, status }) => [label, status]),
  );
  expect([got.df, got.designDf, got.n, got.missing]).toEqual([
    wanted.df,
    wanted.designDf,
    wanted.counts.n,
    wanted.counts.missing,
  ]);
  got.estimates.forEach((entry, j) => {
    const other = wanted.estimates[j]!;
    if (entry.status === 'estimated' && other.status === 'estimated')
      expectNear(entry.value, other.value, 1, entry.label);
  });
  expectSameMatrix(got.covariance, wanted.covariance, 'covariance');
  expectSameMatrix(got.workingCovariance, wanted.workingCovariance, 'working covariance');
  expectNear(got.deviance, wanted.deviance, 1, 'deviance');
  expectNear(got.nullDeviance, wanted.nullDeviance, 1, 'null deviance');
  expectNear(got.dispersion, wanted.dispersion, 1, 'dispersion');
}

test('a linear model with its sandwich variance is the same through both doors', () => {
  let compared = 0;
  fc.assert(
    fc.property(sample, fc.boolean(), (made, intercept) => {
      const both = bothFits(made, intercept);
      if (both === null) return;
      const { direct, summed, whole } = both;
      if (!summed.ok) {
        expect(summed.reasons[0]!.code).toBe('nearly-collinear');
        return;
      }
      // A model with hardly more rows than columns leaves little but rounding in the variance of a column.
      if (direct.counts.n < 3 * direct.estimates.length) return;
      compared += 1;
      expectSameModel(summed.value, direct);
      for (const method of ['wald', 'working-wald', 'likelihood-ratio'] as const) {
        const options = { method, reference: 'F' } as const;
        const one = testTerms(direct, ['y', 'y:x'], options);
        const other = testTermsFromSums(summed.value, ['y', 'y:x'], options);
        expect(other.ok).toBe(one.ok);
        if (method === 'wald') {
          const all = testTermsInSequence(made.design, direct, options);
          const each = testTermsInSequenceFromSums(whole, summed.value, options);
          expect(each.ok).toBe(all.ok);
          if (all.ok && each.ok && direct.df > 2)
            each.value.forEach(({ value }, at) => {
              expect(Math.abs(value / all.value[at]!.value - 1)).toBeLessThan(1e-7);
            });
        }
        if (one.ok && other.ok && direct.df > 2)
          expect(Math.abs(other.value.value / one.value.value - 1)).toBeLessThan(1e-7);
      }
    }),
    { seed: 20261204, numRuns: 200 },
  );
  expect(compared).toBeGreaterThan(100);
});
