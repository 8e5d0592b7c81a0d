import { describe, expect, test } from 'vitest';
import { taken } from '../../../fixtures/r/random-sample.ts';
import {
  type CellSums,
  type ChangePlanning,
  complementOf,
  createFactor,
  createSumsDesign,
  createSurveyDesign,
  deltaContrast,
  differenceOf,
  estimateFromProducts,
  estimateFromSums,
  estimateJointlyFromSums,
  independentChange,
  internalConsistency,
  jointContrasts,
  kendallCorrelation,
  linearContrast,
  marginOfError,
  mergeDesignFacts,
  mergeSums,
  minimumDetectableChange,
  overlappingChange,
  pearsonCorrelation,
  plannedDesignEffect,
  productsOfVariable,
  type Result,
  requiredSampleSize,
  requiredSampleSizeForChange,
  requiredSampleSizeForMean,
  spearmanCorrelation,
  stackWaves,
  sumColumns,
  sumProducts,
  testAssociationFromSums,
  testEquivalence,
  testGoodnessOfFitFromSums,
  variableFromValues,
} from './index.ts';

type Made = Result<unknown, { readonly code: string; readonly message: string }>;

function expectRefusal(made: Made, reason: object): void {
  expect(made.ok ? [] : made.reasons).toContainEqual(expect.objectContaining(reason));
}

const plan = { proportion: 0.5, deff: 1, population: 1000, level: 0.95 };
const mean = { sd: 10, deff: 1, population: Number.POSITIVE_INFINITY, level: 0.95 };
const change: ChangePlanning = {
  measure: { kind: 'proportion', before: 0.5 },
  ...{ deff: 1, ratio: 1, overlap: 0, correlation: 0, alpha: 0.05, power: 0.8, sides: 2 },
};
const wave = { value: 3, variance: 0.1, df: 40 };
const overlap = { shareOfBefore: 0.5, shareOfAfter: 0.5, correlation: 0.2 };

const arguments_: readonly (readonly [string, string, readonly number[], (value: number) => Made])[] = [
  ['marginOfError', 'level', [0, 1, 95, -1, Number.NaN], (level) => marginOfError(100, { ...plan, level })],
  ['marginOfError', 'n', [0, -5, Number.NaN, Infinity], (n) => marginOfError(n, plan)],
  ['marginOfError', 'population', [99, 1, Number.NaN], (population) => marginOfError(100, { ...plan, population })],
  ['marginOfError', 'proportion', [-0.1, 50, Number.NaN], (proportion) => marginOfError(100, { ...plan, proportion })],
  ['requiredSampleSize', 'margin', [0, 1, 3, Number.NaN], (margin) => requiredSampleSize(margin, plan)],
  ['requiredSampleSize', 'level', [0, 1, 95, Number.NaN], (level) => requiredSampleSize(0.03, { ...plan, level })],
  ['requiredSampleSize', 'deff', [0, -1, Infinity, Number.NaN], (deff) => requiredSampleSize(0.03, { ...plan, deff })],
  [
    'requiredSampleSizeForMean',
    'level',
    [0, 1, Number.NaN],
    (level) => requiredSampleSizeForMean(1, { ...mean, level }),
  ],
  ['requiredSampleSizeForMean', 'sd', [0, -2, Number.NaN], (sd) => requiredSampleSizeForMean(1, { ...mean, sd })],
  ['requiredSampleSizeForMean', 'margin', [0, Number.NaN], (margin) => requiredSampleSizeForMean(margin, mean)],
  ['plannedDesignEffect', 'rho', [2, -0.5, Number.NaN], (rho) => plannedDesignEffect(0.5, 10, rho)],
  ['plannedDesignEffect', 'weightsCv', [-1, Number.NaN], (cv) => plannedDesignEffect(cv, 10, 0.1)],
  ['plannedDesignEffect', 'casesPerCluster', [0, Number.NaN], (cases) => plannedDesignEffect(0.5, cases, 0.1)],
  ['requiredSampleSizeForChange', 'difference', [0, 0.6, -0.6, NaN], (d) => requiredSampleSizeForChange(d, change)],
  [
    'requiredSampleSizeForChange',
    'power',
    [0, 1, NaN],
    (power) => requiredSampleSizeForChange(0.1, { ...change, power }),
  ],
  ['minimumDetectableChange', 'n', [0, NaN], (n) => minimumDetectableChange(n, change, 'rise')],
  ['minimumDetectableChange', 'alpha', [0, 1, 5], (alpha) => minimumDetectableChange(9, { ...change, alpha }, 'fall')],
  ['independentChange', 'after.variance', [-1, NaN], (variance) => independentChange(wave, { ...wave, variance })],
  [
    'overlappingChange',
    'correlation',
    [2, NaN],
    (correlation) => overlappingChange(wave, wave, { ...overlap, correlation }),
  ],
  ['testEquivalence', 'alpha', [0, 0.5, NaN], (alpha) => testEquivalence({ value: 1, se: 1, df: 9 }, 2, alpha)],
  ['testEquivalence', 'margin', [0, -1, NaN], (margin) => testEquivalence({ value: 1, se: 1, df: 9 }, margin, 0.05)],
  ['testEquivalence', 'se', [0, NaN], (se) => testEquivalence({ value: 1, se, df: 9 }, 2, 0.05)],
];

