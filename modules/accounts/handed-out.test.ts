import {
  aColleague,
  anOwner,
  aServerOf,
  type Person,
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

const invite = async (by: Person, email: string, role = 'viewer') => {
  const reply = await by.send('POST', '/api/members', { name: 'Somebody', email, role, language: 'en' });
  return reply.json().link.split('#')[1] as string;
};
const open = (who: Person, token: string) => who.send('POST', '/api/sign-in-link', { token, language: 'en' });
const linksOf = async (who: Person) => (await who.send('GET', '/api/sign-in-links')).json();
const trailOf = async (who: Person) => (await who.send('GET', '/api/audit')).json();

describe('a link that was handed out', () => {
  it('is listed as it was addressed until it is used, and says no more of an account elsewhere', async () => {
    const dana = await aColleague(test.server, mallory, 'dana', 'viewer');
    const secret = await invite(alice, dana.email, 'analyst');
    expect(await linksOf(alice)).toMatchObject([{ name: 'Somebody', email: dana.email, role: 'analyst' }]);
    expect(await linksOf(mallory)).toEqual([]);
    expect((await open(dana, secret)).statusCode).toBe(204);
    expect(await linksOf(alice)).toEqual([]);
  });

  it('leaves a line in the audit trail when it is used: who came, and as what', async () => {
    expect((await trailOf(alice))[0]).toMatchObject({
      name: 'link.used',
      by: 'dana',
      details: { joined: true, role: 'analyst' },
    });
  });

  it('does nothing any more once it is revoked, and the revocation is audited', async () => {
    const secret = await invite(alice, 'eve@example.ca');
    const [link] = await linksOf(alice);
    const left = await alice.send('DELETE', `/api/sign-in-links/${link.id}`);
    expect(left.json()).toEqual([]);
    expect((await open(stranger(test.server), secret)).json().code).toBe('link-not-valid');
    expect((await trailOf(alice))[0]).toMatchObject({ name: 'link.revoked', entity: `link:${link.id}` });
    expect((await alice.send('DELETE', `/api/sign-in-links/${link.id}`)).statusCode).toBe(404);
  });

  it('ends with the membership of the person it was made for', async () => {
    const secret = await invite(alice, 'finn@example.ca');
    const members = (await alice.send('GET', '/api/members')).json();
    const finn = members.find((member: { email: string }) => member.email === 'finn@example.ca');
    await alice.send('DELETE', `/api/members/${finn.accountId}`);
    expect((await open(stranger(test.server), secret)).json().code).toBe('link-not-valid');
  });
});

describe('where one is signed in', () => {
  const signIn = async (userAgent: string) => {
    const reply = await test.server.inject({
      method: 'POST',
      url: '/api/sign-in',
      headers: { 'user-agent': userAgent },
      payload: { email: alice.email, password: 'correct horse battery' },
    });
    return reply.cookies.find(({ name }) => name === 'cm_session')!.value;
  };
  const isIn = async (secret: string) => {
    const reply = await test.server.inject({ url: '/api/session', cookies: { cm_session: secret } });
    return reply.json().account !== null;
  };

  it('lists each place by browser and device, and ends one of them', async () => {
    const phone = await signIn('Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36');
    const desk = await signIn('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0');
    const places = (await alice.send('GET', '/api/account/sessions')).json();
    expect(places).toHaveLength(3);
    expect(places.filter((place: { isThis: boolean }) => place.isThis)).toHaveLength(1);
    const onPhone = places.find((place: { system: string }) => place.system === 'Android');
    expect(onPhone.browser).toBe('Chrome');
    expect((await alice.send('DELETE', `/api/account/sessions/${onPhone.id}`)).json()).toHaveLength(2);
    expect([await isIn(phone), await isIn(desk)]).toEqual([false, true]);
  });

  it('ends all but the present one at once, and nobody else’s', async () => {
    const desk = await signIn('curl/8');
    expect((await alice.send('DELETE', '/api/account/sessions')).json()).toHaveLength(1);
    expect(await isIn(desk)).toBe(false);
    expect((await alice.send('GET', '/api/session')).json().account.name).toBe('alice');
    expect((await mallory.send('GET', '/api/session')).json().account.name).toBe('mallory');
  });
});

describe('the facts of an organization', () => {
  const facts = {
    name: { en: 'City of Alba', fr: 'Ville d’Alba' },
    level: 'municipal',
    serviceAreas: ['library', 'tax'],
    clientTypes: ['individual'],
  };

  it('are changed by an owner, and the trail says which', async () => {
    expect((await alice.send('PATCH', '/api/organization', facts)).json()).toMatchObject(facts);
    expect((await alice.send('GET', '/api/session')).json().organization).toMatchObject(facts);
    expect((await trailOf(alice))[0]).toMatchObject({
      name: 'organization.changed',
      details: { changed: 'name, serviceAreas' },
    });
    expect((await mallory.send('GET', '/api/session')).json().organization.name.en).toBe('mallory’s service');
  });

  it('are named by the controlled lists only, and nothing is half changed', async () => {
    const reply = await alice.send('PATCH', '/api/organization', { ...facts, level: 'federal', serviceAreas: ['x'] });
    expect(reply.json().code).toBe('unknown-list-code');
    expect((await alice.send('GET', '/api/session')).json().organization.level).toBe('municipal');
  });

  it('leave no line where nothing changed', async () => {
    const before = await trailOf(alice);
    await alice.send('PATCH', '/api/organization', facts);
    expect(await trailOf(alice)).toEqual(before);
  });
});
