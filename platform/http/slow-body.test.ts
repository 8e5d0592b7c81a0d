import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { aTemplateDatabase, rawConnection, requestHead, type TestDatabase } from '@common-measure/platform/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { createHttpServer, defineRoute } from './index.ts';

let test: TestDatabase;
let server: FastifyInstance;
let address = '';
let taken = 0;
const take = defineRoute({
  method: 'PUT',
  path: '/api/taken',
  summary: 'Takes a text',
  access: 'anyone',
  event: null,
  body: z.object({ text: z.string() }),
  reply: z.number(),
  handle: async () => {
    taken += 1;
    return taken;
  },
});
const long = defineRoute({
  method: 'POST',
  path: '/api/long',
  summary: 'Takes nothing, and its time',
  access: 'anyone',
  event: null,
  reply: z.number(),
  handle: async () => {
    await pause(2500);
    return 1;
  },
});
beforeAll(async () => {
  test = await aTemplateDatabase();
  server = await createHttpServer({
    routes: [take, long],
    database: test.database,
    authenticate: async () => null,
    consoleFolder: null,
    publicUrl: null,
    version: '1',
    uploadLimit: 10,
    bodyMs: 1500,
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await server?.close();
  await test?.close();
});

it('bodies that trickle in a byte at a time are told 408 and cut off, and their handler never runs', async () => {
  const body = JSON.stringify({ text: 'a'.repeat(200) });
  const slow = await Promise.all(Array.from({ length: 100 }, () => rawConnection(address)));
  const lines = { 'content-type': 'application/json', 'content-length': body.length };
  for (const { socket } of slow) socket.write(requestHead('PUT', '/api/taken', lines));
  let sent = 0;
  const trickle = setInterval(() => {
    for (const { socket } of slow) if (socket.writable) socket.write(body[sent] ?? ' ');
    sent += 1;
  }, 50);
  try {
    const quick = await fetch(`${address}/api/taken`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([quick.status, taken]).toEqual([200, 1]);
    for (let waited = 0; slow.some((one) => !one.isClosed()) && waited < 15_000; waited += 50) await pause(50);
    expect(slow.map((one) => one.status())).toEqual(slow.map(() => 408));
    expect(slow[0]?.received()).toContain('body-too-slow');
    expect(taken).toBe(1);
  } finally {
    clearInterval(trickle);
    for (const one of slow) one.close();
  }
});

it('what takes long to answer, and was sent whole, is answered: with a body, without, and again on the same connection', async () => {
  const one = await rawConnection(address);
  for (const lines of [{ 'content-length': 0 }, { 'content-type': 'application/json', 'content-length': 2 }]) {
    const before = one.received().length;
    one.socket.write(requestHead('POST', '/api/long', lines) + ('content-type' in lines ? '{}' : ''));
    for (let waited = 0; one.received().length === before && waited < 10_000; waited += 50) await pause(50);
    expect(one.received().slice(before)).toMatch(/^HTTP\/1\.1 200/);
  }
  expect(one.isClosed()).toBe(false);
  one.close();
});

it('tells its health to anybody', async () => {
  const reply = await fetch(`${address}/api/health`);
  expect([reply.status, await reply.json()]).toMatchObject([
    200,
    { takesAnswers: true, database: 'answers', storage: 'has-room' },
  ]);
});
