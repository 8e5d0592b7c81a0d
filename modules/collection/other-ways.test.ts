import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork, type OpenSurvey } from './fieldwork.fixture.ts';
import type { Respondent } from './respondent.fixture.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

const notice = {
  otherWays: [
    { kind: 'telephone', text: { en: '1 800 555-0199', fr: '1 800 555-0199' }, link: 'tel:+18005550199' },
    { kind: 'relay', text: { en: 'Call 711', fr: 'Composez le 711' }, link: 'tel:711' },
    { kind: 'paper', text: { en: 'Ask at any counter', fr: 'Demandez à tout comptoir' }, link: null },
    { kind: 'sign-language', text: { en: 'ASL or LSQ', fr: 'ASL ou LSQ' }, link: 'https://video.example.ca/asl' },
  ],
  purpose: null,
  keptFor: null,
  contact: { en: 'Privacy office, 555-0100', fr: 'Bureau de la vie privée, 555-0100' },
};
const told = async (): Promise<OpenSurvey> => {
  const survey = await fieldwork.openSurvey();
  await fieldwork.alice.send('PUT', `/api/surveys/${survey.id}/notice`, notice);
  return survey;
};
const change = (survey: OpenSurvey, body: object) => fieldwork.alice.send('PATCH', `/api/surveys/${survey.id}`, body);
/** The block as the first page shows it. */
const waysOn = ({ page }: Respondent): string =>
  /<h2>(?:Another way to answer|Une autre façon de répondre)<\/h2><dl.*?<\/dl>/.exec(page)?.[0] ?? '';
const blockOf = async (survey: OpenSurvey, language: string): Promise<string> => {
  const block = waysOn(await fieldwork.respondent().open(`${survey.answerPath}?lang=${language}`));
  expect(block).toContain(language === 'fr' ? 'Demandez à tout comptoir' : 'Ask at any counter');
  return block;
};

describe('whoever is not let in online finds the other ways to answer, as they stand on the first page', () => {
  test.each([
    ['a link that lets nobody in', '?w=o-zzzzzzzzzzzzzzzzzzzz', 404],
    ['a device whose key was revoked', '?w=k-zzzzzzzzzzzzzzzzzzzz', 403],
    ['a link of an office that is not known', '?w=p-0000000000', 404],
  ] as const)('%s', async (_what, query, status) => {
    const survey = await told();
    for (const language of ['en', 'fr']) {
      const eve = await fieldwork.respondent().open(`${survey.answerPath}${query}&lang=${language}`);
      expect([eve.status, waysOn(eve)]).toEqual([status, await blockOf(survey, language)]);
    }
  });

  test('a link that was used, and a survey that is answered by personal links only', async () => {
    const survey = await told();
    const block = await blockOf(survey, 'fr');
    const file = await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/once-links`, { count: 1 });
    const link = /\/s\/\S*\?w=o-\w+/.exec(file.body)?.[0] ?? '';
    const eve = await fieldwork.upToCheck({ ...survey, answerPath: link });
    await eve.press('send');
    const late = await fieldwork.respondent().open(`${link}&lang=fr`);
    expect([late.status, waysOn(late)]).toEqual([410, block]);
    await fieldwork.alice.send('PUT', `/api/surveys/${survey.id}/once-links`, { onlyWay: true });
    const adam = await fieldwork.respondent().open(`${survey.answerPath}?lang=fr`);
    expect([adam.status, waysOn(adam)]).toEqual([403, block]);
  });

  test('a survey that is paused, and one that is not open yet', async () => {
    const survey = await told();
    const block = await blockOf(survey, 'en');
    await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/pause`);
    const paused = await fieldwork.respondent().open(survey.answerPath);
    expect([paused.status, waysOn(paused)]).toEqual([503, block]);
    await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/resume`);
    const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    expect((await change(survey, { opensOn: day })).statusCode).toBe(200);
    const early = await fieldwork.respondent().open(survey.answerPath);
    expect([early.status, waysOn(early)]).toEqual([403, block]);
  });
});

test('a closed survey offers no way to answer any more, and says whom to ask about what was answered', async () => {
  const survey = await told();
  await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/close`, { finishMinutes: 0 });
  for (const [language, words] of [
    ['en', 'Privacy office, 555-0100'],
    ['fr', 'Bureau de la vie privée, 555-0100'],
  ]) {
    const eve = await fieldwork.respondent().open(`${survey.answerPath}?lang=${language}`);
    expect([eve.status, waysOn(eve), eve.page.includes(String(words))]).toEqual([410, '', true]);
  }
});

test('nothing is offered where the organization named no other way', async () => {
  const survey = await fieldwork.openSurvey();
  await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/pause`);
  expect((await fieldwork.respondent().open(survey.answerPath)).page).not.toContain('<h2>');
});
