import {
  aColleague,
  anOwner,
  aServerOf,
  type Person,
  signInByLink,
  stranger,
  type TestServer,
} from '@common-measure/platform/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsRoutes, authenticate, makeFirstLink, makeLinkFor } from './server.ts';

let test: TestServer;
let server: FastifyInstance;
let alice: Person;
beforeAll(async () => {
  test = await aServerOf(accountsRoutes, authenticate);
  ({ server } = test);
});
afterAll(() => test?.close());

const signIn = (email: string, password: string) => stranger(server).send('POST', '/api/sign-in', { email, password });

describe('the first day', () => {
  it('gives one link that works once, and a new one until somebody has a password', async () => {
    const first = await makeFirstLink(test.database);
    const second = await makeFirstLink(test.database);
    const outdated = await stranger(server).send('POST', '/api/sign-in-link', { token: first, language: 'en' });
    expect(outdated.json().code).toBe('link-not-valid');
    await signInByLink(server, second!, 'first@example.ca');
    const again = await stranger(server).send('POST', '/api/sign-in-link', { token: second, language: 'fr' });
    expect(again.statusCode).toBe(410);
    expect(again.json().title.fr).toContain('déjà servi');
    alice = await anOwner(server, test.database, 'alice');
    expect(await makeFirstLink(test.database)).toBeNull();
  });

  it('refuses a link whose hour is over', async () => {
    const secret = await test.database.withOwner((client) => makeLinkFor(client, 'alice@example.ca'));
    await test.database.withOwner((client) =>
      client.query(`UPDATE accounts.sign_in_link SET expires_at = now() - interval '1 second' WHERE used_at IS NULL`),
    );
    const late = await stranger(server).send('POST', '/api/sign-in-link', { token: secret, language: 'en' });
    expect(late.json().code).toBe('link-not-valid');
  });
});

describe('signing in', () => {
  it('opens a session with the right password, whatever the case of the address', async () => {
    const reply = await signIn('Alice@Example.ca', 'correct horse battery');
    expect(reply.statusCode).toBe(204);
    expect(String(reply.headers['set-cookie'])).toMatch(/cm_session=.+HttpOnly; SameSite=Lax/);
  });

  it('says the same of a wrong password and of an unknown address, in both languages', async () => {
    const wrong = await signIn('alice@example.ca', 'something else 123');
    const unknown = await signIn('zoe@example.ca', 'something else 123');
    expect(wrong.statusCode).toBe(401);
    expect(wrong.json()).toEqual(unknown.json());
    expect(wrong.json().title.fr).toBe('L’adresse courriel ou le mot de passe est inexact.');
  });

  it('answers everybody where many fail at once', async () => {
    const guesses = Array.from({ length: 30 }, (_, at) => signIn(`crowd${at}@example.ca`, 'guess guess guess'));
    const refused = (await Promise.all(guesses)).filter(
      (reply) => reply.statusCode === 401 || reply.statusCode === 429,
    );
    expect(refused).toHaveLength(30);
    expect((await alice.send('GET', '/api/session')).statusCode).toBe(200);
    await test.database.withOwner((client) => client.query('DELETE FROM accounts.sign_in_attempt'));
  });

  it('ends with the session', async () => {
    const secret = await test.database.withOwner((client) => makeLinkFor(client, 'alice@example.ca'));
    const browser = await signInByLink(server, secret!, 'alice@example.ca');
    await browser.send('POST', '/api/sign-out');
    expect((await browser.send('GET', '/api/session')).json().account).toBeNull();
  });
});

describe('an account', () => {
  it('needs its present password for a new one', async () => {
    const refusal = await alice.send('PATCH', '/api/account', {
      password: 'another long one',
      presentPassword: 'wrong',
    });
    expect(refusal.json().code).toBe('wrong-present-password');
    const change = await alice.send('PATCH', '/api/account', {
      password: 'another long one',
      presentPassword: 'correct horse battery',
    });
    expect(change.statusCode).toBe(204);
    expect((await signIn('alice@example.ca', 'another long one')).statusCode).toBe(204);
  });

  it('cannot take the address of another', async () => {
    const bob = await aColleague(server, alice, 'bob', 'viewer');
    const reply = await bob.send('PATCH', '/api/account', { email: 'alice@example.ca' });
    expect(reply.statusCode).toBe(409);
    expect(reply.json().details).toEqual({ email: 'alice@example.ca' });
  });

  it('refuses a short password and names the field', async () => {
    const reply = await alice.send('PATCH', '/api/account', { password: 'short', presentPassword: 'another long one' });
    expect(reply.statusCode).toBe(422);
    expect(reply.json().details.place).toBe('password');
  });
});

describe('an organization', () => {
  it('describes itself by the controlled lists only', async () => {
    const reply = await alice.send('POST', '/api/organizations', {
      name: { en: 'X', fr: 'X' },
      level: 'galactic',
      serviceAreas: ['health'],
      clientTypes: ['individual'],
    });
    expect(reply.json().code).toBe('unknown-list-code');
  });

  it('needs its French name', async () => {
    const reply = await alice.send('POST', '/api/organizations', {
      name: { en: 'X' },
      level: 'federal',
      serviceAreas: ['health'],
      clientTypes: ['individual'],
    });
    expect(reply.json().details.place).toBe('name.fr');
  });

  it('always keeps an owner', async () => {
    const me = (await alice.send('GET', '/api/members')).json().find((member: { isYou: boolean }) => member.isYou);
    const demoted = await alice.send('PATCH', `/api/members/${me.accountId}`, { role: 'viewer' });
    const removed = await alice.send('DELETE', `/api/members/${me.accountId}`);
    expect([demoted.json().code, removed.json().code]).toEqual(['last-owner', 'last-owner']);
  });

  it('lets a removed member come back with the same role, and keeps the trail of it', async () => {
    const dana = await aColleague(server, alice, 'dana', 'analyst');
    const row = (await alice.send('GET', '/api/members'))
      .json()
      .find((member: { name: string }) => member.name === 'dana');
    await alice.send('DELETE', `/api/members/${row.accountId}`);
    expect((await dana.send('GET', '/api/members')).json().code).toBe('organization-needed');
    const back = await alice.send('POST', `/api/members/${row.accountId}/restore`);
    expect(back.json().find((member: { name: string }) => member.name === 'dana').role).toBe('analyst');
    const trail = (await alice.send('GET', '/api/audit')).json().map((event: { name: string }) => event.name);
    expect(trail.slice(0, 4)).toEqual(['member.restored', 'member.removed', 'link.used', 'member.invited']);
  });
});
