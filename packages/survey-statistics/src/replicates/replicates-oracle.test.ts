import { expect, test } from 'vitest';
import { readInput, readOracle } from '../../../../fixtures/r/oracle/read-oracle.ts';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import { at, type Json, numberAt, readTableAt, type Table } from '../../../../fixtures/r/reference/reference-case.ts';
import {
  createFactor,
  createRandomGenerator,
  createReplicateDesign,
  createSurveyDesign,
  type DesignColumns,
  type EstimateSet,
  estimateMeans,
  estimateRatios,
  estimateTotals,
  estimateVariances,
  type ReplicateColumns,
  type ReplicateConversion,
  type ReplicateDesign,
  type Result,
  restrictDesign,
  type SurveyDesign,
  toReplicates,
} from '../index.ts';

const input = readInput('replicates');
const expected = readOracle('replicates');
const tested = new Set<string>();
const joint = { missing: 'itemwise', covariance: 'joint' } as const;

function taken<T>(result: Result<T, { message: string }>): T {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}

/** The rows that a case of R used. */
function dataOf(name: string): Table {
  const kinds: Record<string, (row: number) => boolean> = {
    pairs: (row) => input.text('set')[row] === 'pairs',
    many: (row) => input.text('set')[row] === 'many',
    kept: (row) => input.text('set')[row] === 'many' && input.text('stratum')[row] !== 'z',
    even: (row) => input.text('set')[row] === 'many' && ['b', 'd'].includes(input.text('stratum')[row]!),
  };
  const keep = kinds[String(at(expected[name]!, 'data'))]!;
  const rows = Array.from({ length: input.rows }, (_, row) => row).filter(keep);
  return {
    rows: rows.length,
    names: input.names,
    text: (column) => rows.map((row) => input.text(column)[row]!),
    number: (column) => Float64Array.from(rows, (row) => input.number(column)[row]!),
  };
}

interface Sampled extends Partial<Pick<DesignColumns, 'lonelyPsu'>> {
  readonly strata?: boolean;
  readonly rowsAreUnits?: boolean;
  readonly weights?: string;
  readonly fpc?: string | number;
}

function sample(table: Table, declared: Sampled): SurveyDesign {
  const { strata = true, rowsAreUnits = false, weights = 'w', fpc, lonelyPsu = 'fail' } = declared;
  const correction = typeof fpc === 'number' ? new Float64Array(table.rows).fill(fpc) : fpc && table.number(fpc);
  return taken(
    createSurveyDesign({
      rows: table.rows,
      weights: table.number(weights),
      strata: strata ? [table.text('stratum')] : [],
      clusters: rowsAreUnits ? [] : [table.text('psu')],
      fpc: correction ? [correction] : [],
      nest: false,
      lonelyPsu,
      adjustLonelyInDomain: false,
    }),
  );
}

function expectStatistic(set: EstimateSet, wanted: Json, what: string): void {
  const estimate = set.estimates[0]!;
  if (estimate.status === 'no-cases') throw new Error(`${what}: no cases`);
  expectClose(estimate.value, numberAt(wanted, 'value'), 1e-10, 0, what);
  expectClose(estimate.se, numberAt(wanted, 'se'), 1e-9, 0, `${what} se`);
  expect(estimate.df, `${what} df`).toBe(numberAt(wanted, 'df'));
}

