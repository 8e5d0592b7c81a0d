import type { FieldedWave } from '@common-measure/modules/studies/server';
import type { Database, Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';

/** The field of a form that says, in whole seconds, when its page was made: nothing is kept of it but a count. */
export const pageStampField = 'since';

/** Longer than this the page was not looked at all the time: it counts nowhere. */
const mostSeconds = 1800;
/** How long counts wait in memory at least, in milliseconds. */
const flushEvery = 30_000;

interface Clock {
  readonly counts: Map<string, number>;
  flushedAt: number;
}
const clocks = new WeakMap<Database, Map<string, Clock>>();

export function pageStamp(now: Date): Readonly<Record<string, string>> {
  return { [pageStampField]: String(Math.floor(now.getTime() / 1000)) };
}

/** Whole seconds since the page was made; null where its form does not say, or says what cannot be. */
export function secondsSince(stamp: string | undefined, now: Date): number | null {
  const seconds = Math.floor(now.getTime() / 1000) - Number(stamp ?? Number.NaN);
  return seconds >= 0 && seconds <= mostSeconds ? seconds : null;
}

/**
 * Counts how long a page was looked at, in memory, and writes earlier counts where they have waited long enough: never the one of this
 * request, whose transaction also writes the person's draft. Nothing tells whose time a count is of.
 */
export async function countPageTime(
  tx: Tx,
  database: Database,
  wave: FieldedWave,
  page: { readonly section: string; readonly question: string | null | undefined; readonly stamp: string | undefined },
  now: Date,
): Promise<void> {
  const clock = clockOf(database, wave.organizationId);
  if (clock.counts.size > 0 && now.getTime() - clock.flushedAt > flushEvery)
    await keepPageTimes(tx, database, wave.organizationId, now);
  const seconds = secondsSince(page.stamp, now);
  if (seconds === null) return;
  const key = JSON.stringify([wave.waveId, page.section, page.question ?? '', spanOf(seconds)]);
  clock.counts.set(key, (clock.counts.get(key) ?? 0) + 1);
}

/** Writes what was counted of an organization and waits in memory. */
export async function keepPageTimes(tx: Tx, database: Database, organizationId: string, now: Date): Promise<void> {
  const clock = clockOf(database, organizationId);
  clock.flushedAt = now.getTime();
  if (clock.counts.size === 0) return;
  const rows = [...clock.counts].map(([key, count]) => {
    const [wave, section, question, seconds] = JSON.parse(key) as [string, string, string, number];
    return { wave, section, question, seconds, count };
  });
  clock.counts.clear();
  await sql`
    INSERT INTO collection.page_time AS kept (organization_id, wave_id, section, question, seconds, count)
    SELECT ${organizationId}::uuid, p.wave, p.section, p.question, p.seconds, p.count
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS p (wave uuid, section text, question text, seconds integer, count integer)
    ORDER BY 2, 3, 4, 5
    ON CONFLICT (organization_id, wave_id, section, question, seconds) DO UPDATE SET count = kept.count + excluded.count`.execute(
    tx,
  );
}

/** The lower end of the span that a time is counted in: single seconds, from 20 s on five, from two minutes on thirty. */
export function spanOf(seconds: number): number {
  const width = seconds < 20 ? 1 : seconds < 120 ? 5 : 30;
  return seconds - (seconds % width);
}

function clockOf(database: Database, organizationId: string): Clock {
  const clocksHere = clocks.get(database) ?? new Map<string, Clock>();
  clocks.set(database, clocksHere);
  const clock = clocksHere.get(organizationId) ?? { counts: new Map<string, number>(), flushedAt: 0 };
  clocksHere.set(organizationId, clock);
  return clock;
}
