import { describe, expect, test } from 'vitest';
import { checkInstrument } from './check-instrument.ts';
import type { Answers, Condition, Instrument, Question } from './instrument.ts';
import { reachable } from './reachable.ts';
import { recordedAnswers, whichQuestions, whichSections } from './routing.ts';
import { anInstrument, aQuestion } from './testing.fixture.ts';

const label = (text: string) => ({ en: text, fr: text });
const yesNo = ['yes', 'no'].map((code) => ({ code, label: label(code) }));
const single = (code: string, parts: Partial<Question> = {}) =>
  aQuestion(code, { type: 'single', scale: null, options: yesNo, ...parts });
const number = (code: string, parts: Partial<Question> = {}) =>
  aQuestion(code, { type: 'number', scale: null, doesNotApply: false, dontKnow: false, ...parts });
const text = (code: string, parts: Partial<Question> = {}) =>
  aQuestion(code, { type: 'text', scale: null, doesNotApply: false, dontKnow: false, ...parts });
const asking = (...parts: (readonly Question[])[]): Instrument =>
  anInstrument({
    sections: parts.map((questions, index) => ({ code: `s${index + 1}`, title: label(`S${index + 1}`), questions })),
  });
const codes = (instrument: Instrument, answers: Answers) =>
  whichQuestions(instrument, answers).map((question) => question.code);
const flaws = (instrument: Instrument) => checkInstrument(instrument).map((flaw) => [flaw.code, flaw.question]);
const chose = (...chosen: string[]) => ({ kind: 'codes', codes: chosen }) as const;
const is = (value: number) => ({ kind: 'number', value }) as const;

describe('a condition', () => {
  const behind = (showIf: Condition) => asking([single('a'), number('n'), single('b')], [single('last', { showIf })]);
  const shows = (showIf: Condition, answers: Answers) => codes(behind(showIf), answers).includes('last');

  test('of several looks holds for all or for any of them', () => {
    const both = [
      { question: 'a', answered: ['yes'] },
      { question: 'n', compare: 'at-least' as const, value: 30 },
    ];
    expect(shows({ all: both }, { a: chose('yes'), n: is(30) })).toBe(true);
    expect(shows({ all: both }, { a: chose('yes'), n: is(29) })).toBe(false);
    expect(shows({ any: both }, { a: chose('no'), n: is(31) })).toBe(true);
    expect(shows({ any: both }, {})).toBe(false);
  });

  test('tells answered from unanswered, and "other than" from silence', () => {
    const unsure = { a: { kind: 'missing', missing: 'dont-know' } } as const;
    expect(shows({ question: 'a', state: 'answered' }, { a: chose('no') })).toBe(true);
    expect(shows({ question: 'a', state: 'answered' }, unsure)).toBe(false);
    expect(shows({ question: 'a', state: 'unanswered' }, unsure)).toBe(true);
    expect(shows({ question: 'a', notAnswered: ['yes'] }, { a: chose('no') })).toBe(true);
    expect(shows({ question: 'a', notAnswered: ['yes'] }, {})).toBe(false);
  });

  test.each([
    ['less', [true, false, false]],
    ['at-most', [true, true, false]],
    ['equal', [false, true, false]],
    ['at-least', [false, true, true]],
    ['more', [false, false, true]],
  ] as const)('%s compares numbers as numbers', (compare, expected) => {
    const found = [9, 10, 11].map((value) => shows({ question: 'n', compare, value: 10 }, { n: is(value) }));
    expect(found).toEqual(expected);
  });

  test('of a part shuts out all its questions', () => {
    const instrument = asking([single('a')], [single('b'), single('c')]);
    const sections = instrument.sections.map((section) =>
      section.code === 's2' ? { ...section, showIf: { question: 'a', answered: ['yes'] } } : section,
    );
    expect(whichSections({ ...instrument, sections }, {}).map((section) => section.code)).toEqual(['s1']);
    expect(codes({ ...instrument, sections }, { a: chose('yes') })).toEqual(['a', 'b', 'c']);
  });
});

