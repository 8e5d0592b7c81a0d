import { describe, expect, test } from 'vitest';
import { emptyInstrument, type Instrument, type Question } from '../index.ts';
import { ownQuestion } from '../own-question.ts';
import { adviceOn } from './advice-on.ts';

const bare = emptyInstrument({ en: 'Visit', fr: 'Visite' });
const agreement = {
  id: 'agree',
  version: 1,
  points: ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree'].map(
    (en, index) => ({
      code: String(index + 1),
      label: {
        en,
        fr:
          ['Tout à fait en désaccord', 'En désaccord', 'Ni l’un ni l’autre', 'D’accord', 'Tout à fait d’accord'][
            index
          ] ?? '',
      },
    }),
  ),
  prompt: { en: 'Do you agree?', fr: 'Êtes-vous d’accord?' },
  higher: 'better' as const,
};
const own = (kind: Parameters<typeof ownQuestion>[1], code: string, change: Partial<Question> = {}): Question => ({
  ...ownQuestion(bare, kind, null),
  code,
  wording: { en: `The ${code} was clear.`, fr: `Le ${code} était clair.` },
  ...change,
});
const statements = (count: number): readonly Question[] =>
  Array.from({ length: count }, (_, index) => own('rating', `s${index}`, { scale: agreement }));
const of = (questions: readonly Question[], change: Partial<Instrument> = {}): Instrument => ({
  ...bare,
  ...change,
  sections: [{ code: 'a', title: { en: 'A', fr: 'A' }, questions }],
});
const found = (check: string, instrument: Instrument) =>
  adviceOn(instrument)
    .filter((advice) => advice.check === check)
    .map(({ question, found }) => [question, ...found]);
const asked = (en: string, fr: string, change: Partial<Question> = {}) =>
  own('text', 'q', { wording: { en, fr }, ...change });

describe('the length of a survey', () => {
  test('is advised on from the 21st question, information not counted', () => {
    const texts = Array.from({ length: 20 }, (_, index) => own('short-text', `q${index}`));
    expect(found('many-questions', of([...texts, own('information', 'i')]))).toEqual([]);
    expect(found('many-questions', of([...texts, own('number', 'n')]))).toEqual([[null]]);
  });

  test('is advised on from the fourth long open question', () => {
    const texts = Array.from({ length: 3 }, (_, index) => own('text', `q${index}`));
    expect(found('many-texts', of([...texts, own('short-text', 's')]))).toEqual([]);
    expect(found('many-texts', of([...texts, own('text', 'd')]))).toEqual([[null]]);
  });

  test('and force: more than half of five required questions', () => {
    const questions = Array.from({ length: 5 }, (_, index) => own('number', `q${index}`, { required: index < 3 }));
    expect(found('many-required', of(questions))).toEqual([[null]]);
    expect(found('many-required', of(questions.map((one, index) => ({ ...one, required: index < 2 }))))).toEqual([]);
  });
});

describe('rows of statements', () => {
  test('are too many for a phone from the seventh row of a matrix, and too long with long words', () => {
    expect(found('matrix-large', of(statements(6)))).toEqual([]);
    expect(found('matrix-large', of(statements(7)))).toEqual([['s0']]);
    const long = own('rating', 'long', {
      scale: agreement,
      wording: { en: 'word '.repeat(21), fr: 'mot' },
    });
    expect(found('matrix-large', of([...statements(2), long]))[0]?.[0]).toBe('s0');
  });

  test('are a battery from the seventh in a row, told once where it begins', () => {
    expect(found('agreement-battery', of(statements(6)))).toEqual([]);
    const broken = [
      ...statements(6),
      own('text', 't'),
      ...statements(2).map((one) => ({ ...one, code: `x${one.code}` })),
    ];
    expect(found('agreement-battery', of(broken))).toEqual([]);
    expect(found('agreement-battery', of(statements(9)))).toEqual([['s0']]);
  });
});

describe('letters for words', () => {
  test('are advised on until they are spelled out, in the introduction or in an earlier question', () => {
    const question = asked('Did the CRA answer?', 'L’ARC a-t-elle répondu?');
    expect(found('acronym', of([question]))).toEqual([
      ['q', 'CRA'],
      ['q', 'ARC'],
    ]);
    const introduction = {
      en: 'The Canada Revenue Agency (CRA) asks.',
      fr: 'L’Agence du revenu du Canada (ARC) demande.',
    };
    expect(found('acronym', of([question], { introduction }))).toEqual([]);
  });

  test('that everybody knows, and texts in capitals, are left alone', () => {
    expect(found('acronym', of([asked('Was the PDF clear?', 'Le PDF était-il clair?')]))).toEqual([]);
    expect(found('acronym', of([asked('STOP HERE', 'ARRÊTEZ ICI')]))).toEqual([]);
  });
});

describe('a question about how often', () => {
  const often = asked('How often do you use the site?', 'À quelle fréquence utilisez-vous le site?');
  test('needs a period: its own, a slot, or that of the questionnaire', () => {
    expect(found('reference-period', of([often]))).toEqual([
      ['q', 'How often'],
      ['q', 'À quelle fréquence'],
    ]);
    const period = { en: 'the last 12 months', fr: 'les 12 derniers mois' };
    expect(found('reference-period', of([often], { referencePeriod: period }))).toEqual([]);
    const bound = asked('How often did you call last year?', 'Combien de fois avez-vous appelé l’année dernière?');
    const slot = asked('How many times did you call {period}?', 'Combien de fois avez-vous appelé {period}?');
    expect(found('reference-period', of([bound, { ...slot, code: 'p' }]))).toEqual([]);
  });
});

describe('sensitive questions', () => {
  const income = asked('What is your income?', 'Quel est votre revenu?');
  const others = ['a', 'b', 'c', 'd'].map((code) => own('number', code));
  test('are advised on among the first two, not later, and not where nothing else is asked', () => {
    expect(found('sensitive-first', of([income, ...others]))).toEqual([['q', 'income', 'revenu']]);
    expect(found('sensitive-first', of([...others, income]))).toEqual([]);
    expect(found('sensitive-first', of(others.map((one) => ({ ...income, code: one.code }))))).toEqual([]);
  });
});

test('advice comes in order: of the whole first, then question by question as they stand', () => {
  const questions = [
    own('rating', 'b', {
      scale: agreement,
      wording: { en: 'It was not fast and fair.', fr: 'Ce n’était pas rapide et juste.' },
    }),
  ];
  const all = adviceOn(of([...Array.from({ length: 21 }, (_, index) => own('number', `n${index}`)), ...questions]));
  expect(all.map(({ question, check }) => [question, check])).toEqual([
    [null, 'many-questions'],
    ['b', 'double-barrelled'],
    ['b', 'double-barrelled'],
    ['b', 'negation'],
    ['b', 'negation'],
  ]);
  expect(all[1]?.label.en).toBe('Question 22');
});
