import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyInstrument } from './arbitrary-instrument.fixture.ts';
import { conditionInWords, skipsInWords, targetInWords, whoSees } from './condition-words.ts';
import { questionsOf } from './edit-instrument.ts';
import type { Condition } from './instrument.ts';
import { anInstrument, aQuestion } from './testing.fixture.ts';

const instrument = anInstrument({
  arms: [{ code: 'long', label: { en: 'Long form', fr: 'Version longue' }, share: 1 }],
});
const both = (condition: Condition) => [
  conditionInWords(instrument, condition, 'en'),
  conditionInWords(instrument, condition, 'fr'),
];

test('a condition reads as a sentence in both languages', () => {
  expect(both({ question: 'had_problem', answered: ['yes', 'no'] })).toEqual([
    '“Statement had_problem.” is yes or no',
    '«\u00a0Statement had_problem. (fr)\u00a0» a pour réponse yes (fr) ou no (fr)',
  ]);
  expect(
    both({
      any: [
        { question: 'minutes', compare: 'at-least', value: 2.5 },
        { question: 'wait', state: 'unanswered' },
      ],
    }),
  ).toEqual([
    '“Statement minutes.” is at least 2.5, or “Statement wait.” is left unanswered',
    '«\u00a0Statement minutes. (fr)\u00a0» a une réponse d’au moins 2,5, ou «\u00a0Statement wait. (fr)\u00a0» est restée sans réponse',
  ]);
  expect(both({ question: 'places', answered: ['web'] })[0]).toBe('“Statement places.” includes web');
  expect(both({ question: 'gone', notAnswered: ['x'] })[0]).toBe(
    '“gone” (no longer here) is answered, but not with “x”',
  );
});

test('on paper a question is its number', () => {
  const condition = { question: 'had_problem', answered: ['yes'] };
  expect(conditionInWords(instrument, condition, 'en', 'number')).toBe('question 3 is yes');
  expect(targetInWords(instrument, { question: 'comment' }, 'fr', 'number')).toBe('la question 7');
  expect(targetInWords(instrument, 'end', 'en')).toBe('the end');
});

test('who sees a question and where its answers lead are said one by one', () => {
  const question = aQuestion('wait', {
    showIf: { question: 'overall', state: 'answered' },
    arms: ['long'],
    skips: [{ if: { question: 'wait', answered: ['5'] }, to: { section: 'more' } }],
  });
  expect(whoSees(instrument, question, 'en')).toEqual([
    'Asked if “Statement overall.” is answered',
    'Asked only of the group Long form',
  ]);
  expect(skipsInWords(instrument, question, 'en')).toEqual([
    'If “Statement wait.” is Strongly agree, go to the part “More”',
  ]);
});

test('every condition of any instrument reads in both languages, whatever it points to', () => {
  fc.assert(
    fc.property(anyInstrument, fc.constantFrom('en' as const, 'fr' as const), (any, locale) => {
      const parts = [...any.sections, ...questionsOf(any)];
      const said = parts.flatMap((part) => whoSees(any, part, locale));
      expect(said.filter((sentence) => sentence.length < 8 || sentence.includes('undefined'))).toEqual([]);
      expect(parts.filter((part) => part.showIf).length).toBeLessThanOrEqual(said.length);
    }),
  );
});
