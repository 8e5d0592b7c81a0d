import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { aColleague, anOwner, aServerOf, type Person, type TestServer } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ItemPage, ProposalPage } from './contract.ts';
import { bankRoutes, starterBank } from './server.ts';

/** Ana proposes, Bob reviews, Alice installed the platform and is the steward; Vic only reads. */
let place: TestServer;
let alice: Person;
let ana: Person;
let bob: Person;
let vic: Person;

const courtesy = starterBank().items.find((item) => item.code === 'courtesy')!;
const { version: _, slots: _s, externalRef: _e, ...asDraft } = courtesy;
const draft = (change: object = {}) => ({ ...asDraft, ...change });
const reworded = { en: 'The staff treated me with courtesy.', fr: 'Le personnel m’a traité avec courtoisie.' };
const proposal = (item: object, baseVersion: number | null = courtesy.version) => ({
  baseVersion,
  item,
  reason: 'Tested with clients.',
  writtenIn: 'en',
});

beforeAll(async () => {
  place = await aServerOf([...accountsRoutes, ...bankRoutes], authenticate);
  alice = await anOwner(place.server, place.database, 'alice');
  ana = await aColleague(place.server, alice, 'ana', 'analyst');
  bob = await aColleague(place.server, alice, 'bob', 'analyst');
  vic = await aColleague(place.server, alice, 'vic', 'viewer');
});
afterAll(() => place.close());

async function json<T>(who: Person, method: 'GET' | 'POST' | 'PUT', url: string, body?: object): Promise<T> {
  const reply = await who.send(method, url, body);
  if (reply.statusCode >= 300) throw new Error(`${method} ${url}: ${reply.statusCode} ${reply.body}`);
  return reply.statusCode === 204 ? (undefined as T) : reply.json();
}
async function refusal(who: Person, method: 'GET' | 'POST' | 'PUT', url: string, body?: object) {
  const reply = await who.send(method, url, body);
  expect(reply.statusCode).toBeGreaterThanOrEqual(400);
  return reply.json();
}
const page = (code: string) => json<ItemPage>(vic, 'GET', `/api/bank/items/${code}`);
const propose = async (item: object, base: number | null = courtesy.version) =>
  (await json<{ id: string }>(ana, 'POST', '/api/bank/proposals', proposal(item, base))).id;
const act = (who: Person, id: string, what: 'review' | 'decision' | 'withdrawal', body: object = {}) =>
  who.send('POST', `/api/bank/proposals/${id}/${what}`, body);

describe('stewards', () => {
  test('are appointed by whoever installed the platform, and by other stewards; by nobody else', async () => {
    expect((await refusal(bob, 'POST', '/api/bank/stewards', { email: 'bob@example.ca' })).code).toBe(
      'bank-steward-needed',
    );
    expect((await refusal(alice, 'POST', '/api/bank/stewards', { email: 'zoe@example.ca' })).code).toBe(
      'bank-account-unknown',
    );
    const kept = await json<{ stewards: { name: string }[] }>(alice, 'POST', '/api/bank/stewards', {
      email: 'alice@example.ca',
    });
    expect(kept.stewards.map((one) => one.name)).toEqual(['alice']);
  });
});

