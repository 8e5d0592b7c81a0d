import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { aColleague, anOwner, aServerOf, type Person, type TestServer } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createInstrument, instrumentRoutes } from './server.ts';
import { aDraft } from './testing/a-draft.fixture.ts';

let place: TestServer;
let alice: Person;
let vic: Person;
let otto: Person;
let comments: string;

beforeAll(async () => {
  place = await aServerOf([...accountsRoutes, ...instrumentRoutes], authenticate);
  alice = await anOwner(place.server, place.database, 'alice');
  vic = await aColleague(place.server, alice, 'vic', 'viewer');
  otto = await anOwner(place.server, place.database, 'otto');
  const session = (await alice.send('GET', '/api/session')).json();
  const scope = { organizationId: session.organization.id, accountId: session.account.id };
  const id = await place.database.transact(scope, (tx) => createInstrument(tx, scope.organizationId, aDraft));
  comments = `/api/instruments/${id}/comments`;
});
afterAll(() => place?.close());

const whole = { kind: 'whole' };
const write = async (who: Person, text: string, more: object = {}) => {
  const reply = await who.send('POST', comments, { place: whole, text, ...more });
  expect(reply.statusCode).toBe(200);
  return reply.json().at(-1);
};
const change = (who: Person, comment: { id: string }, body: object) =>
  who.send('PATCH', `${comments}/${comment.id}`, body);

describe('a comment', () => {
  test('is written by a viewer, and answered, settled and opened again by colleagues', async () => {
    const said = await write(vic, 'Too long?', { place: { kind: 'question', code: 'own_1' } });
    expect(said).toMatchObject({ by: 'vic', isYours: true, replyTo: null, place: { kind: 'question', code: 'own_1' } });
    const answer = await write(alice, 'Shortened.', { replyTo: said.id });
    expect(answer).toMatchObject({ replyTo: said.id, place: said.place });
    expect(await write(vic, 'Thanks.', { replyTo: answer.id })).toMatchObject({ replyTo: said.id });
    const settled = (await change(alice, answer, { resolved: true })).json();
    expect(settled.find((one: { id: string }) => one.id === said.id).resolved).toMatchObject({ by: 'alice' });
    const open = (await change(vic, said, { resolved: false })).json();
    expect(open.find((one: { id: string }) => one.id === said.id).resolved).toBeNull();
  });

  test('is changed and taken back by its author alone, and comes back with its words', async () => {
    const said = await write(vic, 'First words');
    for (const body of [{ text: 'Mine now' }, { removed: true }]) {
      const refused = await change(alice, said, body);
      expect([refused.statusCode, refused.json().code]).toEqual([403, 'comment-not-yours']);
    }
    const now = async (body: object) =>
      (await change(vic, said, body)).json().find((one: { id: string }) => one.id === said.id);
    expect(await now({ text: 'Other words' })).toMatchObject({ text: 'Other words', isRemoved: false });
    expect(await now({ removed: true })).toMatchObject({ text: '', isRemoved: true });
    expect(await now({ removed: false })).toMatchObject({ text: 'Other words', isRemoved: false });
  });

  test('is text, whatever was pasted, and neither empty nor endless', async () => {
    const html = '<img src=x onerror="alert(1)"> <b>bold</b>';
    expect(await write(alice, html)).toMatchObject({ text: html });
    for (const text of ['  ', 'x'.repeat(4001)])
      expect((await alice.send('POST', comments, { place: whole, text })).statusCode).toBe(422);
    const odd = await alice.send('POST', comments, { place: { kind: 'page', code: '1' }, text: 'a' });
    expect(odd.statusCode).toBe(422);
  });

  test('stays with the code of a question that is no longer there', async () => {
    await write(alice, 'About a removed one', { place: { kind: 'question', code: 'gone' } });
    const all = (await vic.send('GET', comments)).json();
    expect(all.some((one: { place: { code?: string } }) => one.place.code === 'gone')).toBe(true);
  });

  test('is not seen, written, answered or settled by another organization', async () => {
    const said = await write(alice, 'Between us');
    const attempts = [
      await otto.send('GET', comments),
      await otto.send('POST', comments, { place: whole, text: 'Hello' }),
      await change(otto, said, { resolved: true }),
    ];
    expect(attempts.map((reply) => reply.statusCode)).toEqual([404, 404, 404]);
    const wrong = await alice.send('POST', comments, { place: whole, text: 'a', replyTo: crypto.randomUUID() });
    expect(wrong.statusCode).toBe(404);
  });
});
