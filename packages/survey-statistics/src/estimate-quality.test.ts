import { expect, test } from 'vitest';
import { coefficientOfVariation, judgeProportion, judgeScore } from './index.ts';

const share = (value: number, n: number, deff = 1, df = 100) => ({
  value,
  variance: (value * (1 - value) * deff) / n,
  df,
  n,
});

test('a share of 40% from 200 cases is presentable', () => {
  expect(judgeProportion(share(0.4, 200))).toEqual({ presentable: true, reasons: [] });
});

test('fewer than 30 cases, counted or effective, are not', () => {
  expect(judgeProportion(share(0.4, 29)).reasons).toContain('few-cases');
  expect(judgeProportion(share(0.4, 90, 4)).reasons).toContain('small-effective-n');
  expect(judgeProportion(share(0.4, 90, 4)).presentable).toBe(false);
});

test('an interval of 30 points or more is too wide', () => {
  expect(judgeProportion(share(0.5, 36)).reasons).toContain('wide-interval');
});

test('a small share with an interval of more than 130% of it is too wide', () => {
  expect(judgeProportion(share(0.03, 100)).reasons).toEqual(['wide-relative-interval']);
});

test('a share of 0 is judged by its exact interval', () => {
  expect(judgeProportion(share(0, 200)).presentable).toBe(true);
  expect(judgeProportion(share(0, 40)).reasons).toEqual(['wide-relative-interval']);
});

test('few degrees of freedom call for a review, and none for no interval', () => {
  expect(judgeProportion(share(0.4, 2000, 1, 7))).toEqual({ presentable: true, reasons: ['few-degrees-of-freedom'] });
  expect(judgeProportion(share(0.4, 2000, 1, 0))).toEqual({ presentable: false, reasons: ['no-interval'] });
});

test('a score is judged by its half-width', () => {
  const estimate = { n: 60, effectiveN: 50, df: 40 };
  expect(judgeScore(estimate, 4, 5)).toEqual({ presentable: true, reasons: [] });
  expect(judgeScore(estimate, 6, 5).reasons).toEqual(['wide-interval']);
  expect(judgeScore({ ...estimate, effectiveN: 20 }, 4, 5).reasons).toEqual(['small-effective-n']);
  expect(judgeScore(estimate, null, 5).presentable).toBe(false);
});

test('the coefficient of variation is se over value, and unknown at 0', () => {
  expect(coefficientOfVariation({ value: -200, se: 10 })).toBe(0.05);
  expect(coefficientOfVariation({ value: 0, se: 1 })).toBeNull();
});
