import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { surveyRoutes } from '@common-measure/modules/studies/server';
import { createHttpServer } from '@common-measure/platform/http';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { Fieldwork, type OpenSurvey } from './fieldwork.fixture.ts';
import { onePerPage } from './paged.fixture.ts';
import { Respondent } from './respondent.fixture.ts';
import { collectionRoutes } from './server.ts';

/**
 * No page that respondents see runs out: what stands in a form is taken as long as the survey takes answers, whatever the clock says,
 * and whether or not the server that made the page is still the same.
 */
let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterEach(() => void vi.useRealTimers());
const servers: { close(): unknown }[] = [];
afterAll(async () => {
  for (const server of servers) await server.close();
  await fieldwork?.close();
});

const day = 86_400_000;
/** The clock goes forward by these days, and another server answers. */
async function later(days: number, eve: Respondent): Promise<Respondent> {
  const restarted = await createHttpServer({
    ...{ consoleFolder: null, publicUrl: null, version: 'test', uploadLimit: 1000 },
    ...{ routes: [...accountsRoutes, ...surveyRoutes, ...collectionRoutes], authenticate },
    ...{ database: fieldwork.place.database, analytics: fieldwork.place.engine },
  });
  servers.push(restarted);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * day });
  const after = new Respondent(restarted, eve.takesCookies);
  for (const [name, value] of eve.cookies) after.cookies.set(name, value);
  after.page = eve.page;
  return after;
}
const toTheEnd = async (eve: Respondent): Promise<Respondent> => {
  await eve.press('next', { waited: 'no' });
  await eve.press('next', { solved: 'yes' });
  await eve.press('next', { again: 'yes' });
  return eve.press('send');
};
const codes = async (survey: OpenSurvey): Promise<string[]> =>
  (await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/once-links`, { count: 30 })).body.match(
    /o-[0-9a-z]+/g,
  ) ?? [];

test.each([
  ['with cookies', 400, true],
  ['without cookies', 400, false],
])('a page that was left open for more than a year is taken: %s', async (_, days, takesCookies) => {
  const survey = await fieldwork.openSurveyOf(onePerPage);
  const eve = await fieldwork.respondent(takesCookies).open(survey.answerPath);
  await eve.press('start');
  const after = await later(days, eve);
  await toTheEnd(after);
  expect(after.code()).not.toBe('');
  vi.useRealTimers();
  expect(await fieldwork.answersOf(survey)).toMatchObject([{ waited: { codes: ['no'] }, solved: { codes: ['yes'] } }]);
});

test('a page of a link that counts once, and of one that answers beforehand, is taken as late', async () => {
  const survey = await fieldwork.openSurveyOf(onePerPage);
  const label = { en: 'Poster', fr: 'Affiche' };
  const wanted = { label, shown: {}, hidden: { waited: ['no'] } };
  const made = (await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/prepared-links`, wanted)).json();
  const sentBy = async (way: string, asksFirst: boolean): Promise<string> => {
    const eve = await fieldwork.respondent(false).open(`${survey.answerPath}?w=${way}`);
    await eve.press('start');
    const after = await later(200, eve);
    if (asksFirst) await after.press('next', { waited: 'no' });
    await after.press('next', { solved: 'yes' });
    await after.press('next', { again: 'yes' });
    await after.press('send');
    vi.useRealTimers();
    return after.code();
  };
  expect(await sentBy(`p-${made.code}`, false)).not.toBe('');
  const [once = ''] = await codes(survey);
  expect(await sentBy(once, true)).not.toBe('');
  expect(await fieldwork.answersOf(survey)).toHaveLength(2);
});

test('the page of withdrawal, the form to be contacted and the code of saved answers wait as long', async () => {
  const survey = await fieldwork.openSurveyOf(onePerPage);
  const notice = { otherWays: [], purpose: null, keptFor: null, contact: null, contactDays: 30 };
  await fieldwork.alice.send('PUT', `/api/surveys/${survey.id}/notice`, notice);
  const eve = await fieldwork.respondent().open(survey.answerPath);
  await eve.press('start');
  await toTheEnd(eve);
  const code = eve.code();
  await eve.open(`${survey.answerPath}/withdraw`);
  const after = await later(200, eve);
  await after.press('withdraw', { code });
  expect(after.status).toBe(200);
  await after.open(`${survey.answerPath}/contact`);
  await after.post(after.action(), 'lang=en&do=contact&reach=eve%40example.ca');
  expect(after.status).toBe(200);
  vi.useRealTimers();
  expect(await fieldwork.answersOf(survey)).toEqual([]);
});
