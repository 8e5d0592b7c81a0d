import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withOwnerConnection } from '@common-measure/platform/database';
import {
  type AnsweredSurvey,
  anAnsweredSurvey,
  aRunningServer,
  aSmallDisk,
  type RunningServer,
} from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const disk = aSmallDisk(512);
if (disk === null) console.log('Skipped: only root may mount the small disk on which a full disk is tried.');

describe.skipIf(disk === null)('while the disk is full', () => {
  if (disk === null) return;
  let server: RunningServer;
  let survey: AnsweredSurvey;
  beforeAll(async () => {
    server = await aRunningServer({
      dataFolder: path.join(disk.folder, 'data'),
      environment: { CM_KEEP_FREE_MB: '64' },
    });
    survey = await anAnsweredSurvey(server);
  });
  afterAll(async () => {
    disk.clear();
    await server?.stop();
    disk.remove();
  });

  const health = async () => {
    const reply = await fetch(`${server.address}/api/health`);
    return { status: reply.status, ...(Object(await reply.json()) as { storage: string; database: string }) };
  };
  async function untilStorageIs(state: 'has-room' | 'full'): Promise<void> {
    for (let waited = 0; (await health()).storage !== state; waited += 100) {
      if (waited > 10_000) throw new Error(`the storage was not ${state} within 10 s`);
      await pause(100);
    }
  }
  const incoming = () => {
    const folder = path.join(server.dataFolder, 'tmp', 'incoming');
    return existsSync(folder) ? readdirSync(folder) : [];
  };
  const upload = (bytes: number) => {
    const form = new FormData();
    form.append('file', new Blob([Buffer.alloc(bytes, '1,2\n')]), 'large.csv');
    return survey.send('POST', '/api/imports', form);
  };

  test('answers and files are refused before the database lacks room, pages are shown, and all goes on when there is room', async () => {
    expect((await survey.answer()).status).toBe(200);
    const stored = await survey.stored();
    disk.fill(40 * 2 ** 20);
    await untilStorageIs('full');
    expect(await health()).toMatchObject({ status: 503, storage: 'full', database: 'answers' });
    const id = randomUUID();
    const refused = await survey.answer(id);
    expect([refused.status, refused.headers.get('retry-after'), (await refused.json()) as object]).toMatchObject([
      503,
      '60',
      { code: 'storage-full' },
    ]);
    const page = await fetch(`${server.address}/s/${survey.token}/send`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', 'accept-language': 'fr' },
      body: 'q-overall_satisfaction=4&shown=overall_satisfaction',
    });
    const told = await page.text();
    expect([page.status, told]).toEqual([
      503,
      expect.stringMatching(/plus de place.*Rien de votre envoi.*no room left/s),
    ]);
    expect((await fetch(`${server.address}/s/${survey.token}`)).status).toBe(200);
    expect((await upload(1000)).status).toBe(503);
    expect(incoming()).toEqual([]);
    expect(await survey.stored()).toBe(stored);

    disk.clear();
    await untilStorageIs('has-room');
    expect(await (await survey.answer(id)).json()).toMatchObject({ repeated: false });
    expect(await survey.stored()).toBe(stored + 1);
  });

  test('a file for which there is no room is refused at its head, and one that runs into the end of the disk leaves nothing', async () => {
    disk.fill(100 * 2 ** 20);
    await pause(1500);
    const before = disk.freeBytes();
    const large = await upload(90 * 2 ** 20);
    expect([large.status, ((await large.json()) as { code: string }).code]).toEqual([503, 'storage-full']);
    expect(incoming()).toEqual([]);
    expect(before - disk.freeBytes()).toBeLessThan(8 * 2 ** 20);
    disk.clear();
  });

  test('without that room kept free the database ends for lack of it, costs no acknowledged answer, and comes back by itself', async () => {
    await server.stop();
    server = await aRunningServer({
      dataFolder: path.join(disk.folder, 'bare'),
      environment: { CM_KEEP_FREE_MB: '0' },
    });
    survey = await anAnsweredSurvey(server);
    const statuses = new Map<string, number>();
    const send = async (id: string) => {
      const more = { signal: AbortSignal.timeout(60_000), comment: commentOf(id) };
      const status = await survey.answer(id, more).then(
        (reply) => reply.arrayBuffer().then(() => reply.status),
        () => 0,
      );
      statuses.set(id, status);
      return status;
    };
    let isPressing = true;
    const person = async () => {
      // Slowly enough for what one network may send.
      while (isPressing) await pause((await send(randomUUID())) === 200 ? 50 : 100);
    };
    const people = Array.from({ length: 4 }, person);
    try {
      await pause(300);
      disk.fill(0);
      for (let waited = 0; ![...statuses.values()].includes(503) && waited < 30_000; waited += 100) await pause(100);
      await useUpTheLog(server.dataFolder);
      await pause(3000);
    } finally {
      disk.clear();
      isPressing = false;
      await Promise.all(people);
    }
    expect([...new Set(statuses.values())].sort()).toEqual([200, 503]);
    const log = readFileSync(path.join(server.dataFolder, 'postgres.log'), 'utf8');
    expect(log).toMatch(/(PANIC|FATAL):.*No space left on device/);
    const left = [...statuses].filter(([, status]) => status !== 200).map(([id]) => id);
    const acknowledged = [...statuses].filter(([, status]) => status === 200).map(([id]) => id);
    // As clients do: what is refused with 503 is sent again.
    const until = Date.now() + 60_000;
    const taken = async (id: string): Promise<unknown> => {
      const reply = await survey.answer(id, { comment: commentOf(id) });
      if (reply.status !== 503 || Date.now() > until) return { status: reply.status, ...Object(await reply.json()) };
      await pause(200);
      return taken(id);
    };
    for (const id of acknowledged.slice(-100)) expect(await taken(id)).toMatchObject({ status: 200, repeated: true });
    // What was refused is taken now, and counts once whether or not it had arrived.
    for (const id of left) expect(await taken(id)).toMatchObject({ status: 200 });
    expect(await survey.stored()).toBe(statuses.size);
  });
});

/** Lets PostgreSQL ask for new files of its log, until it is refused one and ends. */
async function useUpTheLog(dataFolder: string): Promise<void> {
  const [, , , , host = ''] = readFileSync(path.join(dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n');
  const url = `postgresql://postgres@/postgres?host=${encodeURIComponent(host)}`;
  const asking = withOwnerConnection({ url }, async (client) => {
    client.on('error', () => undefined);
    for (let file = 0; file < 12; file++) {
      await client.query(`SELECT pg_logical_emit_message(false, 'test', '')`);
      await client.query('SELECT pg_switch_wal()');
    }
  });
  // That is its end.
  await asking.catch(() => undefined);
}

/** Some 800 characters that hardly compress, the same for the same id. */
function commentOf(id: string): string {
  return Array.from({ length: 6 }, (_, part) => createHash('sha512').update(`${id} ${part}`).digest('hex')).join(' ');
}
