import { describe, expect, test } from 'vitest';
import { taken } from '../../../../fixtures/r/random-sample.ts';
import { expectClose } from '../../../../fixtures/r/reference/expect-terms.ts';
import { at, numberAt, readCases } from '../../../../fixtures/r/reference/reference-case.ts';
import { tableOf } from '../../../../fixtures/r/reference/reference-design.ts';
import { createFactor } from '../columns.ts';
import { linearContrast, testAgainstZero } from '../contrast.ts';
import { createSurveyDesign } from '../create-survey-design.ts';
import { estimateMeans } from '../estimate-means.ts';
import { tInterval } from '../mean-interval.ts';
import { compositeColumn } from './composite-column.ts';
import {
  clientSatisfactionIndex,
  customerSatisfactionIndex,
  effortScore,
  gapColumn,
  systemUsabilityScale,
} from './named-scores.ts';

describe('gaps equal those of R', () => {
  const cases = new Map(readCases('gap').map((one) => [one.id, one]));

  test('gap.paired.unweighted: the paired t test of one wave', () => {
    const { expected, tolerance, design, id } = cases.get('gap.paired.unweighted')!;
    const table = tableOf(id, design);
    const first = (name: string) => table.number(name).filter((_, row) => table.text('wave')[row] === '1');
    const gap = taken(gapColumn(first('q2'), first('q1')));
    const [mean] = meansOf(simple(gap.length), gap).estimates;
    if (mean?.status !== 'estimated') throw new Error('no cases');
    const tested = testAgainstZero(mean.value, mean.variance, mean.df);
    const interval = tInterval(mean, 0.95)!;
    expectClose(tested.value, numberAt(expected, 'estimate'), tolerance, 0, 'estimate');
    expectClose(tested.t!, numberAt(expected, 'statistic'), tolerance, 0, 't');
    expectClose(tested.df, numberAt(expected, 'parameter', 'df'), tolerance, 0, 'df');
    expectClose(tested.p!, numberAt(expected, 'p'), tolerance, 0, 'p');
    expectClose(interval.low, numberAt(expected, 'ci', 0), tolerance, 0, 'low');
    expectClose(interval.high, numberAt(expected, 'ci', 1), tolerance, 0, 'high');
  });

  test('gap.weighted: by wave, with the standard error of the design', () => {
    const { expected, tolerance, design: spec, id } = cases.get('gap.weighted')!;
    const table = tableOf(id, spec);
    const wave = table.text('wave');
    const strata = table.text('stratum').map((stratum, row) => `${wave[row]}.${stratum}`);
    const design = simple(table.rows, table.number('w'), strata);
    const set = meansOf(design, taken(gapColumn(table.number('q2'), table.number('q1'))), createFactor(wave));
    expect(set.df).toBe(at(expected, 'df'));
    set.estimates.forEach((estimate, index) => {
      if (estimate.status !== 'estimated') throw new Error('no cases');
      const interval = tInterval({ ...estimate, df: set.df }, 0.95)!;
      expectClose(estimate.value, numberAt(expected, 'terms', index, 'estimate'), tolerance, 0, 'estimate');
      expectClose(estimate.se, numberAt(expected, 'terms', index, 'se'), tolerance, 0, 'se');
      expectClose(interval.low, numberAt(expected, 'terms', index, 'ci', 0), tolerance, 0, 'low');
      expectClose(interval.high, numberAt(expected, 'terms', index, 'ci', 1), tolerance, 0, 'high');
      expectClose(estimate.value / estimate.se, numberAt(expected, 't', index), tolerance, 0, 't');
    });
  });
});

