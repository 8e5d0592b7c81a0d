import { expect, test } from 'vitest';
import { govukRecords } from './govuk-records.ts';

const about = {
  _timestamp: '2023-04-01T00:00:00+00:00',
  service: 'deputy-reporting',
  channel: 'digital',
  period: 'month',
} as const;

test('the published 80 comes from the mean of the five answers, not from the 81 of the two best', () => {
  const records = govukRecords(about, [23, 46, 153, 419, 528]);
  expect(records.map(({ dataType, count }) => `${dataType} ${count}`)).toEqual([
    'user-satisfaction-percent 80',
    'very-dissatisfied 23',
    'dissatisfied 46',
    'neither 153',
    'satisfied 419',
    'very-satisfied 528',
  ]);
  expect(records.every((record) => record.service === about.service && record.period === 'month')).toBe(true);
});

test('there is no percentage where nobody answered', () => {
  expect(govukRecords(about, [0, 0, 0, 0, 0]).map(({ dataType }) => dataType)).not.toContain(
    'user-satisfaction-percent',
  );
});

test('a count that cannot be is refused', () => {
  expect(() => govukRecords(about, [1, 2, -1, 0, 0])).toThrow('whole numbers');
  expect(() => govukRecords(about, [1, 2, 0.5, 0, 0])).toThrow('whole numbers');
});
