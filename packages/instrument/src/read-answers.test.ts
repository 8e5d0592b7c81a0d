import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalAnswers } from './canonical-answers.ts';
import { longestText, takeEntries } from './entry.ts';
import type { Answers } from './instrument.ts';
import { readAnswers } from './read-answers.ts';
import { readNumber } from './read-number.ts';
import { recordedAnswers, whichQuestions, whichSections } from './routing.ts';
import { anInstrument, aQuestion } from './testing.fixture.ts';

const instrument = anInstrument();
const questions = instrument.sections.flatMap((section) => section.questions);
const read = (entries: Record<string, string[]>) => readAnswers(questions, entries);

describe('reading what a person entered', () => {
  test('takes codes, numbers, texts, and the answers outside the scale each as their kind', () => {
    expect(
      read({
        overall: ['4'],
        wait: ['-na'],
        settled: ['-dk'],
        minutes: ['1 200,5'],
        places: ['phone', 'web'],
        comment: [' Good. '],
      }),
    ).toEqual({
      problems: [],
      answers: {
        overall: { kind: 'codes', codes: ['4'] },
        wait: { kind: 'missing', missing: 'not-applicable' },
        settled: { kind: 'missing', missing: 'dont-know' },
        minutes: { kind: 'number', value: 1200.5 },
        places: { kind: 'codes', codes: ['web', 'phone'] },
        comment: { kind: 'text', text: 'Good.' },
      },
    });
  });

  test('holds a choice of several to its most, and an answer that stands alone to itself', () => {
    const label = (text: string) => ({ en: text, fr: text });
    const options = ['a', 'b', 'c', 'none'].map((code) => ({ code, label: label(code), exclusive: code === 'none' }));
    const top = aQuestion('top', { type: 'multiple', scale: null, options, atMost: 2 });
    const chosen = (...codes: string[]) => readAnswers([top], { top: codes });
    expect(chosen('a', 'c').answers.top).toEqual({ kind: 'codes', codes: ['a', 'c'] });
    expect(chosen('a', 'b', 'c').problems[0]?.message.en).toBe('Choose at most 2 answers');
    expect(chosen('a', 'none').problems[0]?.message.fr).toContain('mais pas les deux');
    expect(chosen('none').answers.top).toEqual({ kind: 'codes', codes: ['none'] });
  });

  test('never complains about what was left empty, unless it is required', () => {
    expect(read({})).toEqual({ answers: {}, problems: [] });
    expect(readAnswers([aQuestion('must', { required: true })], {}).problems).toHaveLength(1);
  });

  test('says per question, in both languages, what cannot be understood', () => {
    const { problems, answers } = read({
      minutes: ['not long'],
      places: ['web', '-dk'],
      overall: ['9'],
      wait: ['1', '2'],
    });
    expect(answers).toEqual({});
    expect(problems.map((problem) => problem.question).sort()).toEqual(['minutes', 'overall', 'places', 'wait']);
    expect(problems.find((problem) => problem.question === 'minutes')?.message).toEqual({
      en: 'Enter a number of minutes, 0 or more, such as 15',
      fr: 'Entrez un nombre de minutes (0 ou plus), par exemple 15',
    });
  });

  test('refuses an answer outside the scale that the question does not offer', () => {
    expect(read({ comment: ['-dk'] }).answers).toEqual({ comment: { kind: 'text', text: '-dk' } });
    expect(read({ overall: ['-pns'] }).problems).toHaveLength(1);
  });

  test('keeps a text of the greatest length and asks to shorten a longer one', () => {
    expect(read({ comment: ['é'.repeat(longestText)] }).problems).toEqual([]);
    expect(read({ comment: ['é'.repeat(longestText + 1)] }).problems).toHaveLength(1);
  });

  test('whatever is sent, either an answer or a problem comes out and nothing is thrown', () => {
    const values = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('1', '5', '-na', '-dk', '-pns', 'yes', 'web', '15')),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...questions.map((question) => question.code)), values), (entries) => {
        const { answers, problems } = readAnswers(questions, entries);
        for (const problem of problems) expect(answers[problem.question]).toBeUndefined();
      }),
    );
  });
});

