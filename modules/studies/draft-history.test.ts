import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { instrumentRoutes } from '@common-measure/modules/instruments/server';
import { aColleague, anOwner, aServerOf, type Person, type TestServer } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { surveyRoutes } from './server.ts';

let place: TestServer;
let alice: Person;
let bob: Person;
let vic: Person;
let survey: { id: string; instrumentId: string };

beforeAll(async () => {
  place = await aServerOf([...accountsRoutes, ...instrumentRoutes, ...surveyRoutes], authenticate);
  alice = await anOwner(place.server, place.database, 'alice');
  bob = await aColleague(place.server, alice, 'bob', 'manager');
  vic = await aColleague(place.server, alice, 'vic', 'viewer');
  survey = await aSurvey();
});
afterAll(() => place?.close());

const aSurvey = async () =>
  (
    await alice.send('POST', '/api/surveys', {
      name: { en: 'Counter visits', fr: 'Visites au comptoir' },
      samplingClass: 'non-probability',
      timeZone: 'America/Halifax',
      packId: 'client_satisfaction_core',
    })
  ).json();
const at = (rest = '') => `/api/instruments/${survey.instrumentId}${rest}`;
const draft = async () => (await alice.send('GET', at())).json();
const titled = (instrument: object, en: string) => ({ ...instrument, title: { en, fr: en } });

describe('the states of a draft', () => {
  test('are all kept, with who saved them, and each can be read in full again', async () => {
    const { revision, instrument } = await draft();
    await alice.send('PUT', at(), { revision, instrument: titled(instrument, 'Second') });
    await bob.send('PUT', at(), { revision: revision + 1, instrument: titled(instrument, 'Third') });
    const states = (await vic.send('GET', at('/revisions'))).json();
    expect(states.map((state: { number: number; by: { name: string } }) => [state.number, state.by.name])).toEqual([
      [3, 'bob'],
      [2, 'alice'],
      [1, 'alice'],
    ]);
    for (const [index, title] of ['Third', 'Second', 'Counter visits'].entries()) {
      const kept = (await vic.send('GET', at(`/revisions/${states[index].id}`))).json();
      expect(kept.instrument).toEqual({ ...instrument, title: kept.instrument.title });
      expect(kept.instrument.title.en).toBe(title);
    }
    const older = (await vic.send('GET', at(`/revisions?before=${states[0].id}`))).json();
    expect(older.map((state: { number: number }) => state.number)).toEqual([2, 1]);
  });

  test('store a question once, however many states share it', async () => {
    const { instrument } = await draft();
    const questions = instrument.sections.flatMap((section: { questions: unknown[] }) => section.questions).length;
    const kept = await place.database.withOwner((client) =>
      client.query<{ count: number }>('SELECT count(*)::integer AS count FROM instruments.kept_question'),
    );
    expect(kept.rows[0]?.count).toBe(questions);
  });

  test('may be set aside where somebody else saved before, and stay among them', async () => {
    const { instrument } = await draft();
    const aside = await bob.send('POST', at('/revisions'), { instrument: titled(instrument, 'Aside') });
    expect(aside.statusCode).toBe(200);
    const [latest] = (await alice.send('GET', at('/revisions'))).json();
    expect(latest).toMatchObject({ id: aside.json().id, number: null, by: { name: 'bob' } });
    expect((await draft()).instrument.title.en).toBe('Third');
    expect((await vic.send('POST', at('/revisions'), { instrument })).statusCode).toBe(403);
  });

  test('cannot be changed by a request, not even by one that reaches the table', async () => {
    const touch = (statement: string) =>
      place.database.withOwner(async (client) => {
        await client.query('BEGIN');
        await client.query('SET LOCAL ROLE cm_app');
        const done = await client.query(statement).then(
          () => 'done',
          (error: Error) => error.message,
        );
        await client.query('ROLLBACK');
        return done;
      });
    expect(await touch('UPDATE instruments.revision SET number = 9')).toContain('permission denied');
    expect(await touch('DELETE FROM instruments.kept_question')).toContain('permission denied');
  });
});

