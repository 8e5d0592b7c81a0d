import type { Readable } from 'node:stream';
import type { UiLanguage } from '@common-measure/kernel';
import type { Engine } from '@common-measure/platform/analytics';
import type { Database, Tx } from '@common-measure/platform/database';
import type { z } from 'zod';
import type { Actor, Role } from './actor.ts';
import { limits } from './limits.ts';

/**
 * Who may call. `anyone`: no session needed. `signed-in`: any account, in no or any organization.
 * A role: members of the session's organization with that role or a higher one. Everybody else is refused.
 */
export type Access = 'anyone' | 'signed-in' | Role;

/** A reply that is not JSON: a page, a file, a picture. A string or bytes or a stream. */
export class RawReply {
  readonly body: string | Uint8Array | Readable;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number;
  /** The same body by Brotli, for whoever takes it; null leaves it to the server. */
  readonly brotli: Buffer | null;
  constructor(
    body: string | Uint8Array | Readable,
    headers: Readonly<Record<string, string>>,
    status = 200,
    brotli: Buffer | null = null,
  ) {
    this.body = body;
    this.headers = headers;
    this.status = status;
    this.brotli = brotli;
  }
}

/** A file that has arrived in full and within the limit; it is gone after the request unless it was moved. */
export interface UploadedFile {
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Puts it where it is to stay; folders that are missing are made. */
  moveTo(target: string): Promise<void>;
}

export interface CookieOptions {
  /** 0 removes the cookie. */
  readonly maxAgeSeconds: number;
}

export interface RouteCall<Params, Query, Body, Who> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly actor: Who;
  /**
   * The transaction of this request, seeing what the actor's organization may see; committed before the reply is sent. A route that
   * opens its own has none: asking for it throws.
   */
  readonly tx: Tx;
  /** For work that must not sit in the request's transaction (long imports, streams). */
  readonly database: Database;
  /** The analytics engine over stored datasets; its folder is where their files lie. Throws where the server was started without one. */
  readonly analytics: Engine;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  setCookie(name: string, value: string, options: CookieOptions): void;
  /** The caller's address, for limits on guessing. */
  readonly address: string;
  /** How the caller's browser calls itself; empty where it does not. */
  readonly userAgent: string;
  /** The language of ours that the caller's browser prefers, where it says so; null where it names neither. */
  readonly preferredLanguage: UiLanguage | null;
  /** The same among any languages, such as those of a questionnaire. */
  prefers<Language extends string>(languages: readonly Language[]): Language | null;
  /** Where this server is reached, without a trailing slash: for links that are shown or sent. */
  readonly baseUrl: string;
  /** The one file of a multipart request, of routes that take one; null where none was sent. */
  readonly file: UploadedFile | null;
  /** Writes the route's audit event into the transaction: what was acted on, and facts without personal answers. */
  audit(entity: string, details?: Readonly<Record<string, string | number | boolean | null>>): Promise<void>;
  /** The same into an organization that this very act founds or enters; `by` is the account, where it signs in by this act. */
  auditIn(
    organizationId: string,
    entity: string,
    more?: { readonly by?: string; readonly details?: Readonly<Record<string, string | number | boolean | null>> },
  ): Promise<void>;
}

type Who<A extends Access> = A extends 'anyone'
  ? Actor | null
  : A extends 'signed-in'
    ? Actor
    : Actor & { readonly organizationId: string; readonly role: Role };

export interface RouteDefinition<
  A extends Access,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Fastify's notation: "/api/datasets/:id". */
  readonly path: string;
  readonly summary: string;
  readonly access: A;
  /** Name of the event that this act writes ("organization.created"); null for reads and acts that change nothing. */
  readonly event: string | null;
  readonly params?: P;
  readonly query?: Q;
  /** Checked before the handler runs. A form post is parsed the same way as JSON. Absent where a file or nothing is sent. */
  readonly body?: B;
  /** What the JSON reply looks like; null where the handler gives a RawReply or nothing. */
  readonly reply: R | null;
  /** False for public form posts, which have no session to protect. Default true. */
  readonly csrf?: boolean;
  /** True where pages of other sites may post, without a session of ours. Default false. */
  readonly fromAnySite?: boolean;
  /** True where a file is sent: it is received before the transaction begins. Default false. */
  readonly takesFile?: boolean;
  /** True where the handler opens its transactions itself, such as one that several requests share. Default false. */
  readonly opensTransactions?: boolean;
  /** Largest body in bytes. Default: what `limits` says of bodies of anybody, or of members. */
  readonly largestBody?: number;
  readonly handle: (
    call: RouteCall<z.output<P>, z.output<Q>, z.output<B>, Who<A>>,
  ) => Promise<z.input<R> | RawReply | undefined>;
}

/** A route as the server keeps it: the same, with its types folded away. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly event: string | null;
  readonly params: z.ZodType | null;
  readonly query: z.ZodType | null;
  readonly body: z.ZodType | null;
  readonly reply: z.ZodType | null;
  readonly csrf: boolean;
  readonly fromAnySite: boolean;
  readonly takesFile: boolean;
  readonly opensTransactions: boolean;
  readonly largestBody: number;
  readonly handle: (call: RouteCall<never, never, never, never>) => Promise<unknown>;
}

/** Declares a route: its place, who may call it, what goes in and out, and the event it leaves. */
export function defineRoute<
  A extends Access,
  P extends z.ZodType = z.ZodObject,
  Q extends z.ZodType = z.ZodObject,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodUndefined,
>(definition: RouteDefinition<A, P, Q, B, R>): Route {
  return {
    method: definition.method,
    path: definition.path,
    summary: definition.summary,
    access: definition.access,
    event: definition.event,
    params: definition.params ?? null,
    query: definition.query ?? null,
    body: definition.body ?? null,
    reply: definition.reply,
    csrf: definition.csrf ?? true,
    fromAnySite: definition.fromAnySite ?? false,
    takesFile: definition.takesFile ?? false,
    opensTransactions: definition.opensTransactions ?? false,
    largestBody: definition.largestBody ?? (definition.access === 'anyone' ? limits.publicBodyBytes : limits.bodyBytes),
    handle: definition.handle as Route['handle'],
  };
}
