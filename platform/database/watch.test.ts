import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ProblemError } from '@common-measure/kernel';
import { migrationFolders, standStill } from '@common-measure/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from './database.ts';
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts';
import { foreseenFailure } from './failure.ts';
import { readMigrations } from './migrations.ts';

let folder = '';
let server: EmbeddedServer;
let database: Database;
const times = { everyMs: 50, patienceMs: 1500 };
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cm-watch-'));
  server = await startEmbeddedServer(folder);
  const { host, port, user } = server.connection;
  const url = `postgresql://${user}@/postgres?host=${encodeURIComponent(host)}&port=${port}`;
  database = await openDatabase({ url }, readMigrations(migrationFolders()), times);
});
afterAll(async () => {
  await database?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const nobody = { organizationId: null, accountId: null };
const ask = () => database.transact(nobody, async (tx) => (await sql`SELECT 1`.execute(tx)).rows.length);
const refusal = (error: unknown) => (error instanceof ProblemError ? error.problem.code : String(error));

async function until(answers: boolean): Promise<void> {
  for (let waited = 0; database.state.answers !== answers; waited += 20) {
    if (waited > 20_000) throw new Error(`the database was not ${answers ? 'here' : 'away'} within 20 s`);
    await pause(20);
  }
}

test('a database that hangs refuses who waits and who asks within a bounded time, and is here again by itself', async () => {
  expect(await ask()).toBe(1);
  const goOn = standStill(folder);
  try {
    const started = performance.now();
    const waiting = await Promise.allSettled(Array.from({ length: 60 }, ask));
    expect(performance.now() - started).toBeLessThan(12_000);
    expect(new Set(waiting.map((one) => (one.status === 'rejected' ? refusal(one.reason) : one.value)))).toEqual(
      new Set(['database-away']),
    );
    expect(database.state.answers).toBe(false);
    const asked = performance.now();
    await expect(ask()).rejects.toThrow(/database-away/);
    await expect(database.withOwner(async () => 1)).rejects.toThrow(/database-away/);
    expect(performance.now() - asked).toBeLessThan(500);
  } finally {
    goOn();
  }
  await until(true);
  expect(await Promise.all(Array.from({ length: 40 }, ask))).toEqual(Array(40).fill(1));
});

test('what a transaction had written when its database hung is not there afterwards', async () => {
  await database.withOwner((client) => client.query('CREATE TABLE IF NOT EXISTS public.kept (n int)'));
  await database.withOwner((client) => client.query('GRANT ALL ON public.kept TO cm_app'));
  let goOn = () => {};
  const torn = database.transact(nobody, async (tx) => {
    await sql`INSERT INTO public.kept VALUES (1)`.execute(tx);
    goOn = standStill(folder);
    await sql`INSERT INTO public.kept VALUES (2)`.execute(tx);
  });
  await expect(torn).rejects.toThrow(/database-away/);
  goOn();
  await until(true);
  await database.transact(nobody, (tx) => sql`INSERT INTO public.kept VALUES (3)`.execute(tx));
  const { rows } = await database.withOwner((client) => client.query('SELECT n FROM public.kept'));
  expect(rows).toEqual([{ n: 3 }]);
});

test('losing its one connection that holds the lead, and nothing else, goes unnoticed by who asks', async () => {
  const before = await database.withOwner((client) =>
    client.query(`SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted`),
  );
  await database.withOwner((client) => client.query('SELECT pg_terminate_backend($1)', [before.rows[0]?.pid]));
  for (let waited = 0; waited < 1000; waited += 50) {
    expect(await ask()).toBe(1);
    await pause(50);
  }
  const after = await database.withOwner((client) =>
    client.query(`SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted`),
  );
  expect(after.rows).toHaveLength(1);
  expect(after.rows[0]?.pid).not.toBe(before.rows[0]?.pid);
});

test('the clock of the database is compared with ours', async () => {
  for (let waited = 0; database.state.clockAheadSeconds === null && waited < 5000; waited += 20) await pause(20);
  expect(Math.abs(database.state.clockAheadSeconds ?? 99)).toBeLessThanOrEqual(1);
});

test.each([
  [{ code: '53100' }, 'storage-full'],
  [{ code: 'ENOSPC' }, 'storage-full'],
  [{ code: '57P01' }, 'database-away'],
  [{ code: '08006' }, 'database-away'],
  [{ code: 'ECONNREFUSED' }, 'database-away'],
  [{ code: 'ENOENT', syscall: 'connect' }, 'database-away'],
  [{ code: 'ENOENT', syscall: 'open' }, undefined],
  [{ code: '23505' }, undefined],
])('an error %j is %s to who asked', (facts, code) => {
  expect(foreseenFailure(Object.assign(new Error('x'), facts))?.code).toBe(code);
});
