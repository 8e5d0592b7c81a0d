/** The calendar day, as an ISO date, of an instant in a time zone. */
export function dayIn(timeZone: string, instant: Date): string {
  const parts = formatIn(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Whether a wave takes answers at that instant: opened, not closed, and its last day, where it has one, not over in its time zone. */
export function takesAnswers(
  wave: { readonly state: 'planned' | 'open' | 'closed'; readonly closesOn: string | null; readonly timeZone: string },
  now: Date,
): boolean {
  return wave.state === 'open' && (wave.closesOn === null || dayIn(wave.timeZone, now) <= wave.closesOn);
}

/** By time zone; making one takes longer than a whole answer. There are some six hundred zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, format);
  return format;
}
