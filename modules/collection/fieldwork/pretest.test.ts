import { randomUUID } from 'node:crypto';
import { aColleague, anOwner, stranger } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork, type OpenSurvey } from '../fieldwork.fixture.ts';
import { onePerPage } from '../paged.fixture.ts';
import { waveDataset } from '../server.ts';
import type { Pretest } from './fieldwork-contract.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

const act = (survey: OpenSurvey, method: 'GET' | 'POST' | 'DELETE') =>
  fieldwork.alice.send(method, `/api/surveys/${survey.id}/pretest`);
const pathOf = (pretest: Pretest) => new URL(pretest.link).pathname;

/** A tester who answers the first part, comments on it and goes through to the end. */
async function tester(pretest: Pretest, language: string, comment: string, isSent = true) {
  const eve = fieldwork.respondent();
  await eve.open(pathOf(pretest), language);
  await eve.press('start');
  await eve.press('next', { overall_satisfaction: '4', tester_comment_1: comment });
  if (!isSent) return eve;
  for (let part = 0; part < 12 && eve.page.includes('value="next"'); part++) await eve.press('next');
  return eve.press('send');
}

describe('a pretest', () => {
  test('has a link of its own, says what it is, and reports by language what testers did', async () => {
    const survey = await fieldwork.openSurvey();
    expect((await act(survey, 'GET')).json()).toEqual({ pretest: null });
    const { pretest } = (await act(survey, 'POST')).json();
    expect(pathOf(pretest)).not.toBe(survey.answerPath);
    const first = fieldwork.respondent();
    await first.open(pathOf(pretest), 'fr');
    expect(first.page).toContain('Ceci est un essai du questionnaire');
    await tester(pretest, 'en', 'The scale is unclear.');
    await tester(pretest, 'fr', 'Question trop longue.');
    await tester(pretest, 'fr', 'Je m’arrête ici.', false);
    const { languages }: Pretest = (await act(survey, 'GET')).json().pretest;
    const [english, french] = languages;
    expect(english).toMatchObject({ language: 'en', sent: 1, begun: 0 });
    expect(french).toMatchObject({ language: 'fr', sent: 1, begun: 1 });
    expect(french?.comments.map(({ text }) => text)).toEqual(['Question trop longue.']);
    expect(english?.comments.map(({ text }) => text)).toEqual(['The scale is unclear.']);
    expect(english?.pages.every(({ medianSeconds }) => medianSeconds !== null)).toBe(true);
    expect(french?.pages.reduce((sum, { stopped }) => sum + stopped, 0)).toBe(1);
    expect(english?.leftEmpty.length).toBeGreaterThan(0);
    expect(english?.leftEmpty.map(({ question }) => question)).not.toContain('overall_satisfaction');
  });

  test('counts in no round, and is in no dataset', async () => {
    const survey = await fieldwork.openSurvey();
    const { pretest } = (await act(survey, 'POST')).json();
    await tester(pretest, 'en', 'Fine.');
    expect(await fieldwork.counts(survey)).toMatchObject({ total: 0, drafts: 0 });
    expect((await fieldwork.alice.send('GET', '/api/fieldwork')).json()).toContainEqual({
      surveyId: survey.id,
      total: 0,
    });
    const dataset = await fieldwork.place.database.transact(fieldwork.scope, (tx) =>
      waveDataset(tx, fieldwork.organizationId, survey.waveId),
    );
    expect(dataset?.rows).toEqual([]);
  });

  test('is of the questionnaire as it stood, before anything is published too', async () => {
    const wanted = {
      name: onePerPage.title,
      samplingClass: 'non-probability',
      timeZone: 'America/Vancouver',
      packId: 'client_satisfaction_core',
    };
    const draft: OpenSurvey = (await fieldwork.alice.send('POST', '/api/surveys', wanted)).json();
    const { pretest } = (await act(draft, 'POST')).json();
    const eve = fieldwork.respondent();
    await eve.open(pathOf(pretest), 'en');
    expect(eve.page).toContain('This is a test of the questionnaire');
    await eve.press('start');
    expect(eve.page).toContain('this service');
    expect(eve.page).not.toContain('{service}');
    expect((await act(draft, 'POST')).json().code).toBe('pretest-under-way');
  });

  test('takes nothing from other clients', async () => {
    const survey = await fieldwork.openSurvey();
    const { pretest } = (await act(survey, 'POST')).json();
    const reply = await stranger(fieldwork.server).send(
      'PUT',
      `/api/collect/${pathOf(pretest).slice(3)}/responses/${randomUUID()}`,
      { language: 'en', entries: {} },
    );
    expect(reply.json().code).toBe('survey-closed');
  });

  test('is deleted with everything that was sent, and nothing of the survey', async () => {
    const survey = await fieldwork.openSurvey();
    const { pretest } = (await act(survey, 'POST')).json();
    await tester(pretest, 'en', 'Gone soon.');
    await tester(pretest, 'en', 'Begun only.', false);
    await fieldwork.answered(survey);
    expect((await act(survey, 'DELETE')).statusCode).toBe(204);
    expect((await act(survey, 'GET')).json()).toEqual({ pretest: null });
    expect((await fieldwork.counts(survey)).total).toBe(1);
    const left = await fieldwork.place.database.withOwner(async (client) => {
      const { rows } = await client.query(
        `SELECT (SELECT count(*)::int FROM collection.response WHERE answers::text LIKE '%Gone soon%') AS responses,
          (SELECT count(*)::int FROM collection.draft WHERE entries::text LIKE '%Begun only%') AS drafts`,
      );
      return rows[0];
    });
    expect(left).toEqual({ responses: 0, drafts: 0 });
    expect((await fieldwork.server.inject({ url: pathOf(pretest) })).statusCode).toBe(404);
    expect((await act(survey, 'DELETE')).statusCode).toBe(404);
  });

  test('is for those who run the survey', async () => {
    const survey = await fieldwork.openSurvey();
    const victor = await aColleague(fieldwork.server, fieldwork.alice, 'victor', 'analyst');
    expect((await victor.send('GET', `/api/surveys/${survey.id}/pretest`)).statusCode).toBe(403);
    const otto = await anOwner(fieldwork.server, fieldwork.place.database, 'otto');
    for (const method of ['GET', 'POST', 'DELETE'] as const)
      expect((await otto.send(method, `/api/surveys/${survey.id}/pretest`)).statusCode).toBe(404);
  });
});
