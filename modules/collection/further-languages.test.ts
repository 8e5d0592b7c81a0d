import {
  addLanguage,
  type Instrument,
  translatableTexts,
  writeTexts,
  writeTranslation,
} from '@common-measure/instrument';
import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { instrumentRoutes } from '@common-measure/modules/instruments/server';
import { surveyRoutes } from '@common-measure/modules/studies/server';
import { aColleague, anOwner, aServerOf, type Person, type TestServer } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Respondent } from './respondent.fixture.ts';
import { collectionRoutes } from './server.ts';

let place: TestServer;
let alice: Person;
let rita: Person;
let vic: Person;

beforeAll(async () => {
  place = await aServerOf([...accountsRoutes, ...instrumentRoutes, ...surveyRoutes, ...collectionRoutes], authenticate);
  alice = await anOwner(place.server, place.database, 'alice');
  rita = await aColleague(place.server, alice, 'rita', 'manager');
  vic = await aColleague(place.server, alice, 'vic', 'viewer');
});
afterAll(() => place?.close());

const wanted = {
  name: { en: 'Counter visits', fr: 'Visites au comptoir' },
  samplingClass: 'non-probability',
  timeZone: 'America/Halifax',
  packId: 'client_satisfaction_core',
};
const aSurvey = async () => (await alice.send('POST', '/api/surveys', wanted)).json();
const read = async (person: Person, url: string) => (await person.send('GET', url)).json();
const draftOf = (survey: { instrumentId: string }) => read(alice, `/api/instruments/${survey.instrumentId}`);
const languagesOf = (person: Person, survey: { instrumentId: string }) =>
  read(person, `/api/instruments/${survey.instrumentId}/languages`);
const publish = (survey: { id: string }) => alice.send('POST', `/api/surveys/${survey.id}/publish`);

/** Every text in Arabic, as a translator sends the table back. */
function inArabic(instrument: Instrument): string {
  const texts = new Map(translatableTexts(instrument, 'ar').map(({ id, text }) => [id, `عربي ${text.en}`]));
  return writeTranslation(writeTexts(instrument, 'ar', texts), { source: 'en', target: 'ar' }, 'csv');
}

async function review(person: Person, survey: { instrumentId: string }, language: string, change: object = {}) {
  const { languages } = await languagesOf(person, survey);
  const { sha256 } = languages.find((one: { language: string }) => one.language === language);
  const body = { language, sha256, verdict: 'approved', ...change };
  return person.send('POST', `/api/instruments/${survey.instrumentId}/language-reviews`, body);
}

describe('the rule of an organization', () => {
  test('asks for English and French alone until an owner says more, in tags that exist', async () => {
    expect(await read(vic, '/api/language-rule')).toEqual({ required: [], review: false });
    expect((await rita.send('PUT', '/api/language-rule', { required: ['iu'], review: true })).statusCode).toBe(403);
    const wrong = await alice.send('PUT', '/api/language-rule', { required: ['inuktitut'], review: true });
    expect(wrong.json()).toMatchObject({ code: 'language-tag-unknown' });
    const kept = await alice.send('PUT', '/api/language-rule', {
      required: ['IU-latn', 'fr', 'iu-Latn'],
      review: false,
    });
    expect(kept.json()).toEqual({ required: ['iu-Latn'], review: false });
  });

  test('keeps a questionnaire without a required language from being published', async () => {
    const survey = await aSurvey();
    expect((await draftOf(survey)).flaws.map((flaw: { code: string }) => flaw.code)).toEqual(['language-missing']);
    expect((await publish(survey)).json()).toMatchObject({ code: 'instrument-incomplete' });
    expect(await languagesOf(vic, survey)).toMatchObject({ absent: ['iu-Latn'] });
    await alice.send('PUT', '/api/language-rule', { required: [], review: false });
    expect((await publish(survey)).statusCode).toBe(200);
  });
});

