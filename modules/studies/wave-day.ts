/** The calendar day, as an ISO date, of an instant in a time zone. */
export function dayIn(timeZone: string, instant: Date): string {
  const parts = formatIn(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** What decides whether a wave takes answers. */
export interface WaveDays {
  readonly state: 'planned' | 'open' | 'closed';
  readonly closesOn: string | null;
  readonly timeZone: string;
  /** The first day; left out or null: from publishing on. */
  readonly opensOn?: string | null;
  readonly isPaused?: boolean;
}

/**
 * Whether a wave takes answers at that instant: opened, not closed and not paused, its first day come and its last one not over, where it
 * has them, in its time zone.
 */
export function takesAnswers(wave: WaveDays, now: Date): boolean {
  return isOpen(wave, now) && wave.isPaused !== true && !isBeforeFirstDay(wave, now);
}

/** Whether a wave is published and not over: it takes answers, or will once its pause ends or its first day comes. */
export function isOpen({ state, closesOn, timeZone }: WaveDays, now: Date): boolean {
  return state === 'open' && (closesOn === null || dayIn(timeZone, now) <= closesOn);
}

export function isBeforeFirstDay({ opensOn, timeZone }: WaveDays, now: Date): boolean {
  return (opensOn ?? null) !== null && dayIn(timeZone, now) < (opensOn ?? '');
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
