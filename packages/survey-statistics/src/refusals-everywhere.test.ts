import { describe, expect, test } from 'vitest';
import { taken } from '../../../fixtures/r/random-sample.ts';
import {
  adjustForNonresponse,
  calibrateWeights,
  changeBetweenWaves,
  compareTwoGroups,
  compareWithRest,
  compositeColumn,
  createFactor,
  createRandomGenerator,
  createSurveyDesign,
  type DesignColumns,
  estimateAlpha,
  estimateCorrelations,
  estimateCounts,
  estimateCovariances,
  estimateJointly,
  estimateMeans,
  estimateProportionInterval,
  estimateProportions,
  estimateQuantiles,
  estimateRatios,
  estimateRollingMeans,
  estimateSeparately,
  estimateTotals,
  estimateVariances,
  type Factor,
  fitLinearModel,
  fitLogisticModel,
  fitLogLinearModel,
  kendallCorrelation,
  pearsonCorrelation,
  postStratify,
  type Result,
  rakeWeights,
  replicateDrivers,
  restrictDesign,
  spearmanCorrelation,
  sumCalibratedProducts,
  sumColumns,
  sumMoments,
  summarizeWeights,
  sumProducts,
  systemUsabilityScale,
  testAssociation,
  testGoodnessOfFit,
  testMean,
  testPairedDifference,
  testRanks,
  toReplicates,
  weightedMoments,
  weightedRanks,
} from './index.ts';

const rows = 24;
const spin = (row: number) => (row * 7) % 11;
const columns: DesignColumns = {
  rows,
  weights: Array.from({ length: rows }, (_, row) => 1 + (row % 3)),
  strata: [Array.from({ length: rows }, (_, row) => Math.floor(row / 12))],
  clusters: [Array.from({ length: rows }, (_, row) => Math.floor(row / 2))],
  fpc: [],
  nest: false,
  lonelyPsu: 'fail',
  adjustLonelyInDomain: false,
};
const design = taken(createSurveyDesign(columns));
const replicated = taken(toReplicates(design, { type: 'JKn', mse: false }));
const values = Float64Array.from({ length: rows }, (_, row) => spin(row));
const other = Float64Array.from({ length: rows }, (_, row) => spin(row + 5) + row / 7);
const by = createFactor(Array.from({ length: rows }, (_, row) => 'abc'[row % 3]!));
const two = createFactor(Array.from({ length: rows }, (_, row) => 'xy'[spin(row) % 2]!));
const joint = { missing: 'itemwise', covariance: 'joint' } as const;
const listwise = { missing: 'listwise' } as const;

type Made = Result<unknown, { readonly code: string; readonly message: string }>;
type OfColumn = (column: Float64Array) => Made;
type OfFactor = (factor: Factor) => Made;

