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
  /** How long whoever has begun may finish once nobody is let in any more; left out: not at all. */
  readonly finishMinutes?: number;
  /** Since when nobody is let in any more; left out or null: its last day decides. */
  readonly endingSince?: Date | null;
}

/**
 * Whether a wave takes answers at that instant of those who have begun: opened, not closed and not paused, its first day come, and its
 * last one not over, where it has them, in its time zone, nor the time to finish after it.
 */
export function takesAnswers(wave: WaveDays, now: Date): boolean {
  return isOpen(wave, now) && wave.isPaused !== true && !isBeforeFirstDay(wave, now);
}

/** Whether somebody may begin at that instant: it takes answers, and has not begun to close. */
export function letsIn(wave: WaveDays, now: Date): boolean {
  return takesAnswers(wave, now) && endingOf(wave, now) === null;
}

/**
 * Whether a wave is published and not over: it takes answers, or will once its pause ends or its first day comes, or takes those of people
 * who had begun before it closed.
 */
export function isOpen(wave: WaveDays, now: Date): boolean {
  if (wave.state !== 'open') return false;
  const until = finishUntil(wave, now);
  return until === null || now < until;
}

/** Until when those who have begun may finish, of a wave that lets nobody in any more; null of one that does. */
export function finishUntil(wave: WaveDays, now: Date): Date | null {
  const ending = endingOf(wave, now);
  return ending === null ? null : new Date(ending.getTime() + (wave.finishMinutes ?? 0) * 60_000);
}

export function isBeforeFirstDay({ opensOn, timeZone }: WaveDays, now: Date): boolean {
  return (opensOn ?? null) !== null && dayIn(timeZone, now) < (opensOn ?? '');
}

/** The first instant after a day in a time zone. */
export function endOfDay(timeZone: string, day: string): Date {
  const minute = 60_000;
  const middle = Date.parse(`${day}T12:00:00Z`);
  // No zone is further from UTC than 14 hours; a day has 25 at most.
  let before = middle - 27 * 60 * minute;
  let after = middle + 39 * 60 * minute;
  while (after - before > minute) {
    const between = before + Math.floor((after - before) / 2 / minute) * minute;
    if (dayIn(timeZone, new Date(between)) <= day) before = between;
    else after = between;
  }
  return new Date(after);
}

/** Since when nobody is let in any more; null while people are. */
function endingOf({ endingSince, closesOn, timeZone }: WaveDays, now: Date): Date | null {
  if (endingSince) return endingSince;
  return closesOn !== null && dayIn(timeZone, now) > closesOn ? endOfDay(timeZone, closesOn) : null;
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
