import type pg from 'pg';

/** What became of a write-ahead log that held rows which were erased. */
export type LogDiscarding =
  /** Every file that held them is gone. */
  | 'discarded'
  /** The server is not ours to tell: a checkpoint was asked for or refused, and its files are recycled as it pleases. */
  | 'left-to-server'
  /** A standby, an archive or a slot keeps log files beyond our reach. */
  | 'kept-elsewhere';

/** Log files that are switched through at most: as many as PostgreSQL keeps ready by default (`min_wal_size`), twice over. */
const mostFiles = 16;

/**
 * Makes PostgreSQL give up the log files that were written before this moment. It keeps finished files under new names, with their old
 * content, until they are written over; so for a moment it is told to remove them instead, the files that lie ready are used up, and a
 * checkpoint then removes them all. Needs the rights of a superuser, which the embedded server's owner has.
 */
export async function discardLog(client: pg.ClientBase): Promise<LogDiscarding> {
  const { rows } = await client.query<{ own: boolean; copied: boolean }>(
    `SELECT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS own,
       current_setting('archive_mode') <> 'off' OR EXISTS (SELECT 1 FROM pg_replication_slots)
         OR EXISTS (SELECT 1 FROM pg_stat_replication) AS copied`,
  );
  if (rows[0]?.own !== true) {
    await client.query('CHECKPOINT').catch(() => undefined);
    return 'left-to-server';
  }
  await client.query('ALTER SYSTEM SET wal_recycle = off');
  try {
    await client.query('SELECT pg_reload_conf()');
    // The process that writes checkpoints reads the new setting before its next one.
    await client.query('SELECT pg_sleep(0.2)');
    await client.query('CHECKPOINT');
    for (let file = 0; file < mostFiles && (await filesAhead(client)) > 0; file++) await switchFile(client);
    await switchFile(client);
    await client.query('CHECKPOINT');
  } finally {
    await client.query('ALTER SYSTEM RESET wal_recycle');
    await client.query('SELECT pg_reload_conf()');
  }
  return rows[0].copied ? 'kept-elsewhere' : 'discarded';
}

/** Ends the present file; the rest of it is filled with zeros. */
async function switchFile(client: pg.ClientBase): Promise<void> {
  // A file in which nothing was written is not ended.
  await client.query(`SELECT pg_logical_emit_message(false, 'common-measure', '')`);
  await client.query('SELECT pg_switch_wal()');
}

/** Files that lie ready behind the present one: former ones under new names. */
async function filesAhead(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ ahead: number }>(
    `SELECT count(*)::integer AS ahead FROM pg_ls_waldir()
     WHERE name ~ '^[0-9A-F]{24}$' AND name > pg_walfile_name(pg_current_wal_insert_lsn())`,
  );
  return rows[0]?.ahead ?? 0;
}
