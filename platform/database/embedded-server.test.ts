import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts';
import { isAtWork, runningPostmaster } from './postmaster.ts';

let dataFolder: string;
let server: EmbeddedServer;
let written = 0;
beforeAll(async () => {
  dataFolder = await mkdtemp(path.join(os.tmpdir(), 'cm-embedded-'));
  await (await startEmbeddedServer(dataFolder)).stop();
});
beforeEach(async () => {
  server = await startEmbeddedServer(dataFolder);
  await ask('CREATE TABLE IF NOT EXISTS note (number integer)');
});
afterEach(() => server.stop());
afterAll(() => rm(dataFolder, { recursive: true, force: true }));

async function aClient(): Promise<pg.Client> {
  const client = new pg.Client({ ...server.connection, database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function ask(query: string): Promise<readonly Record<string, unknown>[]> {
  const client = await aClient();
  return client.query(query).then(
    ({ rows }) => client.end().then(() => rows),
    (error: unknown) => client.end().then(() => Promise.reject(error)),
  );
}

const write = () => ask(`INSERT INTO note VALUES (${++written})`);
const kept = async () => Number((await ask('SELECT count(*) FROM note'))[0]?.count);
const lockFile = () => path.join(dataFolder, 'postgres', 'postmaster.pid');
const postmaster = () => runningPostmaster(path.join(dataFolder, 'postgres')) ?? 0;

async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  while (isAtWork(pid)) await new Promise((resolve) => setTimeout(resolve, 5));
}

it('a killed server is started again with everything committed, while its children still end', async () => {
  const busy = await aClient();
  const query = busy.query('SELECT pg_sleep(60)').catch(() => 'lost');
  await write();
  await kill(postmaster());
  await server.revive();
  expect(await query).toBe('lost');
  expect(await kept()).toBe(written);
});

it('a start over the data of a killed server brings it back with everything committed', async () => {
  await write();
  await kill(postmaster());
  const next = await startEmbeddedServer(dataFolder);
  expect(next.adopted).toBe(false);
  expect(await kept()).toBe(written);
});

it('a server that lives on after the process that started it is taken over, not started twice', async () => {
  const before = postmaster();
  const next = await startEmbeddedServer(dataFolder);
  expect(next.adopted).toBe(true);
  expect(postmaster()).toBe(before);
});

it('a killed connection ends the others, and the server is back when it was revived', async () => {
  await write();
  const client = await aClient();
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const before = postmaster();
  await kill(rows[0]?.pid ?? 0);
  await server.revive();
  expect(await kept()).toBe(written);
  expect(postmaster()).toBe(before);
});

/** The server killed, its lock naming another process. */
async function killedUnderLockOf(pid: number): Promise<void> {
  await kill(postmaster());
  const [, ...rest] = readFileSync(lockFile(), 'utf8').split('\n');
  writeFileSync(lockFile(), [pid, ...rest].join('\n'));
}

it('a lock that names a number which another program now has does not keep it from starting', async () => {
  await write();
  const stranger: ChildProcess = spawn('sleep', ['600']);
  try {
    await killedUnderLockOf(stranger.pid ?? 0);
    await server.revive();
    expect(await kept()).toBe(written);
  } finally {
    stranger.kill('SIGKILL');
  }
});

it('a lock of a process that was killed and that nobody has taken leave of does not keep it from starting', async () => {
  await write();
  // What the shell becomes never asks what became of the child that the shell had.
  const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 600'], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const dead = Number(String(line));
    while (isAtWork(dead)) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(existsSync(`/proc/${dead}`)).toBe(true);
    await killedUnderLockOf(dead);
    await server.revive();
    expect(await kept()).toBe(written);
  } finally {
    parent.kill('SIGKILL');
  }
});

it('what it acknowledges has been handed to the disk', async () => {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    expect(await ask(`SHOW ${setting}`)).toEqual([{ [setting]: 'on' }]);
});

it('a stopped server is not revived', async () => {
  await server.stop();
  await server.revive();
  expect(postmaster()).toBe(0);
});