test.each(arguments_)('%s refuses a %s outside of its range, with its value', (_, argument, values, of) => {
  for (const value of values) expectRefusal(of(value), { code: 'argument-outside', argument, value });
});

test('correlations of samples without variation, of three rows or at another level are refused', () => {
  const [x, flat] = [
    [1, 2, 3, 4, 6],
    [2, 2, 2, 2, 2],
  ] as const;
  for (const of of [spearmanCorrelation, kendallCorrelation])
    expectRefusal(of(x, flat), { code: 'no-variance', argument: 'y' });
  expectRefusal(pearsonCorrelation(flat, x, 0.95), { code: 'no-variance', argument: 'x' });
  expectRefusal(pearsonCorrelation([1, 2, 4], [2, 1, 5], 0.95), { code: 'too-few-cases', n: 3 });
  expectRefusal(pearsonCorrelation(x, x, 95), { code: 'level-outside', level: 95 });
  expect(taken(pearsonCorrelation(x, x, 0.95))).toMatchObject({ value: 1, t: null, p: 0, low: 1, high: 1 });
});

test('contrasts of estimates that are not there are refused, never 0 with standard error 0', () => {
  const set = {
    estimates: [{ status: 'estimated', value: 2 }, { status: 'no-cases' }],
    ...{ covariance: Float64Array.of(0.1, NaN, NaN, NaN), df: 9 },
  } as const;
  expectRefusal(linearContrast(set, [1]), { code: 'length-differs', argument: 'coefficients', length: 1, rows: 2 });
  expectRefusal(linearContrast(set, [1, NaN]), { code: 'argument-outside', argument: 'coefficients[1]' });
  expectRefusal(linearContrast(set, [0, 0]), { code: 'argument-outside', argument: 'coefficients[0]' });
  expectRefusal(linearContrast(set, [1, -1]), { code: 'no-cases', estimate: 1 });
  expectRefusal(jointContrasts(set, []), { argument: 'contrasts.length' });
  expectRefusal(jointContrasts(set, [{ label: 'c', coefficients: [1] }]), { code: 'length-differs', argument: 'c' });
  for (const [a, b] of [
    [0, 0],
    [0, 5],
    [-1, 0],
  ] as const)
    expect(differenceOf(set, a, b)).toBeNull();
  expect(deltaContrast(set, { value: () => NaN, gradient: () => [1, 0] })).toBeNull();
});

test('waves that cannot be stacked, levels that are not there and one item are refused', () => {
  const sample = { label: 'w1', rows: 2, weights: [1, 1], strata: null, clusters: null };
  expectRefusal(stackWaves([], 'independent', 'fail'), { code: 'no-waves' });
  expectRefusal(stackWaves([sample, sample], 'independent', 'fail'), { code: 'wave-twice', wave: 'w1' });
  expectRefusal(stackWaves([sample], 'overlapping', 'fail'), { code: 'clusters-missing', wave: 'w1' });
  expectRefusal(stackWaves([{ ...sample, weights: [1] }], 'independent', 'fail'), { argument: 'weights of w1' });
  expectRefusal(complementOf(createFactor(['a']), 'b'), { code: 'unknown-level', level: 'b' });
  const one = { labels: ['a'], means: Float64Array.of(1), covariance: Float64Array.of(1), pairN: Float64Array.of(5) };
  expectRefusal(internalConsistency({ ...one, n: 5, missing: 'listwise' }), { code: 'too-few-items', items: 1 });
});

const rows = 20;
const design = taken(
  createSurveyDesign({
    ...{ rows, weights: null, strata: [], fpc: [], nest: false, lonelyPsu: 'fail', adjustLonelyInDomain: false },
    clusters: [Array.from({ length: rows }, (_, row) => Math.floor(row / 2))],
  }),
);
const by = createFactor(Array.from({ length: rows }, (_, row) => row % 2));
const column = { label: 'y', values: Array.from({ length: rows }, (_, row) => (row * 7) % 5), origin: 2 };
const { facts, sums } = taken(sumColumns(design, by, [column], []));
const counts = taken(createSumsDesign(facts));
const [y] = sums.variables;
const mean0 = { label: 'y', statistic: 'mean', variable: 0, domains: null } as const;
const crossing = { rows: ['a'], columns: ['x', 'y'], variable: 0, designRows: rows };

