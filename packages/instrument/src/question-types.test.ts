import { describe, expect, test } from 'vitest';
import { takeEntries } from './entry.ts';
import type { Answer, Question } from './instrument.ts';
import { likelihoodScale, ownKinds, ownQuestion, thumbsScale } from './own-question.ts';
import { readAnswers } from './read-answers.ts';
import { readDate } from './read-date.ts';
import { recordedAnswers } from './routing.ts';
import { anInstrument, aQuestion } from './testing.fixture.ts';

const label = (text: string) => ({ en: text, fr: text });
const options = ['a', 'b', 'c', 'none'].map((code) => ({ code, label: label(code) }));
const asking = (parts: Partial<Question>): Question =>
  aQuestion('q', { scale: null, doesNotApply: false, dontKnow: false, ...parts });
const answerTo = (question: Question, ...values: string[]): Answer | undefined =>
  readAnswers([question], { q: values }).answers.q;
const refusalOf = (question: Question, ...values: string[]) =>
  readAnswers([question], { q: values }).problems[0]?.message;

describe('a ranking', () => {
  const ranking = asking({ type: 'ranking', options, dontKnow: true });

  test('is read by its places, first place first, from a form or as codes in their order', () => {
    const ranked = { kind: 'codes', codes: ['c', 'a'] };
    expect(answerTo(ranking, 'a=2', 'c=1')).toEqual(ranked);
    expect(answerTo(ranking, 'c', 'a')).toEqual(ranked);
    expect(answerTo(ranking, '-dk')).toEqual({ kind: 'missing', missing: 'dont-know' });
  });

  test('gives no place twice, leaves none out, and has no place beyond the last', () => {
    expect(refusalOf(ranking, 'a=1', 'b=1')?.en).toBe('Give place 1 to one answer only');
    expect(refusalOf(ranking, 'a=1', 'b=3')?.fr).toContain('sans en sauter');
    expect(refusalOf({ ...ranking, atMost: 2 }, 'a=3')?.en).toBe('Give the places from 1 to 2 only');
    expect(refusalOf({ ...ranking, atLeast: 2 }, 'a=1')?.en).toBe('Give at least the places from 1 to 2');
    for (const odd of ['a=0', 'z=1', 'a=1=2', 'a=x']) expect(refusalOf(ranking, odd)?.en).toContain('answers shown');
    expect(refusalOf(ranking, 'a=1', '-dk')?.en).toContain('not both');
  });
});

describe('a date', () => {
  const date = asking({ type: 'date', earliest: '2027-01-01', latest: '2027-12-31' });

  test.each([
    ['2027-06-01', '2027-06-01'],
    ['2027-6-1', '2027-06-01'],
    ['2024-02-29', '2024-02-29'],
  ])('"%s" is %s', (typed, day) => expect(readDate(typed)).toBe(day));

  test.each(['2027-02-29', '2027-13-01', '27-06-01', '2027-06', 'June', '2027-06-01-x'])('"%s" is no day', (typed) =>
    expect(readDate(typed)).toBeNull(),
  );

  test('is put together from its three boxes, and what is no day stays as it was entered', () => {
    const instrument = anInstrument({ sections: [{ code: 's', title: label('s'), questions: [date] }] });
    const boxes = (day: string, month: string, year: string) =>
      takeEntries(instrument, {}, ['q'], { 'q-q.day': [day], 'q-q.month': [month], 'q-q.year': [year] });
    expect(boxes('1', '06', '2027')).toEqual({ q: ['2027-06-1'] });
    expect(boxes('31', '', 'last year')).toEqual({ q: ['last year--31'] });
    expect(boxes('', '', '')).toEqual({});
  });

  test('outside its limits is refused with the limits', () => {
    expect(answerTo(date, '2027-12-31')).toEqual({ kind: 'date', date: '2027-12-31' });
    expect(refusalOf(date, '2028-01-01')).toEqual({
      en: 'Enter a day that exists from January 1, 2027 up to December 31, 2027, with its year in four digits',
      fr: 'Entrez une date qui existe à partir du 1er\u00a0janvier\u00a02027 jusqu’au 31\u00a0décembre\u00a02027, avec l’année en quatre chiffres',
    });
  });
});

