import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { instrumentRoutes } from '@common-measure/modules/instruments/server';
import { aColleague, anOwner, aServerOf, type Person, type TestServer } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { surveyRoutes } from './server.ts';

let place: TestServer;
let alice: Person;
let vic: Person;

beforeAll(async () => {
  place = await aServerOf([...accountsRoutes, ...instrumentRoutes, ...surveyRoutes], authenticate);
  alice = await anOwner(place.server, place.database, 'alice');
  vic = await aColleague(place.server, alice, 'vic', 'viewer');
});
afterAll(() => place?.close());

type Made = { id: string; instrumentId: string; waveId: string; answerPath: string };
const aPublishedSurvey = async (): Promise<Made> => {
  const made = await alice.send('POST', '/api/surveys', {
    name: { en: 'Counter visits', fr: 'Visites au comptoir' },
    samplingClass: 'non-probability',
    timeZone: 'America/Halifax',
    packId: 'client_satisfaction_core',
  });
  return (await alice.send('POST', `/api/surveys/${made.json().id}/publish`)).json();
};
const instrumentAt = (survey: Made, rest = '') => `/api/instruments/${survey.instrumentId}${rest}`;
const draftOf = async (survey: Made) => (await alice.send('GET', instrumentAt(survey))).json();
const reword = async (survey: Made, en: string) => {
  const { revision, instrument } = await draftOf(survey);
  return alice.send('PUT', instrumentAt(survey), { revision, instrument: { ...instrument, title: { en, fr: en } } });
};
const openRound = (survey: Made, body: object = {}) => alice.send('POST', `/api/surveys/${survey.id}/rounds`, body);

describe('a published questionnaire', () => {
  test('is frozen until it is revised; the running round keeps its version meanwhile', async () => {
    const survey = await aPublishedSurvey();
    expect((await reword(survey, 'Second')).json().code).toBe('instrument-frozen');
    const revised = (await alice.send('POST', instrumentAt(survey, '/revising'))).json();
    expect(revised).toMatchObject({ published: null, revises: { number: 1 } });
    expect((await reword(survey, 'Second')).statusCode).toBe(200);
    const version = (await vic.send('GET', instrumentAt(survey, '/versions/1'))).json();
    expect(version).toMatchObject({ number: 1, instrument: { title: { en: 'Counter visits' } } });
    const now = (await alice.send('GET', `/api/surveys/${survey.id}`)).json();
    expect(now).toMatchObject({ waveId: survey.waveId, state: 'open', round: 1, version: 1 });
  });

  test('is as it was published where the revision is given up, and what was written stays among the states', async () => {
    const survey = await aPublishedSurvey();
    const before = await draftOf(survey);
    await alice.send('POST', instrumentAt(survey, '/revising'));
    await reword(survey, 'Given up');
    const after = (await alice.send('DELETE', instrumentAt(survey, '/revising'))).json();
    expect(after).toMatchObject({ published: { number: 1 }, revises: null });
    expect(after.instrument).toEqual(before.instrument);
    const states = (await alice.send('GET', instrumentAt(survey, '/revisions'))).json();
    const kept = await alice.send('GET', instrumentAt(survey, `/revisions/${states[1].id}`));
    expect(kept.json().instrument.title.en).toBe('Given up');
    expect(states.map((state: { version: number | null }) => state.version)).toEqual([null, null, 1]);
  });

  test('is not for viewers to revise', async () => {
    const survey = await aPublishedSurvey();
    for (const [method, address] of [
      ['POST', instrumentAt(survey, '/revising')],
      ['DELETE', instrumentAt(survey, '/revising')],
      ['POST', `/api/surveys/${survey.id}/rounds`],
    ] as const)
      expect(
        (await vic.send(method, address, method === 'POST' && address.endsWith('rounds') ? {} : undefined)).statusCode,
      ).toBe(403);
  });
});

describe('the next round', () => {
  test('asks the revised questionnaire as version 2 at a link of its own; the round before is closed as it was', async () => {
    const survey = await aPublishedSurvey();
    await alice.send('POST', instrumentAt(survey, '/revising'));
    await reword(survey, 'Second');
    const next = (await openRound(survey)).json();
    expect(next).toMatchObject({ id: survey.id, state: 'open', round: 2, version: 2 });
    expect(next.waveId).not.toBe(survey.waveId);
    expect(next.answerPath).not.toBe(survey.answerPath);
    expect(next.rounds).toMatchObject([
      { number: 2, version: 2, state: 'open' },
      { number: 1, version: 1, state: 'finished', waveId: survey.waveId, answerPath: survey.answerPath },
    ]);
    const versions = (await alice.send('GET', instrumentAt(survey, '/versions'))).json();
    expect(versions.map((version: { number: number }) => version.number)).toEqual([2, 1]);
    expect(await draftOf(survey)).toMatchObject({ published: { number: 2 }, revises: null });
    expect((await alice.send('GET', instrumentAt(survey, '/versions/1'))).json().instrument.title.en).toBe(
      'Counter visits',
    );
  });

  test('asks the same version again where nothing was revised, or a revision changed nothing', async () => {
    const survey = await aPublishedSurvey();
    expect((await openRound(survey)).json()).toMatchObject({ round: 2, version: 1 });
    await alice.send('POST', instrumentAt(survey, '/revising'));
    expect((await openRound(survey)).json()).toMatchObject({ round: 3, version: 1 });
  });

  test('is not opened with a questionnaire that is not ready; the running round goes on', async () => {
    const survey = await aPublishedSurvey();
    await alice.send('POST', instrumentAt(survey, '/revising'));
    await reword(survey, '');
    const refused = await openRound(survey);
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'instrument-incomplete']);
    expect((await alice.send('GET', `/api/surveys/${survey.id}`)).json()).toMatchObject({ round: 1, state: 'open' });
    expect((await openRound(survey, { closesOn: '2001-01-01' })).json().code).toBe('closing-day-past');
  });

  test('is opened of a published survey only', async () => {
    const made = await alice.send('POST', '/api/surveys', {
      name: { en: 'Draft', fr: 'Brouillon' },
      samplingClass: 'non-probability',
      timeZone: 'America/Halifax',
      packId: null,
    });
    expect((await openRound(made.json())).json().code).toBe('survey-not-open');
  });
});
