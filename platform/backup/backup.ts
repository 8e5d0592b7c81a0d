import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Pack, pack } from 'tar-stream';
import { tablesInOrder } from './tables.ts';

export const backupFormat = 'common-measure/backup/1';

/** The first entry of a backup: what it holds and which schema it was made on. */
export interface BackupManifest {
  readonly format: typeof backupFormat;
  readonly software: string;
  readonly at: string;
  /** The schema's steps that had run. */
  readonly migrations: readonly string[];
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[]; readonly rows: number }[];
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

export interface BackupSource {
  readonly client: pg.ClientBase;
  readonly dataFolder: string;
  readonly software: string;
  readonly now: Date;
}

/** What lies in the data folder but is not part of the record; keys of used links must not outlive their destruction in a copy. */
const leftOut = /^(postgres|postgres\.new|postgres\.log|tmp|once-keys|webhook-keys)$/;

/**
 * Writes everything that is kept into one .tar.gz: all tables as of one instant (a single snapshot, while the platform may
 * run on) and the stored files. The file appears under its name only when it is complete. Returns its manifest.
 */
export async function writeBackup(source: BackupSource, target: string): Promise<BackupManifest> {
  const { client } = source;
  const working = await mkdtemp(path.join(path.dirname(path.resolve(target)), '.cm-backup-'));
  await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const spooled = await spoolTables(client, working);
    const steps = await client.query<{ name: string }>('SELECT name FROM public.migration ORDER BY name');
    const manifest: BackupManifest = {
      format: backupFormat,
      software: source.software,
      at: source.now.toISOString(),
      migrations: steps.rows.map((row) => row.name),
      tables: spooled.map(({ name, columns, rows }) => ({ name, columns, rows })),
      files: await storedFiles(source.dataFolder),
    };
    await writeArchive(manifest, spooled, source.dataFolder, path.join(working, 'backup'));
    await rename(path.join(working, 'backup'), target);
    return manifest;
  } finally {
    await client.query('ROLLBACK');
    await rm(working, { recursive: true, force: true });
  }
}

interface SpooledTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly file: string;
}

async function spoolTables(client: pg.ClientBase, folder: string): Promise<readonly SpooledTable[]> {
  const spooled: SpooledTable[] = [];
  for (const { name, columns } of await tablesInOrder(client)) {
    const file = path.join(folder, `table-${spooled.length}`);
    // By their ids, which for responses are random: the order in which answers arrived stays behind.
    const order = columns.slice(0, 2).join(', ');
    const stream = client.query(copyTo(`COPY (SELECT ${columns.join(', ')} FROM ${name} ORDER BY ${order}) TO STDOUT`));
    await pipeline(stream, createWriteStream(file));
    // The rows end before the server tells their number: the next query waits for that, or the number may still be missing.
    await client.query('SELECT 1');
    spooled.push({ name, columns, rows: stream.rowCount ?? 0, file });
  }
  return spooled;
}

async function storedFiles(dataFolder: string): Promise<BackupManifest['files']> {
  const found: { path: string; bytes: number }[] = [];
  for (const entry of await readdir(dataFolder, { recursive: true, withFileTypes: true })) {
    const relative = path.relative(dataFolder, path.join(entry.parentPath, entry.name));
    if (!entry.isFile() || leftOut.test(relative.split(path.sep)[0] ?? '')) continue;
    found.push({ path: relative.split(path.sep).join('/'), bytes: (await stat(path.join(dataFolder, relative))).size });
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function writeArchive(
  manifest: BackupManifest,
  tables: readonly SpooledTable[],
  dataFolder: string,
  target: string,
): Promise<void> {
  const archive = pack();
  const written = pipeline(archive, createGzip({ level: 6 }), createWriteStream(target, { mode: 0o600 }));
  const filled = fill(archive, manifest, tables, dataFolder);
  await Promise.all([written, filled]);
}

async function fill(
  archive: Pack,
  manifest: BackupManifest,
  tables: readonly SpooledTable[],
  dataFolder: string,
): Promise<void> {
  archive.entry({ name: 'manifest.json' }, `${JSON.stringify(manifest, null, 2)}\n`);
  for (const table of tables) await addFile(archive, `tables/${table.name}`, table.file, (await stat(table.file)).size);
  for (const file of manifest.files)
    await addFile(archive, `files/${file.path}`, path.join(dataFolder, file.path), file.bytes);
  archive.finalize();
}

/** Exactly `bytes` bytes: a file that grows meanwhile is cut at the size it had when the backup began. */
async function addFile(archive: Pack, name: string, file: string, bytes: number): Promise<void> {
  const entry = archive.entry({ name, size: bytes });
  await pipeline(createReadStream(file, bytes === 0 ? {} : { end: bytes - 1 }), entry);
}
