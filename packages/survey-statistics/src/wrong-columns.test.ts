import { expect, test } from 'vitest';
import {
  analyzeDrivers,
  createFactor,
  createSurveyDesign,
  crossFactors,
  gapColumn,
  type Result,
  replicateDrivers,
  restrictDesign,
  sumColumns,
  sumMoments,
  toReplicates,
  weightedMoments,
  weightedRanks,
} from './index.ts';

const rows = 6;
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
if (!made.ok) throw new Error('the design of these tests is valid');
const design = made.value;
const short = { label: 'short', values: [1, 2, 3], origin: 0 };
const infinite = { label: 'far', values: [1, 2, 3, Number.NEGATIVE_INFINITY, 5, 6], origin: 0 };
const differs = { code: 'length-differs', argument: 'short', length: 3, rows };
const isInfinite = { code: 'infinite-value', argument: 'far', row: 3, count: 1 };

function reasonsOf(result: Result<unknown, { readonly message: string }>): readonly object[] {
  return result.ok ? [] : result.reasons;
}

function expectReasons(result: Result<unknown, { readonly message: string }>, ...reasons: readonly object[]): void {
  expect(reasonsOf(result)).toMatchObject(reasons);
}

test('a subpopulation needs a mark for every case, and no other marks than member or not', () => {
  expectReasons(restrictDesign(design, [1, 0]), { code: 'length-differs', argument: 'inside', length: 2, rows });
  for (const value of [2, -1, 0.5, Number.NaN])
    expectReasons(restrictDesign(design, [1, 0, true, false, value, 9]), {
      code: 'not-a-member-flag',
      argument: 'inside',
      row: 4,
      value,
    });
  expect(restrictDesign(design, [1, 0, true, false, 1, 0])).toMatchObject({ ok: true });
});

test('factors that do not fit each other are not crossed', () => {
  const factor = createFactor(['a', 'b', 'a', 'b', 'a', 'b']);
  expectReasons(crossFactors([]), { code: 'no-factors' });
  const one = createFactor(['x']);
  expectReasons(crossFactors([factor, one]), { code: 'length-differs', factor: 1, length: 1, rows });
  const stray = { codes: Int32Array.of(0, 1, 2, 0, 1, 2), levels: ['a', 'b'] };
  expectReasons(crossFactors([factor, stray]), { code: 'code-without-level', factor: 1, row: 2, value: 2 });
});

test('ranks, gaps and sums refuse columns of another length and infinite values, with all reasons', () => {
  expectReasons(weightedRanks(design, short.values), { ...differs, argument: 'values' });
  expectReasons(weightedRanks(design, infinite.values), { ...isInfinite, argument: 'values' });
  expectReasons(
    gapColumn(infinite.values, [1, 2, 3]),
    { code: 'infinite-value', argument: 'got', row: 3 },
    {
      code: 'length-differs',
      argument: 'wanted',
    },
  );
  for (const missing of ['listwise', 'pairwise'] as const)
    expectReasons(sumMoments(design, [infinite, short], missing), isInfinite, differs);
  for (const missing of ['listwise', 'pairwise', 'em'] as const)
    expectReasons(weightedMoments(design, [short, infinite], missing), differs, isInfinite);
  const breakdown = createFactor(['a', 'b']);
  expectReasons(
    sumColumns(design, breakdown, [short], [[0, 1]]),
    { code: 'length-differs', argument: 'short' },
    { code: 'length-differs', argument: 'breakdown', length: 2 },
    { code: 'unknown-variable', variable: 1, variables: 1 },
  );
});

test('drivers of an infinite value say so, and not that the variable is constant', () => {
  const replicated = toReplicates(design, { type: 'JK1', mse: false });
  if (!replicated.ok) throw new Error('the design can be replicated');
  const options = { missing: 'listwise', level: 0.95, minimumCases: 3 } as const;
  expectReasons(replicateDrivers(replicated.value, [infinite, infinite], options), isInfinite, isInfinite);
  const moments = {
    labels: ['y', 'x'],
    means: Float64Array.of(0, 1e200),
    covariance: Float64Array.of(1, 0, 0, Number.POSITIVE_INFINITY),
    pairN: Float64Array.of(6, 6, 6, 6),
    n: 6,
    missing: 'listwise',
  } as const;
  expectReasons(analyzeDrivers(moments, 3), { code: 'not-finite', label: 'x' });
});
