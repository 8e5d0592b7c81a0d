import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { aTemplateDatabase, type TestDatabase } from '@common-measure/platform/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createHttpServer, defineRoute, openApiOf, RawReply } from './index.ts';
import { postLimit } from './post-limit.ts';

const echo = defineRoute({
  method: 'POST',
  path: '/api/echo/:id',
  summary: 'Gives back what it was sent',
  access: 'anyone',
  event: null,
  params: z.object({ id: z.uuid() }),
  query: z.object({ page: z.coerce.number().int().min(1).default(1) }),
  body: z.object({ name: z.string().min(1), choices: z.array(z.string()).optional() }),
  largestBody: 4 * 2 ** 20,
  reply: z.object({ id: z.string(), page: z.number(), name: z.string(), choices: z.array(z.string()) }),
  handle: async ({ params, query, body }) => ({
    id: params.id,
    page: query.page,
    name: body.name,
    choices: body.choices ?? [],
  }),
});
const short = defineRoute({
  method: 'POST',
  path: '/api/short',
  summary: 'Takes what a form has',
  access: 'anyone',
  event: null,
  body: z.object({ name: z.string() }),
  reply: z.number(),
  handle: async ({ body }) => body.name.length,
});
const page = defineRoute({
  method: 'GET',
  path: '/page',
  summary: 'A page',
  access: 'anyone',
  event: null,
  reply: null,
  handle: async () => new RawReply('<p>hello</p>', { 'content-type': 'text/html; charset=utf-8' }),
});
const broken = defineRoute({
  method: 'GET',
  path: '/api/broken',
  summary: 'Fails',
  access: 'anyone',
  event: null,
  reply: null,
  handle: async () => {
    throw Object.assign(new Error('the secret inside'), { detail: 'Failing row contains (an answer).' });
  },
});
const unsendable = defineRoute({
  method: 'GET',
  path: '/api/unsendable',
  summary: 'Leads to an address that no header can hold',
  access: 'anyone',
  event: null,
  query: z.object({ letters: z.coerce.number() }),
  reply: null,
  handle: async ({ query }) =>
    new RawReply('a'.repeat(query.letters), { location: '/日', 'content-type': 'text/plain; charset=utf-8' }, 303),
});
const routes = [echo, short, page, broken, unsendable];

let test: TestDatabase;
let server: FastifyInstance;
let folder: string;
beforeAll(async () => {
  test = await aTemplateDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'cm-console-'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>console</title>');
  server = await createHttpServer({
    routes,
    database: test.database,
    authenticate: async () => null,
    consoleFolder: folder,
    publicUrl: null,
    version: '1',
    uploadLimit: 10,
  });
});
afterAll(async () => {
  await server.close();
  await test.close();
  await rm(folder, { recursive: true });
});

const id = '01890000-0000-7000-8000-000000000000';

