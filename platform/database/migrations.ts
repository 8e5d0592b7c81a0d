import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { databaseProblems } from './problems.ts';

/** One step of the schema: a plain SQL file whose name starts with its day and minute, so that names sort in order. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** The steps in the given folders, in the one order of all. Throws where two share a name or a name has no time. */
export function readMigrations(folders: readonly string[]): readonly Migration[] {
  const found = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .map((file) => ({ name: file.replace(/\.sql$/, ''), sql: readFileSync(path.join(folder, file), 'utf8') })),
  );
  found.sort((a, b) => (a.name < b.name ? -1 : 1));
  found.forEach((step, at) => {
    if (!/^\d{8}-\d{4}-[a-z0-9-]+$/.test(step.name))
      throw new Error(`Migration ${step.name}: name it YYYYMMDD-HHMM-what.sql.`);
    if (found[at + 1]?.name === step.name) throw new Error(`Two migrations are named ${step.name}.`);
  });
  return found;
}

/**
 * Brings the database up to date: each step once, in order, each in a transaction of its own, under a lock.
 * Refuses a database that a newer version has changed, and one whose steps are not the ones of this version.
 * Returns the names of the steps that ran.
 */
export async function migrate(client: pg.ClientBase, migrations: readonly Migration[]): Promise<readonly string[]> {
  await client.query(`SELECT pg_advisory_lock(hashtext('common-measure.migrations'))`);
  try {
    await client.query(
      'CREATE TABLE IF NOT EXISTS public.migration (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'SELECT name, checksum FROM public.migration ORDER BY name',
    );
    refuseStrangers(rows, migrations);
    const done = new Set(rows.map((row) => row.name));
    const pending = migrations.filter((step) => !done.has(step.name));
    for (const step of pending) await apply(client, step);
    return pending.map((step) => step.name);
  } finally {
    await client.query(`SELECT pg_advisory_unlock(hashtext('common-measure.migrations'))`);
  }
}

function refuseStrangers(applied: readonly { name: string; checksum: string }[], known: readonly Migration[]): void {
  const byName = new Map(known.map((step) => [step.name, checksumOf(step)]));
  const newer = applied.filter((row) => !byName.has(row.name)).map((row) => row.name);
  if (newer.length > 0) databaseProblems.raise('database-newer', { steps: newer.join(', ') });
  const changed = applied.filter((row) => byName.get(row.name) !== row.checksum).map((row) => row.name);
  if (changed.length > 0) databaseProblems.raise('database-steps-differ', { steps: changed.join(', ') });
}

async function apply(client: pg.ClientBase, step: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(step.sql);
    await client.query('INSERT INTO public.migration (name, checksum) VALUES ($1, $2)', [step.name, checksumOf(step)]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    databaseProblems.raise('database-step-failed', {
      step: step.name,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}

function checksumOf(step: Migration): string {
  return createHash('sha256').update(step.sql).digest('hex');
}
