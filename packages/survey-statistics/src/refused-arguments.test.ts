import { describe, expect, test } from 'vitest';
import {
  bootstrapDrivers,
  clopperPearsonInterval,
  createFactor,
  createRandomGenerator,
  createReplicateDesign,
  createSurveyDesign,
  estimateProportionInterval,
  estimateQuantiles,
  fitLogisticModel,
  fitLogLinearModel,
  postStratify,
  proportionInterval,
  type Result,
  ratioOf,
  replicateDrivers,
  type SurveyDesign,
  sumMoments,
  testGoodnessOfFit,
  testMean,
  tInterval,
  toReplicates,
  wilsonInterval,
} from './index.ts';

const rows = 40;
const values = Float64Array.from({ length: rows }, (_, row) => ((row * 7) % 11) + row / 40);
const y = { label: 'y', values };

function value<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}

function designWith(weights: readonly number[] | null): Result<SurveyDesign, { readonly message: string }> {
  return createSurveyDesign({
    rows: weights?.length ?? rows,
    weights,
    strata: [],
    clusters: [],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
}

const design = value(designWith(null));

describe.each([0, 1, -0.2, 95, Number.NaN])('a level of %d is no coverage', (level) => {
  const reason = { ok: false, reasons: [{ code: 'level-outside', level }] };

  test('of the interval of a mean, a share or a ratio', () => {
    expect(tInterval({ value: 1, se: 1, df: 9 }, level)).toBeNull();
    for (const method of ['mean', 'logit', 'xlogit', 'likelihood', 'asin', 'beta', 'wilson'] as const)
      expect(proportionInterval({ value: 0.3, variance: 0.01, df: 9, n: 30 }, method, level)).toBeNull();
    expect(clopperPearsonInterval(3, 10, level)).toBeNull();
    expect(wilsonInterval(0.3, 10, null, level)).toBeNull();
    const column = { label: 'share', values: values.map((entry) => (entry > 4 ? 1 : 0)) };
    expect(estimateProportionInterval(design, column, 'logit', level)).toMatchObject(reason);
    const model = value(
      fitLogisticModel(design, { response: column, terms: [], intercept: true, missing: 'listwise' }),
    );
    expect(ratioOf(model.estimates[0]!, level)).toBeNull();
  });

  test('of quantiles and of the shares of drivers', () => {
    const asked = { shares: [0.5], rule: 'math', interval: 'mean', level } as const;
    expect(estimateQuantiles(design, [y], asked)).toMatchObject(reason);
    const x = { label: 'x', values: values.map((entry, row) => entry + (row % 5)) };
    const random = createRandomGenerator(1);
    const sums = value(sumMoments(design, [y, x], 'listwise'));
    expect(bootstrapDrivers(sums, { replicates: 10, level, minimumCases: 5, random })).toMatchObject(reason);
    const replicated = value(toReplicates(design, { type: 'JK1', mse: false }));
    const options = { missing: 'listwise', level, minimumCases: 5 } as const;
    expect(replicateDrivers(replicated, [y, x], options)).toMatchObject(reason);
  });
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])('no mean is tested against %d', (against) => {
  expect(testMean(design, y, { against, missing: 'listwise' })).toMatchObject({
    ok: false,
    reasons: [{ code: 'against-not-a-number', argument: 'against', value: against }],
  });
});

test('weights that cannot be added up and squared are refused with the largest', () => {
  for (const large of [1e308, 1e200])
    expect(designWith([1, large, large, 2])).toMatchObject({
      ok: false,
      reasons: [{ code: 'weights-too-large', row: 1, value: large }],
    });
  expect(designWith([1e150, 1e150, 1]).ok).toBe(true);
  const replicates = [
    [1, 2],
    [1e300, 1],
  ];
  const columns = { rows: 2, weights: [1, 1], replicates, form: 'combined', mse: true } as const;
  const made = createReplicateDesign({ ...columns, method: { type: 'BRR' }, negativeWeights: 'refuse' });
  expect(made).toMatchObject({
    ok: false,
    reasons: [{ code: 'weights-too-large', argument: 'replicates[1]', row: 0 }],
  });
});

test('shares that post-stratification fixes are not tested for goodness of fit', () => {
  const codes = Array.from({ length: rows }, (_, row) => 'abc'[(row * row) % 3 === 1 ? row % 3 : 0]!);
  const factor = createFactor(codes);
  const totals = Object.fromEntries(factor.levels.map((level, index) => [level, 100 + 30 * index]));
  const adjusted = value(postStratify(design, { label: 'f', factor, totals }, { absent: 'refuse' })).design;
  const shares = factor.levels.map((_, index) => index + 1);
  const options = { missing: 'listwise' } as const;
  expect(testGoodnessOfFit(adjusted, factor, shares, options)).toMatchObject({
    ok: false,
    reasons: [{ code: 'shares-fixed', argument: 'factor' }],
  });
  expect(testGoodnessOfFit(design, factor, shares, options).ok).toBe(true);
  const one = createFactor(
    codes.map(() => 'a'),
    ['a', 'b'],
  );
  expect(testGoodnessOfFit(design, one, [1, 1], options)).toMatchObject({ reasons: [{ code: 'shares-fixed' }] });
});

describe('where the weights of one replicate separate the response, it is named', () => {
  // x = 1 goes with y = 1 in all rows but row 3: without it nothing holds the coefficient of x.
  const count = 12;
  const x = Float64Array.from({ length: count }, (_, row) => (row < 4 ? 1 : 0));
  const response = Float64Array.from({ length: count }, (_, row) => (row < 4 ? (row === 3 ? 0 : 1) : row % 2));
  const jackknife = value(toReplicates(value(designWith(Array.from(x, () => 1))), { type: 'JK1', mse: false }));
  const terms = [{ kind: 'number', label: 'x', values: x } as const];

  test('by a logistic model', () => {
    const specification = {
      response: { label: 'y', values: response },
      terms,
      intercept: true,
      missing: 'listwise',
    } as const;
    const fitted = fitLogisticModel(jackknife, specification);
    expect(fitted).toMatchObject({
      ok: false,
      reasons: [{ code: 'separation', kind: 'quasi-complete', replicate: 3, count: 3, columns: ['x'] }],
    });
  });

  test('by a log-linear model', () => {
    const counts = response.map((entry, row) => (row < 4 ? 1 - entry : 1 + entry));
    const specification = {
      response: { label: 'y', values: counts },
      terms,
      intercept: true,
      missing: 'listwise',
    } as const;
    expect(fitLogLinearModel(jackknife, specification)).toMatchObject({
      ok: false,
      reasons: [{ code: 'separation', replicate: 3 }],
    });
  });
});
