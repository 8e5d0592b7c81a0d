import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayAdvance } from './live-advance.ts';

const counts = (entries: Record<string, number>) => new Map(Object.entries(entries));

test('nothing moves while one group has gained fewer than the threshold', () => {
  expect(mayAdvance(counts({ all: 40, north: 20 }), counts({ all: 55, north: 23 }), 10)).toBe(false);
});

test('a group that has not changed does not hold the others back', () => {
  expect(mayAdvance(counts({ all: 40, north: 20 }), counts({ all: 55, north: 20 }), 10)).toBe(true);
});

test('a new group counts from nobody', () => {
  expect(mayAdvance(counts({ all: 40 }), counts({ all: 52, south: 9 }), 10)).toBe(false);
});

test('property: between two views that follow each other no group differs by fewer people than the threshold', () => {
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(25)), { maxLength: 30 }), (arrivals) => {
      let shown = new Map<string, number>();
      const now = new Map<string, number>();
      for (const arrival of arrivals) {
        for (const [key, n] of Object.entries(arrival)) now.set(key, (now.get(key) ?? 0) + n);
        if (!mayAdvance(shown, now, 10)) continue;
        for (const [key, n] of now) {
          const gained = n - (shown.get(key) ?? 0);
          expect(gained === 0 || gained >= 10).toBe(true);
        }
        shown = new Map(now);
      }
    }),
  );
});
