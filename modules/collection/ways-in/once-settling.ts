import { dayIn } from '@common-measure/modules/studies/server';
import type { Database } from '@common-measure/platform/database';
import type pg from 'pg';
import { markOf } from './once-code.ts';
import { type OnceKey, type OnceKeys, onceKeys } from './once-keys.ts';
import { settlingLock } from './once-store.ts';

/** So many links are taken away together at least: each of them may belong to any of so many responses. */
const leastTogether = 10;

/**
 * Takes away the used links of days that are over (of closed waves, of today too), many together and in the order of their hashes, and
 * destroys the keys of their marks: from then on nothing tells which response a link led to. Gives how many links went.
 */
export async function settleOnceLinks(database: Database, keys: OnceKeys, now: Date): Promise<number> {
  // After a restore nobody has read them: see seeAllLinks.
  await database.withOwner((client) => client.query('SELECT count(code_hash) FROM collection.once_link'));
  const waves = new Set(keys.all().map(({ waveId }) => waveId));
  let settled = 0;
  for (const waveId of waves) settled += await database.withOwner((client) => settleWave(client, keys, waveId, now));
  return settled;
}

async function settleWave(client: pg.Client, keys: OnceKeys, waveId: string, now: Date): Promise<number> {
  const wave = await client.query<{ organization_id: string; state: string; time_zone: string }>(
    `SELECT w.organization_id, w.state, s.time_zone FROM studies.wave w
       JOIN studies.study s ON s.organization_id = w.organization_id AND s.id = w.study_id WHERE w.id = $1`,
    [waveId],
  );
  const [found] = wave.rows;
  if (!found) return 0;
  const today = dayIn(found.time_zone, now);
  const over = keys.of(waveId).filter((key) => found.state === 'closed' || key.day < today);
  for (const key of over) keys.retire(key.id);
  if (over.length === 0) return 0;
  await client.query('BEGIN');
  try {
    // Who is just using a link holds this shared, and has committed before this goes on.
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [settlingLock(waveId)]);
    const links = await usedLinks(client, found.organization_id, waveId, over);
    const isEmpty = links !== null && links.length === 0;
    if (links === null || (links.length < leastTogether && !isEmpty)) {
      await client.query('ROLLBACK');
      return 0;
    }
    await client.query(
      `DELETE FROM collection.once_link l USING (SELECT h FROM unnest($2::bytea[]) AS h ORDER BY h) AS used
         WHERE l.organization_id = $1 AND l.code_hash = used.h`,
      [found.organization_id, links],
    );
    await client.query('DELETE FROM collection.once_mark WHERE organization_id = $1 AND key_id = ANY ($2)', [
      found.organization_id,
      over.map(({ id }) => id),
    ]);
    await client.query('COMMIT');
    for (const key of over) keys.destroy(key);
    if (!isEmpty) await client.query('VACUUM collection.once_link, collection.once_mark');
    return links.length;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** The hashes of the links that the marks under these keys stand for, in the order of the hashes. */
async function usedLinks(
  client: pg.Client,
  organizationId: string,
  waveId: string,
  over: readonly OnceKey[],
): Promise<readonly Buffer[] | null> {
  const marks = await client.query<{ mark: Buffer }>(
    'SELECT mark FROM collection.once_mark WHERE organization_id = $1 AND key_id = ANY ($2)',
    [organizationId, over.map(({ id }) => id)],
  );
  const marked = new Set(marks.rows.map(({ mark }) => mark.toString('hex')));
  if (marked.size > 0 && marked.size < leastTogether) return null;
  const links = await client.query<{ code_hash: Buffer }>(
    'SELECT code_hash FROM collection.once_link WHERE organization_id = $1 AND wave_id = $2 ORDER BY code_hash',
    [organizationId, waveId],
  );
  return links.rows
    .map(({ code_hash }) => code_hash)
    .filter((hash) => over.some((key) => marked.has(markOf(key.bytes, hash).toString('hex'))));
}

const everyMs = 10 * 60_000;

/** Keeps the keys in `folder` and settles now and then, until stopped; a failure is logged and tried again. */
export function keepSettlingOnceLinks(database: Database, folder: string): { stop(): Promise<void> } {
  const keys = onceKeys.keepIn(database, folder);
  let running: Promise<unknown> = Promise.resolve();
  const settle = () => {
    running = running
      .then(() => settleOnceLinks(database, keys, new Date()))
      .catch((error: unknown) => console.error(`${new Date().toISOString()} once links`, error));
  };
  settle();
  const timer = setInterval(settle, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