describe('a change to an item', () => {
  test('is proposed, reviewed by another person, approved by a steward, and becomes the next version; the older one stays', async () => {
    const id = await propose(draft({ wording: reworded }));
    expect((await act(alice, id, 'decision', { approve: true })).json().code).toBe('bank-not-reviewed');
    expect((await act(ana, id, 'review', { agrees: true })).json().code).toBe('bank-own-review');
    expect((await act(vic, id, 'review', { agrees: true })).json().code).toBe('role-too-low');
    expect((await act(bob, id, 'review', { agrees: true, note: 'Bien.' })).statusCode).toBe(204);
    expect((await act(bob, id, 'decision', { approve: true })).json().code).toBe('bank-steward-needed');
    expect((await page('courtesy')).item.version).toBe(courtesy.version);
    expect((await act(alice, id, 'decision', { approve: true })).statusCode).toBe(204);
    const after = await page('courtesy');
    expect([after.item.version, after.item.wording.fr]).toEqual([courtesy.version + 1, reworded.fr]);
    expect(after.versions.map(({ item, approved }) => [item.version, approved?.approvedBy ?? null])).toEqual([
      [courtesy.version + 1, 'alice'],
      [courtesy.version, null],
    ]);
    expect((await act(alice, id, 'decision', { approve: true })).json().code).toBe('bank-moved-on');
    const found = await json<{ items: { code: string }[] }>(vic, 'GET', '/api/bank/search?q=courtoisie');
    expect(found.items.map((item) => item.code)).toContain('courtesy');
  });

  test('that rests on an older version is refused', async () => {
    const refused = await refusal(ana, 'POST', '/api/bank/proposals', proposal(draft({ core: false })));
    expect([refused.code, refused.details.present]).toEqual(['bank-moved-on', courtesy.version + 1]);
  });

  test('that was sent back can be revised by its proposer alone, then declined', async () => {
    const base = courtesy.version + 1;
    const id = await propose(draft({ wording: { ...reworded, fr: 'Le personnel était poli.' } }), base);
    await act(bob, id, 'review', { agrees: false, note: 'Trop familier.' });
    const again = proposal(draft({ wording: { ...reworded, fr: 'Le personnel s’est montré courtois.' } }), base);
    expect((await bob.send('PUT', `/api/bank/proposals/${id}`, again)).json().code).toBe('bank-proposal-settled');
    expect((await ana.send('PUT', `/api/bank/proposals/${id}`, again)).statusCode).toBe(200);
    expect((await act(alice, id, 'decision', { approve: false, note: 'Not now.' })).statusCode).toBe(204);
    const { proposal: kept } = await json<ProposalPage>(vic, 'GET', `/api/bank/proposals/${id}`);
    expect([kept.state, kept.decision?.note, kept.item?.wording.fr]).toEqual([
      'declined',
      'Not now.',
      'Le personnel s’est montré courtois.',
    ]);
    expect((await act(ana, id, 'withdrawal')).json().code).toBe('bank-proposal-settled');
  });

  test('cannot be decided by the steward who proposed it', async () => {
    const own = await json<{ id: string }>(
      alice,
      'POST',
      '/api/bank/proposals',
      proposal(draft({ core: false }), courtesy.version + 1),
    );
    await act(bob, own.id, 'review', { agrees: true });
    expect((await act(alice, own.id, 'decision', { approve: true })).json().code).toBe('bank-own-review');
    expect((await act(alice, own.id, 'withdrawal')).statusCode).toBe(204);
  });
});

describe('a new item', () => {
  const fresh = draft({
    code: 'courtesy_first_word',
    wording: { en: 'I was greeted kindly.', fr: "J'ai été bien accueilli : oui?" },
  });

  test('is kept with the typography of the bank, found and fit to be fielded once approved', async () => {
    const id = await propose(fresh, null);
    await act(bob, id, 'review', { agrees: true });
    await act(alice, id, 'decision', { approve: true });
    const { item } = await page('courtesy_first_word');
    expect([item.version, item.wording.fr]).toEqual([1, 'J’ai été bien accueilli\u00a0: oui?']);
    expect((await refusal(ana, 'POST', '/api/bank/proposals', proposal(fresh, null))).code).toBe('bank-code-taken');
  });

  test('is refused with every flaw, its place and the remedy in both languages', async () => {
    const wrong = draft({
      code: 'Bad Code',
      construct: 'nothing',
      wording: { en: '<script>alert(1)</script> Was it good?', fr: '' },
      scale: { id: 'none', version: 1 },
      hint: { en: 'Think of {service}', fr: 'x <b>y</b>' },
    });
    const flaws = await json<
      { code: string; title: { fr: string }; remedy: { fr: string }; details: { place: string } }[]
    >(ana, 'POST', '/api/bank/proposal-checks', proposal(wrong, null));
    expect(flaws.map(({ code, details }) => [code, details.place])).toEqual([
      ['bank-code-malformed', 'code'],
      ['bank-markup', 'wording-en'],
      ['bank-language-missing', 'wording-fr'],
      ['bank-markup', 'hint-fr'],
      ['bank-construct-unknown', 'construct'],
      ['bank-scale-unknown', 'scale'],
    ]);
    expect(flaws.every(({ title, remedy }) => title.fr !== '' && remedy.fr !== '')).toBe(true);
    expect(flaws[2]?.title.fr).toBe('Le libellé\u00a0: il manque le texte français.');
    expect((await refusal(ana, 'POST', '/api/bank/proposals', proposal(wrong, null))).code).toBe('bank-code-malformed');
  });

  test('may not repeat the wording of another, nor take the name of a page', async () => {
    const same = draft({ code: 'courtesy_again', wording: reworded });
    const flaws = await json<{ code: string }[]>(ana, 'POST', '/api/bank/proposal-checks', proposal(same, null));
    expect(flaws.map((flaw) => flaw.code)).toEqual(['bank-wording-taken', 'bank-wording-taken']);
    const page = proposal(draft({ code: 'proposals', wording: { en: 'One', fr: 'Un' } }), null);
    expect((await refusal(ana, 'POST', '/api/bank/proposals', page)).code).toBe('bank-code-malformed');
  });
});

