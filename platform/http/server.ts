import { tmpdir } from 'node:os';
import path from 'node:path';
import { ProblemError } from '@common-measure/kernel';
import type { Engine } from '@common-measure/platform/analytics';
import type { Database, Tx } from '@common-measure/platform/database';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import { type AuditedAct, recordEvent } from './audit-trail.ts';
import { noteChange } from './changes.ts';
import { asItIs, compressReply, isShort } from './compress-reply.ts';
import { serveConsole } from './console-files.ts';
import { refuseForgery, refuseStrangers } from './guard.ts';
import { healthRoute } from './health.ts';
import { checkInput, formFields, jsonBody } from './input.ts';
import { limitBodyTime, limits, mostConnections } from './limits.ts';
import { openApiOf } from './openapi.ts';
import { PostLimit } from './post-limit.ts';
import { preferredLanguage, preferredOf } from './preferred-language.ts';
import { httpProblems } from './problems.ts';
import { type ReceivedUpload, receiveUpload, type UploadLimits } from './receive-upload.ts';
import { answerProblem, send } from './reply.ts';
import type { Room } from './room.ts';
import type { Route, RouteCall, UploadedFile } from './route.ts';
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
  /** Where files arrive and how long they may take. Default: the system's folder for passing files, one minute of silence, two hours in all. */
  readonly uploads?: Partial<UploadLimits>;
  /** The disk that everything is kept on; left out, nobody looks how much of it is left. */
  readonly room?: Room;
  /** Longest time for a body that is no file, in milliseconds. Default: {@link limits}. */
  readonly bodyMs?: number;
}

export const sessionCookie = 'cm_session';

const standingHeaders = Object.entries(securityHeaders);

/** The HTTP server over a list of routes: it authenticates, checks access and input, opens the transaction and words problems. */
export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const uploads = { ...uploadsUnlessSaid, ...options.uploads };
  const server = fastify({
    logger: false,
    http: {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.checkMs,
    },
    keepAliveTimeout: limits.idleMs,
    // A file may take its time; what is none has a limit of its own.
    requestTimeout: uploads.totalMs + limits.bodyMs,
    // The one proxy before us is believed, and not what a caller claims to have passed before it.
    trustProxy: options.publicUrl === null ? false : (_address: string, hop: number) => hop === 0,
    bodyLimit: limits.bodyBytes,
    forceCloseConnections: true,
  });
  const most = mostConnections();
  if (most !== null) server.server.maxConnections = most;
  await server.register(cookie);
  for (const [type, read] of [
    ['application/x-www-form-urlencoded', formFields],
    ['application/json', jsonBody],
  ] as const)
    server.addContentTypeParser(type, { parseAs: 'string' }, (request, body, done) => {
      try {
        done(null, read(String(body), fromAnybody(request)));
      } catch (error) {
        done(error as Error);
      }
    });
  server.addHook('onSend', (request, reply, payload, done) => {
    for (const [name, value] of standingHeaders) if (!reply.hasHeader(name)) reply.header(name, value);
    if (isShort(payload)) done(null, asItIs(reply, payload));
    else
      compressReply(request, reply, payload)
        .then((compressed) => done(null, compressed), done)
        // What cannot be sent is nobody's to catch by then, and would end the process.
        .catch(() => request.raw.destroy());
  });
  server.setErrorHandler((error, request, reply) => answerProblem(error, request, reply));
  const limit = new PostLimit();
  const routes = [...options.routes, healthRoute(options.room)];
  const serve = (scope: FastifyInstance, route: Route) =>
    scope.route({
      method: route.method,
      url: route.path,
      bodyLimit: route.largestBody,
      config: { fromAnybody: route.access === 'anyone' },
      onRequest: (request, reply, done) => {
        if (!route.takesFile && takesBody(route))
          limitBodyTime(request.raw, () => hangUp(request, reply), options.bodyMs);
        // Before anything of the body is read: a flood costs its head alone.
        const refused = route.access === 'anyone' && takesBody(route) ? limit.refuses(request.ip) : null;
        done(refused ?? undefined);
      },
      handler: async (request, reply) => {
        if (takesBody(route)) options.room?.refuse();
        return answer(route, options, request, reply);
      },
    });
  for (const route of routes) if (!route.takesFile) serve(server, route);
  // Looking out for files costs every request of its scope as much as reading one: only where some arrive.
  await server.register(async (files) => {
    await files.register(multipart, { limits: { fileSize: options.uploadLimit, files: 1 }, throwFileSizeLimit: false });
    for (const route of routes) if (route.takesFile) serve(files, route);
  });
  server.get('/api/openapi.json', async () => openApiOf(routes, options.version));
  await serveConsole(server, options.consoleFolder);
  return server;
}