describe('a number', () => {
  test('keeps to its limits and decimal places, and says which', () => {
    const years = asking({ type: 'number', min: 18, max: 110, decimals: 0, unit: { en: 'years', fr: 'ans' } });
    expect(answerTo(years, '18')).toEqual({ kind: 'number', value: 18 });
    expect(refusalOf(years, '17')).toEqual({
      en: 'Enter a whole number of years from 18 to 110, such as 18',
      fr: 'Entrez un nombre entier d’ans (de 18 à 110), par exemple 18',
    });
    expect(refusalOf(years, '20,5')?.en).toContain('whole number');
  });

  test('below zero is read only where the question allows it', () => {
    expect(answerTo(asking({ type: 'number', min: -40 }), '−12,5')).toEqual({ kind: 'number', value: -12.5 });
    expect(refusalOf(asking({ type: 'number' }), '-12')).toBeDefined();
  });
});

describe('a consent', () => {
  const consent = asking({ type: 'consent', options: [{ code: 'yes', label: label('I agree') }], required: true });

  test('must be given to go on where it is required, and is stored as given', () => {
    expect(answerTo(consent, 'yes')).toEqual({ kind: 'codes', codes: ['yes'] });
    expect(refusalOf(consent)?.en).toContain('To go on, tick this box');
    expect(readAnswers([{ ...consent, required: false }], {}).problems).toEqual([]);
  });
});

describe('words beside "other"', () => {
  const question = asking({
    type: 'single',
    options: [...options, { code: 'other', label: label('Other'), specify: true }],
  });
  const instrument = anInstrument({ sections: [{ code: 's', title: label('s'), questions: [question] }] });

  test('are stored under a name of their own, and never dropped in silence', () => {
    expect(readAnswers([question], { q: ['other'], q_other: [' A friend '] }).answers).toEqual({
      q: { kind: 'codes', codes: ['other'] },
      q_other: { kind: 'text', text: 'A friend' },
    });
    const unchosen = readAnswers([question], { q: ['a'], q_other: ['A friend'] });
    expect(unchosen.answers).toEqual({});
    expect(unchosen.problems[0]?.message.fr).toContain('choisissez aussi cette réponse');
  });

  test('are not asked of who chose something else', () => {
    expect(recordedAnswers(instrument, { q: { kind: 'codes', codes: ['a'] } }).q_other).toEqual({
      kind: 'missing',
      missing: 'not-asked',
    });
    expect(recordedAnswers(instrument, { q: { kind: 'codes', codes: ['other'] } }).q_other).toEqual({
      kind: 'missing',
      missing: 'no-answer',
    });
  });
});

test('a choice of several asks for its least number, but not beside an answer that stands alone', () => {
  const few = asking({
    type: 'multiple',
    atLeast: 2,
    options: options.map((option) => ({ ...option, exclusive: option.code === 'none' })),
  });
  expect(refusalOf(few, 'a')?.fr).toBe('Choisissez au moins 2 réponses');
  expect(answerTo(few, 'a', 'b')).toEqual({ kind: 'codes', codes: ['a', 'b'] });
  expect(answerTo(few, 'none')).toEqual({ kind: 'codes', codes: ['none'] });
});

test('what is softly required is wished for and let go; a text to read asks nothing', () => {
  const soft = asking({ type: 'text', softRequired: true });
  expect(readAnswers([soft], {}).problems).toMatchObject([{ question: 'q', message: expect.anything(), soft: true }]);
  expect(readAnswers([asking({ type: 'information', required: true })], { q: ['x'] })).toEqual({
    answers: {},
    problems: [],
  });
});

test('one can begin with every kind of question, and the ratings of their own look rest on the scales of the bank', () => {
  for (const kind of ownKinds) expect(ownQuestion(anInstrument(), kind, aQuestion('x')).code).toBe('own_1');
  expect(likelihoodScale.points.map((point) => Number(point.code))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(thumbsScale.points.map((point) => point.code)).toEqual(['0', '1']);
});
