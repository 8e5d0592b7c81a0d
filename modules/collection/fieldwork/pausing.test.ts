import { randomUUID } from 'node:crypto';
import { stranger } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork, type OpenSurvey } from '../fieldwork.fixture.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

const act = (survey: OpenSurvey, name: 'pause' | 'resume' | 'close' | 'reopen') =>
  fieldwork.alice.send('POST', `/api/surveys/${survey.id}/${name}`);
const send = (survey: OpenSurvey) =>
  stranger(fieldwork.server).send('PUT', `/api/collect/${survey.answerPath.slice(3)}/responses/${randomUUID()}`, {
    language: 'en',
    entries: { overall_satisfaction: ['4'] },
  });
const visit = (survey: OpenSurvey, language: string, path = '') =>
  fieldwork.server.inject({ url: `${survey.answerPath}${path}`, headers: { 'accept-language': language } });
/** As many days from today as that, as a survey in Vancouver counts them, a day to spare. */
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('a paused survey', () => {
  test('says so, takes nothing, and gives back what was begun once it goes on', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = await fieldwork.upToCheck(survey);
    expect((await act(survey, 'pause')).json()).toMatchObject({ state: 'open', pausedAt: expect.any(String) });
    const page = await visit(survey, 'fr');
    expect(page.statusCode).toBe(503);
    expect(page.body).toContain('Ce sondage est suspendu');
    await eve.press('send');
    expect(eve.page).toContain('What you have begun is kept');
    expect((await fieldwork.counts(survey)).total).toBe(0);
    expect((await act(survey, 'resume')).json().pausedAt).toBeNull();
    await eve.open(survey.answerPath);
    await eve.press('resume');
    expect(eve.page).toContain('value="a35_44" checked');
  });

  test('tells other clients to keep what they have', async () => {
    const survey = await fieldwork.openSurvey();
    await act(survey, 'pause');
    const reply = await send(survey);
    expect([reply.statusCode, reply.json().code]).toEqual([503, 'survey-paused']);
  });

  test('still lets people withdraw', async () => {
    const survey = await fieldwork.openSurvey();
    await act(survey, 'pause');
    expect((await visit(survey, 'en', '/withdraw')).statusCode).toBe(200);
    await act(survey, 'close');
    expect((await visit(survey, 'en', '/withdraw')).statusCode).toBe(410);
    expect((await visit(survey, 'en')).body).toContain('This survey is closed');
    expect((await act(survey, 'reopen')).json().pausedAt).toBeNull();
  });

  test('a draft and a survey that is over are not paused', async () => {
    const survey = await fieldwork.openSurvey();
    await act(survey, 'close');
    expect((await act(survey, 'pause')).json().code).toBe('survey-not-running');
  });
});

describe('a first day', () => {
  test('that is to come keeps people out until then, in their language', async () => {
    const survey = await fieldwork.openSurvey();
    const opensOn = day(3);
    await fieldwork.alice.send('PATCH', `/api/surveys/${survey.id}`, { opensOn });
    const page = await visit(survey, 'fr');
    expect([page.statusCode, page.body.includes('n’est pas encore ouvert')]).toEqual([403, true]);
    const reply = await send(survey);
    expect(reply.json()).toMatchObject({ code: 'survey-not-open-yet', details: { day: opensOn } });
    await fieldwork.alice.send('PATCH', `/api/surveys/${survey.id}`, { opensOn: day(-1) });
    expect((await visit(survey, 'fr')).statusCode).toBe(200);
  });

  test('does not come after the last one', async () => {
    const survey = await fieldwork.openSurvey();
    const change = { opensOn: day(9), closesOn: day(5) };
    const reply = await fieldwork.alice.send('PATCH', `/api/surveys/${survey.id}`, change);
    expect(reply.json().code).toBe('opening-after-closing');
  });
});
