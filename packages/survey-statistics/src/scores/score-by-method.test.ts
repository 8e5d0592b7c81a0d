import { describe, expect, test } from 'vitest';
import { taken } from '../../../../fixtures/r/random-sample.ts';
import { publishedIndex, publishedMonths, publishedScores } from './published-scores.fixture.ts';
import { type PersonScores, type ScoredItem, scoreByMethod } from './score-by-method.ts';

const five = { min: 1, max: 5, higher: 'better' } as const;
const eleven = { min: 0, max: 10, higher: 'better' } as const;
const item = (scale: Omit<ScoredItem, 'values'>, ...values: number[]): ScoredItem => ({ ...scale, values });

/** Mean of the scores, each with the weight of its person times the uses behind it. */
function meanOf({ values, uses }: PersonScores, weights: readonly number[]): number {
  let sum = 0;
  let total = 0;
  values.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    const weight = weights[row]! * uses[row]!;
    sum += weight * value;
    total += weight;
  });
  return sum / total;
}

describe('published scores come out', () => {
  test.each(publishedScores)('of $name', ({ counts, index, published, topTwo }) => {
    const answers = item(five, ...counts.map(([answer]) => answer));
    const people = counts.map(([, count]) => count);
    const found = meanOf(taken(scoreByMethod('index-0-100', [answers])), people);
    expect(found).toBeCloseTo(index, 4);
    expect(Number.isInteger(published) ? Math.round(found) : found).toBe(published);
    expect(meanOf(taken(scoreByMethod('top-2', [answers])), people)).toBeCloseTo(topTwo, 4);
  });

  test('of the Office of the Public Guardian in fourteen months, as the mean and never as the share of the two best', () => {
    const answers = item(five, 1, 2, 3, 4, 5);
    const rounded = (method: 'index-0-100' | 'top-2') =>
      publishedMonths.map(([counts]) => Math.round(meanOf(taken(scoreByMethod(method, [answers])), counts)));
    expect(rounded('index-0-100')).toEqual(publishedMonths.map(([, published]) => published));
    expect(rounded('top-2').filter((share, month) => share === publishedMonths[month]?.[1])).toEqual([]);
  });

  test('of Service Canada only with the missing point: over the four published shares alone it is 83.59', () => {
    const four = item(five, 5, 4, 3, 2);
    expect(meanOf(taken(scoreByMethod('index-0-100', [four])), [55, 29, 9, 6])).toBeCloseTo(83.586, 3);
  });

  test('of Taking Care of Business 5: an index of 57.67 from parts of 66, 55 and 52', () => {
    const parts = publishedIndex.parts.map((mean) => item(five, 1 + mean / 25));
    const found = meanOf(taken(scoreByMethod('csi', parts)), [1]);
    expect(found).toBeCloseTo(publishedIndex.index, 4);
    expect(Math.round(found)).toBe(publishedIndex.published);
  });
});

describe('answers outside the scale', () => {
  const missing = Number.NaN;

  test('leave a person without a score, not with a score of 0', () => {
    const scores = taken(scoreByMethod('index-0-100', [item(five, 5, missing)]));
    expect([...scores.values]).toEqual([100, missing]);
    expect([...scores.uses]).toEqual([1, 0]);
    expect([...taken(scoreByMethod('nps', [item(eleven, 10, 8, 6, missing)])).values]).toEqual([100, 0, -100, missing]);
  });

  test('leave one of three out of the client satisfaction index, but not two', () => {
    const items = [item(five, 5, 5), item(five, 3, missing), item(five, missing, missing)];
    expect([...taken(scoreByMethod('csi', items)).values]).toEqual([75, missing]);
  });

  test('leave the index of three ratings and the usability scale without a score', () => {
    const ten = { min: 1, max: 10, higher: 'better' } as const;
    const three = [item(ten, 10, 10), item(ten, 10, 10), item(ten, 10, missing)];
    expect([...taken(scoreByMethod('acsi', three)).values]).toEqual([100, missing]);
    const sus = Array.from({ length: 10 }, (_, at) => item(five, at % 2 === 0 ? 5 : 1, at === 9 ? missing : 3));
    expect([...taken(scoreByMethod('sus', sus)).values]).toEqual([100, missing]);
  });
});

describe('each method', () => {
  test('of uses counts a person once per service rated', () => {
    const services = [item(five, 5, 1), item(five, 5, Number.NaN), item(five, 5, Number.NaN)];
    const scores = taken(scoreByMethod('index-of-uses', services));
    expect([...scores.uses]).toEqual([3, 1]);
    expect(meanOf(scores, [1, 1])).toBe(75);
    expect(meanOf(taken(scoreByMethod('index-0-100', services)), [1, 1])).toBe(50);
  });

  test('of trust takes 6 to 10, leaves 5 neutral', () => {
    expect([...taken(scoreByMethod('trust-share', [item(eleven, 5, 6, 10, 0)])).values]).toEqual([0, 100, 100, 0]);
  });

  test('of effort keeps to its convention', () => {
    const seven = { min: 1, max: 7, higher: 'better' } as const;
    expect([...taken(scoreByMethod('ces', [item(seven, 6)])).values]).toEqual([6]);
    expect([...taken(scoreByMethod('ces-easy-share', [item(seven, 4, 5)])).values]).toEqual([0, 100]);
    expect([...taken(scoreByMethod('ces-net', [item(five, 2, 3, 4)])).values]).toEqual([-100, 0, 100]);
  });

  test('of net and agreement takes the two best answers, turned where less is better', () => {
    const worse = { min: 1, max: 5, higher: 'worse' } as const;
    expect([...taken(scoreByMethod('net', [item(five, 5, 3, 1)])).values]).toEqual([100, 0, -100]);
    expect([...taken(scoreByMethod('agree-share', [item(five, 4, 2), item(worse, 4, 2)])).values]).toEqual([50, 50]);
  });

  test('of success takes what was done and what was not', () => {
    const done = { min: 0, max: 1, higher: 'better' } as const;
    expect(meanOf(taken(scoreByMethod('task-success', [item(done, 1, 0, Number.NaN, 1)])), [1, 1, 1, 1])).toBeCloseTo(
      66.667,
      3,
    );
  });

  test('refuses another number of items', () => {
    expect(scoreByMethod('csi', [item(five, 1)])).toMatchObject({
      reasons: [{ code: 'item-count', items: 1, needed: 'three' }],
    });
    expect(scoreByMethod('sus', [item(five, 1)])).toMatchObject({ reasons: [{ code: 'item-count', needed: 'ten' }] });
    const flat = { min: 5, max: 5, higher: 'better' } as const;
    expect(scoreByMethod('top-2', [item(flat, 5)])).toMatchObject({ reasons: [{ code: 'scale-not-usable', item: 0 }] });
  });
});
