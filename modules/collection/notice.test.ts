import { createHash } from 'node:crypto';
import { aColleague } from '@common-measure/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Fieldwork, type OpenSurvey } from './fieldwork.fixture.ts';

let fieldwork: Fieldwork;
let survey: OpenSurvey;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
  survey = await fieldwork.openSurvey();
});
afterAll(() => fieldwork?.close());

const notice = {
  otherWays: [
    { kind: 'telephone', text: { en: '1 800 555-0199', fr: '1 800 555-0199' }, link: 'tel:+18005550199' },
    { kind: 'sign-language', text: { en: 'ASL or LSQ', fr: 'ASL ou LSQ' }, link: 'https://video.example.ca/asl' },
  ],
  purpose: { en: 'To shorten the wait.', fr: 'Pour réduire l’attente.' },
  keptFor: { en: 'Two years.', fr: 'Deux ans.' },
  contact: null,
};
const address = (id: string) => `/api/surveys/${id}/notice`;
const save = (body: object) => fieldwork.alice.send('PUT', address(survey.id), body);

test('other ways to answer and the privacy notice stand on the first page as soon as they are saved, in each language', async () => {
  expect((await save(notice)).statusCode).toBe(200);
  expect((await fieldwork.alice.send('GET', address(survey.id))).json()).toEqual(notice);
  const eve = await fieldwork.respondent().open(survey.answerPath);
  expect(eve.page).toContain('<a href="tel:+18005550199">1 800 555-0199</a>');
  expect(eve.page).toContain('To shorten the wait.');
  const luc = await fieldwork.respondent().open(survey.answerPath, 'fr');
  expect(luc.page).toContain('ASL ou LSQ');
  expect(luc.page).toContain('Deux ans.');
});

test('a link that could run something or lead in the clear is refused, and so is a text that one language lacks', async () => {
  await save(notice);
  for (const link of ['javascript:alert(1)', 'http://example.ca', 'tel:" onclick=1', 'data:text/html,x', 'https://a b'])
    expect((await save({ ...notice, otherWays: [{ ...notice.otherWays[0], link }] })).statusCode).toBe(422);
  expect((await save({ ...notice, purpose: { en: 'Why', fr: ' ' } })).statusCode).toBe(422);
  expect((await fieldwork.alice.send('GET', address(survey.id))).json()).toEqual(notice);
});

test('the survey’s own colour stands on its pages where white can be read on it; a paler one is refused', async () => {
  expect((await save({ ...notice, colour: '#7a0019' })).statusCode).toBe(200);
  const page = await fieldwork.server.inject(survey.answerPath);
  const style = /<style>(.*?)<\/style>/s.exec(page.body)?.[1] ?? '';
  expect(style).toContain('--accent:#7a0019');
  expect(page.headers['content-security-policy']).toContain(createHash('sha256').update(style).digest('base64'));
  for (const colour of ['#ffcc00', '#7a001', 'red', '#7a0019}'])
    expect((await save({ ...notice, colour })).statusCode).toBe(422);
});

test('a copy of the survey says the same', async () => {
  await save(notice);
  const copy = (await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/copies`)).json();
  expect((await fieldwork.alice.send('GET', address(copy.id))).json()).toEqual(notice);
});

test('who may only look may read it and not change it', async () => {
  const vera = await aColleague(fieldwork.server, fieldwork.alice, 'vera', 'viewer');
  expect((await vera.send('GET', address(survey.id))).statusCode).toBe(200);
  expect((await vera.send('PUT', address(survey.id), notice)).statusCode).toBe(403);
});
