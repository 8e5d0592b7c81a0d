import { instrumentFromPack, questionFromItem, readBank } from '@common-measure/instrument';
import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { anOwner, aServerOf, type Person, type TestServer } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Stewardship } from './contract.ts';
import { bankRoutes, refuseUnlicensedFielding, starterBank } from './server.ts';

/** Alice runs the platform and is its steward; Otto's organization wants what Alice restricts. */
let place: TestServer;
let alice: Person;
let otto: Person;
let ottos: string;

const bank = starterBank();
const packsOf = (code: string) =>
  bank.packs.filter((pack) => pack.sections.some((part) => part.items.some((entry) => entry.code === code)));
/** A pack with an item that no other pack holds. */
const [pack, only] = bank.packs
  .flatMap((one) => one.sections.flatMap((part) => part.items.map((entry) => [one, entry.code] as const)))
  .find(([, code]) => packsOf(code).length === 1)!;
const free = bank.items.find((item) => packsOf(item.code).length === 0)!;

beforeAll(async () => {
  place = await aServerOf([...accountsRoutes, ...bankRoutes], authenticate);
  alice = await anOwner(place.server, place.database, 'alice');
  otto = await anOwner(place.server, place.database, 'otto');
  ottos = (await otto.send('GET', '/api/session')).json().organization.id;
  await alice.send('POST', '/api/bank/stewards', { email: 'alice@example.ca' });
});
afterAll(() => place.close());

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const download = (codes: string, format = 'json') => otto.send('GET', `/api/bank/selection.${format}?codes=${codes}`);
const register = async (who: Person) => (await who.send('GET', '/api/bank/stewardship')).json() as Stewardship;
const fielding = async (code: string) => {
  const item = bank.items.find((one) => one.code === code)!;
  const draft = instrumentFromPack(bank, bank.packs[0]!);
  const section = { code: 'only', title: { en: 'A', fr: 'A' }, questions: [questionFromItem(bank, item)] };
  const scope = { organizationId: ottos, accountId: null };
  return place.database
    .transact(scope, (tx) => refuseUnlicensedFielding(tx, ottos, { ...draft, sections: [section] }))
    .then(
      () => 'may be fielded',
      (error: { problem: { code: string; details: { places: string } } }) => [
        error.problem.code,
        error.problem.details.places,
      ],
    );
};

describe('a restricted pack', () => {
  test('is free until a steward restricts it, in both languages', async () => {
    expect(await fielding(only)).toBe('may be fielded');
    const terms = { terms: { en: 'For members.', fr: 'Pour les membres.' } };
    expect((await otto.send('PUT', `/api/bank/packs/${pack.id}/restriction`, terms)).json().code).toBe(
      'bank-steward-needed',
    );
    expect((await alice.send('PUT', `/api/bank/packs/no_such_pack/restriction`, terms)).json().code).toBe(
      'bank-pack-unknown',
    );
    expect(
      (await alice.send('PUT', `/api/bank/packs/${pack.id}/restriction`, { terms: { en: 'x', fr: '' } })).statusCode,
    ).toBe(422);
    expect((await alice.send('PUT', `/api/bank/packs/${pack.id}/restriction`, terms)).statusCode).toBe(200);
  });

  test('can be read but not fielded or downloaded without a licence; what a free pack holds too stays free', async () => {
    const read = (await otto.send('GET', `/api/bank/packs/${pack.id}`)).json();
    expect(read.licence).toEqual({ state: 'needed', terms: { en: 'For members.', fr: 'Pour les membres.' } });
    expect(read.sections.length).toBeGreaterThan(0);
    expect((await otto.send('GET', `/api/bank/items/${only}`)).json().licence.state).toBe('needed');
    expect(await fielding(only)).toEqual(['bank-licence-needed', only]);
    expect(await fielding(free.code)).toBe('may be fielded');
    const refused = await download(`${free.code},${only}`);
    expect([refused.statusCode, refused.json().code, refused.json().details.places]).toEqual([
      403,
      'bank-export-licence-needed',
      only,
    ]);
    expect((await download(free.code)).statusCode).toBe(200);
  });

  test('opens with the licence, and only while it holds', async () => {
    const licence = {
      packId: pack.id,
      organizationId: ottos,
      terms: 'Agreed by letter.',
      from: day(1),
      until: day(30),
    };
    expect((await otto.send('POST', '/api/bank/licences', licence)).json().code).toBe('bank-steward-needed');
    expect((await alice.send('POST', '/api/bank/licences', { ...licence, until: day(-1) })).json().code).toBe(
      'bank-licence-days',
    );
    const elsewhere = { ...licence, organizationId: '00000000-0000-4000-8000-000000000000' };
    expect((await alice.send('POST', '/api/bank/licences', elsewhere)).json().code).toBe('bank-organization-unknown');
    await alice.send('POST', '/api/bank/licences', licence);
    expect(await fielding(only)).toEqual(['bank-licence-needed', only]);
    await alice.send('POST', '/api/bank/licences', { ...licence, from: day(-1) });
    expect(await fielding(only)).toBe('may be fielded');
    expect((await download(only)).statusCode).toBe(200);
    expect((await otto.send('GET', `/api/bank/packs/${pack.id}`)).json().licence).toMatchObject({
      state: 'licensed',
      until: day(30),
    });
  });

  test('shows the steward what ends within 60 days, and the holder only her own', async () => {
    const all = await register(alice);
    expect(all.licences.map((one) => [one.state, one.organization?.en])).toEqual([
      ['coming', 'otto’s service'],
      ['ending', 'otto’s service'],
    ]);
    const his = await register(otto);
    expect([his.licences.length, his.organizations.length, his.isSteward]).toEqual([2, 0, false]);
    const { id } = all.licences.find((one) => one.state === 'ending')!;
    const renewed = (await alice.send('PATCH', `/api/bank/licences/${id}`, { until: day(400) })).json() as Stewardship;
    expect(renewed.licences.find((one) => one.id === id)?.state).toBe('holds');
    await alice.send('PATCH', `/api/bank/licences/${id}`, { until: day(-1) });
    expect(await fielding(only)).toEqual(['bank-licence-needed', only]);
    expect((await otto.send('PATCH', `/api/bank/licences/${id}`, { until: day(9) })).json().code).toBe(
      'bank-steward-needed',
    );
  });

  test('is free again when the steward frees it', async () => {
    expect((await alice.send('DELETE', `/api/bank/packs/${pack.id}/restriction`)).statusCode).toBe(200);
    expect(await fielding(only)).toBe('may be fielded');
    expect((await alice.send('DELETE', `/api/bank/packs/${pack.id}/restriction`)).json().code).toBe('bank-pack-free');
  });
});

describe('a selection', () => {
  test('as JSON is a file of the bank that can be read again', async () => {
    const reply = await download('courtesy,ease');
    const read = readBank([{ name: 'selection.json', content: reply.json() }]);
    expect(read.ok && read.value.items.map((item) => item.code)).toEqual(['courtesy', 'ease']);
  });

  test('as CSV has one row an item with both wordings, and begins with the mark of UTF-8', async () => {
    const { body, headers } = await download('courtesy,ease', 'csv');
    expect(headers['content-type']).toContain('text/csv');
    const rows = body.split('\r\n');
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatch(/^\ufeffcode,version,construct/);
    expect(rows[1]).toContain('Le personnel a été courtois.');
  });

  test('with a code that the bank has not is refused by its name', async () => {
    expect((await download('courtesy,nothing_such')).json()).toMatchObject({
      code: 'bank-item-unknown',
      details: { code: 'nothing_such' },
    });
  });
});
