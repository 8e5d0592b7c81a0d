import { type Instrument, type Question, translatableTexts, writeTexts } from '@common-measure/instrument';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyType } from './every-type.fixture.ts';
import { Fieldwork } from './fieldwork.fixture.ts';

let fieldwork: Fieldwork;
let surveyId = '';
let address = '';
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
  const survey = (
    await fieldwork.alice.send('POST', '/api/surveys', {
      name: { en: 'Library', fr: 'Bibliothèque' },
      samplingClass: 'non-probability',
      timeZone: 'America/Halifax',
      packId: null,
    })
  ).json();
  surveyId = survey.id;
  address = `/api/instruments/${survey.instrumentId}`;
});
afterAll(() => fieldwork?.close());

const present = async () => (await fieldwork.alice.send('GET', address)).json();
const save = async (instrument: unknown) =>
  fieldwork.alice.send('PUT', address, { revision: (await present()).revision, instrument });

/** The questionnaire with one of its questions changed. */
function questionnaireWith(code: string, part: Partial<Question>): Instrument {
  return {
    ...everyType,
    sections: everyType.sections.map((section) => ({
      ...section,
      questions: section.questions.map((one) => (one.code === code ? { ...one, ...part } : one)),
    })),
  };
}

describe('a draft that cannot be asked is kept and told of, and never published', () => {
  const [first, ...rest] = everyType.sections;
  test.each<[string, Instrument, string, RegExp, RegExp]>([
    [
      'a missing language',
      questionnaireWith('branch', { wording: { en: 'Which branch?', fr: '' } }),
      'text-missing',
      /^Question 12: the French wording is missing\. Write it/,
      /^La question 12\u00a0: le français manque/,
    ],
    [
      'a route to a removed question',
      questionnaireWith('again', {
        skips: [{ if: { question: 'again', answered: ['yes'] }, to: { question: 'gone' } }],
      }),
      'routing-unknown',
      /^Question 16: it leads to “gone”, which is not in the questionnaire\. Remove/,
      /elle mène à «\u00a0gone\u00a0».*Retirez le saut/,
    ],
    [
      'a condition that compares text with a number',
      questionnaireWith('why_not', { showIf: { question: 'branch', compare: 'at-least', value: 3 } }),
      'routing-incomparable',
      /^Question 17: it compares the answer to “Which branch\?” with the number 3/,
      /^La question 17\u00a0: elle compare la réponse à/,
    ],
    [
      'a code twice',
      { ...everyType, sections: [...(first ? [first] : []), ...(first ? [{ ...first, code: 'twin' }] : []), ...rest] },
      'code-duplicate',
      /has the code "notice" too\. Give one of them another code/,
      /porte aussi le code «\u00a0notice\u00a0»/,
    ],
    [
      'a name of 10,000 characters',
      { ...everyType, title: { en: 'N'.repeat(10_000), fr: 'N'.repeat(10_000) } },
      'text-long',
      /has 10000 characters\. Shorten it to 300/,
      /compte 10000 caractères\. Ramenez-le à 300/,
    ],
  ])('%s', async (_what, instrument, code, en, fr) => {
    const saved = await save(instrument);
    expect(saved.statusCode).toBe(200);
    const { flaws } = saved.json();
    const flaw = flaws.find((one: { code: string }) => one.code === code);
    expect([flaw?.message.en, flaw?.message.fr]).toEqual([expect.stringMatching(en), expect.stringMatching(fr)]);
    const refused = await fieldwork.alice.send('POST', `/api/surveys/${surveyId}/publish`);
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'instrument-incomplete']);
    expect((await present()).published).toBeNull();
  });
});

describe('what is no questionnaire is refused with the place, and nothing is saved', () => {
  const [first] = everyType.sections;
  const [question] = first?.questions ?? [];
  test.each<[string, object, RegExp]>([
    ['an unknown field', { ...everyType, colour: 'red' }, /colour/],
    [
      'an unknown field of a question',
      { ...everyType, sections: [{ ...first, questions: [{ ...question, onclick: 'alert(1)' }] }] },
      /sections.*questions|onclick/,
    ],
    ['a text beyond every limit', { ...everyType, title: { en: 'N'.repeat(20_001), fr: '' } }, /title/],
    [
      'a type that there is not',
      { ...everyType, sections: [{ ...first, questions: [{ ...question, type: 'html' }] }] },
      /type/,
    ],
    ['a number for a text', { ...everyType, title: 7 }, /title/],
  ])('%s', async (_what, sent, place) => {
    const before = await present();
    const refused = await save(sent);
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'instrument-malformed']);
    expect(refused.json().title.en).toMatch(place);
    expect(refused.json().remedy.fr).toContain('Rien n’a été enregistré');
    expect(await present()).toEqual(before);
  });

  test('a name of a survey of 10,000 characters, with the field named', async () => {
    const long = 'N'.repeat(10_000);
    const refused = await fieldwork.alice.send('POST', '/api/surveys', {
      name: { en: long, fr: long },
      samplingClass: 'non-probability',
      timeZone: 'America/Halifax',
      packId: null,
    });
    expect([refused.statusCode, refused.body.includes('name')]).toEqual([422, true]);
    expect(refused.body.length).toBeLessThan(5000);
  });

  test('but for a character that no record can hold, which is left out', async () => {
    expect((await save({ ...everyType, title: { en: 'a\u0000b', fr: 'a\u0000b' } })).statusCode).toBe(200);
    expect((await present()).instrument.title).toEqual({ en: 'ab', fr: 'ab' });
  });
});

describe('pasted markup and script are characters everywhere', () => {
  const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)><b style="color:red">=1+1';
  /** Every text of the questionnaire in every language. */
  const pasted = ['en', 'fr'].reduce(
    (before, language) =>
      writeTexts(before, language, new Map(translatableTexts(before, language).map(({ id }) => [id, hostile]))),
    everyType,
  );
  const isHarmless = (html: string) => {
    expect(html).toContain('alert(1)');
    expect(html).not.toMatch(/<script|<img|<b style|onerror=alert\(1\)>(?!&)/);
  };

  test('on every page of a respondent, and on paper, in both languages', async () => {
    const survey = await fieldwork.openSurveyOf(pasted);
    for (const language of ['en-CA', 'fr-CA']) {
      const eve = fieldwork.respondent();
      await eve.open(survey.answerPath, language);
      isHarmless(eve.page);
      await eve.press('start');
      for (const answers of [{}, { consent: 'yes' }, {}, { purpose: 'books' }, { minutes: '45' }, {}, {}]) {
        isHarmless(eve.page);
        await eve.press('next', answers);
      }
    }
    for (const language of ['en', 'fr']) {
      const { instrumentId } = (await fieldwork.alice.send('GET', `/api/surveys/${survey.id}`)).json();
      const paper = await fieldwork.alice.send('GET', `/api/instruments/${instrumentId}/paper?lang=${language}`);
      expect(paper.statusCode).toBe(200);
      isHarmless(paper.body);
    }
  });
});
