import { expect, test } from 'vitest';
import { isAmongBest, isAmongWorst, netOf, promoterScore, scoreOfRating, transformColumn } from './index.ts';

const five = { min: 1, max: 5, higher: 'better' } as const;
const turned = { min: 1, max: 5, higher: 'worse' } as const;
const answers = [1, 2, 3, 4, 5];

test('a rating is scored from 0 to 100, turned where less is better', () => {
  expect(answers.map((answer) => scoreOfRating(answer, five))).toEqual([0, 25, 50, 75, 100]);
  expect(answers.map((answer) => scoreOfRating(answer, turned))).toEqual([100, 75, 50, 25, 0]);
});

test('top-2, bottom-2 and net follow the direction of the scale', () => {
  expect(answers.map((answer) => isAmongBest(answer, five, 2))).toEqual([0, 0, 0, 1, 1]);
  expect(answers.map((answer) => isAmongWorst(answer, five, 2))).toEqual([1, 1, 0, 0, 0]);
  expect(answers.map((answer) => netOf(answer, five, 2))).toEqual([-1, -1, 0, 1, 1]);
  expect(answers.map((answer) => netOf(answer, turned, 2))).toEqual([1, 1, 0, -1, -1]);
});

test('promoters are 9 and 10, detractors 0 to 6', () => {
  expect([0, 6, 7, 8, 9, 10].map(promoterScore)).toEqual([-100, -100, 0, 0, 100, 100]);
});

test('a missing answer stays missing', () => {
  expect([...transformColumn([5, Number.NaN], (answer) => scoreOfRating(answer, five))]).toEqual([100, Number.NaN]);
});