describe('retiring', () => {
  const retire = async (code: string, successor: string | null) => {
    const reply = await ana.send('POST', `/api/bank/items/${code}/retirements`, {
      successor,
      reason: 'Replaced.',
      writtenIn: 'fr',
    });
    if (reply.statusCode !== 200) return reply.json().code;
    const { id } = reply.json();
    await act(bob, id, 'review', { agrees: true });
    return (await act(alice, id, 'decision', { approve: true })).statusCode;
  };

  test('leaves an item readable with its successor, and out of the search; circles are refused with their way', async () => {
    expect(await retire('courtesy_listening', 'courtesy')).toBe(204);
    expect((await page('courtesy_listening')).retired?.successor).toBe('courtesy');
    const found = await json<{ items: { code: string }[] }>(vic, 'GET', '/api/bank/search?q=courtesy_listening');
    expect(found.items.map((item) => item.code)).not.toContain('courtesy_listening');
    const circle = await ana.send('POST', '/api/bank/items/courtesy/retirements', {
      successor: 'courtesy_listening',
      reason: 'x',
      writtenIn: 'en',
    });
    expect([circle.json().code, circle.json().details.way]).toEqual([
      'bank-retirement-circular',
      'courtesy → courtesy_listening → courtesy',
    ]);
    expect(await retire('courtesy', 'courtesy')).toBe('bank-retirement-circular');
    expect(await retire('courtesy_listening', null)).toBe('bank-item-retired');
    expect(await retire('courtesy', 'no_such_item')).toBe('bank-item-unknown');
  });

  test('two retirements that would close a circle together: the second is refused when it is decided', async () => {
    const make = async (code: string, successor: string) => {
      const reply = await ana.send('POST', `/api/bank/items/${code}/retirements`, {
        successor,
        reason: 'x',
        writtenIn: 'en',
      });
      await act(bob, reply.json().id, 'review', { agrees: true });
      return reply.json().id as string;
    };
    const [one, other] = [await make('trust', 'trust_again'), await make('trust_again', 'trust')];
    expect((await act(alice, one, 'decision', { approve: true })).statusCode).toBe(204);
    expect((await act(alice, other, 'decision', { approve: true })).json().code).toBe('bank-retirement-circular');
  });
});

test('the tables cannot be written past the functions, whoever asks', async () => {
  const session = (await ana.send('GET', '/api/session')).json();
  const scope = { organizationId: session.organization.id, accountId: session.account.id };
  const { sql } = await import('kysely');
  const attempts = [
    sql`UPDATE bank.proposal SET state = 'approved'`,
    sql`INSERT INTO bank.steward (account_id, name) VALUES (${session.account.id}, 'Ana')`,
    sql`INSERT INTO bank.retirement (code, proposal_id) VALUES ('ease', ${session.account.id})`,
    sql`INSERT INTO bank.restricted_pack VALUES ('x', 'a', 'b', ${session.account.id})`,
    sql`SELECT bank.appoint('ana@example.ca')`,
    sql`SELECT bank.approve(${session.account.id}, 'Ana', '', 1)`,
  ];
  for (const attempt of attempts)
    await expect(place.database.transact(scope, (tx) => attempt.execute(tx))).rejects.toThrow(
      /permission denied|not a steward|row-level security/,
    );
});
