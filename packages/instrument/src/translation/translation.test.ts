import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyInstrument } from '../arbitrary-instrument.fixture.ts';
import { checkInstrument } from '../check-instrument.ts';
import { anInstrument } from '../testing.fixture.ts';
import { everyKind } from './every-kind.fixture.ts';
import {
  addLanguage,
  completenessOf,
  percentDone,
  removeLanguage,
  sameTexts,
  translatableTexts,
  writeTexts,
} from './translatable-text.ts';

const arabic = addLanguage(anInstrument(), 'ar');
const everyText = (language: string, instrument = addLanguage(anInstrument(), language)) =>
  new Map(translatableTexts(instrument, language).map(({ id, text }) => [id, `${language} ${text.en}`]));

describe('the texts of an instrument', () => {
  test('come in the order in which people meet them, each with its place and its name', () => {
    const texts = translatableTexts(arabic, 'ar');
    expect(texts.slice(0, 5).map(({ id }) => id)).toEqual([
      'title',
      'introduction',
      'section:service:title',
      'question:overall:wording',
      'question:overall:prompt',
    ]);
    const answer = texts.find(({ id }) => id === 'question:wait:point:2');
    expect(answer?.place.label).toEqual({ en: 'Question 2', fr: 'La question 2' });
    expect(answer?.name).toEqual({ en: 'Answer 2', fr: 'Réponse 2' });
    expect(new Set(texts.map(({ id }) => id)).size).toBe(texts.length);
  });

  test('hold the words of the page in a further language only, in each form in which it counts', () => {
    const ids = (language: string) =>
      translatableTexts(addLanguage(anInstrument(), language), language).map(({ id }) => id);
    expect(ids('fr').some((id) => id.startsWith('page:'))).toBe(false);
    expect(ids('ar').filter((id) => id.startsWith('page:minutes.'))).toHaveLength(6);
    expect(ids('iu').filter((id) => id.startsWith('page:minutes.'))).toHaveLength(3);
    expect(ids('zh-Hans').filter((id) => id.startsWith('page:minutes.'))).toHaveLength(1);
  });

  test('leave out the words of the page that this questionnaire never shows', () => {
    const ids = translatableTexts(arabic, 'ar').map(({ id }) => id);
    expect(ids).not.toContain('page:noPlace');
    expect(ids).not.toContain('page:preview');
    expect(translatableTexts(addLanguage(everyKind, 'ar'), 'ar').map(({ id }) => id)).toContain('page:noPlace');
  });
});

describe('a further language', () => {
  test('stands in the way of publishing until every text is there, and names each place', () => {
    const flaws = checkInstrument(arabic);
    expect(flaws.every(({ code, language }) => code === 'text-missing' && language === 'ar')).toBe(true);
    expect(flaws.map(({ message }) => message.en)).toContain(
      'Question 1: 7 texts are missing in Arabic (0% done). Write them under “Languages”.',
    );
    expect(flaws.some(({ message }) => message.fr.includes('mots de ses pages manquent en arabe'))).toBe(true);
    expect(checkInstrument(writeTexts(arabic, 'ar', everyText('ar')))).toEqual([]);
  });

  test('is one flaw where the organization requires it and it is absent', () => {
    const flaws = checkInstrument(anInstrument(), ['en', 'fr', 'iu']);
    expect(flaws.map(({ code, language }) => [code, language])).toEqual([['language-missing', 'iu']]);
  });

  test('must have a language tag, once', () => {
    const wrong = checkInstrument(anInstrument({ languages: ['en', 'fr', 'inuktitut', 'fr'] }));
    expect(wrong.filter(({ code }) => code === 'language-malformed')).toHaveLength(2);
  });

  test('is complete at 100% only where nothing is missing', () => {
    const texts = everyText('ar');
    const [last] = [...texts.keys()].slice(-1);
    texts.delete(last ?? '');
    const almost = completenessOf(writeTexts(arabic, 'ar', texts), 'ar');
    expect(almost.missing.map(({ id }) => id)).toEqual([last]);
    expect(percentDone(almost)).toBe(99);
  });

  test('is held back where a text is longer than a page can show', () => {
    const full = writeTexts(arabic, 'ar', everyText('ar'));
    const long = writeTexts(full, 'ar', new Map([['question:wait:point:1', 'ن'.repeat(10_000)]]));
    expect(checkInstrument(long).map(({ code, message }) => [code, message.en])).toEqual([
      ['text-long', 'Question 2: a text in Arabic (answer 1) has 10000 characters. Shorten it to 300.'],
    ]);
  });

  test('leaves no trace when it is taken away', () => {
    expect(removeLanguage(writeTexts(arabic, 'ar', everyText('ar')), 'ar')).toEqual(anInstrument());
    expect(removeLanguage(anInstrument(), 'fr')).toEqual(anInstrument());
  });

  test('offers one translation for answers that repeat', () => {
    const texts = translatableTexts(arabic, 'ar');
    const first = texts.find(({ id }) => id === 'question:overall:point:1');
    expect(first && sameTexts(texts, first).map(({ id }) => id)).toEqual([
      'question:wait:point:1',
      'question:settled:point:1',
    ]);
  });
});

test('what is written in a language is read back from it, whatever the instrument', () => {
  fc.assert(
    fc.property(anyInstrument, fc.string({ minLength: 1, maxLength: 12 }), (any, said) => {
      // Words of the page that this questionnaire never shows are no texts of it, and stay as they are.
      const instrument = { ...any, pageWords: { ...any.pageWords, ar: {} } };
      const texts = new Map(translatableTexts(instrument, 'ar').map(({ id }) => [id, `${id} ${said}`]));
      const written = writeTexts(instrument, 'ar', texts);
      const back = translatableTexts(written, 'ar');
      expect(new Map(back.map(({ id, value }) => [id, value]))).toEqual(texts);
      expect(back.map(({ text }) => [text.en, text.fr])).toEqual(
        translatableTexts(instrument, 'ar').map(({ text }) => [text.en, text.fr]),
      );
      expect(writeTexts(written, 'ar', new Map([...texts.keys()].map((id) => [id, ''])))).toEqual(instrument);
    }),
    { numRuns: 60 },
  );
});
