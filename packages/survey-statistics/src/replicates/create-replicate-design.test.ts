import { expect, expectTypeOf, test } from 'vitest';
import { taken } from '../../../../fixtures/r/random-sample.ts';
import {
  type AnalysisDesign,
  type covarianceOfInfluence,
  createReplicateDesign,
  degreesOfFreedom,
  type EstimateSet,
  estimateTotals,
  estimateWithReplicates,
  type ReplicateColumns,
  type ReplicateDesign,
  replicateVariance,
  restrictDesign,
  type SurveyDesign,
} from '../index.ts';

const columns: ReplicateColumns = {
  rows: 4,
  weights: [1, 2, 3, 4],
  replicates: [
    [2, 0, 3, 4],
    [0, 4, 6, 0],
    [1, 2, 0, 8],
  ],
  form: 'combined',
  method: { type: 'BRR' },
  mse: false,
  negativeWeights: 'refuse',
};

function codes(changed: Partial<ReplicateColumns>): readonly string[] {
  const result = createReplicateDesign({ ...columns, ...changed });
  return result.ok ? [] : result.reasons.map(({ code, message }) => `${code}: ${message}`);
}

function made(changed: Partial<ReplicateColumns> = {}): ReplicateDesign {
  const result = createReplicateDesign({ ...columns, ...changed });
  if (!result.ok) throw new Error(result.reasons.map(({ message }) => message).join(' '));
  return result.value;
}

const replicateWith = (value: number) => [[2, 0, 3, 4], [0, 4, value, 0], columns.replicates[2]!];

test.each<[string, Partial<ReplicateColumns>]>([
  ['no-rows: There are no cases.', { rows: 0 }],
  ['too-few-replicates: There are 1 replicates; a variance needs two.', { replicates: [[1, 1, 1, 1]] }],
  ['length-differs: weights has 3 entries for 4 cases.', { weights: [1, 2, 3] }],
  [
    'length-differs: replicates[1] has 2 entries for 4 cases.',
    {
      replicates: [
        [1, 1, 1, 1],
        [1, 2],
      ],
    },
  ],
  [
    'weight-not-finite: replicates[1] is missing, infinite or not a number in 1 rows, first in row 2.',
    { replicates: replicateWith(Number.NaN) },
  ],
  [
    'weight-not-finite: weights is missing, infinite or not a number in 2 rows, first in row 1.',
    { weights: [1, Number.POSITIVE_INFINITY, Number.NaN, 1] },
  ],
  ['weight-negative: replicates[1] is negative in 1 rows, first in row 2.', { replicates: replicateWith(-1) }],
  ['weights-all-zero: Every weight is zero.', { weights: [0, 0, 0, 0] }],
  ['scale-not-valid: The scale is -1; it must be positive.', { method: { type: 'JK1', scale: -1 } }],
  [
    'scale-not-valid: The scale is NaN; it must be positive.',
    { method: { type: 'other', scale: Number.NaN, rscales: 1 } },
  ],
  ['scale-not-valid: rho is 1; it lies from 0 up to, not including, 1.', { method: { type: 'Fay', rho: 1 } }],
  ['scale-not-valid: rscales[1] is -2; it must be 0 or more.', { method: { type: 'JKn', rscales: [1, -2, 1] } }],
  ['scale-not-valid: Every rscale is 0.', { method: { type: 'JKn', rscales: 0 } }],
  ['scales-differ: rscales has 2 entries for 3 replicates.', { method: { type: 'JKn', rscales: [1, 2] } }],
  [
    'scales-needed: Combined JKn weights do not tell their rscales, (n - 1) / n of each stratum: give them.',
    { method: { type: 'JKn', rscales: 'derived' } },
  ],
  [
    'fpc-not-for-type: Replicates of type BRR take no finite population correction: their weights carry it, or none exists.',
    { fpc: { kind: 'fraction', values: [0.1, 0.1, 0.1] } },
  ],
  [
    'fpc-not-valid: fpc[1] is 1.2; a fraction lies from 0 to 1.',
    { method: { type: 'JKn', rscales: 1 }, fpc: { kind: 'fraction', values: [0.1, 1.2, 0.1] } },
  ],
  [
    'scales-differ: fpc has 1 entries for 3 replicates.',
    { method: { type: 'JKn', rscales: 1 }, fpc: { kind: 'correction', values: [0.1] } },
  ],
])('%s', (reason, changed) => {
  expect(codes(changed)).toEqual([reason]);
});