/** Whether a request goes to a route that asks nobody to sign in. */
function fromAnybody({ routeOptions: { config } }: FastifyRequest): boolean {
  return 'fromAnybody' in config && config.fromAnybody === true;
}

function takesBody({ method }: Route): boolean {
  return method !== 'GET' && method !== 'DELETE';
}

/** Tells who sends too slowly, and closes the connection. */
function hangUp(request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent) return void request.raw.destroy();
  reply.raw.once('finish', () => request.raw.destroy());
  answerProblem(new ProblemError(httpProblems.make('body-too-slow')), request, reply.header('connection', 'close'));
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
  if (route.method !== 'GET' && !route.fromAnySite) refuseForgery(request, route.csrf ? actor : null);
  const input = {
    params: checkInput(route.params, request.params, 'params'),
    query: checkInput(route.query, request.query, 'query'),
    body: checkInput(route.body, request.body, 'body'),
  };
  const scope = { organizationId: actor?.organizationId ?? null, accountId: actor?.accountId ?? null };
  const upload = route.takesFile ? await received(options, request) : null;
  const handle = (tx: Tx | null) =>
    route.handle(callOf(route, options, request, reply, actor, tx, input, upload?.file ?? null));
  const answered = route.opensTransactions ? handle(null) : options.database.transact(scope, handle);
  const isChange = route.method !== 'GET' && route.access !== 'anyone';
  const result = await answered.finally(() => {
    if (isChange) noteChange(options.database);
    return upload?.discard();
  });
  return send(reply, result);
}

const uploadsUnlessSaid: UploadLimits = {
  folder: path.join(tmpdir(), 'common-measure-incoming'),
  idleMs: 60_000,
  totalMs: 2 * 60 * 60_000,
};

async function received(options: HttpOptions, request: FastifyRequest): Promise<ReceivedUpload | null> {
  // What a form adds to the bytes of its file is little.
  options.room?.refuse(Number(request.headers['content-length'] ?? 0));
  const part = request.isMultipart() ? await request.file() : undefined;
  return part === undefined ? null : receiveUpload(part, { ...uploadsUnlessSaid, ...options.uploads });
}

function callOf(
  route: Route,
  options: HttpOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor | null,
  opened: Tx | null,
  input: { params: never; query: never; body: never },
  file: UploadedFile | null,
): RouteCall<never, never, never, never> {
  const baseUrl = () => options.publicUrl ?? `${request.protocol}://${request.host}`;
  const transaction = (): Tx => {
    if (opened === null) throw new Error(`${route.method} ${route.path} opens its own transactions`);
    return opened;
  };
  const record = async (
    organizationId: string | null,
    entity: string,
    details: AuditedAct['details'],
    accountId = actor?.accountId,
  ) => {
    if (route.event === null || accountId === undefined || organizationId === null)
      throw new Error(`${route.method} ${route.path} declares no event, or nobody acts in an organization`);
    await recordEvent(transaction(), { name: route.event, accountId, organizationId, entity, details });
  };
  return {
    ...input,
    actor: actor as never,
    get tx() {
      return transaction();
    },
    database: options.database,
    get analytics() {
      if (options.analytics === undefined)
        throw new Error(`${route.path} needs an analytics engine, and none was given`);
      return options.analytics;
    },
    cookies: request.cookies,
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    get preferredLanguage() {
      return preferredLanguage(request.headers['accept-language'] ?? '');
    },
    prefers: (languages) => preferredOf(request.headers['accept-language'] ?? '', languages),
    get baseUrl() {
      return baseUrl();
    },
    setCookie: (name, value, { maxAgeSeconds }) => {
      reply.setCookie(name, value, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: baseUrl().startsWith('https:'),
        maxAge: maxAgeSeconds,
      });
    },
    file,
    audit: (entity, details = {}) => record(actor?.organizationId ?? null, entity, details),
    auditIn: (organizationId, entity, { by, details = {} } = {}) => record(organizationId, entity, details, by),
  };
}
