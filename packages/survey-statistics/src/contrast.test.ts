import { expect, test } from 'vitest';
import { taken } from '../../../fixtures/r/random-sample.ts';
import { expectClose, expectTerms } from '../../../fixtures/r/reference/expect-terms.ts';
import { at, type Json, numberAt, readCases, type Table } from '../../../fixtures/r/reference/reference-case.ts';
import { designOf, factorOf, tableOf } from '../../../fixtures/r/reference/reference-design.ts';
import {
  adjustPValues,
  type Contrast,
  createFactor,
  createSurveyDesign,
  crossFactors,
  deltaContrast,
  differenceOf,
  type EstimateSet,
  estimateMeans,
  type Factor,
  independentChange,
  linearContrast,
  restrictDesign,
  type SurveyDesign,
  testAgainstZero,
  testEquality,
  tInterval,
  weightedRanks,
} from './index.ts';

const families = ['contrasts', 'ttest', 'waves', 'multiple'];
const cases = new Map(families.flatMap(readCases).map((entry) => [entry.id, entry]));

function take(id: string) {
  const entry = cases.get(id)!;
  const table = tableOf(id, entry.design);
  return { entry, table, design: designOf(entry, table) };
}

function means(design: SurveyDesign, columns: Record<string, Float64Array>, by?: Factor): EstimateSet {
  const variables = Object.entries(columns).map(([label, values]) => ({ label, values }));
  const options = { missing: 'listwise', covariance: 'joint', ...(by === undefined ? {} : { by }) } as const;
  const made = estimateMeans(design, variables, options);
  if (!made.ok) throw new Error(made.reasons.map(({ message }) => message).join(' '));
  return made.value;
}

function expectContrast(got: Contrast | null, value: Json, se: Json, tolerance: number): Contrast {
  if (got === null) throw new Error('no contrast');
  expectClose(got.value, Number(value), tolerance, 0, 'value');
  expectClose(got.se, Number(se), tolerance, 0, 'se');
  return got;
}

function expectTest(got: Contrast | null, expected: Json, tolerance: number): void {
  if (got === null) throw new Error('no test');
  const estimate = numberAt(expected, 'estimate');
  expectClose(got.value, estimate, tolerance, 0, 'estimate');
  expectClose(got.t ?? Number.NaN, numberAt(expected, 'statistic'), tolerance, 0, 't');
  expectClose(got.p ?? Number.NaN, numberAt(expected, 'p'), tolerance, 0, 'p');
  expect(got.df).toBeCloseTo(numberAt(expected, 'parameter', 'df'), 10);
  const interval = tInterval(got, 0.95);
  expectClose(interval?.low ?? Number.NaN, numberAt(expected, 'ci', 0), tolerance, 1, 'low');
  expectClose(interval?.high ?? Number.NaN, numberAt(expected, 'ci', 1), tolerance, 1, 'high');
}

test('a linear contrast equals R', () => {
  const { entry, table, design } = take('con.linear');
  const set = means(design, { api00: table.number('api00'), api99: table.number('api99') });
  const { expected, tolerance } = entry;
  const got = expectContrast(
    taken(linearContrast(set, [1, -1])),
    at(expected, 'estimate'),
    at(expected, 'se'),
    tolerance,
  );
  expect(got.df).toBe(14);
});

test('functions of two means by the delta method equal R', () => {
  const { entry, table, design } = take('con.nonlinear');
  const set = means(design, { api00: table.number('api00'), api99: table.number('api99') });
  const ratio = deltaContrast(set, { value: ([a, b]) => a! / b!, gradient: ([a, b]) => [1 / b!, -a! / (b! * b!)] });
  const log = deltaContrast(set, { value: ([a, b]) => Math.log(a! / b!), gradient: ([a, b]) => [1 / a!, -1 / b!] });
  for (const [name, got] of [
    ['ratio', ratio],
    ['log', log],
  ] as const)
    expectContrast(got, at(entry.expected, name, 'estimate'), at(entry.expected, name, 'se'), entry.tolerance);
});

test.each([
  ['tt.clus1.two', 'enroll', 'comp_imp'],
  ['tt.strat.two', 'api00', 'sch_wide'],
  ['tt.nhanes.two', 'HI_CHOL', 'RIAGENDR'],
])('%s equals R', (id, name, group) => {
  const { entry, table, design } = take(id);
  const set = means(design, { y: table.number(name) }, factorOf(entry, table, group));
  expectTest(differenceOf(set, 1, 0, set.df - 1), entry.expected, entry.tolerance);
});

test('a one-sample t test equals R', () => {
  const { entry, table, design } = take('tt.strat.one');
  const before = table.number('api99');
  const set = means(design, { growth: table.number('api00').map((value, row) => value - before[row]!) });
  expectTest(taken(linearContrast(set, [1], set.df - 1)), entry.expected, entry.tolerance);
});

