import { westernDigits } from './read-number.ts';

/** A calendar day as "2027-06-01"; one digit will do for month and day. Null where there is no such day. */
export function readDate(typed: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(westernDigits(typed.trim())) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso ? iso : null;
}

/** The three parts of a date as they were entered, whether or not they make one; for the boxes of a form. */
export function dateParts(entry: string): readonly [year: string, month: string, day: string] {
  const [year = '', month = '', ...day] = entry.split('-');
  return [year, month, day.join('-')];
}

/** What was entered into the three boxes as one entry; empty where all are. */
export function dateEntry(year: string, month: string, day: string): string {
  const parts = [year, month, day].map((part) => part.trim().replaceAll('-', ''));
  return parts.every((part) => part === '') ? '' : parts.join('-');
}
