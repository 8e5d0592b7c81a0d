import { expect, test } from 'vitest';
import { taken } from '../../../fixtures/r/random-sample.ts';
import {
  createSurveyDesign,
  type DesignColumns,
  type DesignRefusal,
  degreesOfFreedom,
  restrictDesign,
} from './index.ts';

const sample: DesignColumns = {
  rows: 6,
  weights: [1, 2, 3, 4, 5, 6],
  strata: [['a', 'a', 'a', 'b', 'b', 'b']],
  clusters: [[1, 1, 2, 3, 4, 4]],
  fpc: [],
  nest: false,
  lonelyPsu: 'fail',
  adjustLonelyInDomain: false,
};

function reasonsOf(change: Partial<DesignColumns>): readonly DesignRefusal[] {
  const made = createSurveyDesign({ ...sample, ...change });
  return made.ok ? [] : made.reasons;
}

test('a plain design is accepted', () => {
  expect(reasonsOf({})).toEqual([]);
});

test('weights that are missing, negative, infinite or all zero are refused with the first row', () => {
  expect(reasonsOf({ weights: [1, Number.NaN, -3, 4, Number.NaN, Number.POSITIVE_INFINITY] })).toMatchObject([
    { code: 'weight-not-a-number', row: 1, count: 2 },
    { code: 'weight-negative', row: 2, count: 1, value: -3 },
    { code: 'weight-infinite', row: 5, count: 1 },
  ]);
  expect(reasonsOf({ weights: new Float64Array(6) })).toMatchObject([{ code: 'weights-all-zero' }]);
});

test('columns of other lengths are named', () => {
  expect(reasonsOf({ weights: [1, 2], clusters: [[1]] })).toMatchObject([
    { code: 'length-differs', argument: 'weights', length: 2, rows: 6 },
    { code: 'length-differs', argument: 'clusters[0]', length: 1, rows: 6 },
  ]);
  expect(reasonsOf({ rows: 0, weights: null, strata: [], clusters: [] })).toMatchObject([{ code: 'no-rows' }]);
});

test('missing strata and clusters are refused with their row', () => {
  expect(
    reasonsOf({ strata: [['a', '', 'a', 'b', 'b', null]], clusters: [[1, 1, Number.NaN, 3, 4, 4]] }),
  ).toMatchObject([
    { code: 'stratum-missing', row: 1, count: 2 },
    { code: 'cluster-missing', row: 2, count: 1 },
  ]);
});

test('every stratum with one PSU is named under "fail", and none under another policy', () => {
  const clusters = [[1, 1, 1, 3, 3, 3]];
  expect(reasonsOf({ clusters })).toMatchObject([
    { code: 'lonely-psu', stratum: 'a', stage: 1 },
    { code: 'lonely-psu', stratum: 'b', stage: 1 },
  ]);
  for (const lonelyPsu of ['remove', 'certainty', 'adjust', 'average'] as const)
    expect(reasonsOf({ clusters, lonelyPsu })).toEqual([]);
});

test('a stratum sampled whole is not lonely', () => {
  expect(reasonsOf({ clusters: [[1, 1, 1, 3, 4, 4]], fpc: [[1, 1, 1, 9, 9, 9]] })).toEqual([]);
});

test('a PSU in two strata is refused unless codes are nested', () => {
  const clusters = [[1, 1, 2, 1, 2, 2]];
  expect(reasonsOf({ clusters })).toMatchObject([
    { code: 'cluster-in-two-strata', cluster: '1', strata: ['a', 'b'], row: 3 },
    { code: 'cluster-in-two-strata', cluster: '2', strata: ['a', 'b'], row: 4 },
  ]);
  expect(reasonsOf({ clusters, nest: true })).toEqual([]);
});

test('finite population corrections must fit the sample', () => {
  expect(reasonsOf({ fpc: [[9, 9, 9, 1.5, 1.5, 1.5]] })).toMatchObject([
    { code: 'fpc-below-sample', stratum: 'b', population: 1.5, sampled: 2, row: 3 },
  ]);
  expect(reasonsOf({ fpc: [[9, 9, 9, 8, 7, 8]] })).toMatchObject([{ code: 'fpc-varies', stratum: 'b', row: 4 }]);
  expect(reasonsOf({ fpc: [[9, 9, 9, 0.5, 0.5, 0.5]] })).toMatchObject([{ code: 'fpc-mixed', row: 3, value: 0.5 }]);
  expect(reasonsOf({ fpc: [[9, 9, 9, -8, -8, -8]] })).toMatchObject([{ code: 'fpc-not-positive', row: 3 }]);
  expect(reasonsOf({ fpc: [[9, 9, 9, 8, Number.NaN, 8]] })).toMatchObject([{ code: 'fpc-not-a-number', row: 4 }]);
  expect(
    reasonsOf({
      fpc: [
        [9, 9, 9, 8, 8, 8],
        [2, 2, 2, 2, 2, 2],
      ],
    }),
  ).toMatchObject([{ code: 'fpc-stages', given: 2, stages: 1 }]);
});

test('sizes and fractions are the same correction', () => {
  const sizes = createSurveyDesign({ ...sample, fpc: [[8, 8, 8, 20, 20, 20]] });
  const fractions = createSurveyDesign({ ...sample, fpc: [[0.25, 0.25, 0.25, 0.1, 0.1, 0.1]] });
  expect(sizes.ok && fractions.ok && sizes.value.stages[0].population).toEqual(
    fractions.ok && fractions.value.stages[0].population,
  );
});

test('without weights they are N / n over all stages', () => {
  const made = createSurveyDesign({
    ...sample,
    weights: null,
    clusters: [
      [1, 1, 2, 3, 4, 4],
      [1, 2, 1, 1, 1, 2],
    ],
    fpc: [
      [8, 8, 8, 6, 6, 6],
      [10, 10, 5, 3, 4, 4],
    ],
    lonelyPsu: 'remove',
  });
  expect(made.ok && [...made.value.weights]).toEqual([20, 20, 20, 9, 6, 6]);
});

test('one PSU in all, four stages and lonely second stages are refused', () => {
  expect(reasonsOf({ strata: [], clusters: [[1, 1, 1, 1, 1, 1]], lonelyPsu: 'remove' })).toMatchObject([
    { code: 'one-psu' },
  ]);
  const column = [1, 2, 3, 4, 5, 6];
  expect(reasonsOf({ clusters: [column, column, column, column] })).toMatchObject([
    { code: 'too-many-stages', stages: 4 },
  ]);
  const second = reasonsOf({
    clusters: [[1, 1, 2, 3, 4, 4], column],
    fpc: [new Float64Array(6).fill(9), new Float64Array(6).fill(7)],
  });
  expect(second.map((reason) => reason.code === 'lonely-psu' && reason.stage)).toEqual([2, 2]);
});

test('degrees of freedom count PSUs and strata with weight in the domain', () => {
  const made = createSurveyDesign({ ...sample, weights: [1, 2, 3, 0, 5, 6] });
  if (!made.ok) throw new Error('refused');
  expect(degreesOfFreedom(made.value)).toBe(1);
  expect(degreesOfFreedom(taken(restrictDesign(made.value, [1, 1, 1, 1, 0, 0])))).toBe(1);
  expect(degreesOfFreedom(taken(restrictDesign(made.value, [1, 1, 0, 1, 0, 0])))).toBe(0);
});