describe('a number', () => {
  test.each([
    ['15', 15],
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['1 200', 1200],
    ['1\u00a0200', 1200],
    ['1,200', 1200],
    ['1,200.75', 1200.75],
    ['0', 0],
  ])('"%s" is read as %d', (typed, value) => expect(readNumber(typed)).toBe(value));

  test.each(['', '-3', 'ten', '1.2.3', '1e9', '12 3', 'Infinity', '9'.repeat(13)])('"%s" is not read', (typed) =>
    expect(readNumber(typed)).toBeNull(),
  );
});

describe('entries of a form', () => {
  test('fields of the page replace what was there, an unticked box empties it, other pages stay', () => {
    const before = { overall: ['5'], wait: ['2'], comment: ['Kept'] };
    const after = takeEntries(instrument, before, ['overall', 'wait'], {
      'q-overall': ['4'],
      'q-comment': ['x'],
      do: ['next'],
    });
    expect(after).toEqual({ overall: ['4'], comment: ['Kept'] });
  });

  test('a field that belongs to no question is ignored', () => {
    expect(takeEntries(instrument, {}, ['__proto__', 'nothing'], { 'q-nothing': ['1'] })).toEqual({});
  });
});

describe('routing', () => {
  const yes: Answers = { had_problem: { kind: 'codes', codes: ['yes'] } };

  test('asks a follow-up question only after the answer it waits for', () => {
    expect(whichQuestions(instrument, {}).map((question) => question.code)).not.toContain('settled');
    expect(whichQuestions(instrument, yes).map((question) => question.code)).toContain('settled');
    expect(whichQuestions(instrument, { had_problem: { kind: 'missing', missing: 'dont-know' } })).toHaveLength(6);
  });

  test('leaves out a section of which nothing is asked', () => {
    const alone = anInstrument({
      sections: [
        ...instrument.sections,
        {
          code: 'last',
          title: { en: 'x', fr: 'x' },
          questions: [aQuestion('z', { showIf: { question: 'had_problem', answered: ['yes'] } })],
        },
      ],
    });
    expect(whichSections(alone, {}).map((section) => section.code)).toEqual(['service', 'problem', 'more']);
    expect(whichSections(alone, yes).map((section) => section.code)).toContain('last');
  });

  test('a question behind one that is not asked is not asked either, though an answer to it lingers', () => {
    const chain = anInstrument({
      sections: [
        {
          code: 'c',
          title: { en: 'c', fr: 'c' },
          questions: [
            aQuestion('a'),
            aQuestion('b', { showIf: { question: 'a', answered: ['1'] } }),
            aQuestion('c', { showIf: { question: 'b', answered: ['1'] } }),
          ],
        },
      ],
    });
    const lingering: Answers = { a: { kind: 'codes', codes: ['2'] }, b: { kind: 'codes', codes: ['1'] } };
    expect(whichQuestions(chain, lingering).map((question) => question.code)).toEqual(['a']);
    expect(recordedAnswers(chain, lingering)).toEqual({
      a: { kind: 'codes', codes: ['2'] },
      b: { kind: 'missing', missing: 'not-asked' },
      c: { kind: 'missing', missing: 'not-asked' },
    });
  });

  test('what is recorded has one entry per question, with its reason where there is no answer', () => {
    const recorded = recordedAnswers(instrument, yes);
    expect(Object.keys(recorded)).toEqual(questions.map((question) => question.code));
    expect(recorded.settled).toEqual({ kind: 'missing', missing: 'no-answer' });
  });
});

describe('canonical answers', () => {
  test('are the same text whatever the order of the keys, and differ with any answer', () => {
    const one: Answers = { a: { kind: 'number', value: 1 }, b: { kind: 'text', text: 'x' } };
    const other: Answers = { b: { kind: 'text', text: 'x' }, a: { kind: 'number', value: 1 } };
    expect(canonicalAnswers(one)).toBe(canonicalAnswers(other));
    expect(canonicalAnswers({ ...one, a: { kind: 'number', value: 2 } })).not.toBe(canonicalAnswers(one));
    expect(canonicalAnswers({ a: { kind: 'text', text: '1' } })).not.toBe(
      canonicalAnswers({ a: { kind: 'codes', codes: ['1'] } }),
    );
  });
});
