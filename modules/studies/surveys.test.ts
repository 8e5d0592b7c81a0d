import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { instrumentRoutes } from '@common-measure/modules/instruments/server';
import { aColleague, anOwner, aServerOf, type Person, type TestServer } from '@common-measure/platform/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { surveyRoutes } from './server.ts';

let place: TestServer;
let server: FastifyInstance;
let alice: Person;
let otto: Person;
let vic: Person;

beforeAll(async () => {
  place = await aServerOf([...accountsRoutes, ...instrumentRoutes, ...surveyRoutes], authenticate);
  ({ server } = place);
  alice = await anOwner(server, place.database, 'alice');
  otto = await anOwner(server, place.database, 'otto');
  vic = await aColleague(server, alice, 'vic', 'viewer');
});
afterAll(() => place?.close());

const wanted = {
  name: { en: 'Counter visits', fr: 'Visites au comptoir' },
  samplingClass: 'non-probability',
  timeZone: 'America/Halifax',
  packId: 'client_satisfaction_core',
};
const aSurvey = async (changes: object = {}) =>
  (await alice.send('POST', '/api/surveys', { ...wanted, ...changes })).json();
const draftOf = async (survey: { instrumentId: string }) =>
  (await alice.send('GET', `/api/instruments/${survey.instrumentId}`)).json();
const save = (survey: { instrumentId: string }, body: object) =>
  alice.send('PUT', `/api/instruments/${survey.instrumentId}`, body);

describe('a new survey', () => {
  test('starts from a selection of the bank, as a draft that could be published as it is', async () => {
    const survey = await aSurvey();
    expect(survey).toMatchObject({ state: 'draft', answerPath: null, samplingClass: 'non-probability' });
    const draft = await draftOf(survey);
    expect(draft.flaws).toEqual([]);
    expect(draft.instrument.title).toEqual(wanted.name);
    expect(
      draft.instrument.sections.flatMap((section: { questions: unknown[] }) => section.questions).length,
    ).toBeGreaterThan(20);
  });

  test('needs its sampling class, a real time zone and a known selection', async () => {
    const refuse = async (changes: object) =>
      (await alice.send('POST', '/api/surveys', { ...wanted, ...changes })).statusCode;
    expect(await refuse({ samplingClass: undefined })).toBe(422);
    expect(await refuse({ timeZone: 'Mars/Olympus' })).toBe(422);
    expect(await refuse({ timeZone: 'a'.repeat(61) })).toBe(422);
    expect(await refuse({ packId: 'nothing' })).toBe(422);
    expect(await refuse({ closesOn: '2001-01-01' })).toBe(422);
  });

  test('is not for viewers to make, and not for other organizations to see', async () => {
    const survey = await aSurvey();
    expect((await vic.send('POST', '/api/surveys', wanted)).statusCode).toBe(403);
    for (const address of [`/api/surveys/${survey.id}`, `/api/instruments/${survey.instrumentId}`])
      expect((await otto.send('GET', address)).statusCode).toBe(404);
    expect((await otto.send('POST', `/api/surveys/${survey.id}/publish`)).statusCode).toBe(404);
    expect((await otto.send('GET', '/api/surveys')).json()).toEqual([]);
  });
});

describe('a draft', () => {
  test('is saved over the revision that was read, and a save that comes too late overwrites nothing', async () => {
    const survey = await aSurvey();
    const { revision, instrument } = await draftOf(survey);
    const mine = { ...instrument, title: { en: 'Mine', fr: 'Le mien' } };
    expect((await save(survey, { revision, instrument: mine })).json()).toMatchObject({ revision: revision + 1 });
    const late = await save(survey, { revision, instrument });
    expect(late.statusCode).toBe(409);
    expect(late.json().code).toBe('draft-moved-on');
    expect((await draftOf(survey)).instrument.title.en).toBe('Mine');
  });

  test('may be incomplete; what is missing is listed', async () => {
    const survey = await aSurvey();
    const { revision, instrument } = await draftOf(survey);
    instrument.sections[0].questions[0].wording.fr = '';
    const saved = (await save(survey, { revision, instrument })).json();
    expect(saved.flaws).toHaveLength(1);
    expect(saved.flaws[0]).toMatchObject({ code: 'text-missing', language: 'fr', question: 'overall_satisfaction' });
  });

  test('loses its link to the bank where a question is reworded, and only there', async () => {
    const survey = await aSurvey();
    const { revision, instrument } = await draftOf(survey);
    instrument.sections[0].questions[0].wording.en = 'How was it?';
    const questions = (await save(survey, { revision, instrument })).json().instrument.sections[0].questions;
    expect(questions[0].item).toBeNull();
    expect(questions[1].item).toEqual({ code: 'versus_expectations', version: 1 });
  });

  test('that is no questionnaire is refused and nothing is saved', async () => {
    const survey = await aSurvey();
    const before = await draftOf(survey);
    const reply = await save(survey, { revision: before.revision, instrument: { title: 7 } });
    expect(reply.json().code).toBe('instrument-malformed');
    expect(await draftOf(survey)).toEqual(before);
  });
});

