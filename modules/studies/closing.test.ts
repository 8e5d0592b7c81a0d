import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { instrumentRoutes } from '@common-measure/modules/instruments/server';
import { anOwner, aServerOf, type Person, type TestServer } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Survey } from './contract.ts';
import { surveyRoutes } from './server.ts';

let place: TestServer;
let alice: Person;
beforeAll(async () => {
  place = await aServerOf([...accountsRoutes, ...instrumentRoutes, ...surveyRoutes], authenticate);
  alice = await anOwner(place.server, place.database, 'alice');
});
afterAll(() => place?.close());

async function anOpenSurvey(): Promise<Survey> {
  const wanted = {
    name: { en: 'Counter visits', fr: 'Visites au comptoir' },
    samplingClass: 'non-probability',
    timeZone: 'America/Halifax',
    packId: 'client_satisfaction_core',
  };
  const { id } = (await alice.send('POST', '/api/surveys', wanted)).json();
  return (await alice.send('POST', `/api/surveys/${id}/publish`)).json();
}
const act = async (survey: Survey, name: string, body?: object) =>
  (await alice.send('POST', `/api/surveys/${survey.id}/${name}`, body)).json();
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('closing', () => {
  test('lets those finish who have begun for as long as it says, and says until when', async () => {
    const survey = await anOpenSurvey();
    const closing = await act(survey, 'close', { finishMinutes: 60 });
    expect(closing).toMatchObject({ state: 'open', endedBecause: 'person', closedAt: null });
    const minutes = (Date.parse(closing.finishUntil) - Date.parse(closing.endingSince)) / 60_000;
    expect(minutes).toBe(60);
    expect((await act(survey, 'pause')).code).toBe('survey-not-running');
    expect(await act(survey, 'close')).toMatchObject({ state: 'finished', endedBecause: 'person', finishUntil: null });
  });

  test('without minutes it is over at once', async () => {
    const survey = await anOpenSurvey();
    expect(await act(survey, 'close')).toMatchObject({ state: 'finished', closedAt: expect.any(String) });
  });

  test('for the next round says so of the one before', async () => {
    const survey = await anOpenSurvey();
    const next: Survey = await act(survey, 'rounds', {});
    expect(next.rounds.map(({ number, endedBecause }) => [number, endedBecause])).toEqual([
      [2, null],
      [1, 'round'],
    ]);
  });
});

describe('reopening', () => {
  test('a survey that is closing lets people in again', async () => {
    const survey = await anOpenSurvey();
    await act(survey, 'close', { finishMinutes: 60 });
    expect(await act(survey, 'reopen')).toMatchObject({ state: 'open', endingSince: null, endedBecause: null });
  });

  test('takes away a last day that is over, or sets another, and leaves one that is to come', async () => {
    const survey = await anOpenSurvey();
    await alice.send('PATCH', `/api/surveys/${survey.id}`, { closesOn: day(9) });
    await act(survey, 'close');
    expect((await act(survey, 'reopen')).closesOn).toBe(day(9));
    await place.database.withOwner((client) =>
      client.query("UPDATE studies.wave SET closes_on = '2020-01-01' WHERE id = $1", [survey.waveId]),
    );
    expect((await alice.send('GET', `/api/surveys/${survey.id}`)).json().state).toBe('finished');
    expect(await act(survey, 'reopen', { closesOn: '2020-01-02' })).toMatchObject({ code: 'closing-day-past' });
    expect(await act(survey, 'reopen', { closesOn: day(5) })).toMatchObject({ state: 'open', closesOn: day(5) });
    await place.database.withOwner((client) =>
      client.query("UPDATE studies.wave SET closes_on = '2020-01-01' WHERE id = $1", [survey.waveId]),
    );
    expect(await act(survey, 'reopen')).toMatchObject({ state: 'open', closesOn: null });
  });
});

test('the rules of closing are kept, and refused where they make no sense', async () => {
  const survey = await anOpenSurvey();
  const change = async (body: object) => (await alice.send('PATCH', `/api/surveys/${survey.id}`, body)).json();
  const rules = { closesAfter: 400, closesWhenFull: true, finishMinutes: 1440 };
  expect(await change(rules)).toMatchObject(rules);
  expect(await change({ closesAfter: null })).toMatchObject({ ...rules, closesAfter: null });
  for (const wrong of [{ closesAfter: 0 }, { finishMinutes: -1 }, { finishMinutes: 20_000 }])
    expect((await change(wrong)).code).toBe('invalid-input');
});
