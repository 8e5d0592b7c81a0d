import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { largestAnswerBytes } from '@common-measure/modules/collection/server';
import {
  type AnsweredSurvey,
  anAnsweredSurvey,
  aRunningServer,
  type RawConnection,
  type RunningServer,
  rawConnection,
  requestHead,
} from '@common-measure/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

let server: RunningServer;
let survey: AnsweredSurvey;
beforeAll(async () => {
  server = await aRunningServer();
  survey = await anAnsweredSurvey(server);
});
afterAll(() => server?.stop());

const megabytes = () => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024;
const openFiles = () => readdirSync(`/proc/${server.pid}/fd`).length;
const pathOf = (id: string) => `/api/collect/${survey.token}/responses/${id}`;

/** Somebody else who answers meanwhile; gives the milliseconds it took. */
async function somebodyAnswers(): Promise<number> {
  const started = performance.now();
  const reply = await survey.answer();
  expect([reply.status, await reply.json()]).toMatchObject([200, { repeated: false }]);
  return performance.now() - started;
}

async function until(isSo: () => boolean, ms: number): Promise<void> {
  for (let waited = 0; !isSo(); waited += 50) {
    if (waited > ms) throw new Error(`not within ${ms} ms`);
    await pause(50);
  }
}

/** Writes a body of a hundred megabytes piece by piece, until it is through or the other side has closed. */
async function pour(connection: RawConnection, piece: Buffer, frame: (piece: Buffer) => Buffer): Promise<number> {
  let poured = 0;
  while (poured < 100 * 2 ** 20 && !connection.isClosed()) {
    const drained = connection.socket.write(frame(piece));
    poured += piece.length;
    if (!drained) await Promise.race([new Promise((go) => connection.socket.once('drain', go)), connection.closed]);
  }
  return poured;
}

test.each(['PUT', 'POST'] as const)(
  'a body of 100 MB is refused with 413 before it is read, told in advance or not (%s)',
  async (method) => {
    const before = megabytes();
    const address = method === 'PUT' ? pathOf(randomUUID()) : `/s/${survey.token}/send`;
    const type = { 'content-type': method === 'PUT' ? 'application/json' : 'application/x-www-form-urlencoded' };
    const told = await rawConnection(server.address);
    told.socket.write(requestHead(method, address, { ...type, 'content-length': 100 * 2 ** 20 }));
    await until(() => told.status() !== null, 5000);
    expect(told.status()).toBe(413);
    expect(told.received()).toMatch(/"body-too-large"/);
    told.close();

    const piece = Buffer.alloc(64 * 1024, 0x61);
    const pourUntold = async () => {
      const untold = await rawConnection(server.address);
      untold.socket.write(requestHead(method, address, { ...type, 'transfer-encoding': 'chunked' }));
      const poured = await pour(untold, piece, (part) =>
        Buffer.concat([Buffer.from('10000\r\n'), part, Buffer.from('\r\n')]),
      );
      // Whoever sends is told, though it was still sending: what comes after is thrown away as it comes.
      await until(() => untold.status() !== null, 5000);
      expect([untold.status(), untold.received().includes('"body-too-large"')]).toEqual([413, true]);
      expect(poured).toBeGreaterThan(largestAnswerBytes);
      untold.close();
    };
    await Promise.all([pourUntold(), pourUntold(), pourUntold()]);
    await somebodyAnswers();
    // Three bodies of 100 MB came in at once; had one of them been kept, the process would have grown by more.
    expect(megabytes() - before).toBeLessThan(100);
  },
);

test('a file is refused where nobody is signed in, whatever its size, and nothing of it is kept', async () => {
  const stranger = await rawConnection(server.address);
  stranger.socket.write(
    requestHead('POST', '/api/datasets/imports', {
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': 100 * 2 ** 20,
    }),
  );
  await until(() => stranger.status() !== null, 5000);
  expect([401, 404]).toContain(stranger.status());
  stranger.close();
  const incoming = path.join(server.dataFolder, 'tmp', 'incoming');
  expect(readdirSync(path.join(server.dataFolder, 'tmp')).includes('incoming') ? readdirSync(incoming) : []).toEqual(
    [],
  );
});

test('a request that is cut in the middle keeps nothing, and its connection is freed', async () => {
  const stored = await survey.stored();
  const files = openFiles();
  const id = randomUUID();
  const body = JSON.stringify({ language: 'en', entries: { overall_satisfaction: ['4'] } });
  const form = 'q-overall_satisfaction=4&shown=overall_satisfaction&do=send';
  for (let cut = 0; cut < 30; cut++) {
    const put = await rawConnection(server.address);
    const lines = { 'content-type': 'application/json', 'content-length': body.length };
    put.socket.write(requestHead('PUT', pathOf(id), lines) + body.slice(0, Math.min(2 * cut, body.length - 1)));
    const post = await rawConnection(server.address);
    const fields = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': form.length };
    post.socket.write(requestHead('POST', `/s/${survey.token}/send`, fields) + form.slice(0, cut));
    const head = await rawConnection(server.address);
    head.socket.write(requestHead('PUT', pathOf(id), lines).slice(0, 10 + cut));
    await pause(5);
    for (const one of [put, post, head]) {
      if (cut % 2 === 0) one.socket.resetAndDestroy();
      else one.socket.end();
      await one.closed;
    }
  }
  expect(await survey.stored()).toBe(stored);
  await until(() => openFiles() <= files + 2, 10_000);
  // The same id is free still: the whole answer is taken as new.
  expect(await (await survey.answer(id)).json()).toMatchObject({ repeated: false });
});

test('two hundred who send their headers a byte at a time are cut off in time, while others are answered', async () => {
  const slow = await Promise.all(
    Array.from({ length: 200 }, (_, at) => rawConnection(server.address, `127.0.9.${1 + (at % 200)}`)),
  );
  const endless = requestHead('GET', `/s/${survey.token}`, { 'x-slow': 'a'.repeat(500) });
  let sent = 0;
  const trickle = setInterval(() => {
    for (const { socket } of slow) if (socket.writable) socket.write(endless[sent % endless.length] ?? 'a');
    sent += 1;
  }, 200);
  try {
    for (let turn = 0; turn < 5; turn++) expect(await somebodyAnswers()).toBeLessThan(5000);
    await until(() => slow.every((one) => one.isClosed()), 60_000);
    expect(slow.filter((one) => one.status() === 408).length).toBeGreaterThan(190);
  } finally {
    clearInterval(trickle);
    for (const one of slow) one.close();
  }
});

test('headers of more than 16 KB, and lines that are no HTTP, are refused and change nothing', async () => {
  const large = await rawConnection(server.address);
  large.socket.write(requestHead('GET', '/', { 'x-large': 'a'.repeat(20_000) }));
  await until(() => large.isClosed(), 5000);
  expect(large.status()).toBe(431);
  const noise = await rawConnection(server.address);
  noise.socket.write('\u0016\u0003\u0001\u0002\r\n\r\nPUT\r\n\r\n');
  await until(() => noise.isClosed(), 5000);
  expect(noise.status()).toBe(400);
  await somebodyAnswers();
});

test('a thousand open connections that ask for nothing keep nobody from answering', async () => {
  const idle = await Promise.all(Array.from({ length: 1000 }, () => rawConnection(server.address)));
  expect(idle.filter((one) => one.isClosed())).toEqual([]);
  for (let turn = 0; turn < 5; turn++) expect(await somebodyAnswers()).toBeLessThan(5000);
  for (const one of idle) one.close();
  await until(() => openFiles() < 200, 10_000);
});