describe('publishing', () => {
  test('is refused without French or without a question, names the places and changes nothing', async () => {
    const survey = await aSurvey();
    const { revision, instrument } = await draftOf(survey);
    instrument.sections[0].questions[0].wording.fr = ' ';
    await save(survey, { revision, instrument });
    const reply = await alice.send('POST', `/api/surveys/${survey.id}/publish`);
    expect(reply.statusCode).toBe(422);
    expect(reply.json().details).toEqual({ count: 1, places: 'overall_satisfaction' });
    expect((await alice.send('GET', `/api/surveys/${survey.id}`)).json().state).toBe('draft');
    const empty = await aSurvey({ packId: null });
    expect((await alice.send('POST', `/api/surveys/${empty.id}/publish`)).json().code).toBe('instrument-incomplete');
  });

  test('opens the survey at an address of its own and freezes its questionnaire and its sampling class', async () => {
    const survey = await aSurvey();
    const open = (await alice.send('POST', `/api/surveys/${survey.id}/publish`)).json();
    expect(open.state).toBe('open');
    expect(open.answerPath).toMatch(/^\/s\/[0-9a-z]{12}$/);
    const again = (await alice.send('POST', `/api/surveys/${survey.id}/publish`)).json();
    expect(again.answerPath).toBe(open.answerPath);
    const { revision, instrument } = await draftOf(survey);
    expect((await save(survey, { revision, instrument })).json().code).toBe('instrument-frozen');
    const change = (body: object) => alice.send('PATCH', `/api/surveys/${survey.id}`, body);
    expect((await change({ samplingClass: 'probability' })).json().code).toBe('survey-fielded');
    expect(
      (await change({ name: { en: 'New name', fr: 'Nouveau nom' }, closesOn: '2099-12-31' })).json(),
    ).toMatchObject({
      name: { en: 'New name' },
      closesOn: '2099-12-31',
    });
  });

  test('leaves a version that no request can change or delete', async () => {
    const { organization } = (await alice.send('GET', '/api/session')).json();
    const scope = { organizationId: organization.id, accountId: null };
    const { sql } = await import('kysely');
    for (const act of [sql`UPDATE instruments.version SET number = 9`, sql`DELETE FROM instruments.version`])
      await expect(place.database.transact(scope, (tx) => act.execute(tx))).rejects.toThrow(/permission denied/);
  });
});

test('a copy is a new draft with the same questions, free to change', async () => {
  const survey = await aSurvey();
  await alice.send('POST', `/api/surveys/${survey.id}/publish`);
  const copy = (await alice.send('POST', `/api/surveys/${survey.id}/copies`)).json();
  expect(copy).toMatchObject({
    state: 'draft',
    name: { en: 'Counter visits (copy)', fr: 'Visites au comptoir (copie)' },
  });
  const [original, copied] = [await draftOf(survey), await draftOf(copy)];
  expect(copied.instrument).toEqual(original.instrument);
  expect((await save(copy, { revision: 1, instrument: copied.instrument })).statusCode).toBe(200);
});

test('a draft can be removed and brought back, a published survey only closed', async () => {
  const survey = await aSurvey();
  const ids = async () => (await alice.send('GET', '/api/surveys')).json().map((one: { id: string }) => one.id);
  await alice.send('DELETE', `/api/surveys/${survey.id}`);
  expect(await ids()).not.toContain(survey.id);
  await alice.send('POST', `/api/surveys/${survey.id}/restore`);
  expect(await ids()).toContain(survey.id);
  expect((await alice.send('POST', `/api/surveys/${survey.id}/close`)).json().code).toBe('survey-not-open');
  await alice.send('POST', `/api/surveys/${survey.id}/publish`);
  expect((await alice.send('DELETE', `/api/surveys/${survey.id}`)).json().code).toBe('survey-has-answers');
  expect((await alice.send('POST', `/api/surveys/${survey.id}/close`)).json()).toMatchObject({ state: 'finished' });
});

test('a survey closed by mistake takes answers again at the same link; a draft does not', async () => {
  const survey = await aSurvey();
  const reopen = async () => (await alice.send('POST', `/api/surveys/${survey.id}/reopen`)).json();
  expect((await reopen()).code).toBe('survey-not-open');
  const open = (await alice.send('POST', `/api/surveys/${survey.id}/publish`)).json();
  await alice.send('POST', `/api/surveys/${survey.id}/close`);
  expect(await reopen()).toEqual(open);
});

test('every act stands in the audit trail', async () => {
  const names = (await alice.send('GET', '/api/audit')).json().map((event: { name: string }) => event.name);
  for (const name of [
    'survey.created',
    'instrument.drafted',
    'wave.opened',
    'wave.closed',
    'wave.reopened',
    'survey.removed',
    'survey.restored',
  ])
    expect(names).toContain(name);
});