describe('composites', () => {
  test('take the mean of what a person answered, if that is enough', () => {
    const items = [
      [4, 4, Number.NaN, Number.NaN],
      [2, Number.NaN, 3, Number.NaN],
      [3, 5, Number.NaN, Number.NaN],
    ];
    expect([...taken(compositeColumn(items, { weights: null, minimumAnswered: 2 }))]).toEqual([3, 4.5, NaN, NaN]);
    expect([...taken(compositeColumn(items, { weights: [2, 1, 1], minimumAnswered: 1 }))]).toEqual([
      3.25,
      13 / 3,
      3,
      NaN,
    ]);
    expect([...taken(compositeColumn(items, { weights: null, minimumAnswered: 'all' }))]).toEqual([3, NaN, NaN, NaN]);
    expect(compositeColumn(items, { weights: null, minimumAnswered: 4 })).toMatchObject({
      reasons: [{ code: 'argument-outside', argument: 'minimumAnswered', value: 4 }],
    });
  });

  test('hold the covariance within persons: the index of complete answers is the contrast of the joint means', () => {
    const overall = [5, 4, 2, 3, 5, 1, 4, 4];
    const best = [4, 4, 1, 3, 5, 2, 5, 3];
    const expected = [4, 5, 2, 2, 4, 1, 4, 4];
    const design = simple(8, Float64Array.of(1, 2, 1, 3, 1, 1, 2, 2));
    const index = meansOf(design, taken(clientSatisfactionIndex([overall, best, expected], 3))).estimates[0];
    const joint = estimateMeans(
      design,
      [overall, best, expected].map((values, at) => ({ label: String(at), values })),
      { missing: 'listwise', covariance: 'joint' },
    );
    if (!joint.ok || index?.status !== 'estimated') throw new Error('refused');
    const contrast = taken(linearContrast(joint.value, [25 / 3, 25 / 3, 25 / 3]));
    expect(index.value).toBeCloseTo(contrast.value - 25, 10);
    expect(index.se).toBeCloseTo(contrast.se, 10);
  });

  test('the client satisfaction index of means 66, 55 and 52 is 57.67', () => {
    const answers = (mean: number) => Float64Array.of(1 + mean / 25);
    expect(taken(clientSatisfactionIndex([answers(66), answers(55), answers(52)], 3))[0]).toBeCloseTo(57.6667, 4);
  });

  test('the ACSI form: equal weights give (sum - 3) / 27, Ohio its own', () => {
    const items = [[8], [7], [6]] as const;
    expect(taken(customerSatisfactionIndex(items, [1, 1, 1]))[0]).toBeCloseTo(((8 + 7 + 6 - 3) / 27) * 100, 10);
    const ohio = taken(customerSatisfactionIndex(items, [0.3885, 0.319, 0.2925]))[0];
    expect(ohio).toBeCloseTo(((7 * 0.3885 + 6 * 0.319 + 5 * 0.2925) / 9) * 100, 10);
  });

  test('the system usability scale turns its even statements', () => {
    const best = Array.from({ length: 10 }, (_, index) => [index % 2 === 0 ? 5 : 1]);
    const middle = Array.from({ length: 10 }, () => [3]);
    expect(taken(systemUsabilityScale(best))[0]).toBe(100);
    expect(taken(systemUsabilityScale(middle))[0]).toBe(50);
    expect(systemUsabilityScale(middle.slice(1))).toMatchObject({
      reasons: [{ code: 'item-count', items: 9, needed: 'ten' }],
    });
  });

  test('effort is scored by the convention that was chosen', () => {
    expect([1, 4, 5, 7].map((answer) => effortScore(answer, 'easy-share-of-seven'))).toEqual([0, 0, 100, 100]);
    expect([1, 2, 3, 4, 5].map((answer) => effortScore(answer, 'net-easy-of-five'))).toEqual([-100, -100, 0, 100, 100]);
    expect(effortScore(6, 'mean-of-seven')).toBe(6);
  });
});

function simple(rows: number, weights: Float64Array | null = null, strata?: readonly string[]) {
  const made = createSurveyDesign({
    rows,
    weights,
    strata: strata === undefined ? [] : [strata],
    clusters: [],
    fpc: [],
    nest: false,
    lonelyPsu: 'fail',
    adjustLonelyInDomain: false,
  });
  if (!made.ok) throw new Error(made.reasons.map(({ message }) => message).join(' '));
  return made.value;
}

function meansOf(design: ReturnType<typeof simple>, values: Float64Array, by?: ReturnType<typeof createFactor>) {
  const options = { missing: 'itemwise', covariance: 'joint', ...(by === undefined ? {} : { by }) } as const;
  const means = estimateMeans(design, [{ label: 'y', values }], options);
  if (!means.ok) throw new Error('refused');
  return means.value;
}
