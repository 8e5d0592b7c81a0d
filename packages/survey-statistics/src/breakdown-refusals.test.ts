import { describe, expect, test } from 'vitest';
import {
  createFactor,
  createSurveyDesign,
  crossFactors,
  estimateCorrelations,
  estimateJointly,
  estimateMeans,
  estimateQuantiles,
  estimateRatios,
  estimateVariances,
  type Result,
  type SurveyDesign,
  testMean,
  testPairedDifference,
  testRanks,
} from './index.ts';

const rows = 12;
const y = { label: 'y', values: Float64Array.from({ length: rows }, (_, row) => row * 1.5) };
const made = createSurveyDesign({
  rows,
  weights: null,
  strata: [],
  clusters: [Array.from({ length: rows }, (_, row) => row >> 1)],
  fpc: [],
  nest: false,
  lonelyPsu: 'fail',
  adjustLonelyInDomain: false,
});
if (!made.ok) throw new Error('the design of these tests is valid');
const design: SurveyDesign = made.value;
const joint = { missing: 'itemwise', covariance: 'joint' } as const;

function expectRefusal(result: Result<unknown, { readonly code: string }>, reason: object): void {
  expect(result.ok ? [] : result.reasons).toContainEqual(expect.objectContaining(reason));
}

describe.each([2, 14])('a breakdown of %i entries for 12 cases is refused', (length) => {
  const by = createFactor(Array.from({ length }, (_, row) => (row < 2 ? 'a' : 'b')));
  const reason = { code: 'length-differs', argument: 'by', length, rows };

  test('by every estimator that takes one', () => {
    expectRefusal(estimateMeans(design, [y], { ...joint, by }), reason);
    expectRefusal(estimateVariances(design, [y], { covariance: 'joint', by }), reason);
    const ratio = { label: 'r', numerator: y.values, denominator: y.values };
    expectRefusal(estimateRatios(design, [ratio], { covariance: 'joint', by }), reason);
    const pair = { label: 'c', variable: y.values, other: y.values };
    expectRefusal(estimateCorrelations(design, [pair], { by }), reason);
    const asked = { shares: [0.5], rule: 'math', interval: 'mean', level: 0.95, by } as const;
    expectRefusal(estimateQuantiles(design, [y], asked), reason);
  });

  test('and cannot be crossed with another', () => {
    const other = createFactor(Array.from({ length: rows }, () => 'x'));
    expectRefusal(crossFactors([other, by]), { code: 'length-differs', factor: 1, length, rows });
  });
});

test.each([
  { listed: [1, 99], position: 1, row: 99 },
  { listed: [-1, 2], position: 0, row: -1 },
  { listed: [3, 3], position: 1, row: 3 },
])('a domain of the rows $listed is refused at its first unusable entry', ({ listed, position, row }) => {
  const domain = { statistic: 'total', label: 'y', variable: y.values, rows: Int32Array.from(listed) } as const;
  expectRefusal(estimateJointly(design, [domain]), { code: 'domain-not-usable', argument: 'y', position, row });
});

describe('values that are infinite are refused with their row', () => {
  const infinite = { label: 'z', values: y.values.map((value, row) => (row === 5 ? Number.POSITIVE_INFINITY : value)) };
  const reason = { code: 'infinite-value', argument: 'z', row: 5, count: 1 };

  test('before a difference of two infinities passes for a missing value', () => {
    expectRefusal(testPairedDifference(design, infinite, infinite, { missing: 'listwise' }), reason);
  });

  test('before they are ranked', () => {
    const groups = createFactor(Array.from({ length: rows }, (_, row) => row % 2));
    expectRefusal(testRanks(design, infinite, groups, 'wilcoxon'), reason);
  });
});

describe('null in a column of a JSON file is a missing value, never zero', () => {
  const cells: (number | null)[] = JSON.parse('[0,1.5,3,null,6,7.5,9,10.5,12,13.5,15,16.5]');
  const holed = { label: 'y', values: cells as number[] };
  const withNaN = { label: 'y', values: y.values.map((value, row) => (row === 3 ? Number.NaN : value)) };

  test('in means and correlations', () => {
    expect(estimateMeans(design, [holed], joint)).toEqual(estimateMeans(design, [withNaN], joint));
    const pair = (variable: ArrayLike<number>) => [
      { label: 'c', variable, other: y.values.map((value) => value ** 2) },
    ];
    expect(estimateCorrelations(design, pair(holed.values))).toEqual(
      estimateCorrelations(design, pair(withNaN.values)),
    );
  });

  test('where missing values are refused', () => {
    const reason = { code: 'value-missing', argument: 'y', row: 3, count: 1 };
    expectRefusal(testMean(design, holed, { against: 0, missing: 'refuse' }), reason);
  });
});