describe('a problem of a form sent without the console', () => {
  const send = (accept: string) =>
    server.inject({
      method: 'POST',
      url: '/api/echo/7',
      headers: { accept, 'accept-language': 'fr-CA', 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'name=%3Cb%3E',
    });

  it('is a page in both languages, the reader’s first', async () => {
    const reply = await send('text/html,*/*;q=0.8');
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([422, 'text/html; charset=utf-8']);
    expect(reply.body).toMatch(/<html lang="fr">.*<section lang="fr">.*<section lang="en">/s);
  });

  it('is JSON for whoever asks for no page', async () => {
    expect((await send('*/*')).json().code).toBe('invalid-input');
  });
});

describe('a route', () => {
  it('gets its parameters, query and body as the contract says', async () => {
    const reply = await server.inject({ method: 'POST', url: `/api/echo/${id}?page=2`, payload: { name: 'Ana' } });
    expect(reply.json()).toEqual({ id, page: 2, name: 'Ana', choices: [] });
  });

  it('reads a form post, with a repeated field as a list', async () => {
    const reply = await server.inject({
      method: 'POST',
      url: `/api/echo/${id}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'name=Zo%C3%A9&choices=a&choices=b',
    });
    expect(reply.json()).toMatchObject({ name: 'Zoé', choices: ['a', 'b'] });
  });

  it('reads as many fields as the longest questionnaire has, and refuses a million, without keeping others waiting', async () => {
    const started = performance.now();
    const send = (fields: string) =>
      server.inject({
        method: 'POST',
        url: `/api/echo/${id}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: fields,
      });
    const long = await send(`name=Ana&${'choices=a&'.repeat(24_000)}`);
    expect([long.statusCode, long.json().choices.length]).toEqual([200, 24_000]);
    const vast = await send('a&'.repeat(1_000_000));
    expect([vast.statusCode, vast.json().code]).toEqual([413, 'too-large']);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('refuses JSON with more parts than a questionnaire has, and depth without end, before it reads any of it', async () => {
    const send = (choices: string, url = `/api/echo/${id}`) =>
      server.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/json' },
        payload: `{"name":"Ana \\"[{,:\\\\","choices":[${choices}]}`,
      });
    expect((await send('"a,b:[{"')).json().choices).toEqual(['a,b:[{']);
    for (const choices of [
      `"",`.repeat(40_000),
      `{${'"a":0,'.repeat(6000)}"a":0}`,
      `${'['.repeat(20)}${']'.repeat(20)}`,
    ]) {
      const refused = await send(choices);
      expect([refused.statusCode, refused.json().code]).toEqual([413, 'too-many-parts']);
    }
  });

  it('takes as much as a route says, and by default no more than a form of our own has', async () => {
    const post = (url: string, letters: number) =>
      server.inject({ method: 'POST', url, payload: { name: 'a'.repeat(letters) } });
    expect((await post(`/api/echo/${id}`, 4_000_000)).statusCode).toBe(200);
    expect((await post('/api/short', 60_000)).statusCode).toBe(200);
    const large = await post('/api/short', 70_000);
    expect([large.statusCode, large.json().code, large.json().details]).toEqual([
      413,
      'body-too-large',
      { kilobytes: 64 },
    ]);
  });

  it('asks how much a network has sent before it looks at what it sends now', async () => {
    const send = (remoteAddress: string) =>
      server.inject({
        method: 'POST',
        url: '/api/short',
        remoteAddress,
        headers: { 'content-type': 'application/json' },
        payload: '{"not": json',
      });
    let refused = await send('203.0.113.9');
    // Tokens come back while they are spent.
    for (let sent = 0; sent < 2 * postLimit.burst && refused.statusCode === 400; sent++)
      refused = await send('203.0.113.9');
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'too-many-requests']);
    expect((await send('203.0.113.10')).json().code).toBe('not-json');
  });

  it('gets text as a database keeps it: without null characters and halves of characters', async () => {
    const payload = { name: 'a\u0000b \ud800', choices: ['\u0000'] };
    const reply = await server.inject({ method: 'POST', url: `/api/echo/${id}`, payload });
    expect(reply.json()).toMatchObject({ name: 'ab \ufffd', choices: [''] });
  });

  it('names the field that is not as it must be', async () => {
    const reply = await server.inject({ method: 'POST', url: `/api/echo/${id}`, payload: { name: '' } });
    expect(reply.statusCode).toBe(422);
    expect(reply.json().details.place).toBe('name');
    const path = await server.inject({ method: 'POST', url: '/api/echo/7', payload: { name: 'x' } });
    expect(path.json().details.place).toBe('id');
  });

  it('refuses what is not JSON, and a post from another site', async () => {
    const torn = await server.inject({
      method: 'POST',
      url: `/api/echo/${id}`,
      headers: { 'content-type': 'application/json' },
      payload: '{"name":',
    });
    expect(torn.json()).toMatchObject({ code: 'not-json', status: 400, details: { line: 1, column: 9 } });
    expect(torn.json().title.fr).toBe(
      'L’envoi n’est pas du JSON\u00a0: ligne 1, colonne 9\u00a0: le texte s’arrête trop tôt.',
    );
    const elsewhere = await server.inject({
      method: 'POST',
      url: `/api/echo/${id}`,
      headers: { 'sec-fetch-site': 'cross-site' },
      payload: { name: 'x' },
    });
    expect(elsewhere.json().code).toBe('forged-request');
  });

  it('gives a reference for what cannot be sent, short or long, as a page or not, and goes on', async () => {
    for (const letters of [0, 5000])
      for (const accept of ['text/html', 'application/json']) {
        const reply = await server.inject({ url: `/api/unsendable?letters=${letters}`, headers: { accept } });
        expect([reply.statusCode, reply.headers.location]).toEqual([500, undefined]);
        expect(reply.headers['content-security-policy']).toBeDefined();
      }
  });

  it('gives a reference for a failure, and nothing from inside', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const reply = await server.inject({ method: 'GET', url: '/api/broken?token=abc' });
    expect(reply.statusCode).toBe(500);
    expect(reply.body).not.toContain('secret');
    expect(String(log.mock.calls[0]?.[0])).toContain(reply.json().details.reference);
    expect(String(log.mock.calls[0]?.[0])).not.toContain('abc');
    expect(inspect(log.mock.calls)).not.toContain('an answer');
    log.mockRestore();
  });
});

it('a caller behind the proxy is known by the address that the proxy saw, not by one she claims', async () => {
  const whoami = defineRoute({
    method: 'GET',
    path: '/api/whoami',
    summary: 'The address of the caller',
    access: 'anyone',
    event: null,
    reply: z.object({ address: z.string() }),
    handle: async ({ address }) => ({ address }),
  });
  const proxied = await createHttpServer({
    routes: [whoami],
    database: test.database,
    authenticate: async () => null,
    consoleFolder: null,
    publicUrl: 'https://measure.example.ca',
    version: '1',
    uploadLimit: 1000,
  });
  const headers = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' };
  const reply = await proxied.inject({ method: 'GET', url: '/api/whoami', headers });
  expect(reply.json()).toEqual({ address: '198.51.100.7' });
  await proxied.close();
});

describe('every reply', () => {
  it.each(['/page', '/api/nowhere', '/en/anything', '/api/broken'])(
    'of %s carries the security headers',
    async (url) => {
      const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const reply = await server.inject({ method: 'GET', url });
      log.mockRestore();
      const policy = String(reply.headers['content-security-policy']);
      expect(policy).toContain(`default-src 'none'`);
      expect(policy).not.toContain('unsafe');
      expect(reply.headers['x-content-type-options']).toBe('nosniff');
    },
  );
});

describe('the console', () => {
  it('answers page addresses, and no others', async () => {
    expect((await server.inject('/')).body).toContain('console');
    expect((await server.inject('/fr/results/7?x=1')).body).toContain('console');
    expect((await server.inject('/english')).statusCode).toBe(404);
    expect((await server.inject('/../package.json')).statusCode).toBe(404);
  });
});

describe('the OpenAPI document', () => {
  it('describes parameters, body and reply of each route from its contract', () => {
    const document = openApiOf(routes, '1') as {
      openapi: string;
      paths: Record<string, Record<string, { parameters: { name: string; required: boolean }[] }>>;
    };
    expect(document.openapi).toBe('3.1.0');
    const parameters = document.paths['/api/echo/{id}']?.post?.parameters;
    expect(parameters).toMatchObject([
      { name: 'id', in: 'path', required: true },
      { name: 'page', in: 'query', required: false },
    ]);
  });
});
