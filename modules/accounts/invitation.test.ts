import {
  aColleague,
  anOwner,
  aServerOf,
  type Person,
  signInByLink,
  stranger,
  type TestServer,
} from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsRoutes, authenticate } from './server.ts';

let test: TestServer;
let alice: Person;
let mallory: Person;
beforeAll(async () => {
  test = await aServerOf(accountsRoutes, authenticate);
  alice = await anOwner(test.server, test.database, 'alice');
  mallory = await anOwner(test.server, test.database, 'mallory');
});
afterAll(() => test?.close());

const invite = (by: Person, email: string, role = 'viewer') =>
  by.send('POST', '/api/members', { name: 'Somebody', email, role, language: 'en' });
const secretOf = (reply: Awaited<ReturnType<typeof invite>>) => reply.json().link.split('#')[1];
const open = (who: Person, token: string) => who.send('POST', '/api/sign-in-link', { token, language: 'en' });
const emailsOf = async (who: Person) =>
  (await who.send('GET', '/api/members')).json().map(({ email }: { email: string }) => email);

describe('inviting an address that has an account elsewhere', () => {
  it('does not let the inviter sign in as that person, and shows nothing of the account', async () => {
    const reply = await invite(mallory, alice.email);
    expect(reply.json().joins).toBe(true);
    expect(reply.json().member.name).toBe('Somebody');
    for (const thief of [stranger(test.server), mallory]) {
      const refusal = await open(thief, secretOf(reply));
      expect([refusal.statusCode, refusal.json().code]).toEqual([403, 'link-needs-sign-in']);
      expect(refusal.headers['set-cookie']).toBeUndefined();
    }
    expect(await emailsOf(mallory)).toEqual(['mallory@example.ca']);
  });

  it('makes them a member once they open the link signed in as themselves, and ends their other sessions', async () => {
    const dana = await aColleague(test.server, alice, 'dana', 'viewer');
    const reply = await invite(mallory, dana.email, 'analyst');
    const joined = await open(dana, secretOf(reply));
    expect(joined.statusCode).toBe(204);
    expect((await dana.send('GET', '/api/session')).json().account).toBeNull();
    const cookie = String(joined.headers['set-cookie']).split(';')[0]!;
    const session = await test.server.inject({ method: 'GET', url: '/api/session', headers: { cookie } });
    expect(session.json().role).toBe('analyst');
    expect(session.json().organizations).toHaveLength(2);
    expect(await emailsOf(mallory)).toContain('dana@example.ca');
  });

  it('gives no sign-in link for a member who belongs to another organization as well', async () => {
    const fresh = await invite(mallory, 'dana@example.ca', 'analyst');
    expect((await open(stranger(test.server), secretOf(fresh))).json().code).toBe('link-needs-sign-in');
  });

  it('refuses a link that was made before the member joined another organization', async () => {
    await aColleague(test.server, mallory, 'eve', 'viewer');
    const early = secretOf(await invite(mallory, 'eve@example.ca'));
    const eve = await signInByLink(test.server, secretOf(await invite(mallory, 'eve@example.ca')), 'eve@example.ca');
    await open(eve, secretOf(await invite(alice, 'eve@example.ca')));
    expect((await open(stranger(test.server), early)).json().code).toBe('link-needs-sign-in');
  });
});

describe('inviting an address of one’s own organization', () => {
  it('gives a member who belongs nowhere else a fresh sign-in link', async () => {
    await aColleague(test.server, alice, 'finn', 'viewer');
    const fresh = await invite(alice, 'finn@example.ca');
    expect((await open(stranger(test.server), secretOf(fresh))).statusCode).toBe(204);
  });

  it('gives nobody another role who took the address of a person still to come', async () => {
    const greg = await aColleague(test.server, alice, 'greg', 'viewer');
    await greg.send('PATCH', '/api/account', { email: 'director@example.ca' });
    const reply = await invite(alice, 'director@example.ca', 'owner');
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'member-already']);
    expect((await greg.send('GET', '/api/session')).json().role).toBe('viewer');
  });
});

it('a sign-in link posted by a page elsewhere is refused', async () => {
  const headers = { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' };
  const payload = `token=${secretOf(await invite(mallory, 'hal@example.ca'))}&language=en`;
  const reply = await test.server.inject({ method: 'POST', url: '/api/sign-in-link', headers, payload });
  expect(reply.json().code).toBe('forged-request');
});
