import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eraseOverdueContacts } from './contact-store.ts';
import { Fieldwork, type OpenSurvey } from './fieldwork.fixture.ts';
import { onePerPage } from './paged.fixture.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

const notice = { otherWays: [], purpose: null, keptFor: null, contact: null };
const asking = async (contactDays: number | undefined): Promise<OpenSurvey> => {
  const survey = await fieldwork.openSurveyOf(onePerPage);
  await fieldwork.alice.send('PUT', `/api/surveys/${survey.id}/notice`, { ...notice, contactDays });
  return survey;
};
const requests = async (survey: OpenSurvey) =>
  (await fieldwork.alice.send('GET', `/api/surveys/${survey.id}/contact-requests`)).json();
const receipt = async (survey: OpenSurvey) => {
  const eve = await fieldwork.respondent().open(survey.answerPath);
  await eve.press('start');
  await eve.press('next', { waited: 'no' });
  await eve.press('next', { solved: 'yes' });
  await eve.press('next', { again: 'yes' });
  return eve.press('send');
};

test('the form comes after the receipt, is a page of its own, and carries nothing of the answers', async () => {
  const survey = await asking(30);
  const eve = await receipt(survey);
  expect(eve.page).toContain('May we contact you about this?');
  const link = /href="([^"]*\/contact[^"]*)"/.exec(eve.page)?.[1] ?? '';
  await eve.open(link);
  expect(eve.page).toContain('after 30 days at the latest');
  expect([...eve.page.matchAll(/type="hidden" name="([^"]*)"/g)].map((match) => match[1])).toEqual(['lang']);
  await eve.post(eve.action(), 'lang=en&do=contact&name=Eve&reach=+&about=%3Cb%3E');
  expect(eve.status).toBe(422);
  expect(eve.page).toContain('href="#reach"');
  expect(eve.page).toContain('value="Eve"');
  expect(eve.page).toContain('&#60;b&#62;');
  await eve.post(eve.action(), 'lang=en&do=contact&name=Eve&reach=613-555-0111&about=%3Cb%3E');
  expect(eve.page).toContain('We will be in touch');
  expect(await requests(survey)).toMatchObject([{ name: 'Eve', reach: '613-555-0111', about: '<b>', language: 'en' }]);
});

test('the codes stay on the page that shows them: what leads on from it opens beside it, and says where they are', async () => {
  const survey = await asking(30);
  const eve = await receipt(survey);
  const links = [...eve.page.matchAll(/<a href="[^"]*\/(contact|withdraw)[^"]*"([^>]*)>([^<]*)/g)];
  expect(links.map(([, place, , words]) => [place, words])).toEqual([
    ['withdraw', 'Withdraw my answers (new tab)'],
    ['contact', 'Let us contact you (new tab)'],
  ]);
  for (const [, , attributes] of links) expect(attributes).toContain('target="_blank" rel="noopener"');
  expect(eve.page).toContain('This page stays open with your receipt and your code.');
  const beside = await fieldwork.respondent().open(`${survey.answerPath}/contact?lang=fr`);
  await beside.post(beside.action(), 'lang=fr&do=contact&reach=eve%40example.ca');
  expect(beside.page).toContain('sont encore sur la page d’où vous venez');
});

test('a tablet, which has one page at a time, says so before the codes go, and begins anew behind the form', async () => {
  const survey = await asking(30);
  const made = (await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/kiosks`, { name: 'Lobby' })).json();
  const tablet = await fieldwork.respondent().open(new URL(made.address).pathname + new URL(made.address).search);
  await tablet.open(`${survey.answerPath}?lang=en`);
  await tablet.press('start');
  for (const answers of [{ waited: 'no' }, { solved: 'yes' }, { again: 'yes' }]) await tablet.press('next', answers);
  await tablet.press('send');
  expect(tablet.page).toContain('Write down your receipt number and your code first');
  expect(tablet.page).not.toContain('target="_blank"');
  for (const place of ['contact', 'withdraw', 'resume', 'contact?from=sent', 'withdraw?from=withdrawn']) {
    await tablet.open(`${survey.answerPath}/${place}`);
    expect([tablet.status, tablet.page.includes('src="/s/kiosk.js"')]).toEqual([200, true]);
    expect(tablet.page).not.toContain('still on the page you came from');
  }
});

test('another language keeps what was entered, and does not yet miss what is left out', async () => {
  const survey = await asking(30);
  const eve = await fieldwork.respondent().open(`${survey.answerPath}/contact?lang=en`);
  await eve.post(eve.action(), 'lang=en&do=fr&name=Eve&reach=&about=%3Cb%3E');
  expect([eve.status, eve.page.includes('lang="fr-CA"')]).toEqual([200, true]);
  expect(eve.page).toContain('value="Eve"');
  expect(eve.page).toContain('&#60;b&#62;');
  expect(eve.page).not.toContain('href="#reach"');
  await eve.open(`${survey.answerPath}/withdraw?lang=fr`);
  await eve.post(eve.action(), 'lang=fr&do=en&code=ABCD-EFGH');
  expect(eve.page).toContain('value="ABCD-EFGH"');
  expect([eve.status, eve.page.includes('href="#code"')]).toEqual([200, false]);
  await eve.open(`${survey.answerPath}/resume?lang=fr`);
  await eve.post(eve.action(), 'lang=fr&do=en&code=ABCD-EFGH');
  expect(eve.page).toContain('value="ABCD-EFGH"');
  expect(await requests(survey)).toEqual([]);
});

test('what is said after a press is said again in the other language', async () => {
  const survey = await asking(30);
  const eve = await receipt(survey);
  const code = eve.code();
  const other = () => /href="([^"]*\?[^"]*lang=(?:en|fr))"/.exec(eve.page)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const switched = async () => {
    const at = new URL(other(), `http://here${eve.address}`);
    return eve.open(at.pathname + at.search);
  };
  await eve.post(`${survey.answerPath}/contact`, 'lang=en&do=contact&reach=eve%40example.ca');
  expect(eve.page).toContain('We will be in touch');
  await switched();
  expect(eve.page).toContain('Nous communiquerons avec vous');
  expect(eve.page).not.toContain('name="reach"');
  await eve.post(`${survey.answerPath}/withdraw`, `lang=en&do=withdraw&code=${code}`);
  const said = /<h1>([^<]*)/.exec(eve.page)?.[1];
  await switched();
  expect(eve.page).toContain('lang="fr-CA"');
  expect(eve.page).not.toContain('name="code"');
  await switched();
  expect(/<h1>([^<]*)/.exec(eve.page)?.[1]).toBe(said);
  for (const [from, words] of [
    ['full', 'Assez de gens'],
    ['conflict', 'Vos premières réponses ont été gardées'],
  ] as const) {
    await eve.open(`${survey.answerPath}?from=${from}&lang=en`);
    await switched();
    expect(eve.page).toContain(words);
  }
});

test('what is kept leads to no response: no value of one table stands in the other but survey and day', async () => {
  const survey = await asking(30);
  const eve = await receipt(survey);
  await eve.post(`${survey.answerPath}/contact`, 'lang=fr&do=contact&reach=eve%40example.ca');
  const { response, request } = await fieldwork.place.database.transact(fieldwork.scope, async (tx) => {
    const [kept] = (
      await sql<{
        row: Record<string, unknown>;
      }>`SELECT to_jsonb(r) AS row FROM collection.response r WHERE wave_id = ${survey.waveId}`.execute(tx)
    ).rows;
    const [asked] = (
      await sql<{
        row: Record<string, unknown>;
      }>`SELECT to_jsonb(c) AS row FROM collection.contact_request c WHERE study_id = ${survey.id}`.execute(tx)
    ).rows;
    return { response: kept?.row ?? {}, request: asked?.row ?? {} };
  });
  const { organization_id: _organization, asked_on: askedOn, ...own } = request;
  expect(response.answered_on).toBe(askedOn);
  const inResponse = JSON.stringify(response);
  for (const value of Object.values(own).filter((one) => typeof one === 'string' && one.length > 2))
    expect(inResponse).not.toContain(value);
});

test('a survey that does not ask has no such form', async () => {
  const survey = await asking(undefined);
  expect((await receipt(survey)).page).not.toContain('/contact');
  const eve = await fieldwork.respondent().open(`${survey.answerPath}/contact`);
  expect(eve.status).toBe(404);
  await eve.post(`${survey.answerPath}/contact`, 'lang=en&do=contact&reach=a');
  expect(await requests(survey)).toEqual([]);
});

test('a request is erased when it is dealt with, or when its days are over', async () => {
  const survey = await asking(3);
  for (const reach of ['one', 'two'])
    await fieldwork.respondent().post(`${survey.answerPath}/contact`, `lang=en&do=contact&reach=${reach}`);
  const [first] = await requests(survey);
  const address = `/api/surveys/${survey.id}/contact-requests/${first.id}`;
  expect((await fieldwork.alice.send('DELETE', address)).statusCode).toBe(204);
  expect((await fieldwork.alice.send('DELETE', address)).statusCode).toBe(404);
  expect(await requests(survey)).toHaveLength(1);
  const later = (days: number) => new Date(Date.now() + days * 86_400_000);
  await eraseOverdueContacts(fieldwork.place.database, later(2));
  expect(await requests(survey)).toHaveLength(1);
  await eraseOverdueContacts(fieldwork.place.database, later(6));
  expect(await requests(survey)).toEqual([]);
});
