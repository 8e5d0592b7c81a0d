import type pg from 'pg';

/** How long other work may hold on to rows that were erased before it is given up for this time. */
const patienceMs = 20_000;

/**
 * Writes tables anew without the rows that were deleted: the old files are removed with everything that still stood in their pages.
 * Whoever reads or writes them waits meanwhile, some seconds for a million rows. False where a transaction that began before holds on
 * to former rows, or a table is not to be had: then the work is to be done again later.
 */
export async function rewriteTables(client: pg.ClientBase, tables: readonly string[]): Promise<boolean> {
  if (!(await formerRowsLetGo(client))) return false;
  await client.query(`SET lock_timeout = '${patienceMs}ms'`);
  try {
    for (const table of tables) await client.query(`VACUUM (FULL, ANALYZE) ${table}`);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '55P03') return false;
    throw error;
  } finally {
    await client.query('RESET lock_timeout');
  }
}

/** Whether nobody sees the database as it was before this moment any more. */
async function formerRowsLetGo(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ now: string }>('SELECT pg_current_xact_id()::text AS now');
  const until = Date.now() + patienceMs;
  for (;;) {
    const held = await client.query<{ held: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND age(backend_xmin) > age($1::text::xid8::xid)) AS held`,
      [rows[0]?.now],
    );
    if (held.rows[0]?.held !== true) return true;
    if (Date.now() > until) return false;
    await new Promise((resume) => setTimeout(resume, 100));
  }
}