describe('the doors of sums', () => {
  const doors: readonly (readonly [string, (given: CellSums, variable: number) => Made])[] = [
    ['estimateFromSums', (given, variable) => estimateFromSums(counts, given, [{ ...mean0, variable }])],
    ['estimateJointlyFromSums', (given, variable) => estimateJointlyFromSums(counts, given, [{ ...mean0, variable }])],
    [
      'testAssociationFromSums',
      (given, variable) => testAssociationFromSums(counts, given, { ...crossing, variable }, 'F'),
    ],
    ['testGoodnessOfFitFromSums', (given, variable) => testGoodnessOfFitFromSums(counts, given, variable, [1, 1])],
  ];
  test.each(doors)('%s refuses variables, forms and sums that do not fit', (_, of) => {
    expectRefusal(of(sums, 4), { code: 'unknown-variable', variable: 4, variables: 1 });
    expectRefusal(of({ ...sums, form: 'row' }, 0), { code: 'forms-differ' });
    const w = y!.w.map((sum, cell) => (cell === 3 ? Number.NaN : sum));
    expectRefusal(of({ ...sums, variables: [{ ...y!, w }] }, 0), { code: 'sum-not-a-number', row: 3 });
  });

  test('refuse domains, pairs and codes that are not there, no estimates and parts that differ', () => {
    expectRefusal(estimateFromSums(counts, sums, []), { code: 'no-estimates' });
    expectRefusal(estimateFromSums(counts, sums, [{ ...mean0, domains: [7] }]), { code: 'unknown-domain', domain: 7 });
    const ratio = { ...mean0, statistic: 'ratio', denominator: 0 } as const;
    expectRefusal(estimateFromSums(counts, sums, [ratio]), { code: 'pair-missing', variable: 0, other: 0 });
    const stratum = sums.stratum.map((code, cell) => (cell === 2 ? 9 : code));
    expectRefusal(estimateFromSums(counts, { ...sums, stratum }, [mean0]), {
      ...{ code: 'unknown-code', argument: 'stratum', row: 2, value: 9 },
    });
    expectRefusal(testAssociationFromSums(counts, sums, { ...crossing, rows: ['a', 'b'] }, 'F'), {
      argument: 'domains',
    });
    expectRefusal(mergeSums([]), { code: 'sums-differ' });
    expectRefusal(mergeSums([sums, { ...sums, variables: [] }]), { code: 'sums-differ' });
    expectRefusal(mergeDesignFacts([]), { code: 'sums-differ' });
    expectRefusal(productsOfVariable(sums, 3), { code: 'unknown-variable', variable: 3 });
    const answers = { values: 2, n: Float64Array.of(1, 1), w: Float64Array.of(1, 1), w2: Float64Array.of(1, 1) };
    expectRefusal(variableFromValues(answers, [1], 'a', 0), { code: 'length-differs', argument: 'scores' });
    expectRefusal(variableFromValues(answers, [1, Infinity], 'a', 0), { code: 'infinite-value', row: 1 });
    expectRefusal(variableFromValues(answers, [1, 2], 'a', NaN), { code: 'origin-not-a-number' });
  });

  test('give an empty domain no cases, through cells and products', () => {
    const empty = createFactor(new Array(rows).fill('a'), ['a', 'b']);
    const cells = taken(sumColumns(design, empty, [column], [])).sums;
    expect(taken(estimateFromSums(counts, cells, [{ ...mean0, domains: [1] }]))).toMatchObject([
      { status: 'no-cases' },
    ]);
    const total = { ...mean0, statistic: 'total', domains: [1] } as const;
    expect(taken(estimateJointlyFromSums(counts, cells, [total])).estimates).toMatchObject([{ status: 'no-cases' }]);
    const products = taken(sumProducts(design, empty, [column], 'without')).sums;
    const made = estimateFromProducts(counts, [{ ...total, sums: products }], { covariance: 'joint' });
    expect(taken(made).estimates).toMatchObject([{ status: 'no-cases' }]);
    const spoiled = { ...products, products: products.products.map((sum, at) => (at === 4 ? Infinity : sum)) };
    expectRefusal(estimateFromProducts(counts, [{ ...total, sums: spoiled }], { covariance: 'joint' }), {
      ...{ code: 'sum-not-a-number', argument: 'products', row: 4 },
    });
  });
});