function expectDesign(name: string, table: Table, design: ReplicateDesign, skipVariance = false): void {
  tested.add(name);
  const wanted = expected[name]!;
  expectClose(design.scale, numberAt(wanted, 'scale'), 1e-13, 0, 'scale');
  const rscales = at(wanted, 'rscales') as readonly number[];
  const sorted = (values: ArrayLike<number>) => Array.from(values).sort((a, b) => a - b);
  sorted(design.rscales).forEach((value, r) => {
    expectClose(value, sorted(rscales)[r]!, 1e-13, 0, `rscale ${r}`);
  });
  expect(design.rscales.length).toBe(rscales.length);
  const [y, x] = [table.number('y'), table.number('x')];
  for (const domain of ['all', 'k']) {
    const inside = table.text('g').map((level) => domain === 'all' || level === domain);
    const d = taken(restrictDesign(design, inside));
    const of = (statistic: string) => at(wanted, domain, statistic);
    const what = `${name} ${domain}`;
    expectStatistic(taken(estimateMeans(d, [{ label: 'y', values: y }], joint)), of('mean'), `${what} mean`);
    const total = taken(estimateTotals(d, [{ label: 'x', values: x }], joint));
    expectStatistic(total, of('total'), `${what} total`);
    const ratio = { label: 'r', numerator: y, denominator: x };
    expectStatistic(taken(estimateRatios(d, [ratio], joint)), of('ratio'), `${what} ratio`);
    const pair = [y, x].map((values, index) => ({ label: `${index}`, values }));
    const listwise = taken(estimateMeans(d, pair, { missing: 'listwise', covariance: 'joint' })).covariance;
    listwise.forEach((value, k) => {
      expectClose(value, numberAt(of('listwise'), k), 1e-9, Math.max(...listwise), `${what} covariance ${k}`);
    });
    if (skipVariance) continue;
    const variance = taken(estimateVariances(d, [{ label: 'x', values: x }], joint));
    expectStatistic(variance, of('variance'), `${what} variance`);
    const mean = taken(estimateMeans(d, [{ label: 'x', values: x }], joint)).estimates[0]!;
    if (mean.status === 'no-cases' || total.estimates[0]!.status === 'no-cases') throw new Error('no cases');
    expectClose(mean.deff!, numberAt(of('deff'), 0), 1e-9, 0, `${what} deff`);
    expectClose(total.estimates[0]!.deffWithoutReplacement!, numberAt(of('deff'), 1), 1e-9, 0, `${what} deff of total`);
  }
  const by = createFactor(table.text('g'));
  const set = taken(estimateMeans(design, [{ label: 'x', values: x }], { ...joint, by }));
  const separate = taken(estimateMeans(design, [{ label: 'x', values: x }], { ...joint, covariance: 'separate', by }));
  const size = set.estimates.length;
  const largest = Math.max(...set.covariance);
  set.covariance.forEach((value, k) => {
    expectClose(value, numberAt(wanted, 'byCovariance', k), 1e-9, largest, `${name} by covariance ${k}`);
    if (k % (size + 1) === 0) expectClose(separate.covariance[k]!, value, 1e-12, 0, `${name} by variance ${k}`);
  });
}

const half = { smallStrata: 'fail', largeStrata: 'fail' } as const;

test.each<[string, Sampled, ReplicateConversion]>([
  ['jk1', { strata: false }, { type: 'JK1', mse: false }],
  ['jk1_fpc', { strata: false, fpc: 70 }, { type: 'auto', mse: true }],
  ['auto_strata', {}, { type: 'auto', mse: false }],
  ['jkn_mse', {}, { type: 'JKn', mse: true }],
  ['jkn_certainty', { fpc: 'N' }, { type: 'JKn', mse: false }],
  ['jkn_rows', { rowsAreUnits: true }, { type: 'JKn', mse: false }],
  ['jkn_remove', { lonelyPsu: 'remove' }, { type: 'JKn', mse: false }],
  ['jkn_average', { lonelyPsu: 'average' }, { type: 'JKn', mse: false }],
  ['jkn_adjust', { lonelyPsu: 'adjust' }, { type: 'JKn', mse: false }],
  ['brr', {}, { type: 'BRR', mse: false, ...half }],
  ['brr_mse_fpc_dropped', { fpc: 'N' }, { type: 'BRR', mse: true, ...half }],
  ['fay', {}, { type: 'Fay', rho: 0.3, mse: false, ...half }],
  ['brr_split_large', {}, { type: 'BRR', mse: false, smallStrata: 'fail', largeStrata: 'split' }],
  ['brr_merge_large', {}, { type: 'BRR', mse: false, smallStrata: 'fail', largeStrata: 'merge' }],
  [
    'fay_split_small',
    { lonelyPsu: 'remove' },
    { type: 'Fay', rho: 0.5, mse: false, smallStrata: 'split', largeStrata: 'merge' },
  ],
])('%s made from the sample design equals R', (name, declared, conversion) => {
  const table = dataOf(name);
  expectDesign(name, table, taken(toReplicates(sample(table, declared), conversion)));
});