/** Every estimator that takes a column of numbers beside a design, or none. The column is called y. */
const named = (column: Float64Array) => ({ label: 'y', values: column });
const ofColumn: Readonly<Record<string, OfColumn>> = {
  estimateMeans: (y) => estimateMeans(design, [named(y)], joint),
  'estimateMeans, replicates': (y) => estimateMeans(replicated, [named(y)], joint),
  'estimateMeans, listwise': (y) => estimateMeans(design, [named(y), named(other)], { ...joint, missing: 'listwise' }),
  estimateTotals: (y) => estimateTotals(design, [named(y)], joint),
  estimateRatios: (y) => estimateRatios(design, [{ label: 'y', numerator: y, denominator: other }], joint),
  'estimateRatios, below': (y) => estimateRatios(design, [{ label: 'y', numerator: other, denominator: y }], joint),
  estimateVariances: (y) => estimateVariances(design, [named(y)], joint),
  estimateCovariances: (y) => estimateCovariances(design, [{ label: 'y', variable: other, other: y }]),
  estimateCorrelations: (y) => estimateCorrelations(design, [{ label: 'y', variable: other, other: y }]),
  estimateJointly: (y) => estimateJointly(design, [{ statistic: 'mean', label: 'y', variable: y, rows: null }]),
  estimateSeparately: (y) => estimateSeparately(design, [{ statistic: 'mean', label: 'y', variable: y, rows: null }]),
  estimateQuantiles: (y) =>
    estimateQuantiles(design, [named(y)], { shares: [0.5], rule: 'math', interval: 'mean', level: 0.95 }),
  estimateAlpha: (y) => estimateAlpha(design, [named(other), named(y)]),
  estimateProportionInterval: (y) => estimateProportionInterval(design, named(y), 'logit', 0.95),
  testMean: (y) => testMean(design, named(y), { against: 0, missing: 'listwise' }),
  testPairedDifference: (y) => testPairedDifference(design, { label: 'o', values: other }, named(y), listwise),
  compareTwoGroups: (y) => compareTwoGroups(design, named(y), two, listwise),
  compareWithRest: (y) => compareWithRest(design, named(y), by, 'a', 'complement'),
  testRanks: (y) => testRanks(design, named(y), two, 'wilcoxon'),
  changeBetweenWaves: (y) => changeBetweenWaves(design, named(y), by, 'a', 'b'),
  estimateRollingMeans: (y) => estimateRollingMeans(design, named(y), by, 2),
  'fitLinearModel, response': (y) => fitLinearModel(design, { response: named(y), terms: [], ...whole }),
  'fitLinearModel, term': (y) => fitLinearModel(design, model({ label: 'o', values: other }, y)),
  'fitLogisticModel, term': (y) => fitLogisticModel(design, model({ label: 'o', values: zeroOne }, y)),
  'fitLogLinearModel, term': (y) => fitLogLinearModel(design, model({ label: 'o', values }, y)),
  sumMoments: (y) => sumMoments(design, [named(y), named(other)], 'listwise'),
  weightedMoments: (y) => weightedMoments(design, [named(y), named(other)], 'em'),
  replicateDrivers: (y) =>
    replicateDrivers(replicated, [named(y), { label: 'o', values: other }], {
      ...listwise,
      level: 0.9,
      minimumCases: 3,
    }),
  sumColumns: (y) => sumColumns(design, null, [{ ...named(y), origin: 0 }], []),
  sumProducts: (y) => sumProducts(design, null, [{ ...named(y), origin: 0 }], 'without'),
  sumCalibratedProducts: (y) =>
    sumCalibratedProducts(stratified, null, [{ ...named(y), origin: 0 }], { columns: [], intercept: true }),
  calibrateWeights: (y) => calibrateWeights(design, [{ kind: 'numeric', ...named(y), total: 100 }], linear),
};
const whole = { intercept: true, missing: 'listwise' } as const;
const model = (response: { label: string; values: Float64Array }, y: Float64Array) => {
  return { response, terms: [{ kind: 'number', ...named(y) }], ...whole } as const;
};
const zeroOne = values.map((value) => value % 2);
const linear = { method: { distance: 'linear' } } as const;
const margin = (factor: Factor) => ({ label: 'f', factor, totals: { a: 20, b: 20, c: 20 } });
const stratified = taken(postStratify(design, margin(by), { absent: 'refuse' })).design;

/** And those that take columns without a design; the argument is named by its place. */
const ofBareColumn: Readonly<Record<string, readonly [string, OfColumn]>> = {
  pearsonCorrelation: ['y', (y) => pearsonCorrelation(other, y, 0.95)],
  spearmanCorrelation: ['y', (y) => spearmanCorrelation(other, y)],
  kendallCorrelation: ['y', (y) => kendallCorrelation(other, y)],
  weightedRanks: ['values', (y) => weightedRanks(design, y)],
  compositeColumn: ['items[1]', (y) => compositeColumn([other, y], { weights: null, minimumAnswered: 1 })],
  systemUsabilityScale: ['items[9]', (y) => systemUsabilityScale([...Array.from({ length: 9 }, () => values), y])],
};

const everyColumn = [
  ...Object.entries(ofColumn).map(([name, of]) => [name, 'y', of] as const),
  ...Object.entries(ofBareColumn).map(([name, [argument, of]]) => [name, argument, of] as const),
];