test('all reasons come at once', () => {
  expect(codes({ weights: [1, 2, -3, 4], replicates: replicateWith(-1) })).toHaveLength(2);
});

test('negative replicate weights are kept where the agency means them', () => {
  expect(made({ replicates: replicateWith(-1), negativeWeights: 'keep' }).replicates).toMatchObject({
    form: 'columns',
  });
});

test('factors multiply the full-sample weights', () => {
  const factors = made({
    form: 'factors',
    replicates: [
      [2, 0, 1, 1],
      [0, 2, 2, 0],
      [1, 1, 0, 2],
    ],
  });
  expect(factors).toEqual(made());
});

test('without weights everybody counts once', () => {
  expect(Array.from(made({ weights: null }).weights)).toEqual([1, 1, 1, 1]);
});

test('degrees of freedom are the rank of the weights minus 1, counted again in a domain', () => {
  expect(degreesOfFreedom(made())).toBe(2);
  expect(degreesOfFreedom(taken(restrictDesign(made(), [1, 1, 0, 0])))).toBe(1);
  expect(degreesOfFreedom(taken(restrictDesign(made(), [0, 0, 0, 0])))).toBe(-1);
  const twice = [...columns.replicates, columns.replicates[0]!, [0, 0, 0, 0]];
  expect(degreesOfFreedom(made({ replicates: twice }))).toBe(2);
});

test('a replicate without a value is left out of all statistics; without any, there is no variance', () => {
  const design = made({ method: { type: 'other', scale: 2, rscales: [1, 3, 1] } });
  const values = [
    [1, 2],
    [Number.NaN, 5],
    [3, 6],
  ].map((row) => Float64Array.from(row));
  const got = replicateVariance(design, values, [2, 4]);
  expect(got.discarded).toBe(1);
  expect(Array.from(got.covariance)).toEqual([4, 8, 8, 16]);
  const none = replicateVariance(design, [Float64Array.of(Number.NaN)], [1]);
  expect(none.covariance[0]).toBeNaN();
});

test('replicates with an rscale of 0 count neither in the centre nor in the sum', () => {
  const design = made({ method: { type: 'other', scale: 1, rscales: [1, 0, 1] } });
  const values = [1, 100, 3].map((value) => Float64Array.of(value));
  expect(replicateVariance(design, values, [2]).covariance[0]).toBe(2);
});

test('a statistic that changes its number of values is an error', () => {
  let calls = 0;
  const fickle = () => {
    calls += 1;
    return new Array<number>(calls > 2 ? 2 : 1).fill(0);
  };
  expect(() => estimateWithReplicates(made(), fickle)).toThrow('replicate 1 gave 2 values instead of 1');
});

test('misuse does not compile', () => {
  expectTypeOf<AnalysisDesign>().toEqualTypeOf<SurveyDesign | ReplicateDesign>();
  expectTypeOf(taken(restrictDesign(made(), [1, 1, 1, 1]))).toEqualTypeOf<ReplicateDesign>();
  expectTypeOf<ReplicateDesign>().not.toExtend<Parameters<typeof covarianceOfInfluence>[0]>();
  expectTypeOf<SurveyDesign>().not.toExtend<Parameters<typeof estimateWithReplicates>[0]>();
  expectTypeOf<{ type: 'Fay' }>().not.toExtend<ReplicateColumns['method']>();
  expectTypeOf(estimateTotals).parameter(0).toEqualTypeOf<AnalysisDesign>();
  expectTypeOf<EstimateSet['df']>().toBeNumber();
});
