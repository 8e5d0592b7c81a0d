import { expect, test } from 'vitest';
import { expectClose, expectTerms } from '../../../../fixtures/r/reference/expect-terms.ts';
import {
  at,
  numberAt,
  type ReferenceCase,
  readCases,
  type Table,
} from '../../../../fixtures/r/reference/reference-case.ts';
import { factorOf, tableOf } from '../../../../fixtures/r/reference/reference-design.ts';
import { replicateDesignOf } from '../../../../fixtures/r/reference/reference-replicates.ts';
import {
  type EstimateSet,
  estimateMeans,
  estimateProportions,
  estimateRatios,
  estimateTotals,
  estimateWithReplicates,
  type ReplicateDesign,
  type Result,
} from '../index.ts';
import { solvePositiveDefinite } from '../linear-algebra.ts';

const cases = new Map(readCases('replicates').map((entry) => [entry.id, entry]));
const tested = new Set<string>();

function take(id: string): { entry: ReferenceCase; table: Table; design: ReplicateDesign } {
  const entry = cases.get(id);
  if (entry === undefined) throw new Error(`there is no case ${id}`);
  tested.add(id);
  const table = tableOf(id, entry.design);
  return { entry, table, design: replicateDesignOf(entry, table) };
}

function taken(result: Result<EstimateSet, { message: string }>): EstimateSet {
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}

const columns = (table: Table, names: string) =>
  names.split(' ').map((label) => ({ label, values: table.number(label) }));
const listwise = { missing: 'listwise', covariance: 'joint' } as const;

test.each([
  ['rep.jk1.mean', 'api00 api99'],
  ['rep.jk1_mse.mean', 'api00 api99'],
  ['rep.jkn_fpc.mean', 'api00 enroll'],
])('%s equals R', (id, names) => {
  const { entry, table, design } = take(id);
  expectTerms(taken(estimateMeans(design, columns(table, names), listwise)), entry.expected, entry.tolerance);
});

test.each(['rep.jkn.mean', 'rep.boot.mean', 'rep.boot_mse.stats'])('%s equals R', (id) => {
  const { entry, table, design } = take(id);
  const mean = taken(estimateMeans(design, columns(table, 'api00'), listwise));
  expectTerms(mean, at(entry.expected, 'mean'), entry.tolerance);
  const total = taken(estimateTotals(design, columns(table, 'enroll'), listwise));
  expectTerms(total, at(entry.expected, 'total'), entry.tolerance);
  if (id !== 'rep.boot_mse.stats') return;
  const ratio = { label: 'r', numerator: table.number('api_stu'), denominator: table.number('enroll') };
  const got = taken(estimateRatios(design, [ratio], { covariance: 'joint' }));
  expectTerms(got, at(entry.expected, 'ratio'), entry.tolerance);
});

test('totals and a ratio under factors of the weights equal R', () => {
  const { entry, table, design } = take('rep.scd.brr.total');
  const totals = taken(estimateTotals(design, columns(table, 'alive arrests'), listwise));
  expectTerms(totals, at(entry.expected, 'total'), entry.tolerance);
  const ratio = { label: 'r', numerator: table.number('alive'), denominator: table.number('arrests') };
  const got = taken(estimateRatios(design, [ratio], { covariance: 'joint' }));
  expectTerms(got, at(entry.expected, 'ratio'), entry.tolerance);
});

test('prevalence, shares and a count under balanced half-samples equal R', () => {
  const { entry, table, design } = take('rep.brr.prev');
  const mean = taken(estimateMeans(design, columns(table, 'HI_CHOL'), listwise));
  expectTerms(mean, at(entry.expected, 'hichol'), entry.tolerance);
  const shares = taken(estimateProportions(design, factorOf(entry, table, 'race'), { covariance: 'joint' }));
  expectTerms(shares, at(entry.expected, 'race'), entry.tolerance);
  const total = taken(estimateTotals(design, columns(table, 'HI_CHOL'), listwise));
  expectTerms(total, at(entry.expected, 'total'), entry.tolerance);
});

test.each(['joint', 'separate'] as const)('means by domain equal R, %s', (covariance) => {
  const { entry, table, design } = take('rep.jk1.by');
  const by = factorOf(entry, table, 'stype');
  const set = taken(estimateMeans(design, columns(table, 'api00'), { missing: 'itemwise', by, covariance }));
  expectTerms(set, entry.expected, entry.tolerance);
});

test('any statistic takes replicate weights: a regression equals R', () => {
  const { entry, table, design } = take('rep.jkn.glm');
  const x = [new Float64Array(table.rows).fill(1), ...['ell', 'meals', 'mobility'].map(table.number)];
  const y = table.number('api00');
  const dot = (weights: Float64Array, a: Float64Array, b: Float64Array) =>
    weights.reduce((sum, weight, row) => sum + weight * a[row]! * b[row]!, 0);
  const got = estimateWithReplicates(design, (weights) => {
    const products = Float64Array.from({ length: 16 }, (_, k) => dot(weights, x[k >> 2]!, x[k & 3]!));
    const right = Float64Array.from(x, (column) => dot(weights, column, y));
    return solvePositiveDefinite(products, right) ?? [0, 0, 0, 0].fill(Number.NaN);
  });
  expect(got.df).toBe(numberAt(entry.expected, 'design_df'));
  expect(got.discarded).toBe(0);
  got.values.forEach((value, index) => {
    const scale = numberAt(entry.expected, 'terms', 0, 'estimate');
    expectClose(value, numberAt(entry.expected, 'terms', index, 'estimate'), entry.tolerance, scale, `${index}`);
  });
  got.covariance.forEach((value, index) => {
    const wanted = numberAt(entry.expected, 'vcov', index >> 2, index & 3);
    expectClose(value, wanted, entry.tolerance, 114, `vcov ${index}`);
  });
});

test('every case of the family was tested', () => {
  expect([...cases.keys()].filter((id) => !tested.has(id))).toEqual([]);
});