describe.each(everyColumn)('%s', (_, argument, of) => {
  test('refuses a column of another length, with both lengths', () => {
    for (const length of [rows - 1, rows + 1, 0]) {
      const reason = { code: 'length-differs', argument, length, rows };
      expect(of(new Float64Array(length))).toMatchObject({ ok: false, reasons: expect.arrayContaining([has(reason)]) });
    }
  });

  test('refuses infinite values with the first row', () => {
    for (const infinite of [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const column = values.map((value, row) => (row === 5 || row === 9 ? infinite : value));
      const made = of(column);
      expect(made.ok).toBe(false);
      expect(made.ok ? [] : made.reasons).toContainEqual(has({ argument, row: 5 }));
    }
  });

  test('gives a refusal or no cases of values that are all missing, and no figure', () => {
    const made = of(new Float64Array(rows).fill(Number.NaN));
    if (!made.ok) expect(made.reasons.length).toBeGreaterThan(0);
    else expectNothing(made.value);
  });
});

/** Every estimator that takes a factor, and the name under which it tells of it. */
const ofFactor: Readonly<Record<string, readonly [string, OfFactor]>> = {
  estimateMeans: ['by', (f) => estimateMeans(design, [named(values)], { ...joint, by: f })],
  estimateTotals: ['by', (f) => estimateTotals(design, [named(values)], { ...joint, by: f })],
  estimateVariances: ['by', (f) => estimateVariances(design, [named(values)], { covariance: 'joint', by: f })],
  estimateRatios: [
    'by',
    (f) => estimateRatios(design, [{ label: 'r', numerator: values, denominator: other }], { ...joint, by: f }),
  ],
  estimateCorrelations: [
    'by',
    (f) => estimateCorrelations(design, [{ label: 'c', variable: values, other }], { by: f }),
  ],
  estimateQuantiles: [
    'by',
    (f) =>
      estimateQuantiles(design, [named(values)], { shares: [0.5], rule: 'math', interval: 'mean', level: 0.9, by: f }),
  ],
  estimateProportions: ['by', (f) => estimateProportions(design, two, { covariance: 'joint', by: f })],
  estimateCounts: ['by', (f) => estimateCounts(design, two, { covariance: 'joint', by: f })],
  testAssociation: ['rows', (f) => testAssociation(design, f, two, { statistic: 'F', missing: 'listwise' })],
  'testAssociation, columns': ['columns', (f) => testAssociation(design, two, f, { statistic: 'F', ...listwise })],
  testGoodnessOfFit: ['factor', (f) => testGoodnessOfFit(design, f, [1, 1, 1], listwise)],
  compareTwoGroups: ['group', (f) => compareTwoGroups(design, named(values), f, listwise)],
  compareWithRest: ['breakdown', (f) => compareWithRest(design, named(values), f, 'a', 'total')],
  testRanks: ['groups', (f) => testRanks(design, named(values), f, 'wilcoxon')],
  changeBetweenWaves: ['waves', (f) => changeBetweenWaves(design, named(values), f, 'a', 'b')],
  estimateRollingMeans: ['waves', (f) => estimateRollingMeans(design, named(values), f, 1)],
  fitLinearModel: [
    'f',
    (f) =>
      fitLinearModel(design, { response: named(values), terms: [{ kind: 'factor', label: 'f', factor: f }], ...whole }),
  ],
  sumColumns: ['breakdown', (f) => sumColumns(design, f, [{ ...named(values), origin: 0 }], [])],
  sumProducts: ['breakdown', (f) => sumProducts(design, f, [{ ...named(values), origin: 0 }], 'without')],
  sumCalibratedProducts: [
    'breakdown',
    (f) => sumCalibratedProducts(stratified, f, [{ ...named(values), origin: 0 }], { columns: [], intercept: true }),
  ],
  postStratify: ['f', (f) => postStratify(design, margin(f), { absent: 'ignore' })],
  rakeWeights: [
    'f',
    (f) => rakeWeights(design, [margin(f)], { maxIterations: 9, epsilon: 1e-6, ifNotConverged: 'refuse' }),
  ],
  calibrateWeights: ['f', (f) => calibrateWeights(design, [{ kind: 'factor', ...margin(f) }], linear)],
  'calibrateWeights, clusters': [
    'sameWithin',
    (f) => calibrateWeights(design, [{ kind: 'size', total: 60 }], { ...linear, sameWithin: f }),
  ],
  adjustForNonresponse: [
    'classes',
    (f) => adjustForNonresponse(design, { classes: f, responded: zeroOne, minimumRespondents: 1 }),
  ],
};

describe.each(Object.entries(ofFactor))('%s', (_, [argument, of]) => {
  test('refuses a factor of another length, and a code without a level with its row', () => {
    for (const length of [1, rows + 2]) {
      const made = of(createFactor(Array.from({ length }, (__, row) => 'abc'[row % 3]!)));
      expect(made.ok ? [] : made.reasons).toContainEqual(has({ code: 'length-differs', argument, length, rows }));
    }
    const stray = of({ codes: by.codes.map((code, row) => (row === 4 ? 7 : code)), levels: ['a', 'b', 'c'] });
    expect(stray.ok ? [] : stray.reasons).toContainEqual(
      has({ code: 'code-without-level', argument, row: 4, value: 7 }),
    );
  });
});

const bad: readonly (readonly [string, Partial<DesignColumns>, object])[] = [
  ['a missing weight', { weights: put(columns.weights!, 3, Number.NaN) }, { code: 'weight-not-a-number', row: 3 }],
  ['a negative weight', { weights: put(columns.weights!, 4, -1) }, { code: 'weight-negative', row: 4, value: -1 }],
  ['an infinite weight', { weights: put(columns.weights!, 2, Infinity) }, { code: 'weight-infinite', row: 2 }],
  ['weights that are all zero', { weights: new Float64Array(rows) }, { code: 'weights-all-zero' }],
  ['weights of another length', { weights: [1] }, { code: 'length-differs', argument: 'weights', length: 1 }],
  [
    'a negative correction',
    { fpc: [put(new Float64Array(rows).fill(40), 6, -3)] },
    { code: 'fpc-not-positive', row: 6 },
  ],
  ['a correction below the sample', { fpc: [new Float64Array(rows).fill(5)] }, { code: 'fpc-below-sample', row: 0 }],
  [
    'a missing correction',
    { fpc: [put(new Float64Array(rows).fill(40), 1, Number.NaN)] },
    { code: 'fpc-not-a-number' },
  ],
  ['a PSU in two strata', { strata: [put(columns.strata[0]!, 1, 1)] }, { code: 'cluster-in-two-strata', row: 1 }],
  ['a missing stratum', { strata: [put(columns.strata[0]!, 8, null)] }, { code: 'stratum-missing', row: 8 }],
  ['a missing cluster', { clusters: [put(columns.clusters[0]!, 9, null)] }, { code: 'cluster-missing', row: 9 }],
];

test.each(bad)('a design with %s is refused', (_, change, reason) => {
  const made = createSurveyDesign({ ...columns, ...change });
  expect(made.ok ? [] : made.reasons).toContainEqual(has(reason));
  if (change.weights !== undefined && change.weights !== null && change.weights.length > 1)
    expect(summarizeWeights(change.weights)).toMatchObject({ ok: false, reasons: [reason] });
});

test('a subpopulation without members has no figure, whatever is asked of it', () => {
  const nobody = taken(restrictDesign(design, new Float64Array(rows)));
  const none = taken(estimateMeans(nobody, [named(values)], { ...joint, by }));
  expect(none.estimates.map(({ status }) => status)).toEqual(['no-cases', 'no-cases', 'no-cases']);
  expect(taken(estimateTotals(nobody, [named(values)], joint)).estimates).toMatchObject([{ status: 'no-cases' }]);
  const empty = createFactor(
    Array.from(by.codes, () => 'a'),
    ['a', 'b'],
  );
  expect(taken(estimateProportions(nobody, two, joint)).estimates).toMatchObject([
    { status: 'no-cases' },
    { status: 'no-cases' },
  ]);
  expect(changeBetweenWaves(design, named(values), empty, 'a', 'b')).toMatchObject({ reasons: [{ code: 'no-cases' }] });
  expect(compareWithRest(design, named(values), empty, 'b', 'complement')).toMatchObject({
    reasons: [{ code: 'no-cases' }],
  });
  expect(compareTwoGroups(design, named(values), empty, listwise)).toMatchObject({
    reasons: [{ code: 'not-two-groups' }],
  });
  expect(testAssociation(design, empty, two, { statistic: 'F', ...listwise })).toMatchObject({
    reasons: [{ code: 'one-level' }],
  });
  expect(testMean(nobody, named(values), { against: 0, ...listwise })).toMatchObject({
    reasons: [{ code: 'no-cases' }],
  });
  expect(createRandomGenerator(1)()).toBeGreaterThanOrEqual(0);
});

/** No figure anywhere: no value, standard error, t or p that is a number, neither 0 nor another. */
function expectNothing(value: unknown): void {
  const list = (value as { readonly estimates?: readonly { readonly status: string }[] }).estimates;
  if (list !== undefined) for (const { status } of list) expect(['no-cases', 'aliased']).toContain(status);
  else
    for (const entry of Object.values(value as object)) if (typeof entry === 'number') expect(entry).not.toBe(Infinity);
}

function has(reason: object): unknown {
  return expect.objectContaining(reason);
}

function put<T>(column: ArrayLike<T>, row: number, value: T): T[] {
  return Array.from(column, (entry, at) => (at === row ? value : entry));
}
