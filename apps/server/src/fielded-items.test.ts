import { authenticate } from '@common-measure/modules/accounts/server';
import { starterBank } from '@common-measure/modules/question-bank/server';
import { aColleague, anOwner, aServerOf, type Person, type TestServer } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from './slices.ts';

/** Alice is the steward and owns one organization, Ana and Bob work there; Otto owns another and fields surveys. */
let place: TestServer;
let alice: Person;
let ana: Person;
let bob: Person;
let otto: Person;

const packId = 'client_satisfaction_core';
/** Every pack is restricted, so that no free one holds the same items. */
const packs = starterBank().packs;
const survey = {
  name: { en: 'Counter survey', fr: 'Sondage au comptoir' },
  samplingClass: 'non-probability',
  timeZone: 'America/Toronto',
  packId,
};

beforeAll(async () => {
  place = await aServerOf(routes, authenticate);
  alice = await anOwner(place.server, place.database, 'alice');
  ana = await aColleague(place.server, alice, 'ana', 'analyst');
  bob = await aColleague(place.server, alice, 'bob', 'analyst');
  otto = await anOwner(place.server, place.database, 'otto');
  await alice.send('POST', '/api/bank/stewards', { email: 'alice@example.ca' });
});
afterAll(() => place.close());

async function drafted(): Promise<{ readonly id: string; readonly instrumentId: string }> {
  return (await otto.send('POST', '/api/surveys', survey)).json();
}
const courtesyIn = async (instrumentId: string) => {
  const { instrument } = (await otto.send('GET', `/api/instruments/${instrumentId}`)).json();
  return instrument.sections
    .flatMap((section: { questions: object[] }) => section.questions)
    .find((question: { code: string }) => question.code === 'courtesy');
};

describe('a survey made with a restricted pack', () => {
  const restrict = (method: 'PUT' | 'DELETE', id: string) =>
    alice.send(
      method,
      `/api/bank/packs/${id}/restriction`,
      method === 'PUT' ? { terms: { en: 'Members', fr: 'Membres' } } : undefined,
    );

  test('can be drafted, but is published only with the licence; the refusal names the questions and publishes nothing', async () => {
    for (const one of packs) await restrict('PUT', one.id);
    const { id } = await drafted();
    const refused = await otto.send('POST', `/api/surveys/${id}/publish`);
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'bank-licence-needed']);
    expect(refused.json().details.places).toContain('overall_satisfaction');
    expect((await otto.send('GET', `/api/surveys/${id}`)).json().state).toBe('draft');
    const organizationId = (await otto.send('GET', '/api/session')).json().organization.id;
    const licence = { packId, organizationId, terms: '', from: '2020-01-01', until: '2999-12-31' };
    expect((await alice.send('POST', '/api/bank/licences', licence)).statusCode).toBe(200);
    expect((await otto.send('POST', `/api/surveys/${id}/publish`)).statusCode).toBe(200);
    for (const one of packs) await restrict('DELETE', one.id);
  });
});

describe('an item that a survey has fielded', () => {
  const item = starterBank().items.find((one) => one.code === 'courtesy')!;
  const { version, slots: _slots, externalRef: _refs, ...draft } = item;
  const reworded = { en: 'The staff showed me courtesy.', fr: 'Le personnel a fait preuve de courtoisie.' };
  const body = (change: object, baseVersion = version) => ({
    baseVersion,
    item: { ...draft, ...change },
    reason: 'Clearer.',
    writtenIn: 'en',
  });

  test('keeps its scale: another one is refused with the number of surveys that rest on it', async () => {
    const refused = (
      await ana.send('POST', '/api/bank/proposals', body({ scale: { id: 'satisfaction', version: 1 } }))
    ).json();
    expect([refused.code, refused.details.place, refused.details.surveys]).toEqual(['bank-scale-changed', 'scale', 1]);
    expect(refused.remedy.fr).toContain('sous un autre code');
  });

  test('may be reworded: what was fielded keeps its wording and its version, the next survey takes the new one', async () => {
    const before = await drafted();
    const { id } = (await ana.send('POST', '/api/bank/proposals', body({ wording: reworded }))).json();
    await bob.send('POST', `/api/bank/proposals/${id}/review`, { agrees: true });
    expect((await alice.send('POST', `/api/bank/proposals/${id}/decision`, { approve: true })).statusCode).toBe(204);
    const after = await drafted();
    expect(await courtesyIn(before.instrumentId)).toMatchObject({ item: { version }, wording: item.wording });
    expect(await courtesyIn(after.instrumentId)).toMatchObject({ item: { version: version + 1 }, wording: reworded });
    expect((await otto.send('POST', `/api/surveys/${before.id}/publish`)).statusCode).toBe(200);
  });

  test('is retired without touching the surveys that ask it', async () => {
    const before = await drafted();
    const { id } = (
      await ana.send('POST', '/api/bank/items/courtesy/retirements', {
        successor: null,
        reason: 'Old.',
        writtenIn: 'en',
      })
    ).json();
    await bob.send('POST', `/api/bank/proposals/${id}/review`, { agrees: true });
    expect((await alice.send('POST', `/api/bank/proposals/${id}/decision`, { approve: true })).statusCode).toBe(204);
    expect((await otto.send('POST', `/api/surveys/${before.id}/publish`)).statusCode).toBe(200);
    const page = (await otto.send('GET', '/api/bank/items/courtesy')).json();
    expect(page.retired.successor).toBeNull();
    expect(page.use.own.filter((use: { fieldedAt: string | null }) => use.fieldedAt !== null)).toHaveLength(3);
    const hers = (await alice.send('GET', '/api/bank/items/courtesy')).json();
    expect(hers.use).toEqual({ own: [], others: { organizations: 1, surveys: 3 } });
  });
});
