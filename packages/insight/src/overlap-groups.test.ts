import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlapGroups } from './overlap-groups.ts';

test('items whose intervals overlap share a letter, a chain gives the middle one two', () => {
  const groups = overlapGroups([
    { low: 0.3, high: 0.4 },
    { low: 0.22, high: 0.32 },
    { low: 0.15, high: 0.25 },
    { low: 0.01, high: 0.05 },
  ]);
  expect(groups).toEqual([['a'], ['a', 'b'], ['b'], ['c']]);
});

test('property: two items share a letter exactly where their intervals overlap', () => {
  const interval = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.3, noNaN: true }));
  fc.assert(
    fc.property(fc.array(interval, { minLength: 1, maxLength: 12 }), (drawn) => {
      const intervals = drawn.map(([low, width]) => ({ low, high: low + width }));
      const groups = overlapGroups(intervals);
      intervals.forEach((a, i) => {
        intervals.forEach((b, j) => {
          const overlap = a.low <= b.high && b.low <= a.high;
          expect(groups[i]?.some((one) => groups[j]?.includes(one))).toBe(overlap);
        });
      });
    }),
  );
});
