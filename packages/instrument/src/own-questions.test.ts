import { describe, expect, test } from 'vitest';
import { checkInstrument } from './check-instrument.ts';
import { questionsOf } from './edit-instrument.ts';
import type { Question } from './instrument.ts';
import { ownQuestions, ownRow } from './own-questions.ts';
import { questionGroups } from './question-groups.ts';
import { anInstrument, aQuestion } from './testing.fixture.ts';

const same = (text: string) => ({ en: text, fr: text });
const like = aQuestion('like');
const withWords = (questions: readonly Question[]) =>
  questions.map((question) => ({
    ...question,
    wording: same(question.code),
    unit: question.unit && same('minutes'),
  }));
const asking = (...questions: readonly Question[]) =>
  anInstrument({ sections: [{ code: 's', title: same('S'), questions }] });
const flawsOf = (...questions: readonly Question[]) =>
  checkInstrument(asking(...questions)).map(({ code, question }) => [code, question]);

describe('a pair of expected and actual', () => {
  test('begins as two questions that can be published once they are worded, of ratings and of numbers', () => {
    for (const kind of ['pair', 'number-pair'] as const) {
      const pair = withWords(ownQuestions(anInstrument(), kind, like));
      expect(pair.map((one) => [one.code, one.expectation])).toEqual([
        ['own_1', undefined],
        ['own_2', 'own_1'],
      ]);
      expect(flawsOf(...pair)).toEqual([]);
      expect(questionGroups(pair)).toHaveLength(2);
    }
  });

  test('is refused with its remedy where the partner is missing, comes later, or cannot be subtracted', () => {
    const [expected, actual] = withWords(ownQuestions(anInstrument(), 'pair', like)) as [Question, Question];
    expect(flawsOf(actual)).toEqual([['expectation-unknown', 'own_2']]);
    expect(flawsOf({ ...expected, expectation: 'own_1' })).toEqual([['expectation-unknown', 'own_1']]);
    expect(flawsOf(actual, expected)).toEqual([['expectation-later', 'own_2']]);
    const shorter = actual.scale && { ...actual.scale, points: actual.scale.points.slice(1) };
    expect(flawsOf(expected, { ...actual, scale: shorter })).toEqual([['expectation-unlike', 'own_2']]);
    const [minutes, took] = withWords(ownQuestions(anInstrument(), 'number-pair', like)) as [Question, Question];
    expect(flawsOf(minutes, { ...took, unit: same('hours') })).toEqual([['expectation-unlike', 'own_2']]);
    expect(flawsOf(expected, { ...took, code: 'took' })).toEqual([['expectation-unlike', 'took']]);
  });

  test('keeps the name of its gap from other questions', () => {
    const pair = withWords(ownQuestions(anInstrument(), 'pair', like));
    expect(flawsOf(...pair, aQuestion('own_2_gap'))).toEqual([['code-duplicate', 'own_2_gap']]);
  });
});

test('a matrix begins as three rows of one group and scale, and a further row is like them', () => {
  const taken = asking(aQuestion('own_1', { group: 'matrix_1' }));
  const rows = ownQuestions(taken, 'matrix', like);
  expect(rows.map((row) => [row.code, row.group])).toEqual([
    ['own_2', 'matrix_2'],
    ['own_3', 'matrix_2'],
    ['own_4', 'matrix_2'],
  ]);
  const home = asking(...questionsOf(taken), ...rows);
  const more = ownRow(home, { ...rows[0]!, dontKnow: false, role: 'driver' }, same('The form'));
  expect(more).toMatchObject({ code: 'own_5', group: 'matrix_2', dontKnow: false, role: 'driver', item: null });
  expect(questionGroups([...rows, more]).map((group) => group.length)).toContain(3);
});
