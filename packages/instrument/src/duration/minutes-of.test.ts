import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyInstrument } from '../arbitrary-instrument.fixture.ts';
import { emptyInstrument, ownQuestion, type Question, questionsOf } from '../index.ts';
import { durationOf } from './duration-of.ts';
import { minutesOf } from './minutes-of.ts';
import { countWords, readingSeconds, wordsPerMinute } from './reading-speed.ts';

const bare = emptyInstrument({ en: 'Visit', fr: 'Visite' });
const scale = {
  id: 'sat',
  version: 1,
  points: [
    'Very dissatisfied',
    'Dissatisfied',
    'Neither satisfied nor dissatisfied',
    'Satisfied',
    'Very satisfied',
  ].map((label, index) => ({ code: String(index + 1), label: { en: label, fr: label } })),
  prompt: null,
  higher: 'better' as const,
};
const own = (kind: Parameters<typeof ownQuestion>[1], code: string, change: Partial<Question> = {}): Question => ({
  ...ownQuestion(bare, kind, null),
  code,
  wording: {
    en: 'How satisfied were you with the time it took to get the service?',
    fr: 'Dans quelle mesure étiez-vous satisfait du temps qu’il a fallu pour obtenir le service?',
  },
  ...change,
});
const of = (...questions: readonly Question[]) => ({
  ...bare,
  sections: [{ code: 'a', title: { en: 'A', fr: 'A' }, questions }],
});

describe('reading', () => {
  test('takes a minute for 238 English words, and longer in French for as many', () => {
    expect(readingSeconds('word '.repeat(238), 'en')).toBeCloseTo(60, 8);
    expect(wordsPerMinute('fr')).toBe(204);
    expect(wordsPerMinute('fr-CA')).toBe(204);
    expect(wordsPerMinute('iu')).toBe(192);
  });

  test('counts words, not signs: pipes by their fallback, French signs with their no-break spaces not at all', () => {
    expect(countWords('Was it {{channel|this way}} or not?')).toBe(6);
    expect(countWords('Diriez-vous «\u00a0oui\u00a0» ou «\u00a0non\u00a0»\u00a0: 1 ou 2?')).toBe(7);
    expect(countWords('')).toBe(0);
  });
});

describe('a question', () => {
  const rating = own('rating', 'a', { scale });

  test('that stands alone takes about ten seconds, as the American Trends Panel counts it', () => {
    expect(durationOf(rating, 'en')).toBeGreaterThan(8);
    expect(durationOf(rating, 'en')).toBeLessThan(13);
    const yesNo = own('single', 'b', {
      options: ['Yes', 'No'].map((label) => ({ code: label.toLowerCase(), label: { en: label, fr: label } })),
    });
    expect(durationOf(yesNo, 'en')).toBeGreaterThan(6);
    expect(durationOf(yesNo, 'en')).toBeLessThan(10);
  });

  test('on the scale of the one before it takes about half as long, and an open one several times as long', () => {
    const row = durationOf(own('rating', 'b', { scale }), 'en', rating);
    expect(row / durationOf(rating, 'en')).toBeLessThan(0.62);
    expect(durationOf(own('text', 'c'), 'en')).toBeGreaterThan(3 * durationOf(rating, 'en'));
    expect(durationOf(own('short-text', 'c'), 'en')).toBeLessThan(durationOf(own('text', 'c'), 'en'));
  });

  test('takes longer with more to read, and information only its reading', () => {
    const information = own('information', 'i', { wording: { en: 'word '.repeat(119), fr: 'mot' } });
    expect(durationOf(information, 'en')).toBeCloseTo(30, 8);
    const hinted = own('rating', 'a', {
      scale,
      hint: { en: 'Think of your last visit.', fr: 'Pensez à votre visite.' },
    });
    expect(durationOf(hinted, 'en')).toBeGreaterThan(durationOf(rating, 'en'));
  });
});

describe('minutes', () => {
  const texts = Array.from({ length: 10 }, (_, index) =>
    own('text', `t${index}`, { showIf: { question: 'came', answered: ['yes'] } }),
  );
  const came = own('single', 'came', {
    options: ['yes', 'no'].map((code) => ({ code, label: { en: code, fr: code } })),
  });

  test('differ by route: the shortest leaves out what a condition shuts, the longest nothing', () => {
    const minutes = minutesOf(of(came, ...texts), 'en');
    expect(minutes.shortest).toBe(1);
    expect(minutes.longest).toBe(7);
    expect(minutes.typical).toBeGreaterThan(1);
    expect(minutes.typical).toBeLessThan(7);
  });

  test('are one and the same where there is one route, and are longer in French', () => {
    const instrument = of(...Array.from({ length: 40 }, (_, index) => own('number', `n${index}`)));
    const { shortest, typical, longest } = minutesOf(instrument, 'en');
    expect([shortest, typical]).toEqual([longest, longest]);
    expect(minutesOf(instrument, 'fr').typical).toBeGreaterThan(typical);
  });

  test('count a turn of the page for each question that has its own', () => {
    const questions = Array.from({ length: 31 }, (_, index) => own('number', `n${index}`));
    const together = of(...questions);
    const each = {
      ...together,
      sections: together.sections.map((section) => ({ ...section, paging: 'each' as const })),
    };
    expect(minutesOf(each, 'en').typical - minutesOf(together, 'en').typical).toBe(1);
  });

  test('of any instrument lie between the shortest and the longest, and the longest is at most all questions', () => {
    fc.assert(
      fc.property(anyInstrument, (instrument) => {
        const { shortest, typical, longest } = minutesOf(instrument, 'en');
        expect(shortest).toBeGreaterThanOrEqual(1);
        expect(typical).toBeGreaterThanOrEqual(shortest);
        expect(longest).toBeGreaterThanOrEqual(typical);
        const all = questionsOf(instrument).reduce((sum, question) => sum + durationOf(question, 'en') + 2, 0);
        expect(longest).toBeLessThanOrEqual(Math.max(1, Math.round(all / 60)));
      }),
      { numRuns: 60 },
    );
  });
});
