import { randomUUID } from 'node:crypto';
import { authenticate } from '@common-measure/modules/accounts/server';
import { createHttpServer, mayActAs, type Role, type Route, roles } from '@common-measure/platform/http';
import {
  aColleague,
  anOwner,
  aTemplateDatabase,
  type Person,
  stranger,
  type TestDatabase,
} from '@common-measure/platform/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from './slices.ts';

/** Alice owns one organization, Otto another; Bob, Ana and Vic work for Alice. Nobody may enter where he does not belong. */
let test: TestDatabase;
let server: FastifyInstance;
let alice: Person;
let otto: Person;
let colleagues: Record<Role, Person>;

beforeAll(async () => {
  test = await aTemplateDatabase();
  server = await createHttpServer({
    routes,
    database: test.database,
    authenticate,
    consoleFolder: null,
    publicUrl: null,
    version: 'test',
    uploadLimit: 1_000_000,
  });
  alice = await anOwner(server, test.database, 'alice');
  otto = await anOwner(server, test.database, 'otto');
  colleagues = {
    owner: alice,
    manager: await aColleague(server, alice, 'bob', 'manager'),
    analyst: await aColleague(server, alice, 'ana', 'analyst'),
    viewer: await aColleague(server, alice, 'vic', 'viewer'),
  };
});
afterAll(async () => {
  await server.close();
  await test.close();
});

const addressOf = (route: Route) => route.path.replace(/:(\w+)/g, () => randomUUID());
const guarded = routes.filter((route) => route.access !== 'anyone');
const byRole = routes.filter((route) => route.access !== 'anyone' && route.access !== 'signed-in');
const label = (route: Route) => `${route.method} ${route.path}`;

describe('every route that is not for anyone', () => {
  it.each(guarded.map((route) => [label(route), route] as const))(
    '%s is closed to a stranger',
    async (_name, route) => {
      const reply = await stranger(server).send(route.method, addressOf(route));
      expect(reply.statusCode).toBe(401);
      expect(reply.json().code).toBe('sign-in-needed');
    },
  );

  const changes = guarded.filter((route) => route.method !== 'GET');
  it.each(changes.map((route) => [label(route), route] as const))(
    '%s refuses a forged request',
    async (_name, route) => {
      const reply = await alice.forge(route.method, addressOf(route), {});
      expect(reply.statusCode).toBe(403);
      expect(reply.json().code).toBe('forged-request');
    },
  );
});

describe('every route of members', () => {
  const pairs = byRole.flatMap((route) =>
    roles.filter((role) => !mayActAs(role, route.access as Role)).map((role) => [label(route), role, route] as const),
  );
  it.each(pairs)('%s is closed to the role %s', async (_name, role, route) => {
    const reply = await colleagues[role].send(route.method, addressOf(route));
    expect(reply.statusCode).toBe(403);
    expect(reply.json().code).toBe('role-too-low');
  });
});

describe('a foreign organization', () => {
  it('is not told of the members of another', async () => {
    const reply = await otto.send('GET', '/api/members');
    expect(reply.json().map((member: { email: string }) => member.email)).toEqual(['otto@example.ca']);
  });

  it('cannot change, remove or restore a member of another', async () => {
    const bob = (await alice.send('GET', '/api/members'))
      .json()
      .find((member: { name: string }) => member.name === 'bob');
    const attempts = [
      await otto.send('PATCH', `/api/members/${bob.accountId}`, { role: 'viewer' }),
      await otto.send('DELETE', `/api/members/${bob.accountId}`),
      await otto.send('POST', `/api/members/${bob.accountId}/restore`),
    ];
    expect(attempts.map((reply) => reply.statusCode)).toEqual([404, 404, 404]);
    const still = (await alice.send('GET', '/api/members'))
      .json()
      .find((member: { name: string }) => member.name === 'bob');
    expect(still.role).toBe('manager');
  });

  it('cannot be entered by naming it', async () => {
    const session = (await alice.send('GET', '/api/session')).json();
    const reply = await otto.send('POST', '/api/session/organization', { organizationId: session.organization.id });
    expect(reply.statusCode).toBe(404);
  });
});
