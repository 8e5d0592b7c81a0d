import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork, type OpenSurvey } from './fieldwork.fixture.ts';
import type { Respondent } from './respondent.fixture.ts';

let fieldwork: Fieldwork;
let survey: OpenSurvey;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
  survey = await fieldwork.openSurvey();
  const notice = { otherWays: [], purpose: null, keptFor: null, contact: null, contactDays: 30 };
  await fieldwork.alice.send('PUT', `/api/surveys/${survey.id}/notice`, notice);
});
afterAll(() => fieldwork?.close());

const posted = (eve: Respondent, place: string, payload: string) =>
  fieldwork.server.inject({
    method: 'POST',
    url: `${survey.answerPath}${place}`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: [...eve.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
    payload,
  });

describe('the page behind a form is one that reloading only gets again', () => {
  test('of a request to be contacted, which is kept once', async () => {
    const eve = fieldwork.respondent();
    const reply = await posted(eve, '/contact', 'lang=fr&do=contact&reach=eve%40example.ca');
    expect([reply.statusCode, reply.headers.location]).toEqual([303, `${survey.answerPath}/contact?from=sent&lang=fr`]);
    for (let times = 0; times < 2; times++) {
      await eve.open(String(reply.headers.location));
      expect(eve.page).toContain('Nous communiquerons avec vous');
    }
    expect((await fieldwork.alice.send('GET', `/api/surveys/${survey.id}/contact-requests`)).json()).toHaveLength(1);
  });

  test('of a withdrawal, which is not said to have failed the second time', async () => {
    const code = (await fieldwork.answered(survey)).code();
    const eve = fieldwork.respondent();
    const reply = await posted(eve, '/withdraw', `lang=fr&do=withdraw&code=${code}`);
    expect(reply.statusCode).toBe(303);
    for (let times = 0; times < 2; times++) {
      await eve.open(String(reply.headers.location));
      expect([eve.status, eve.page.includes('Vos réponses sont retirées')]).toEqual([200, true]);
    }
  });

  test('of answers opened on another device, in the language of the form', async () => {
    const eve = await fieldwork.upToCheck(survey);
    await eve.press('save');
    const code = eve.code();
    const phone = await fieldwork.respondent().open(`${survey.answerPath}/resume?lang=fr`);
    const reply = await posted(phone, '/resume', `lang=fr&do=resume&code=${code}`);
    expect([reply.statusCode, reply.headers.location]).toEqual([303, `${survey.answerPath}?lang=fr`]);
    await phone.press('resume', { code });
    expect(phone.page).toContain('Vos réponses sont enregistrées');
    expect(phone.address).toBe(`${survey.answerPath}?lang=fr`);
  });
});

test('opening the page for saved answers leaves what stands on this device where it is', async () => {
  const eve = await fieldwork.upToCheck(survey);
  const keys = [...eve.cookies];
  await eve.open(`${survey.answerPath}/resume`);
  expect([...eve.cookies]).toEqual(keys);
  expect((await eve.open(`${survey.answerPath}/check`)).page).toContain('value="send"');
});
