import { dayIn } from '@common-measure/modules/studies/server';

/** An instant within that day in the time zone. */
export function noonOf(day: string, timeZone: string): Date {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const hours = [0, -12, 12].find((shift) => dayIn(timeZone, new Date(noon + shift * 3_600_000)) === day) ?? 0;
  return new Date(noon + hours * 3_600_000);
}
