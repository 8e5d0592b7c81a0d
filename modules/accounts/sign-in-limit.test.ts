import {
  aColleague,
  anOwner,
  aServerOf,
  type Person,
  stranger,
  type TestServer,
} from '@common-measure/platform/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountsRoutes, authenticate, makeLinkFor } from './server.ts';

let test: TestServer;
let alice: Person;
beforeAll(async () => {
  test = await aServerOf(accountsRoutes, authenticate);
  alice = await anOwner(test.server, test.database, 'alice');
});
afterAll(() => test?.close());
beforeEach(() => test.database.withOwner((client) => client.query('DELETE FROM accounts.sign_in_attempt')));

const right = 'correct horse battery';
interface Attempt {
  readonly email?: string;
  readonly password?: string;
  readonly from?: string;
  readonly cookie?: string;
}
const attempt = ({ email = alice.email, password = 'guess', from = '203.0.113.7', cookie = '' }: Attempt = {}) =>
  test.server.inject({
    method: 'POST',
    url: '/api/sign-in',
    remoteAddress: from,
    payload: { email, password },
    ...(cookie === '' ? {} : { headers: { cookie } }),
  });
const many = (count: number, each: (at: number) => ReturnType<typeof attempt>) =>
  Promise.all(Array.from({ length: count }, (_, at) => each(at)));
const statuses = async (replies: ReturnType<typeof many>) => (await replies).map((reply) => reply.statusCode);

describe('guessing one account from one address', () => {
  it('counts guesses sent at once one after the other', async () => {
    const answers = await statuses(many(30, () => attempt()));
    expect(answers.filter((status) => status === 401)).toHaveLength(10);
    expect(answers.filter((status) => status === 429)).toHaveLength(20);
  });

  it('says how long to wait, longer after each further failure and never over 15 minutes', async () => {
    await many(10, () => attempt());
    const waits: number[] = [];
    for (let failure = 0; failure < 9; failure++) {
      const refusal = await attempt();
      expect(refusal.headers['retry-after']).toBe(String(refusal.json().details.seconds));
      waits.push(refusal.json().details.seconds);
      await test.database.withOwner((client) =>
        client.query(`UPDATE accounts.sign_in_attempt SET open_at = '-infinity'`),
      );
      await attempt();
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 900, 900, 900]);
  });

  it('does not close the account to its owner elsewhere, nor the address to a colleague', async () => {
    const dana = await aColleague(test.server, alice, 'dana', 'viewer');
    await dana.send('PATCH', '/api/account', { password: right });
    await many(30, () => attempt());
    expect((await attempt({ password: right, from: '198.51.100.1' })).statusCode).toBe(204);
    expect((await attempt({ email: dana.email, password: right })).statusCode).toBe(204);
  });

  it('starts afresh after the right password', async () => {
    await many(9, () => attempt());
    expect((await attempt({ password: right })).statusCode).toBe(204);
    expect(await statuses(many(9, () => attempt()))).toEqual(Array(9).fill(401));
  });
});

describe('guessing from many addresses', () => {
  it('slows unknown devices, while a device that has been in before and a one-time link always work', async () => {
    const first = await attempt({ password: right });
    const cookie = first.cookies.find(({ name }) => name === 'cm_device');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    const answers = await statuses(many(130, (at) => attempt({ from: `198.51.100.${at}` })));
    expect(answers.filter((status) => status === 401)).toHaveLength(100);
    expect((await attempt({ password: right, from: '192.0.2.1' })).statusCode).toBe(429);

    const known = { password: right, from: '192.0.2.1', cookie: `cm_device=${cookie?.value}` };
    expect((await attempt(known)).statusCode).toBe(204);
    const secret = await test.database.withOwner((client) => makeLinkFor(client, alice.email));
    const byLink = await stranger(test.server).send('POST', '/api/sign-in-link', { token: secret, language: 'en' });
    expect(byLink.statusCode).toBe(204);
  });

  it('a made-up device counts as none, and one that guesses too often waits like any other', async () => {
    expect((await attempt({ password: right })).statusCode).toBe(204);
    const made = await statuses(many(20, (at) => attempt({ cookie: `cm_device=made-up-${at}` })));
    expect(made.filter((status) => status === 401)).toHaveLength(10);
    const cookie = `cm_device=${(await attempt({ password: right, from: '192.0.2.9' })).cookies.find(({ name }) => name === 'cm_device')?.value}`;
    const own = await statuses(many(20, (at) => attempt({ cookie, from: `192.0.2.${at}` })));
    expect(own.filter((status) => status === 401)).toHaveLength(10);
  });
});
