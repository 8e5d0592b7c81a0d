import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addQuestion,
  addSection,
  freeCode,
  moveQuestion,
  moveSection,
  questionsOf,
  removeQuestion,
  removeSection,
  sectionOf,
} from './edit-instrument.ts';
import type { Instrument } from './instrument.ts';
import { ownQuestion } from './own-question.ts';
import { agreement, anInstrument, aQuestion } from './testing.fixture.ts';

const codes = (instrument: Instrument) => questionsOf(instrument).map((question) => question.code);

describe('moving a question', () => {
  test('swaps it with its neighbour in the section', () => {
    expect(codes(moveQuestion(anInstrument(), 'wait', -1)).slice(0, 2)).toEqual(['wait', 'overall']);
  });

  test('at the edge takes it into the neighbouring section without changing the order of the rest', () => {
    const moved = moveQuestion(anInstrument(), 'wait', 1);
    expect(sectionOf(moved, 'wait')?.code).toBe('problem');
    expect(codes(moved)).toEqual(codes(anInstrument()));
  });

  test('at either end of the questionnaire does nothing', () => {
    expect(moveQuestion(anInstrument(), 'overall', -1)).toEqual(anInstrument());
    expect(moveQuestion(anInstrument(), 'comment', 1)).toEqual(anInstrument());
  });

  test('whatever is moved, no question is lost, doubled or changed', () => {
    const start = anInstrument();
    const moves = fc.array(fc.tuple(fc.constantFrom(...codes(start)), fc.constantFrom(-1 as const, 1 as const)), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(moves, (steps) => {
        const end = steps.reduce((instrument, [code, by]) => moveQuestion(instrument, code, by), start);
        const byCode = (one: { code: string }, other: { code: string }) => (one.code < other.code ? -1 : 1);
        expect(questionsOf(end).toSorted(byCode)).toEqual(questionsOf(start).toSorted(byCode));
      }),
    );
  });
});

test('moving a section up and down again changes nothing, and the ends hold', () => {
  const start = anInstrument();
  const order = (instrument: Instrument) => instrument.sections.map((section) => section.code);
  expect(order(moveSection(start, 'problem', -1))).toEqual(['problem', 'service', 'more']);
  expect(moveSection(moveSection(start, 'problem', -1), 'problem', 1)).toEqual(start);
  expect(moveSection(start, 'service', -1)).toEqual(start);
  expect(moveSection(start, 'more', 1)).toEqual(start);
});

test('what was removed and put back at its place is as if nothing had happened', () => {
  const start = anInstrument();
  const settled = questionsOf(start).find((question) => question.code === 'settled')!;
  expect(addQuestion(removeQuestion(start, 'settled'), 'problem', settled, 1)).toEqual(start);
});

test('a new section and a new question get codes that are free', () => {
  const twice = addSection(addSection(anInstrument(), { en: '', fr: '' }), { en: '', fr: '' });
  expect(twice.sections.slice(-2).map((section) => section.code)).toEqual(['part_1', 'part_2']);
  expect(removeSection(twice, 'part_1').sections.at(-1)?.code).toBe('part_2');
  expect(freeCode(['own_1', 'own_3'], 'own')).toBe('own_2');
});

test('a rating of one’s own takes a scale of the bank', () => {
  expect(ownQuestion(anInstrument(), 'rating', aQuestion('x')).scale).toEqual(agreement);
  expect(ownQuestion(anInstrument(), 'single', null).options).toHaveLength(2);
});
