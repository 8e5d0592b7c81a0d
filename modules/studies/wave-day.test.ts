import { expect, test } from 'vitest';
import { dayIn, takesAnswers } from './wave-day.ts';

const lateEvening = new Date('2027-07-01T02:30:00Z');

test('a day is that of the wave’s time zone', () => {
  expect(dayIn('America/Halifax', lateEvening)).toBe('2027-06-30');
  expect(dayIn('America/St_Johns', new Date('2027-06-30T02:29:00Z'))).toBe('2027-06-29');
  expect(dayIn('UTC', lateEvening)).toBe('2027-07-01');
});

test('a wave takes answers until its last day is over where it is held', () => {
  const wave = { state: 'open', closesOn: '2027-06-30', timeZone: 'America/Halifax' } as const;
  expect(takesAnswers(wave, lateEvening)).toBe(true);
  expect(takesAnswers(wave, new Date('2027-07-01T03:00:00Z'))).toBe(false);
  expect(takesAnswers({ ...wave, closesOn: null }, new Date('2099-01-01T00:00:00Z'))).toBe(true);
});

test('a wave that is planned or closed takes none', () => {
  for (const state of ['planned', 'closed'] as const)
    expect(takesAnswers({ state, closesOn: null, timeZone: 'UTC' }, lateEvening)).toBe(false);
});
