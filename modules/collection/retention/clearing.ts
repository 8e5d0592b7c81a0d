import { setTimeout as pause } from 'node:timers/promises';
import { discardLog, type LogDiscarding, rewriteTables } from '@common-measure/platform/database';
import type pg from 'pg';

/** The tables whose pages may hold what was erased. */
const tables = [
  'collection.response',
  'collection.draft',
  'collection.original_text',
  'collection.conflicting_response',
  'collection.contact_request',
  // Samples for the planner, from before columns of words had none.
  'pg_catalog.pg_statistic',
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

/**
 * Whether what was erased is to be cleared away: `when-quiet` what went by a rule, or before today, as collecting halts for a moment;
 * `now` what has waited for a whole day.
 */
export async function clearingDue(client: pg.ClientBase, now: Date): Promise<'now' | 'when-quiet' | 'no'> {
  const { rows } = await client.query<{ late: boolean | null; due: boolean | null }>(
    `SELECT bool_or(erased_on < $1::date - 1) AS late, bool_or(erased_on < $1::date OR what <> 'response') AS due
     FROM collection.erasure WHERE NOT cleared`,
    [now.toISOString().slice(0, 10)],
  );
  if (rows[0]?.late === true) return 'now';
  return rows[0]?.due === true ? 'when-quiet' : 'no';
}

/** Whether nobody sends or saves answers for so many milliseconds from now; false where `ends` comes first. */
export async function isQuietFor(client: pg.ClientBase, milliseconds: number, ends?: AbortSignal): Promise<boolean> {
  const before = await changesOfAnswers(client);
  try {
    await pause(milliseconds, undefined, ends === undefined ? {} : { signal: ends });
  } catch {
    return false;
  }
  return (await changesOfAnswers(client)) === before;
}

async function changesOfAnswers(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ changes: string }>(
    `SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)::text AS changes FROM pg_stat_user_tables
     WHERE relid IN ('collection.response'::regclass, 'collection.draft'::regclass)`,
  );
  return rows[0]?.changes ?? '';
}

/**
 * Takes what was erased out of the database's own files: tables are written anew, then the log is given up. `waiting` where other work
 * held on to former rows: the next run goes on. Columns of datasets are to be written anew before.
 */
export async function clearErased(client: pg.ClientBase): Promise<LogDiscarding | 'waiting'> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM collection.erasure WHERE NOT cleared');
  const present = await client.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NOT NULL
       AND (name NOT LIKE 'pg_catalog.%' OR (SELECT rolsuper FROM pg_roles WHERE rolname = current_user))`,
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
