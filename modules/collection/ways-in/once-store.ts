import { dayIn, type FieldedWave } from '@common-measure/modules/studies/server';
import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import { markOf, newCode, onceHash, onceSigns } from './once-code.ts';
import type { OnceKeys } from './once-keys.ts';

/** How the links of a wave that can be used once stand. */
export interface OnceSeries {
  readonly issued: number;
  /** Nobody gets in by the open link. */
  readonly onlyWay: boolean;
}

export async function readOnceSeries(tx: Tx, organizationId: string, waveId: string): Promise<OnceSeries> {
  const { rows } = await sql<OnceSeries>`
    SELECT issued, only_way AS "onlyWay" FROM collection.once_series
    WHERE organization_id = ${organizationId} AND wave_id = ${waveId}`.execute(tx);
  return rows[0] ?? { issued: 0, onlyWay: false };
}

/** Makes `count` codes and keeps their hashes, in the order of the hashes: the order of the list that is handed out is another. */
export async function issueOnceCodes(tx: Tx, wave: FieldedWave, count: number): Promise<readonly string[]> {
  const codes = Array.from({ length: count }, () => newCode(onceSigns));
  const hashes = codes.map((code) => onceHash(code).toString('hex')).toSorted();
  await sql`
    INSERT INTO collection.once_link (organization_id, code_hash, wave_id)
    SELECT ${wave.organizationId}::uuid, decode(h, 'hex'), ${wave.waveId}::uuid
    FROM jsonb_array_elements_text(${JSON.stringify(hashes)}::jsonb) AS h ORDER BY 2`.execute(tx);
  await sql`
    INSERT INTO collection.once_series AS kept (organization_id, wave_id, issued, only_way)
    VALUES (${wave.organizationId}, ${wave.waveId}, ${count}, true)
    ON CONFLICT (organization_id, wave_id) DO UPDATE SET issued = kept.issued + excluded.issued`.execute(tx);
  return codes;
}

/**
 * Reads every link of a wave once, after the transaction that made them. PostgreSQL notes in a row that its maker committed when somebody
 * first reads it, and writes the page into its log if it was not there since the last checkpoint: left to the people who open their links,
 * these notes would tell the order in which they came.
 */
export async function seeAllLinks(tx: Tx, organizationId: string, waveId: string): Promise<void> {
  await sql`SELECT count(code_hash) FROM collection.once_link
    WHERE organization_id = ${organizationId} AND wave_id = ${waveId}`.execute(tx);
}

export async function setOnlyWay(tx: Tx, wave: FieldedWave, onlyWay: boolean): Promise<void> {
  await sql`
    INSERT INTO collection.once_series (organization_id, wave_id, issued, only_way)
    VALUES (${wave.organizationId}, ${wave.waveId}, 0, ${onlyWay})
    ON CONFLICT (organization_id, wave_id) DO UPDATE SET only_way = excluded.only_way`.execute(tx);
}

export type OnceState = 'free' | 'used' | 'unknown';

/** Whether a link can still be used. A link whose use was settled is unknown: nothing is left of it. */
export async function onceStateOf(tx: Tx, keys: OnceKeys, wave: FieldedWave, code: string): Promise<OnceState> {
  const hash = onceHash(code);
  const marks = keys.of(wave.waveId).map((key) => `\\x${markOf(key.bytes, hash).toString('hex')}`);
  const { rows } = await sql<{ issued: boolean; used: boolean }>`
    SELECT EXISTS (SELECT 1 FROM collection.once_link WHERE organization_id = ${wave.organizationId}
        AND code_hash = ${hash} AND wave_id = ${wave.waveId}) AS issued,
      EXISTS (SELECT 1 FROM collection.once_mark WHERE organization_id = ${wave.organizationId}
        AND mark = ANY (${marks}::bytea[])) AS used`.execute(tx);
  if (rows[0]?.issued !== true) return 'unknown';
  return rows[0].used ? 'used' : 'free';
}

/**
 * Uses a link, in the transaction that records its response: both stand or neither. Locks are held in the server's memory and on no
 * row, as a lock on a row would write the transaction of the response beside the link.
 */
export async function spendOnce(
  tx: Tx,
  keys: OnceKeys,
  wave: FieldedWave,
  code: string,
  now: Date,
): Promise<OnceState> {
  const hash = onceHash(code);
  await sql`SELECT pg_advisory_xact_lock_shared(hashtextextended(${settlingLock(wave.waveId)}, 0)),
    pg_advisory_xact_lock(hashtextextended(${`collection.once ${hash.toString('hex')}`}, 0))`.execute(tx);
  const state = await onceStateOf(tx, keys, wave, code);
  if (state !== 'free') return state;
  const key = keys.current(wave.waveId, dayIn(wave.timeZone, now));
  await sql`INSERT INTO collection.once_mark (organization_id, wave_id, key_id, mark)
    VALUES (${wave.organizationId}, ${wave.waveId}, ${key.id}, ${markOf(key.bytes, hash)})`.execute(tx);
  return 'free';
}

/** Held shared by who uses a link of the wave, and alone by who settles. */
export function settlingLock(waveId: string): string {
  return `collection.once.settling ${waveId}`;
}