test('jackknife with weights of zero equals R (which counts those rows in n of a variance: left out here)', () => {
  const table = dataOf('jkn_zero_weights');
  const design = sample(table, { weights: 'w0' });
  expectDesign('jkn_zero_weights', table, taken(toReplicates(design, { type: 'JKn', mse: false })), true);
});

const wave = (rows: number, base: Float64Array | null) =>
  Array.from({ length: 6 }, (_, j) =>
    Float64Array.from({ length: rows }, (_, i) => (base?.[i] ?? 1) * (1 + 0.2 * Math.cos((i + 1) * (j + 1)))),
  );

test.each<[string, Pick<ReplicateColumns, 'form' | 'method' | 'fpc'>, boolean?]>([
  ['given_jk2', { form: 'combined', method: { type: 'JK2' } }],
  ['given_acs', { form: 'combined', method: { type: 'ACS' } }, true],
  ['given_successive', { form: 'combined', method: { type: 'successive-difference' } }],
  ['given_other', { form: 'combined', method: { type: 'other', scale: 0.7, rscales: [1, 0.5, 0, 2, 1, 0.3] } }],
  ['given_factors_jk1', { form: 'factors', method: { type: 'JK1', scale: 'derived' } }],
  ['given_factors_jkn', { form: 'factors', method: { type: 'JKn', rscales: 'derived' } }],
  [
    'given_fpc',
    {
      form: 'factors',
      method: { type: 'JK1', scale: 5 / 6 },
      fpc: { kind: 'fraction', values: [0.1, 0, 0.2, 0.3, 0, 0.05] },
    },
  ],
  ['given_mean_bootstrap', { form: 'combined', method: { type: 'bootstrap', average: 5 } }],
  ['given_fay', { form: 'combined', method: { type: 'Fay', rho: 0.25 } }],
])('%s: columns with the scale of their type equal R', (name, given, mse = false) => {
  const table = dataOf(name);
  const weights = table.number('w');
  const replicates = wave(table.rows, given.form === 'combined' ? weights : null);
  const columns = { rows: table.rows, weights, replicates, mse, negativeWeights: 'refuse', ...given } as const;
  expectDesign(name, table, taken(createReplicateDesign(columns)));
});

const bootstraps = ['bootstrap', 'bootstrap_fpc', 'subbootstrap', 'mrbbootstrap'] as const;

test.each(bootstraps)('%s: the replicates that R drew, handed in as columns, equal R', (name) => {
  const table = dataOf(name);
  const file = readTableAt(new URL(`../../../../fixtures/r/oracle/replicates/weights-${name}.csv`, import.meta.url));
  const design = createReplicateDesign({
    rows: table.rows,
    weights: table.number('w'),
    replicates: file.names.map(file.number),
    form: 'combined',
    method: {
      type: 'other',
      scale: numberAt(expected[name]!, 'scale'),
      rscales: at(expected[name]!, 'rscales') as readonly number[],
    },
    mse: at(expected[name]!, 'mse') === true,
    negativeWeights: 'keep',
  });
  expectDesign(name, table, taken(design));
});

test.each([
  ['bootstrap', 'bootstrap', undefined],
  ['bootstrap_fpc', 'bootstrap', 'N'],
  ['subbootstrap', 'subbootstrap', undefined],
  ['mrbbootstrap', 'mrbbootstrap', 'N'],
] as const)('%s: own draws have the scale of R', (name, type, fpc) => {
  const table = dataOf(name);
  const count = at(expected[name]!, 'rscales') as readonly number[];
  const random = createRandomGenerator(5);
  const options = { type, replicates: count.length, random, mse: at(expected[name]!, 'mse') === true } as const;
  const design = taken(toReplicates(sample(table, fpc === undefined ? {} : { fpc }), options));
  expectClose(design.scale, numberAt(expected[name]!, 'scale'), 1e-13, 0, 'scale');
  expect(Array.from(design.rscales)).toEqual(count);
});

test('every stored design was tested', () => {
  expect(Object.keys(expected).filter((name) => !tested.has(name))).toEqual([]);
});
