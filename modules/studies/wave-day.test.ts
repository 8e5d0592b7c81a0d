import { expect, test } from 'vitest';
import { dayIn, endOfDay, finishUntil, isOpen, letsIn, takesAnswers } from './wave-day.ts';

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

test('a wave whose last day is over lets nobody in, and those finish who had begun', () => {
  const wave = { state: 'open', closesOn: '2027-06-30', timeZone: 'America/Halifax', finishMinutes: 60 } as const;
  const justAfter = new Date('2027-07-01T03:59:00Z');
  expect([letsIn(wave, lateEvening), letsIn(wave, justAfter), takesAnswers(wave, justAfter)]).toEqual([
    true,
    false,
    true,
  ]);
  expect(finishUntil(wave, justAfter)).toEqual(new Date('2027-07-01T04:00:00Z'));
  expect(finishUntil(wave, lateEvening)).toBeNull();
  expect(takesAnswers(wave, new Date('2027-07-01T04:00:00Z'))).toBe(false);
});

test('a wave that began to close before its last day counts from then', () => {
  const endingSince = new Date('2027-06-30T12:00:00Z');
  const wave = { state: 'open', closesOn: '2027-06-30', timeZone: 'UTC', finishMinutes: 30, endingSince } as const;
  expect(letsIn(wave, endingSince)).toBe(false);
  expect(isOpen(wave, new Date('2027-06-30T12:29:00Z'))).toBe(true);
  expect(isOpen(wave, new Date('2027-06-30T12:30:00Z'))).toBe(false);
});

test.each([
  ['America/St_Johns', '2027-03-14', '2027-03-15T02:30:00.000Z'],
  ['America/Toronto', '2027-11-07', '2027-11-08T05:00:00.000Z'],
  ['Pacific/Kiritimati', '2027-06-30', '2027-06-30T10:00:00.000Z'],
  ['Pacific/Pago_Pago', '2027-06-30', '2027-07-01T11:00:00.000Z'],
  ['UTC', '2027-12-31', '2028-01-01T00:00:00.000Z'],
])('in %s the day %s ends at %s, clocks moved or not', (zone, day, end) => {
  expect(endOfDay(zone, day).toISOString()).toBe(end);
});
