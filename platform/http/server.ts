import { randomUUID, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ProblemError } from '@common-measure/kernel';
import type { Engine } from '@common-measure/platform/analytics';
import { type Database, newId, type Tx } from '@common-measure/platform/database';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import files from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { z } from 'zod';
import { type Actor, mayActAs } from './actor.ts';
import { openApiOf } from './openapi.ts';
import { preferredLanguage } from './preferred-language.ts';
import { httpProblems } from './problems.ts';
import { RawReply, type Route, type RouteCall } from './route.ts';
import { securityHeaders } from './security-headers.ts';

export interface HttpOptions {
  readonly routes: readonly Route[];
  readonly database: Database;
  /** For routes that read or write datasets; a server without such routes needs none. */
  readonly analytics?: Engine;
  /** Finds the person behind a session cookie; null where the session is unknown or over. */
  readonly authenticate: (database: Database, sessionToken: string) => Promise<Actor | null>;
  /** Folder of the built console; its index.html answers every page address. Null serves the API alone. */
  readonly consoleFolder: string | null;
  /** Where people reach the server, where a proxy stands in front. */
  readonly publicUrl: string | null;
  readonly version: string;
  /** Largest file taken, in bytes. */
  readonly uploadLimit: number;
}

export const sessionCookie = 'cm_session';

/** The HTTP server over a list of routes: it authenticates, checks access and input, opens the transaction and words problems. */
export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    trustProxy: options.publicUrl !== null,
    bodyLimit: 8 * 1024 * 1024,
    forceCloseConnections: true,
  });
  await server.register(cookie);
  await server.register(multipart, { limits: { fileSize: options.uploadLimit, files: 1 }, throwFileSizeLimit: false });
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, formFields(String(body))),
  );
  server.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(securityHeaders)) if (!reply.hasHeader(name)) reply.header(name, value);
  });
  server.setErrorHandler((error, request, reply) => answerProblem(error, request, reply));
  for (const route of options.routes)
    server.route({
      method: route.method,
      url: route.path,
      handler: (request, reply) => answer(route, options, request, reply),
    });
  server.get('/api/openapi.json', async () => openApiOf(options.routes, options.version));
  await serveConsole(server, options.consoleFolder);
  return server;
}

async function answer(
  route: Route,
  options: HttpOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const token = request.cookies[sessionCookie];
  const actor = token === undefined ? null : await options.authenticate(options.database, token);
  refuseStrangers(route, actor);
  if (route.method !== 'GET') refuseForgery(request, route.csrf ? actor : null);
  const input = {
    params: check(route.params, request.params, 'params'),
    query: check(route.query, request.query, 'query'),
    body: check(route.body, request.body, 'body'),
  };
  const scope = { organizationId: actor?.organizationId ?? null, accountId: actor?.accountId ?? null };
  const result = await options.database.transact(scope, (tx) =>
    route.handle(callOf(route, options, request, reply, actor, tx, input)),
  );
  return send(reply, result);
}

function refuseStrangers(route: Route, actor: Actor | null): void {
  if (route.access === 'anyone') return;
  if (actor === null) throw new ProblemError(httpProblems.make('sign-in-needed'));
  if (route.access === 'signed-in') return;
  if (actor.organizationId === null || actor.role === null)
    throw new ProblemError(httpProblems.make('organization-needed'));
  if (!mayActAs(actor.role, route.access))
    throw new ProblemError(httpProblems.make('role-too-low', { needed: route.access }));
}

/** A change needs the token that only our own pages can read; without a session, the page must at least be ours. */
function refuseForgery(request: FastifyRequest, actor: Actor | null): void {
  if (actor !== null) {
    const sent = Buffer.from(String(request.headers['x-csrf-token'] ?? ''));
    const kept = Buffer.from(actor.csrfToken);
    if (sent.length !== kept.length || !timingSafeEqual(sent, kept)) httpProblems.raise('forged-request');
    return;
  }
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') httpProblems.raise('forged-request');
}

function check(schema: z.ZodType | null, value: unknown, where: string): never {
  if (schema === null) return undefined as never;
  const read = schema.safeParse(storable(value ?? {}));
  if (read.success) return read.data as never;
  const issue = read.error.issues[0];
  const place = issue === undefined || issue.path.length === 0 ? where : issue.path.join('.');
  return httpProblems.raise('invalid-input', { place, reason: issue?.message ?? '' });
}

