import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import type pg from 'pg';
import type { EndReason } from './contract.ts';
import { dayIn, endOfDay } from './wave-day.ts';
import type { FieldedWave } from './wave-store.ts';

/** A wave of any organization that may have to close by itself, for work by the clock. */
export interface WaveByTheClock {
  readonly organizationId: string;
  readonly waveId: string;
}

/** The waves that let people in and have a rule of closing, or a last day that is over somewhere: no zone is ahead of UTC by a day. */
export async function wavesByTheClock(client: pg.ClientBase, now: Date): Promise<readonly WaveByTheClock[]> {
  const { rows } = await client.query<WaveByTheClock>(
    `SELECT organization_id AS "organizationId", id AS "waveId" FROM studies.wave
     WHERE state = 'open' AND ending_since IS NULL
       AND (closes_after IS NOT NULL OR closes_when_full OR closes_on <= ($1::timestamptz AT TIME ZONE 'UTC')::date)`,
    [now],
  );
  return rows;
}

/** The instant at which the last day of a wave was over, where it is. */
export function lastDayOver({ closesOn, timeZone }: FieldedWave, now: Date): Date | null {
  return closesOn !== null && dayIn(timeZone, now) > closesOn ? endOfDay(timeZone, closesOn) : null;
}

/** Lets nobody into a wave from that instant on; false where it was closing or closed before. */
export async function beginEnding(tx: Tx, wave: FieldedWave, because: EndReason, since: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE studies.wave SET ending_since = ${since.toISOString()}::timestamptz, ended_because = ${because},
      state = CASE WHEN finish_minutes = 0 THEN 'closed' ELSE state END,
      closed_at = CASE WHEN finish_minutes = 0 THEN ${since.toISOString()}::timestamptz END
    WHERE organization_id = ${wave.organizationId} AND id = ${wave.waveId} AND state = 'open' AND ending_since IS NULL`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

/** Closes the waves in which those who had begun have had their time; gives how many. */
export async function endOverdueWaves(client: pg.ClientBase, now: Date): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE studies.wave SET state = 'closed', closed_at = ending_since + finish_minutes * interval '1 minute'
     WHERE state = 'open' AND ending_since + finish_minutes * interval '1 minute' <= $1`,
    [now],
  );
  return rowCount ?? 0;
}

/** Waits for others that hold this wave, and holds it until this transaction ends. */
export async function holdWave(tx: Tx, { waveId }: FieldedWave): Promise<void> {
  // In the server's memory: a lock on the row would write the transaction of an answer beside the wave.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`studies.closing ${waveId}`}, 0))`.execute(tx);
}
