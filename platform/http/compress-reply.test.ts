import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fastify from 'fastify';
import { afterAll, expect, test } from 'vitest';
import { compressReply } from './compress-reply.ts';
import { serveConsole } from './console-files.ts';

const words = 'Were you satisfied with the service you received? '.repeat(100);
const folder = mkdtempSync(path.join(tmpdir(), 'cm-console-'));
mkdirSync(path.join(folder, 'assets'));
writeFileSync(path.join(folder, 'index.html'), words);
writeFileSync(path.join(folder, 'assets', 'app.js'), words);
const lines = Array.from({ length: 5000 }, (_, line) => `${line},${(line * 7919) % 5},no-answer\n`);
const server = fastify();
server.addHook('onSend', compressReply);
server.get('/page', async (_request, reply) => reply.type('text/html; charset=utf-8').send(words));
server.get('/short', async (_request, reply) => reply.type('text/html; charset=utf-8').send('Yes'));
server.get('/picture', async (_request, reply) => reply.type('image/png').send(Buffer.from(words)));
server.get('/long', async (_request, reply) => reply.type('text/csv; charset=utf-8').send(Readable.from(lines)));
await serveConsole(server, folder);
afterAll(() => server.close());

const get = (url: string, accepted: string) => server.inject({ url, headers: { 'accept-encoding': accepted } });

test('a page goes out by Brotli or gzip, whichever the reader takes, and reads the same', async () => {
  const [br, gz] = [await get('/page', 'gzip, deflate, br'), await get('/page', 'gzip;q=0.8, br;q=0')];
  expect([br, gz].map((reply) => reply.headers['content-encoding'])).toEqual(['br', 'gzip']);
  expect([br, gz].map((reply) => reply.headers.vary)).toEqual(['accept-encoding', 'accept-encoding']);
  expect(brotliDecompressSync(br.rawPayload).toString()).toBe(words);
  expect(gunzipSync(gz.rawPayload).toString()).toBe(words);
  expect(Number(br.headers['content-length'])).toBe(br.rawPayload.length);
  expect(br.rawPayload.length).toBeLessThan(words.length / 10);
});

test('who takes nothing of the kind gets it as it is', async () => {
  for (const accepted of ['', 'identity', 'br;q=0'])
    expect((await get('/page', accepted)).headers['content-encoding']).toBeUndefined();
  expect((await get('/page', '')).body).toBe(words);
});

test('short replies and pictures are left alone', async () => {
  for (const url of ['/short', '/picture']) expect((await get(url, 'br')).headers['content-encoding']).toBeUndefined();
});

test('files of the console are compressed as they are read', async () => {
  const reply = await get('/assets/app.js', 'br');
  expect(reply.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(reply.rawPayload).toString()).toBe(words);
  expect(
    (await server.inject({ url: '/assets/app.js', headers: { 'accept-encoding': 'br', range: 'bytes=0-9' } })).body,
  ).toBe(words.slice(0, 10));
});

test('what is made while it is sent is compressed too, sooner and a little less', async () => {
  const [br, gz] = [await get('/long', 'br'), await get('/long', 'gzip')];
  expect(brotliDecompressSync(br.rawPayload).toString()).toBe(lines.join(''));
  expect(gunzipSync(gz.rawPayload).toString()).toBe(lines.join(''));
  for (const reply of [br, gz]) expect(reply.rawPayload.length).toBeLessThan(lines.join('').length / 2);
});