test('classical t tests are designs without clusters, strata or weights', () => {
  const entry = cases.get('tt.classic')!;
  const table = tableOf(entry.id, entry.design);
  const simple = (rows: number) => {
    const made = createSurveyDesign({
      rows,
      weights: null,
      strata: [],
      clusters: [],
      fpc: [],
      nest: false,
      lonelyPsu: 'fail',
      adjustLonelyInDomain: false,
    });
    if (!made.ok) throw new Error('refused');
    return made.value;
  };
  const mpg = table.number('mpg');
  const am = table.number('am');
  const one = means(simple(table.rows), { mpg: mpg.map((value) => value - 20) });
  const single = taken(linearContrast(one, [1]));
  expectClose(single.t!, numberAt(entry.expected, 'one', 'statistic'), entry.tolerance, 0, 't');
  expectClose(single.p!, numberAt(entry.expected, 'one', 'p'), entry.tolerance, 0, 'p');
  const groups = [0, 1].map((code) => {
    const values = mpg.filter((_, row) => am[row] === code);
    const estimate = means(simple(values.length), { values }).estimates[0]!;
    if (estimate.status !== 'estimated') throw new Error('no cases');
    return estimate;
  });
  const [a, b] = groups;
  const v = groups.map(({ variance }) => variance);
  const welchDf = (v[0]! + v[1]!) ** 2 / (v[0]! ** 2 / (a!.n - 1) + v[1]! ** 2 / (b!.n - 1));
  const welch = testAgainstZero(a!.value - b!.value, v[0]! + v[1]!, welchDf);
  const expected = at(entry.expected, 'welch');
  expectTest(welch, { ...(expected as object), estimate: welch.value }, entry.tolerance);
  const shared = (v[0]! * a!.n * (a!.n - 1) + v[1]! * b!.n * (b!.n - 1)) / (a!.n + b!.n - 2);
  const pooled = testAgainstZero(a!.value - b!.value, shared * (1 / a!.n + 1 / b!.n), a!.n + b!.n - 2);
  expectTest(pooled, { ...(at(entry.expected, 'pooled') as object), estimate: pooled.value }, entry.tolerance);
});

test('the design-based Wilcoxon test equals R', () => {
  const { entry, table, design } = take('rank.clus1.wilcoxon');
  const ranks = taken(weightedRanks(design, table.number('enroll')));
  const set = means(design, { ranks }, factorOf(entry, table, 'comp_imp'));
  const got = differenceOf(set, 1, 0, set.df - 1)!;
  expectClose(got.value, numberAt(entry.expected, 'estimate'), entry.tolerance, 0, 'estimate');
  expectClose(got.t!, numberAt(entry.expected, 'statistic'), entry.tolerance, 0, 't');
  expectClose(got.p!, numberAt(entry.expected, 'p'), entry.tolerance, 0, 'p');
  expect(got.df).toBe(13);
});

test('the Wald comparison of several groups equals R', () => {
  const { entry, table, design } = take('anova.wald');
  const got = testEquality(means(design, { y: table.number('api00') }, factorOf(entry, table, 'stype')))!;
  expectClose(got.f, numberAt(entry.expected, 'F'), entry.tolerance, 0, 'F');
  expectClose(got.p, numberAt(entry.expected, 'p'), entry.tolerance, 0, 'p');
  expect([got.df, got.denominatorDf]).toEqual([2, 12]);
});

function waves(id: string): { table: Table; by: Factor; design: SurveyDesign; expected: Json; tolerance: number } {
  const { entry, table, design } = take(id);
  return { table, by: factorOf(entry, table, 'wave'), design, expected: entry.expected, tolerance: entry.tolerance };
}

test('the change of overlapping waves keeps the covariance of those who answered twice, as R', () => {
  const { table, by, design, expected, tolerance } = waves('wave.overlap');
  const sat = table.number('sat');
  const set = means(
    taken(
      restrictDesign(
        design,
        sat.map((value) => (Number.isNaN(value) ? 0 : 1)),
      ),
    ),
    { sat },
    by,
  );
  expectTerms(
    { ...set, df: design.stages[0].unitStratum.length - design.stages[0].sampled.length },
    at(expected, 'by'),
    tolerance,
  );
  const got = expectContrast(
    taken(linearContrast(set, [-1, 1], 556)),
    at(expected, 'diff'),
    at(expected, 'se'),
    tolerance,
  );
  expectClose(got.p!, numberAt(expected, 'p'), tolerance, 0, 'p');
});

