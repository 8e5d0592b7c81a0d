import { createHash, randomUUID } from 'node:crypto';
import type { Database } from '@common-measure/platform/database';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';

/** A person of a test with a browser of her own: keeps the session cookie and the token against forged requests. */
export interface Person {
  readonly email: string;
  /** A request as the console makes it. */
  send(method: NonNullable<InjectOptions['method']>, url: string, body?: object): Promise<LightMyRequestResponse>;
  /** The same without the token, as a page elsewhere would make it. */
  forge(method: NonNullable<InjectOptions['method']>, url: string, body?: object): Promise<LightMyRequestResponse>;
}

/** Somebody without a session. */
export function stranger(server: FastifyInstance): Person {
  return person(server, '', '', '');
}

/** Follows a one-time link and sets e-mail address and password. */
export async function signInByLink(server: FastifyInstance, secret: string, email: string): Promise<Person> {
  const reply = await server.inject({
    method: 'POST',
    url: '/api/sign-in-link',
    payload: { token: secret, language: 'en' },
  });
  if (reply.statusCode !== 204) throw new Error(`sign-in link: ${reply.statusCode} ${reply.body}`);
  const cookie = String(reply.headers['set-cookie']).split(';')[0]!;
  const session = await server.inject({ method: 'GET', url: '/api/session', headers: { cookie } });
  return person(server, email, cookie, session.json().csrfToken);
}

/** The first person of an empty installation, with an organization of her own. */
export async function anOwner(server: FastifyInstance, database: Database, name: string): Promise<Person> {
  const secret = await freshLink(database);
  const owner = await signInByLink(server, secret, `${name}@example.ca`);
  await owner.send('PATCH', '/api/account', { name, email: owner.email, password: 'correct horse battery' });
  const founded = await owner.send('POST', '/api/organizations', {
    name: { en: `${name}’s service`, fr: `Service de ${name}` },
    level: 'municipal',
    serviceAreas: ['licensing'],
    clientTypes: ['individual'],
  });
  if (founded.statusCode !== 200) throw new Error(`founding: ${founded.statusCode} ${founded.body}`);
  return owner;
}

/** A colleague whom the owner invites in that role. */
export async function aColleague(server: FastifyInstance, owner: Person, name: string, role: string): Promise<Person> {
  const email = `${name}@example.ca`;
  const invited = await owner.send('POST', '/api/members', { name, email, role, language: 'en' });
  if (invited.statusCode !== 200) throw new Error(`invitation: ${invited.statusCode} ${invited.body}`);
  return signInByLink(server, invited.json().link.split('#')[1], email);
}

async function freshLink(database: Database): Promise<string> {
  const secret = randomUUID();
  await database.withOwner((client) =>
    client.query("INSERT INTO accounts.sign_in_link (token_hash, expires_at) VALUES ($1, now() + interval '1 hour')", [
      createHash('sha256').update(secret).digest(),
    ]),
  );
  return secret;
}

function person(server: FastifyInstance, email: string, cookie: string, csrfToken: string): Person {
  const call = (
    method: NonNullable<InjectOptions['method']>,
    url: string,
    body: object | undefined,
    headers: Record<string, string>,
  ) =>
    server.inject({
      method,
      url,
      headers: { ...(cookie === '' ? {} : { cookie }), ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
  return {
    email,
    send: (method, url, body) => call(method, url, body, { 'x-csrf-token': csrfToken }),
    forge: (method, url, body) => call(method, url, body, {}),
  };
}
