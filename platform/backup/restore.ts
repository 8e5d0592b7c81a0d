import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ensureRequestRole, type Migration, migrate } from '@common-measure/platform/database';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { extract } from 'tar-stream';
import { type BackupManifest, backupFormat } from './backup.ts';
import { backupProblems } from './problems.ts';
import { tablesInOrder } from './tables.ts';

export interface RestoreTarget {
  readonly client: pg.ClientBase;
  readonly dataFolder: string;
  readonly migrations: readonly Migration[];
  /** Files of the data folder that may be there already, and then stay as they are. */
  readonly keeps?: readonly string[];
  /** What remains to be done to what came back, before anybody can see it; where it throws, nothing is restored. */
  readonly finish?: () => Promise<void>;
}

/**
 * Brings a backup back into an empty database and data folder: the schema as it was, every row, every file, then the steps
 * that are newer than the backup. Refuses a database that holds organizations, a backup of a newer version, a damaged
 * archive; until everything is in, nothing of it shows. Returns the backup's manifest.
 */
export async function readBackup(target: RestoreTarget, file: string): Promise<BackupManifest> {
  const unpacked = path.join(target.dataFolder, 'tmp', 'restore');
  await rm(unpacked, { recursive: true, force: true });
  try {
    await unpack(file, unpacked);
    const manifest = await readManifest(unpacked, file);
    const steps = stepsOf(manifest, target.migrations);
    await refuseOccupied(target.client);
    const keeps = target.keeps ?? [];
    await refuseExistingFiles(target.dataFolder, manifest, keeps);
    await orNothing(target.client, async () => {
      await ensureRequestRole(target.client);
      await migrate(target.client, steps);
      await loadTables(target.client, manifest, unpacked);
      await moveFiles(target.dataFolder, manifest, unpacked, keeps);
      await migrate(target.client, target.migrations);
      await target.finish?.();
    });
    return manifest;
  } finally {
    await rm(unpacked, { recursive: true, force: true });
  }
}

async function unpack(file: string, folder: string): Promise<void> {
  const archive = extract();
  archive.on('entry', (header, stream, next) => {
    const place = path.join(folder, header.name);
    if (header.type !== 'file' || !place.startsWith(folder + path.sep)) {
      next(new Error(`unexpected entry ${header.name}`));
      return;
    }
    mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
    pipeline(stream, createWriteStream(place, { mode: 0o600 })).then(() => next(), next);
  });
  try {
    await pipeline(createReadStream(file), createGunzip(), archive);
  } catch (error) {
    return backupProblems.raise('backup-incomplete', {
      file,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}

async function readManifest(folder: string, file: string): Promise<BackupManifest> {
  const text = await readFile(path.join(folder, 'manifest.json'), 'utf8').catch(() => '{}');
  const manifest: BackupManifest = JSON.parse(text);
  if (manifest.format !== backupFormat) backupProblems.raise('not-a-backup', { file });
  const astray = manifest.files.find(({ path: name }) => !isInside(name));
  if (astray !== undefined) backupProblems.raise('backup-reaches-outside', { file, name: astray.path });
  return manifest;
}

/** Whether a name stays below the folder it is joined to. */
function isInside(name: string): boolean {
  return path.posix.normalize(name) === name && !name.startsWith('../') && name !== '..' && !path.isAbsolute(name);
}

function stepsOf(manifest: BackupManifest, known: readonly Migration[]): readonly Migration[] {
  const names = new Set(known.map((step) => step.name));
  const newer = manifest.migrations.filter((name) => !names.has(name));
  if (newer.length > 0) backupProblems.raise('backup-newer', { steps: newer.join(', ') });
  const wanted = new Set(manifest.migrations);
  return known.filter((step) => wanted.has(step.name));
}

async function refuseOccupied(client: pg.ClientBase): Promise<void> {
  const made = await client.query(`SELECT to_regclass('public.migration') IS NOT NULL AS made`);
  if (made.rows[0]?.made === true) backupProblems.raise('restore-into-used-database');
}

async function refuseExistingFiles(
  dataFolder: string,
  manifest: BackupManifest,
  keeps: readonly string[],
): Promise<void> {
  for (const { path: name } of manifest.files) {
    if (keeps.includes(name)) continue;
    if (await isThere(path.join(dataFolder, name)))
      backupProblems.raise('restore-over-file', { path: path.join(dataFolder, name) });
  }
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function loadTables(client: pg.ClientBase, manifest: BackupManifest, folder: string): Promise<void> {
  const known = new Map((await tablesInOrder(client)).map((table) => [table.name, table.columns.join()]));
  await client.query('BEGIN');
  try {
    for (const table of manifest.tables) {
      if (known.get(table.name) !== table.columns.join())
        backupProblems.raise('backup-table-differs', { table: table.name });
      await client.query(`DELETE FROM ${table.name}`);
      // What triggers made of these rows was backed up with them.
      await client.query(`ALTER TABLE ${table.name} DISABLE TRIGGER USER`);
      const into = client.query(copyFrom(`COPY ${table.name} (${table.columns.join(', ')}) FROM STDIN`));
      await pipeline(createReadStream(path.join(folder, 'tables', table.name)), into);
      if (into.rowCount !== table.rows) backupProblems.raise('backup-table-differs', { table: table.name });
      await client.query(`ALTER TABLE ${table.name} ENABLE TRIGGER USER`);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Runs `work`; where it throws, takes away every schema it has made, so that the next attempt finds the database empty again. */
async function orNothing(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  const before = await schemas(client);
  try {
    await work();
  } catch (error) {
    for (const name of await schemas(client))
      if (!before.includes(name)) await client.query(`DROP SCHEMA ${name} CASCADE`);
    await client.query('DROP TABLE IF EXISTS public.migration');
    throw error;
  }
}

async function schemas(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>('SELECT quote_ident(nspname) AS name FROM pg_namespace');
  return rows.map((row) => row.name);
}

async function moveFiles(
  dataFolder: string,
  manifest: BackupManifest,
  folder: string,
  keeps: readonly string[],
): Promise<void> {
  for (const { path: name } of manifest.files) {
    const place = path.join(dataFolder, name);
    if (keeps.includes(name) && (await isThere(place))) continue;
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    await rename(path.join(folder, 'files', name), place);
  }
}