describe('two people at one draft', () => {
  test('see each other and who saved last, and nobody who has left', async () => {
    expect((await alice.send('POST', at('/presence'), {})).json().others).toEqual([]);
    const seen = (await bob.send('POST', at('/presence'), {})).json();
    expect(seen.others.map((one: { name: string }) => one.name)).toEqual(['alice']);
    const { revision, instrument } = await draft();
    await bob.send('PUT', at(), { revision, instrument: titled(instrument, 'Bob’s') });
    expect((await alice.send('POST', at('/presence'), {})).json()).toMatchObject({
      revision: revision + 1,
      savedBy: 'bob',
      others: [{ name: 'bob' }],
    });
    await bob.send('POST', at('/presence'), { leaves: true });
    expect((await alice.send('POST', at('/presence'), {})).json().others).toEqual([]);
    expect((await vic.send('POST', at('/presence'), {})).statusCode).toBe(403);
  });
});

describe('a save that is not a questionnaire', () => {
  const refused = async (instrument: unknown) => {
    const { revision } = await draft();
    const reply = await alice.send('PUT', at(), { revision, instrument });
    expect((await draft()).revision).toBe(revision);
    return [reply.statusCode, reply.json().code, reply.json().title?.en ?? reply.json().title] as const;
  };

  test('names the unknown field with its place, and saves nothing', async () => {
    const { instrument } = await draft();
    const [status, code, title] = await refused({ ...instrument, colour: 'red' });
    expect([status, code]).toEqual([422, 'instrument-malformed']);
    expect(title).toContain('colour');
    const sections = structuredClone(instrument.sections);
    sections[0].questions[0].colour = 'red';
    expect((await refused({ ...instrument, sections }))[2]).toContain('sections.0.questions.0.colour');
  });

  test('is refused as JSON that does not end', async () => {
    const reply = await place.server.inject({
      method: 'PUT',
      url: at(),
      headers: { 'content-type': 'application/json' },
      payload: '{"revision": 1, "instrument": ',
    });
    expect(reply.statusCode).toBeGreaterThanOrEqual(400);
    expect(reply.statusCode).toBeLessThan(500);
    expect(reply.json().code).toBeTypeOf('string');
  });

  test('takes no text beyond the longest, and lists a title of 10,000 characters as too long', async () => {
    const { instrument, revision } = await draft();
    const [status, , title] = await refused(titled(instrument, 'x'.repeat(20_001)));
    expect(status).toBe(422);
    expect(title).toContain('title');
    const sections = structuredClone(instrument.sections);
    sections[0].title = { en: 'y'.repeat(10_000), fr: 'z' };
    const saved = (await alice.send('PUT', at(), { revision, instrument: { ...instrument, sections } })).json();
    expect(saved.flaws.map((flaw: { code: string }) => flaw.code)).toContain('text-long');
  });

  test('may lead to a removed question, a number compared with text, or a code twice: flaws with their place', async () => {
    const { instrument, revision } = await draft();
    const sections = structuredClone(instrument.sections);
    const [one, two, three] = sections.flatMap((section: { questions: { code: string }[] }) => section.questions);
    one.showIf = null;
    two.showIf = { question: 'removed_long_ago', answered: ['1'] };
    three.code = one.code;
    sections[0].title = { en: '<script>alert(1)</script>', fr: '<b>oui</b>' };
    const saved = (await alice.send('PUT', at(), { revision, instrument: { ...instrument, sections } })).json();
    const flaws: { code: string; question: string; message: { en: string } }[] = saved.flaws;
    expect(flaws.find((flaw) => flaw.code === 'routing-unknown')).toMatchObject({ question: two.code });
    expect(flaws.find((flaw) => flaw.code === 'code-duplicate')?.message.en).toContain(one.code);
    expect(saved.instrument.sections[0].title.en).toBe('<script>alert(1)</script>');
    expect((await alice.send('POST', `/api/surveys/${survey.id}/publish`)).json().code).toBe('instrument-incomplete');
  });
});
