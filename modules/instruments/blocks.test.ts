import { blockOf, questionFromItem } from '@common-measure/instrument';
import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { starterBank } from '@common-measure/modules/question-bank/server';
import { aColleague, anOwner, aServerOf, type Person, type TestServer } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createInstrument, instrumentRoutes, publishedComparability, publishInstrument } from './server.ts';
import { aDraft } from './testing/a-draft.fixture.ts';

let place: TestServer;
let alice: Person;
let vic: Person;
let otto: Person;

beforeAll(async () => {
  place = await aServerOf([...accountsRoutes, ...instrumentRoutes], authenticate);
  alice = await anOwner(place.server, place.database, 'alice');
  vic = await aColleague(place.server, alice, 'vic', 'viewer');
  otto = await anOwner(place.server, place.database, 'otto');
});
afterAll(() => place?.close());

const blocks = '/api/instrument-blocks';
const { block: content } = blockOf(aDraft, ['own_1']);
const wanted = {
  name: { en: 'About you', fr: 'À votre sujet' },
  description: { en: 'Age and region', fr: 'Âge et région' },
  content,
};
const keep = async () => (await alice.send('POST', blocks, wanted)).json();
const list = async (who: Person): Promise<readonly { id: string }[]> => (await who.send('GET', blocks)).json();

describe('a block', () => {
  test('is kept by a manager and read by a viewer, with what it holds and who made it', async () => {
    const block = await keep();
    expect(block).toMatchObject({ ...wanted, version: 1, by: 'alice' });
    expect(block.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await list(vic)).toContainEqual(block);
    expect((await vic.send('POST', blocks, wanted)).statusCode).toBe(403);
  });

  test('changes by versions; a change over an older one is refused', async () => {
    const block = await keep();
    const change = { version: 1, name: { en: 'You', fr: 'Vous' }, description: wanted.description };
    const second = (await alice.send('PUT', `${blocks}/${block.id}`, change)).json();
    expect(second).toMatchObject({ version: 2, name: change.name, content, sha256: block.sha256 });
    const late = await alice.send('PUT', `${blocks}/${block.id}`, change);
    expect([late.statusCode, late.json().code]).toEqual([409, 'block-moved-on']);
    const { rows } = await place.database.withOwner((client) =>
      client.query('SELECT number FROM instruments.block_version WHERE block_id = $1 ORDER BY 1', [block.id]),
    );
    expect(rows).toEqual([{ number: 1 }, { number: 2 }]);
  });

  test('is removed and put back', async () => {
    const { id } = await keep();
    const isListed = async () => (await list(alice)).some((one) => one.id === id);
    await alice.send('PATCH', `${blocks}/${id}`, { removed: true });
    expect(await isListed()).toBe(false);
    await alice.send('PATCH', `${blocks}/${id}`, { removed: false });
    expect(await isListed()).toBe(true);
  });

  test('needs a name in both languages and questions of the form of an instrument file', async () => {
    const refused = async (part: object) => (await alice.send('POST', blocks, { ...wanted, ...part })).statusCode;
    expect(await refused({ name: { en: 'Only', fr: ' ' } })).toBe(422);
    expect(await refused({ content: { ...content, questions: [] } })).toBe(422);
    expect(await refused({ content: { ...content, script: 'x' } })).toBe(422);
    expect(await refused({ content: { ...content, questions: [{ ...content.questions[0], extra: 1 }] } })).toBe(422);
  });

  test('is nothing to another organization', async () => {
    const { id } = await keep();
    expect((await list(otto)).some((one) => one.id === id)).toBe(false);
    const change = { version: 1, name: wanted.name, description: wanted.description };
    expect((await otto.send('PUT', `${blocks}/${id}`, change)).statusCode).toBe(404);
    expect((await otto.send('PATCH', `${blocks}/${id}`, { removed: true })).statusCode).toBe(404);
  });
});

test('publishing freezes the filled words, keeps the link to the bank, and records what can be compared', async () => {
  const bank = starterBank();
  const item = bank.items.find((one) => one.slots.some((slot) => slot.name === 'service'))!;
  const other = bank.items.find((one) => one.core && one.slots.length === 0)!;
  const [section] = aDraft.sections;
  const questions = [
    questionFromItem(bank, item),
    { ...questionFromItem(bank, other), wording: { en: 'Ours?', fr: 'La nôtre?' } },
  ];
  const draft = {
    ...aDraft,
    sections: [{ ...section!, questions: [...section!.questions, ...questions] }],
    slots: { service: { en: 'the dog licence', fr: 'le permis pour chien' } },
    modes: ['web' as const, 'telephone' as const],
  };
  const session = (await alice.send('GET', '/api/session')).json();
  const scope = { organizationId: session.organization.id, accountId: session.account.id };
  const id = await place.database.transact(scope, (tx) => createInstrument(tx, scope.organizationId, draft));
  const read = (await alice.send('GET', `/api/instruments/${id}`)).json();
  expect(read.flaws).toEqual([]);
  const [, , changed] = read.instrument.sections[0].questions;
  expect([changed.item, changed.changedFrom]).toEqual([null, { code: other.code, version: other.version }]);
  const facts = async () => (await vic.send('GET', `/api/instruments/${id}/comparability`)).json();
  const before = await facts();
  expect(before.isRecorded).toBe(false);
  const comparability = await place.database.transact(scope, async (tx) => {
    const versionId = await publishInstrument(tx, scope.organizationId, id, scope.accountId);
    return publishedComparability(tx, scope.organizationId, versionId);
  });
  expect(comparability).toMatchObject({
    questions: [
      { question: item.code, state: 'comparable', changes: [] },
      { question: other.code, state: 'not-comparable', changes: ['wording'] },
    ],
    modes: ['web', 'telephone'],
  });
  expect(await facts()).toEqual({ isRecorded: true, comparability: before.comparability });
  expect((await otto.send('GET', `/api/instruments/${id}/comparability`)).statusCode).toBe(404);
  const frozen = await place.database.withOwner((client) =>
    client.query('SELECT content FROM instruments.version WHERE instrument_id = $1', [id]),
  );
  const [, slotted] = frozen.rows[0].content.sections[0].questions;
  expect(slotted.wording.en).toContain('the dog licence');
  expect(slotted.wording.fr).toContain('le permis pour chien');
  expect(slotted.item).toEqual({ code: item.code, version: item.version });
});