describe('a questionnaire in Arabic', () => {
  test('is translated by a file, reviewed by a second person, published, answered and counted in it', async () => {
    await alice.send('PUT', '/api/language-rule', { required: ['ar'], review: true });
    const survey = await aSurvey();
    const address = `/api/instruments/${survey.instrumentId}`;
    const draft = await draftOf(survey);
    const wide = addLanguage(draft.instrument, 'ar');
    const saved = (await alice.send('PUT', address, { revision: draft.revision, instrument: wide })).json();
    expect(saved.flaws.every((flaw: { language: string }) => flaw.language === 'ar')).toBe(true);

    const exported = await alice.send('GET', `${address}/translations/ar?format=csv&source=fr`);
    expect(exported.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect((await alice.send('GET', `${address}/translations/es`)).json()).toMatchObject({ code: 'language-absent' });

    const content = inArabic(wide);
    const looked = await rita.send('POST', `${address}/translations`, { content, revision: saved.revision });
    expect(looked.json()).toMatchObject({ language: 'ar', draft: null, refusals: [] });
    expect((await draftOf(survey)).revision).toBe(saved.revision);
    const sent = { content, revision: saved.revision, apply: true };
    expect((await vic.send('POST', `${address}/translations`, sent)).statusCode).toBe(403);
    const applied = (await rita.send('POST', `${address}/translations`, sent)).json();
    expect(applied.draft.flaws).toEqual([]);
    expect(applied.draft.instrument.sections[0].questions[0].item).not.toBeNull();
    expect((await rita.send('POST', `${address}/translations`, sent)).json()).toMatchObject({
      changes: [],
      draft: null,
    });

    expect((await publish(survey)).json()).toMatchObject({
      code: 'languages-unreviewed',
      title: { en: expect.stringContaining('nobody has reviewed the Arabic yet') },
    });
    expect((await review(rita, survey, 'ar')).json()).toMatchObject({ code: 'review-of-own-words' });
    expect((await review(vic, survey, 'ar')).statusCode).toBe(403);
    expect((await review(alice, survey, 'ar', { verdict: 'sent-back' })).json()).toMatchObject({
      code: 'review-without-note',
    });
    expect((await review(alice, survey, 'ar', { sha256: '0'.repeat(64) })).json()).toMatchObject({
      code: 'review-moved-on',
    });
    for (const language of ['en', 'fr', 'ar']) expect((await review(alice, survey, language)).statusCode).toBe(200);

    const retouched = writeTexts(applied.draft.instrument, 'ar', new Map([['title', 'عنوان آخر']]));
    await rita.send('PUT', address, { revision: applied.draft.revision, instrument: retouched });
    const refused = (await publish(survey)).json();
    expect(refused.title.en).toContain('the Arabic has changed since');
    expect(refused.title.fr).toContain('Le questionnaire, titre');
    const state = (await languagesOf(rita, survey)).languages.find(
      (one: { language: string }) => one.language === 'ar',
    );
    expect(state).toMatchObject({ isReviewed: false, isYours: true, review: { changed: [{ id: 'title' }] } });
    expect((await review(alice, survey, 'ar')).statusCode).toBe(200);
    const published = (await publish(survey)).json();
    expect(published.answerPath).toMatch(/^\/s\//);

    const person = await new Respondent(place.server).open(published.answerPath, 'ar-EG,ar;q=0.9,en;q=0.5');
    expect(person.page).toContain('<html lang="ar" dir="rtl">');
    await person.press('start');
    const code = /name="q-([a-z0-9_]+)" value="1"/.exec(person.page)?.[1] ?? '';
    await person.press('fr', { [code]: '1' });
    expect(person.page).toContain('<html lang="fr-CA" dir="ltr">');
    expect(person.page).toMatch(new RegExp(`name="q-${code}" value="1"[^>]* checked`));
    await person.press('ar', { [code]: '1' });
    expect(person.page).toContain('dir="rtl"');
    await person.press('next', { [code]: '1' });
    while (!person.page.includes('value="send"')) await person.press('next');
    await person.press('send');
    expect(person.page).toContain('عربي Thank you');
    const fieldwork = await read(alice, `/api/surveys/${survey.id}/fieldwork`);
    expect(fieldwork.byLanguage).toEqual([{ key: 'ar', count: 1 }]);

    const token = published.answerPath.split('/').at(-1);
    const put = (language: string) =>
      place.server.inject({
        method: 'PUT',
        url: `/api/collect/${token}/responses/${crypto.randomUUID()}`,
        payload: { language, mode: 'paper', entries: { [code]: ['2'] } },
      });
    expect((await put('iu')).json()).toMatchObject({ code: 'language-unknown' });
    expect((await put('ar')).statusCode).toBe(200);
  });
});
