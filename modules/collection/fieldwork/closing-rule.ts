import { publishedInstrument } from '@common-measure/modules/instruments/server';
import {
  beginEnding,
  type EndReason,
  endOverdueWaves,
  type FieldedWave,
  finishUntil,
  lastDayOver,
  readFieldedWave,
  wavesByTheClock,
} from '@common-measure/modules/studies/server';
import type { Database, Tx } from '@common-measure/platform/database';
import { recordEvent } from '@common-measure/platform/http';
import { sql } from 'kysely';
import { standingQuotas } from '../quota-store.ts';

/** Whether a wave closes by what is stored, and not only by its day or by somebody. */
function closesByAnswers({ closesAfter, closesWhenFull, endingSince }: FieldedWave): boolean {
  return endingSince === null && (closesAfter !== null || closesWhenFull);
}

/** How many responses a wave has, stored and not withdrawn. */
export async function countStored(tx: Tx, { organizationId, waveId }: FieldedWave): Promise<number> {
  const { rows } = await sql<{ stored: number }>`
    SELECT (coalesce((SELECT sum(count) FROM collection.wave_count
        WHERE organization_id = ${organizationId} AND wave_id = ${waveId}), 0)
      + (SELECT count(*) FROM collection.response
        WHERE organization_id = ${organizationId} AND wave_id = ${waveId} AND NOT mixed))::integer AS stored`.execute(
    tx,
  );
  return rows[0]?.stored ?? 0;
}

/** Lets nobody into a wave any more whose day is over or whose rule is met, and says so in the audit trail; false where it goes on. */
async function closeWhereDue(
  database: Database,
  { organizationId, waveId }: { readonly organizationId: string; readonly waveId: string },
  now: Date,
): Promise<boolean> {
  // A transaction of its own: the closing has a time in the record, and no answer may share its transaction with a time.
  return database.transact({ organizationId, accountId: null }, async (tx) => {
    const wave = await readFieldedWave(tx, organizationId, waveId);
    if (wave === null || wave.state !== 'open' || wave.endingSince !== null) return false;
    const due = await dueEnding(tx, wave, now);
    if (due === null || !(await beginEnding(tx, wave, due.because, due.since))) return false;
    const until = finishUntil({ ...wave, endingSince: due.since }, now)?.toISOString() ?? null;
    const details = { because: due.because, finishUntil: until };
    await recordEvent(tx, { name: 'wave.closed', accountId: null, organizationId, entity: `wave:${waveId}`, details });
    return true;
  });
}

/** Closes every wave that is due, and ends those in which whoever had begun has had the time to finish; gives how many began to close. */
export async function closeDueWaves(database: Database, now: Date): Promise<number> {
  const waves = await database.withOwner(async (client) => {
    await endOverdueWaves(client, now);
    return wavesByTheClock(client, now);
  });
  const failures: unknown[] = [];
  let closed = 0;
  for (const wave of waves)
    await closeWhereDue(database, wave, now).then(
      (hasBegun) => {
        if (hasBegun) closed += 1;
      },
      (error: unknown) => failures.push(error),
    );
  if (closed > 0) await database.withOwner((client) => endOverdueWaves(client, now));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${waves.length} rounds`);
  return closed;
}

async function dueEnding(
  tx: Tx,
  wave: FieldedWave,
  now: Date,
): Promise<{ readonly because: EndReason; readonly since: Date } | null> {
  const dayOver = lastDayOver(wave, now);
  if (dayOver !== null) return { because: 'day', since: dayOver };
  if (wave.closesAfter !== null && (await countStored(tx, wave)) >= wave.closesAfter)
    return { because: 'answers', since: now };
  if (!wave.closesWhenFull) return null;
  const { quotas = [] } = await publishedInstrument(tx, wave.organizationId, wave.instrumentVersionId);
  const standing = await standingQuotas(tx, wave, quotas, 1);
  return standing.length > 0 && standing.every(({ isFull }) => isFull) ? { because: 'quotas', since: now } : null;
}

/** Milliseconds between two looks at a wave that answers keep arriving at. */
const betweenLooks = 1000;
const looked = new WeakMap<Database, Map<string, number>>();

/** Looks, shortly after an answer was taken, whether its wave is to close now; many answers together set off one look. */
export function lookSoon(database: Database, wave: FieldedWave): void {
  if (!closesByAnswers(wave)) return;
  const looks = looked.get(database) ?? new Map<string, number>();
  looked.set(database, looks);
  const before = looks.get(wave.waveId) ?? 0;
  const now = Date.now();
  if (before > now) return;
  const at = Math.max(now + betweenLooks / 10, before + betweenLooks);
  looks.set(wave.waveId, at);
  setTimeout(() => {
    // What fails here is looked at again by the clock.
    closeWhereDue(database, wave, new Date()).catch(() => undefined);
  }, at - now).unref();
}
