import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { aTemplateDatabase, type TestDatabase } from '@common-measure/platform/testing';
import { pack } from 'tar-stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backupFormat } from './backup.ts';
import { readBackup } from './restore.ts';

let test: TestDatabase;
let folder: string;
beforeAll(async () => {
  test = await aTemplateDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'cm-restore-'));
});
afterAll(async () => {
  await test?.close();
  await rm(folder, { recursive: true });
});

it.each(['../planted', 'a/../../planted', '/planted', '..'])('a backup may not put a file at %s', async (name) => {
  const archive = pack();
  const manifest = {
    format: backupFormat,
    software: 'test',
    at: '2026-01-01T00:00:00Z',
    migrations: [],
    tables: [],
    files: [{ path: name, bytes: 1 }],
  };
  archive.entry({ name: 'manifest.json' }, JSON.stringify(manifest));
  archive.entry({ name: 'planted' }, 'x');
  archive.finalize();
  const file = path.join(folder, 'backup.tar.gz');
  await pipeline(archive, createGzip(), createWriteStream(file));
  const dataFolder = path.join(folder, 'data');
  const restoring = test.database.withOwner((client) => readBackup({ client, dataFolder, migrations: [] }, file));
  await expect(restoring).rejects.toThrow('outside of the data folder');
  expect(await readdir(folder)).toEqual(['backup.tar.gz', 'data']);
});