test('the change of a share between overlapping waves equals R, and its regression', () => {
  const { table, by, design, expected, tolerance } = waves('wave.overlap.prop');
  const set = means(design, { aware: table.number('aware') }, by);
  expectTerms(set, at(expected, 'by'), tolerance);
  const got = expectContrast(differenceOf(set, 1, 0, set.df - 1), at(expected, 'diff'), at(expected, 'se'), tolerance);
  const regression = at(cases.get('wave.glm')!.expected, 'terms', 1);
  expectClose(got.value, numberAt(regression, 'estimate'), tolerance, 0, 'coefficient');
  expectClose(got.t!, numberAt(regression, 't'), tolerance, 0, 't');
  expectClose(got.p!, numberAt(regression, 'p'), tolerance, 0, 'p');
});

test('the change of independent waves is the same as strata of one design and as two designs', () => {
  const entry = cases.get('wave.independent')!;
  const table = tableOf(entry.id, { ...entry.design!, data_file: 'data/tracker.csv' });
  const sat = table.number('sat');
  const wave = createFactor(table.text('wave'));
  const made = createSurveyDesign({
    rows: table.rows,
    weights: table.number('w'),
    strata: [Array.from(taken(crossFactors([wave, createFactor(table.text('stratum'))])).codes)],
    clusters: [],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  if (!made.ok) throw new Error('refused');
  const set = means(made.value, { sat }, wave);
  const { expected, tolerance } = entry;
  expectTerms(set, at(expected, 'by'), tolerance);
  const joined = expectContrast(differenceOf(set, 1, 0), at(expected, 'diff'), at(expected, 'se'), tolerance);
  expectClose(joined.p!, numberAt(expected, 'p_t'), tolerance, 0, 'p');
  const [before, after] = set.estimates.map((estimate) => {
    if (estimate.status !== 'estimated') throw new Error('no cases');
    return { ...estimate, df: estimate.domainDf };
  });
  const apart = taken(independentChange(before!, after!));
  expect(apart.df).toBe(numberAt(expected, 'df'));
  expect(apart.se).toBeCloseTo(joined.se, 12);
});

test('a change from published figures equals the textbook formula', () => {
  const { expected, tolerance } = cases.get('wave.independent.formula')!;
  const share = (value: number, n: number) => ({
    value,
    variance: (value * (1 - value)) / n,
    df: Number.POSITIVE_INFINITY,
  });
  const got = expectContrast(
    taken(independentChange(share(0.42, 380), share(0.47, 410))),
    at(expected, 'diff'),
    at(expected, 'se'),
    tolerance,
  );
  expectClose(got.t!, numberAt(expected, 'z'), tolerance, 0, 'z');
  expectClose(got.p!, numberAt(expected, 'p'), tolerance, 0, 'p');
  expectClose(tInterval(got, 0.95)!.low, numberAt(expected, 'ci', 0), tolerance, 1, 'low');
  const shared = (0.42 * 380 + 0.47 * 410) / 790;
  const pooled = testAgainstZero(0.05, shared * (1 - shared) * (1 / 380 + 1 / 410), Number.POSITIVE_INFINITY);
  expectClose(pooled.p!, numberAt(expected, 'p_pooled'), 1e-8, 0, 'pooled p');
});

const pValues = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34];

test.each([
  ['mult.holm', 'holm'],
  ['mult.BH', 'benjamini-hochberg'],
  ['mult.bonferroni', 'bonferroni'],
] as const)('%s equals R in any order of the p values', (id, adjustment) => {
  const { expected, tolerance } = cases.get(id)!;
  const straight = adjustPValues(pValues, adjustment);
  const turned = adjustPValues([...pValues].reverse(), adjustment).toReversed();
  pValues.forEach((_, index) => {
    expectClose(straight[index]!, numberAt(expected, 'adjusted', index), tolerance, 0, `${index}`);
    expect(turned[index]).toBe(straight[index]);
  });
});

test('all pairwise differences with their adjusted p values equal R', () => {
  const { entry, table, design } = take('mult.pairwise');
  const by = factorOf(entry, table, 'stype');
  const set = means(design, { y: table.number('api00') }, by);
  const pairs = [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const;
  const p = pairs.map(([a, b], index) => {
    const expected = at(entry.expected, 'pairs', index);
    const got = expectContrast(differenceOf(set, a, b), at(expected, 'diff'), at(expected, 'se'), entry.tolerance);
    expectClose(got.p!, numberAt(expected, 'p'), entry.tolerance, 0, 'p');
    return got.p!;
  });
  adjustPValues(p, 'holm').forEach((value, index) => {
    expectClose(value, numberAt(entry.expected, 'holm', index), entry.tolerance, 0, 'holm');
  });
  adjustPValues(p, 'benjamini-hochberg').forEach((value, index) => {
    expectClose(value, numberAt(entry.expected, 'BH', index), entry.tolerance, 0, 'BH');
  });
});
