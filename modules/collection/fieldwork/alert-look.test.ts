import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnswerTally, daysBefore, lookAtAnswers, type Seen, type WatchRule } from './alert-look.ts';

const threshold = 10;
const today = '2026-11-22';
const rule = (part: Partial<WatchRule> = {}): WatchRule => ({
  id: `${part.days ?? 1}${part.byOffice ? ' by office' : ''}`,
  codes: ['1'],
  atLeast: 10,
  days: 1,
  byOffice: false,
  ...part,
});
const tally = (code: string, count: number, daysAgo = 0, office = ''): AnswerTally => ({
  day: daysBefore(today, daysAgo),
  office,
  codes: [code],
  count,
});
const met = (rules: readonly WatchRule[], tallies: readonly AnswerTally[], seen: Seen = {}) =>
  lookAtAnswers(rules, tallies, seen, today, threshold).met.map(({ ruleId, office }) => `${ruleId}@${office}`);

describe('a rule', () => {
  test('is met by as many as it says beside as many others as the threshold', () => {
    expect(met([rule()], [tally('1', 10), tally('5', 10)])).toEqual(['1@']);
    expect(met([rule()], [tally('1', 9), tally('5', 20)])).toEqual([]);
    expect(met([rule()], [tally('1', 40), tally('5', 9)])).toEqual([]);
  });

  test('waits until as many as the threshold have answered since the last look', () => {
    const { seen } = lookAtAnswers([rule()], [tally('1', 9), tally('5', 11)], {}, today, threshold);
    expect(met([rule()], [tally('1', 10), tally('5', 11)], seen)).toEqual([]);
    expect(met([rule()], [tally('1', 10), tally('5', 20)], seen)).toEqual(['1@']);
  });

  test('with more days waits where only a few people lie between it and one with fewer', () => {
    const rules = [rule(), rule({ days: 2 })];
    expect(met(rules, [tally('1', 9), tally('5', 11), tally('1', 1, 1)])).toEqual([]);
    expect(met(rules, [tally('1', 9), tally('5', 11), tally('1', 10, 1)])).toEqual(['2@']);
  });

  test('office by office does not look at those who named none', () => {
    const rules = [rule({ byOffice: true })];
    const tallies = ['', 'ns'].flatMap((office) => [tally('1', 10, 0, office), tally('5', 10, 0, office)]);
    expect(met(rules, tallies)).toEqual(['1 by office@ns']);
  });
});

/** One step of a survey: people who answer, then a look under rules that somebody may have changed meanwhile. */
const step = fc.record({
  daysOn: fc.constantFrom(0, 0, 0, 1, 3),
  answers: fc.array(
    fc.record({
      office: fc.constantFrom('', 'a', 'b'),
      code: fc.constantFrom('1', '2', '5'),
      late: fc.constantFrom(0, 0, 0, 1, 4),
      people: fc.integer({ min: 1, max: 14 }),
    }),
    { maxLength: 4 },
  ),
  byOffice: fc.boolean(),
  days: fc.uniqueArray(fc.constantFrom(1, 2, 7, 31), { minLength: 1 }),
});

test('whatever is watched and changed, any two groups that were looked at differ by nobody or by as many as the threshold', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 9 }), (steps) => {
      const people: { day: string; office: string; code: string }[] = [];
      const groups: ReadonlySet<number>[] = [];
      let seen: Seen = {};
      let now = '2026-01-01';
      for (const { daysOn, answers, byOffice, days } of steps) {
        now = daysBefore(now, -daysOn);
        for (const { office, code, late, people: count } of answers)
          for (let one = 0; one < count; one += 1) people.push({ day: daysBefore(now, late), office, code });
        const rules = days.map((window) => rule({ days: window, byOffice }));
        const recent = people.filter(({ day }) => day >= daysBefore(now, 30));
        const tallies = recent.map(({ day, office, code }) => ({ day, office, codes: [code], count: 1 }));
        const look = lookAtAnswers(rules, tallies, seen, now, threshold);
        ({ seen } = look);
        for (const { ruleId, office } of look.looked) {
          const since = daysBefore(now, Number.parseInt(ruleId, 10) - 1);
          const isIn = (one: (typeof people)[number]) => one.day >= since && (!byOffice || one.office === office);
          groups.push(new Set(people.flatMap((one, at) => (isIn(one) ? [at] : []))));
        }
      }
      for (const one of groups)
        for (const other of groups) {
          const size = [...one].filter((at) => !other.has(at)).length + [...other].filter((at) => !one.has(at)).length;
          expect(size === 0 || size >= threshold).toBe(true);
        }
    }),
    { numRuns: 400 },
  );
});
