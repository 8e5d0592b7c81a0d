import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, connect, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { aTemplateDatabase, type TestDatabase } from '@common-measure/platform/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { createHttpServer, defineRoute } from './index.ts';

let test: TestDatabase;
let server: FastifyInstance;
let folder: string;
const incoming = () => readdirSync(path.join(folder, 'incoming'));

const upload = defineRoute({
  method: 'POST',
  path: '/api/upload',
  summary: 'Takes a file',
  access: 'anyone',
  event: null,
  query: z.object({ keep: z.string().optional() }),
  takesFile: true,
  reply: z.object({ fileName: z.string(), bytes: z.number(), sha256: z.string() }).nullable(),
  handle: async ({ file, query }) => {
    if (query.keep !== undefined) await file?.moveTo(path.join(folder, query.keep));
    return file && { fileName: file.fileName, bytes: file.bytes, sha256: file.sha256 };
  },
});
const quick = defineRoute({
  method: 'GET',
  path: '/api/quick',
  summary: 'Answers over the database',
  access: 'anyone',
  event: null,
  reply: z.string(),
  handle: async () => 'here',
});

beforeAll(async () => {
  test = await aTemplateDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'cm-uploads-'));
  server = await createHttpServer({
    routes: [upload, quick],
    database: test.database,
    authenticate: async () => null,
    consoleFolder: null,
    publicUrl: null,
    version: '1',
    uploadLimit: 10,
    uploads: { folder: path.join(folder, 'incoming'), idleMs: 1500 },
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await test.close();
  await rm(folder, { recursive: true });
});

const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
const send = (text: string, query = '') =>
  server.inject({
    method: 'POST',
    url: `/api/upload${query}`,
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    payload: `${head}${text}\r\n--x--\r\n`,
  });

it('a file is counted, hashed and moved to its place; nothing of it lies about afterwards', async () => {
  expect((await send('1,2,3', '?keep=taken/one')).json()).toEqual({
    fileName: 'a.csv',
    bytes: 5,
    sha256: '8a6ae15122001229edb8866f56e342af12ae8187203c3e3b33931743e7c0c48d',
  });
  expect(await readFile(path.join(folder, 'taken/one'), 'utf8')).toBe('1,2,3');
  expect(incoming()).toEqual([]);
});

it('a file that no handler takes is gone with the request', async () => {
  expect((await send('1,2,3')).statusCode).toBe(200);
  expect(incoming()).toEqual([]);
});

it('a file above the limit is refused, and nothing of it stays', async () => {
  const reply = await send('1,2,3,4,5,6,7,8');
  expect([reply.statusCode, reply.json().code]).toEqual([413, 'too-large']);
  expect(incoming()).toEqual([]);
});

/** A sender that begins and then says no more; resolves with the first line of the answer. */
function slowSender(): { readonly socket: Socket; readonly answer: Promise<string> } {
  const { port } = server.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.write(
    `POST /api/upload HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 5000\r\n\r\n${head}1,`,
  );
  const answer = new Promise<string>((resolve, reject) => {
    socket.once('data', (data) => resolve(data.toString()));
    socket.once('error', reject);
  });
  return { socket, answer };
}

it('forty slow senders keep nobody waiting, and are each told that they were too slow', async () => {
  const senders = Array.from({ length: 40 }, slowSender);
  await expect.poll(() => incoming().length).toBe(40);
  const began = performance.now();
  const reply = await server.inject({ method: 'GET', url: '/api/quick' });
  expect(reply.body).toBe('here');
  expect(performance.now() - began).toBeLessThan(1000);
  const answers = await Promise.all(senders.map(({ answer }) => answer));
  expect(new Set(answers.map((answer) => answer.slice(0, 12)))).toEqual(new Set(['HTTP/1.1 408']));
  expect(answers[0]).toContain('upload-too-slow');
  for (const { socket } of senders) socket.destroy();
  await expect.poll(incoming).toEqual([]);
});