describe('a skip', () => {
  const skipping = (to: NonNullable<Question['skips']>[number]['to']) =>
    asking([single('a', { skips: [{ if: { question: 'a', answered: ['no'] }, to }] }), single('b')], [single('c')]);

  test('leads to a later question, a later part or the end, and what it passes was not asked', () => {
    expect(codes(skipping({ question: 'c' }), { a: chose('no') })).toEqual(['a', 'c']);
    expect(codes(skipping({ section: 's2' }), { a: chose('no') })).toEqual(['a', 'c']);
    expect(codes(skipping('end'), { a: chose('no') })).toEqual(['a']);
    expect(codes(skipping('end'), { a: chose('yes') })).toEqual(['a', 'b', 'c']);
    const lingering = { a: chose('no'), b: chose('yes') };
    expect(recordedAnswers(skipping({ question: 'c' }), lingering).b).toEqual({
      kind: 'missing',
      missing: 'not-asked',
    });
  });

  test('that leads back or nowhere is a flaw with its place, and never a loop', () => {
    const back = skipping({ question: 'a' });
    expect(flaws(back)).toEqual([['routing-backward', 'a']]);
    expect(codes(back, { a: chose('no') })).toEqual(['a', 'b', 'c']);
    expect(flaws(skipping({ section: 'gone' }))).toEqual([['routing-unknown', 'a']]);
    expect(checkInstrument(skipping({ question: 'gone' }))[0]?.message).toEqual({
      en: 'Question 1: it leads to “gone”, which is not in the questionnaire. Remove the skip or choose another place.',
      fr: 'La question 1\u00a0: elle mène à «\u00a0gone\u00a0», qui n’est pas dans le questionnaire. Retirez le saut ou choisissez un autre endroit.',
    });
  });
});

describe('the check finds', () => {
  test('a condition that compares a text with a number', () => {
    const instrument = asking([text('t')], [single('b', { showIf: { question: 't', compare: 'more', value: 3 } })]);
    expect(flaws(instrument)).toEqual([['routing-incomparable', 'b']]);
  });

  test('a condition on a question that was removed, or on a text to read', () => {
    expect(flaws(asking([single('b', { showIf: { question: 'gone', state: 'answered' } })]))).toEqual([
      ['routing-unknown', 'b'],
    ]);
    const read = aQuestion('read', { type: 'information', scale: null });
    expect(flaws(asking([read], [single('b', { showIf: { question: 'read', state: 'answered' } })]))).toEqual([
      ['routing-unanswerable', 'b'],
    ]);
  });

  test('a question that nobody can reach, though each look by itself could hold', () => {
    const never: Condition = {
      all: [
        { question: 'a', answered: ['yes'] },
        { question: 'a', answered: ['no'] },
      ],
    };
    expect(flaws(asking([single('a')], [single('b', { showIf: never })]))).toEqual([['routing-unreachable', 'b']]);
    const between: Condition = {
      all: [
        { question: 'n', compare: 'more', value: 3 },
        { question: 'n', compare: 'less', value: 4 },
      ],
    };
    expect(flaws(asking([number('n')], [single('b', { showIf: between })]))).toEqual([]);
    expect(flaws(asking([number('n', { decimals: 0 })], [single('b', { showIf: between })]))).toEqual([
      ['routing-unreachable', 'b'],
    ]);
  });

  test('an arm that the split sample does not have', () => {
    expect(flaws(asking([single('a', { arms: ['left'] })]))).toEqual([['arm-unknown', 'a']]);
  });
});

test('the path explorer says which answers lead where', () => {
  const instrument = asking(
    [single('a', { skips: [{ if: { question: 'a', answered: ['no'] }, to: 'end' }] })],
    [single('b', { showIf: { question: 'a', answered: ['yes'] } }), single('c')],
  );
  expect(reachable(instrument)).toEqual({
    complete: true,
    unreachable: [],
    leads: [
      { from: null, to: 'a', by: 'any' },
      { from: 'a', to: 'b', by: [chose('yes')] },
      { from: 'a', to: 'c', by: [{ kind: 'missing', missing: 'no-answer' }] },
      { from: 'a', to: null, by: [chose('no')] },
      { from: 'b', to: 'c', by: 'any' },
      { from: 'c', to: null, by: 'any' },
    ],
  });
});

test('three hundred questions with a hundred conditions are followed well within a second', () => {
  const many = Array.from({ length: 300 }, (_, index) =>
    single(`q${index}`, {
      showIf: index > 2 && index % 3 === 0 ? { question: `q${index - 2}`, answered: ['yes'] } : null,
    }),
  );
  const instrument = asking(many.slice(0, 150), many.slice(150));
  const started = performance.now();
  const { complete, unreachable } = reachable(instrument);
  expect([complete, unreachable]).toEqual([true, []]);
  expect(performance.now() - started).toBeLessThan(1000);
});

test('where the paths are too many to follow, it says so, calls nothing unreachable, and does not take long', () => {
  const sources = Array.from({ length: 40 }, (_, index) => single(`s${index}`));
  const last = sources.map(({ code }, index) => single(`t${index}`, { showIf: { question: code, answered: ['yes'] } }));
  const started = performance.now();
  const { complete, unreachable } = reachable(asking(sources, last.toReversed()));
  expect([complete, unreachable]).toEqual([false, []]);
  expect(performance.now() - started).toBeLessThan(5000);
});