/** The same without what no database keeps in a text: the null character and halves of characters. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').toWellFormed();
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, storable(part)]));
}

function callOf(
  route: Route,
  options: HttpOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor | null,
  tx: Tx,
  input: { params: never; query: never; body: never },
): RouteCall<never, never, never, never> {
  const baseUrl = options.publicUrl ?? `${request.protocol}://${request.host}`;
  const record = async (organizationId: string | null, entity: string, details: AuditedAct['details']) => {
    if (route.event === null || actor === null || organizationId === null)
      throw new Error(`${route.method} ${route.path} declares no event, or nobody acts in an organization`);
    await recordEvent(tx, { name: route.event, accountId: actor.accountId, organizationId, entity, details });
  };
  return {
    ...input,
    actor: actor as never,
    tx,
    database: options.database,
    get analytics() {
      if (options.analytics === undefined)
        throw new Error(`${route.path} needs an analytics engine, and none was given`);
      return options.analytics;
    },
    cookies: request.cookies,
    address: request.ip,
    preferredLanguage: preferredLanguage(request.headers['accept-language'] ?? ''),
    baseUrl,
    setCookie: (name, value, { maxAgeSeconds }) => {
      reply.setCookie(name, value, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: baseUrl.startsWith('https:'),
        maxAge: maxAgeSeconds,
      });
    },
    file: async () => {
      const part = request.isMultipart() ? await request.file() : undefined;
      return part === undefined
        ? null
        : { fileName: part.filename, stream: part.file, exceeded: () => part.file.truncated };
    },
    audit: (entity, details = {}) => record(actor?.organizationId ?? null, entity, details),
    auditIn: (organizationId, entity) => record(organizationId, entity, {}),
  };
}

interface AuditedAct {
  readonly name: string;
  readonly accountId: string;
  readonly organizationId: string;
  readonly entity: string;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/** Writes one line of the audit trail into the act's own transaction. */
async function recordEvent(tx: Tx, act: AuditedAct): Promise<void> {
  await sql`INSERT INTO cm.event (organization_id, id, name, account_id, entity, details)
    VALUES (${act.organizationId}, ${newId()}, ${act.name}, ${act.accountId}, ${act.entity}, ${JSON.stringify(act.details)})`.execute(
    tx,
  );
}

function send(reply: FastifyReply, result: unknown): unknown {
  if (!(result instanceof RawReply))
    return result === undefined ? reply.code(204).send() : reply.header('cache-control', 'no-store').send(result);
  reply.code(result.status);
  for (const [name, value] of Object.entries(result.headers)) reply.header(name, value);
  return reply.send(result.body instanceof Uint8Array ? Buffer.from(result.body) : result.body);
}

function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = error instanceof ProblemError ? error.problem : problemOf(error, request);
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problem));
}

function problemOf(error: unknown, request: FastifyRequest) {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return httpProblems.make('too-large');
  if (status >= 400 && status < 500) return httpProblems.make('malformed-request');
  const reference = randomUUID();
  // The address without its query, and never the body nor the rows that a database error carries: answers and secrets stay out of the log.
  const what = error instanceof Error ? error.stack : String(error);
  console.error(`${new Date().toISOString()} ${reference} ${request.method} ${request.routeOptions.url ?? '-'}`, what);
  return httpProblems.make('unexpected-failure', { reference });
}

/** A repeated field becomes a list, as check boxes need. */
function formFields(body: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(body)) {
    const before = fields[name];
    if (before === undefined) fields[name] = value;
    else if (typeof before === 'string') fields[name] = [before, value];
    else before.push(value);
  }
  return fields;
}

async function serveConsole(server: FastifyInstance, folder: string | null): Promise<void> {
  if (folder !== null && existsSync(path.join(folder, 'index.html'))) {
    await server.register(files, {
      root: folder,
      wildcard: true,
      index: false,
      cacheControl: false,
      setHeaders: (reply, file) => {
        reply.header(
          'cache-control',
          file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
    server.get('/', (_request, reply) => reply.sendFile('index.html'));
  }
  server.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && /^\/(en|fr)(\/|$|\?)/.test(request.url);
    if (folder !== null && isPage) return reply.sendFile('index.html');
    return answerProblem(new ProblemError(httpProblems.make('not-found')), request, reply);
  });
}
