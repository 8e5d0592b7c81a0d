import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admitToLive, type Cell } from './live-admission.ts';
import { mayAdvance } from './live-advance.ts';

const everyone: Cell = { family: 'everyone', group: '' };
const of = (region: string): readonly Cell[] => [everyone, { family: 'region', group: region }];
const people = (region: string, n: number) => Array.from({ length: n }, () => of(region));

describe('live results', () => {
  it('begin with everybody who has answered', () => {
    expect(admitToLive([], people('north', 12), 10).every(Boolean)).toBe(true);
  });

  it('wait for the tenth new answer', () => {
    expect(admitToLive(people('north', 12), people('north', 9), 10).some(Boolean)).toBe(false);
    expect(admitToLive(people('north', 12), people('north', 10), 10).every(Boolean)).toBe(true);
  });

  it('hold back the few of a group on view, and move on with the others', () => {
    const shown = [...people('north', 12), ...people('south', 15)];
    const enters = admitToLive(shown, [...people('north', 11), ...people('south', 3)], 10);
    expect(enters.filter(Boolean)).toHaveLength(11);
  });

  it('are not held by a breakdown that is withheld anyway', () => {
    const shown = [...people('north', 12), ...people('south', 4)];
    expect(admitToLive(shown, [...people('north', 6), ...people('south', 6)], 10).every(Boolean)).toBe(true);
  });

  it('never let a cell on view gain some people but fewer than the threshold', () => {
    const response = fc.array(
      fc.record({ family: fc.constantFrom('a', 'b', 'c'), group: fc.constantFrom('1', '2', '3') }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(
        fc.array(response, { maxLength: 60 }),
        fc.array(response, { maxLength: 60 }),
        fc.integer({ min: 2, max: 6 }),
        (shown, arrived, threshold) => {
          const enters = admitToLive(shown, arrived, threshold);
          const count = (responses: readonly (readonly Cell[])[]) => {
            const sizes = new Map<string, number>();
            for (const cells of responses)
              for (const cell of cells)
                sizes.set(`${cell.family}/${cell.group}`, (sizes.get(`${cell.family}/${cell.group}`) ?? 0) + 1);
            return sizes;
          };
          const before = count(shown);
          const after = count([...shown, ...arrived.filter((_, at) => enters[at])]);
          const isOnView = (family: string) =>
            ['1', '2', '3'].every((group) => (before.get(`${family}/${group}`) ?? threshold) >= threshold) &&
            [...before.keys()].some((key) => key.startsWith(family));
          const visible = (sizes: Map<string, number>) => new Map([...sizes].filter(([key]) => isOnView(key[0]!)));
          return mayAdvance(visible(before), visible(after), threshold);
        },
      ),
    );
  });
});
