import { describe, expect, test } from 'vitest';
import { emptyInstrument, ownQuestion } from '../index.ts';
import { countSyllables } from './count-syllables.ts';
import { colemanLiauIndex, fleschKincaidGrade, gradeOfLix, kandelMolesEase, lix } from './formulas.ts';
import { gradeInWords, readabilityOf, readabilityOfQuestion, readabilityOfTexts } from './readability-of.ts';
import { spokenWords } from './syllables.fixture.ts';
import { addCounts, countSentence, nothingCounted, sentencesOf } from './text-counts.ts';

const none = { sentences: 1, words: 1, syllables: 0, letters: 0, longWords: 0 };
const countsOf = (text: string, language: 'en' | 'fr') =>
  sentencesOf(text)
    .map((sentence) => countSentence(sentence, language))
    .reduce((sum, part) => addCounts(sum, part), nothingCounted);

describe('the formulas', () => {
  test('of Flesch and Kincaid give the published grade of the platypus: 13 words, 24 syllables, 11.3', () => {
    expect(fleschKincaidGrade({ ...none, words: 13, syllables: 24 })).toBeCloseTo(11.3, 1);
  });

  test('of Coleman and Liau give the grade of their own abstract, counted from its text: 119 words, 5 sentences, 639 letters, 14.5', () => {
    const abstract =
      'Existing computer programs that measure readability are based largely upon subroutines which estimate number of syllables, usually by counting vowels. The shortcoming in estimating syllables is that it necessitates keypunching the prose into the computer. There is no need to estimate syllables since word length in letters is a better predictor of readability than word length in syllables. Therefore, a new readability formula was computed that has for its predictors letters per 100 words and sentences per 100 words. Both predictors can be counted by an optical scanning device, and thus the formula makes it economically feasible for an organization such as the U.S. Office of Education to calibrate the readability of all textbooks for the public school system.';
    const counts = countsOf(abstract, 'en');
    expect([counts.words, counts.sentences, counts.letters]).toEqual([119, 5, 639]);
    expect(colemanLiauIndex(counts)).toBeCloseTo(14.5, 1);
  });

  test('of Kandel and Moles is that of Flesch with French weights: one-syllable words in sentences of ten are easiest', () => {
    expect(kandelMolesEase({ ...none, words: 10, syllables: 10 })).toBeCloseTo(207 - 10.15 - 73.6, 8);
    expect(kandelMolesEase({ ...none, words: 100, sentences: 5, syllables: 175 })).toBeCloseTo(57.9, 1);
  });

  test('of Björnsson adds the length of sentences and the share of long words; Anderson’s table gives its grades', () => {
    expect(lix({ ...none, words: 200, sentences: 10, longWords: 50 })).toBe(45);
    const table = [
      [9, 1],
      [10, 2],
      [15, 3],
      [20, 4],
      [24, 5],
      [28, 6],
      [32, 7],
      [36, 8],
      [40, 9],
      [44, 10],
      [48, 11],
      [52, 12],
      [56, 13],
      [80, 13],
    ];
    for (const [value = 0, grade] of table) expect(Math.floor(gradeOfLix(value))).toBe(grade);
  });
});

describe('syllables', () => {
  test.each(['en', 'fr'] as const)('of common words are counted right in %s for 98 in a hundred', (language) => {
    const words = spokenWords[language].split(' ').map((entry) => entry.split(':'));
    const wrong = words.filter(([word = '', count]) => countSyllables(word, language) !== Number(count));
    expect(wrong.length / words.length).toBeLessThan(0.02);
  });

  test('are one at least, and one for each figure', () => {
    expect(countSyllables('hm', 'en')).toBe(1);
    expect(countSyllables('2016', 'fr')).toBe(4);
  });
});

describe('sentences', () => {
  test('end with a mark or a line, not within a number or after an initial', () => {
    expect(sentencesOf('Wait 2.5 hours. Then call. M. Roy answers?\nYes')).toHaveLength(4);
    expect(sentencesOf('«\u00a0Oui.\u00a0» Et non.')).toHaveLength(2);
    expect(sentencesOf(' ')).toEqual([]);
  });
});

describe('a text', () => {
  const plain = 'Was it easy to reach us? Did you get what you came for? How long did you wait?';
  const heavy =
    'To what extent did the administrative documentation requirements communicated by departmental representatives correspond to your anticipated informational necessities?';
  const lourd =
    'Dans quelle mesure les exigences documentaires administratives communiquées par les représentants ministériels correspondaient-elles à vos nécessités informationnelles?';

  test('in long words and sentences is above the target, a plain one is not, in both languages', () => {
    expect(readabilityOfTexts([plain], 'en')?.isAboveTarget).toBe(false);
    expect(readabilityOfTexts([heavy], 'en')?.isAboveTarget).toBe(true);
    expect(readabilityOfTexts(['Est-ce que c’était facile de nous joindre?'], 'fr')?.isAboveTarget).toBe(false);
    expect(readabilityOfTexts([lourd], 'fr')?.isAboveTarget).toBe(true);
  });

  test('of few words has a grade without a range; a longer one has a range around it', () => {
    expect(readabilityOfTexts([plain], 'en')?.range).toBeNull();
    const long = readabilityOfTexts([...Array.from({ length: 8 }, () => plain), heavy], 'en');
    const [low = 99, high = 0] = long?.range ?? [];
    expect(low).toBeLessThan(long?.grade ?? 0);
    expect(high).toBeGreaterThan(long?.grade ?? 99);
  });

  test('that is empty has no grade', () => {
    expect(readabilityOfTexts(['', ' '], 'fr')).toBeNull();
  });
});

test('a questionnaire is read in both languages, a question by its wording and hint', () => {
  const bare = emptyInstrument({ en: 'Visit', fr: 'Visite' });
  const question = {
    ...ownQuestion(bare, 'text', null),
    wording: { en: 'Why did you come?', fr: 'Pourquoi êtes-vous venu?' },
    hint: { en: 'In a few words.', fr: 'En quelques mots.' },
  };
  expect(readabilityOfQuestion(question, 'fr')).toMatchObject({ language: 'fr', sentences: 2, words: 7 });
  const whole = readabilityOf({ ...bare, sections: [{ code: 'a', title: bare.title, questions: [question] }] });
  expect(whole.en).toMatchObject({ words: 8, sentences: 2 });
});

test('a grade has the name it has in school', () => {
  expect(gradeInWords(7.6)).toEqual({ en: 'grade 7', fr: '1re secondaire' });
  expect(gradeInWords(0.2)).toEqual({ en: 'grade 1', fr: '1re année du primaire' });
  expect(gradeInWords(8.9).fr).toBe('2e secondaire');
  expect(gradeInWords(13.1).en).toBe('beyond grade 12');
});
