import { discardLog, type LogDiscarding, rewriteTables } from '@common-measure/platform/database';
import type pg from 'pg';

/** The tables whose pages may hold what was erased. */
const tables = [
  'collection.response',
  'collection.draft',
  'collection.original_text',
  'collection.conflicting_response',
  'collection.contact_request',
] as const;

/** The rounds of which something was erased that still stands in columns, pages or log. */
export async function unclearedWaves(
  client: pg.ClientBase,
): Promise<readonly { readonly organizationId: string; readonly waveId: string }[]> {
  const { rows } = await client.query<{ organizationId: string; waveId: string }>(
    `SELECT DISTINCT organization_id AS "organizationId", wave_id AS "waveId" FROM collection.erasure WHERE NOT cleared`,
  );
  return rows;
}

/** Whether what was erased before today waits to be cleared away: once a day is enough, as it halts collecting for a moment. */
export async function isClearingDue(client: pg.ClientBase, now: Date): Promise<boolean> {
  const { rows } = await client.query<{ due: boolean }>(
    'SELECT EXISTS (SELECT 1 FROM collection.erasure WHERE NOT cleared AND erased_on < $1::date) AS due',
    [now.toISOString().slice(0, 10)],
  );
  return rows[0]?.due === true;
}

/**
 * Takes what was erased out of the database's own files: tables are written anew, then the log is given up. `waiting` where other work
 * held on to former rows: the next run goes on. Columns of datasets are to be written anew before.
 */
export async function clearErased(client: pg.ClientBase): Promise<LogDiscarding | 'waiting'> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM collection.erasure WHERE NOT cleared');
  const present = await client.query<{ name: string }>(
    'SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NOT NULL',
    [tables],
  );
  if (
    !(await rewriteTables(
      client,
      present.rows.map(({ name }) => name),
    ))
  )
    return 'waiting';
  const log = await discardLog(client);
  await client.query('UPDATE collection.erasure SET cleared = true WHERE id = ANY ($1::uuid[])', [
    rows.map(({ id }) => id),
  ]);
  return log;
}
