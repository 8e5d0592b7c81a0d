import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allot, allottedAnswers } from './allotment.ts';
import { anyEntries, anyInstrument } from './arbitrary-instrument.fixture.ts';
import { questionsOf } from './edit-instrument.ts';
import { armCode } from './question-parts.ts';
import { reachable } from './reachable.ts';
import { readAnswers } from './read-answers.ts';
import { routesThrough } from './routes-through.ts';
import { whichQuestions } from './routing.ts';
import { anInstrument } from './testing.fixture.ts';

const route = (codes: readonly string[]): string => codes.join(' ');

describe('ways through a questionnaire', () => {
  test('are two where one follow-up question hangs on a yes', () => {
    const { count, shortest, longest, some } = routesThrough(anInstrument(), 'en');
    expect(count).toBe(2);
    expect(longest?.codes).toContain('settled');
    expect(shortest?.codes).not.toContain('settled');
    expect(longest?.entries.had_problem).toEqual(['yes']);
    expect(some.map(({ codes }) => codes.length)).toEqual([longest?.codes.length, shortest?.codes.length]);
  });

  test('lead where their entries say, for any instrument', () => {
    fc.assert(
      fc.property(anyInstrument, (instrument) => {
        for (const { codes, entries, arm } of routesThrough(instrument, 'en', 6).some) {
          const { answers } = readAnswers(questionsOf(instrument), entries);
          const given = { ...answers, ...(arm ? { [armCode]: { kind: 'codes' as const, codes: [arm] } } : {}) };
          expect(whichQuestions(instrument, given).map((question) => question.code)).toEqual(codes);
        }
      }),
    );
  });

  test('are never fewer than the different ways that people are seen to take, and each leaves out what nobody reaches', () => {
    const random = fc.noShrink(fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })));
    fc.assert(
      fc.property(
        anyInstrument,
        fc.array(anyEntries, { minLength: 4, maxLength: 8 }),
        random,
        (before, many, numbers) => {
          // Where nothing is required, whatever somebody leaves empty is a way that a screen allows.
          const instrument = {
            ...before,
            sections: before.sections.map((section) => ({
              ...section,
              questions: section.questions.map((question) => ({ ...question, required: false })),
            })),
          };
          const { count, some } = routesThrough(instrument, 'fr', 5);
          const { unreachable } = reachable(instrument);
          expect(some.flatMap(({ codes }) => codes.filter((code) => unreachable.includes(code)))).toEqual([]);
          if (count === null) return;
          const taken = many.map((entries) => {
            const { answers } = readAnswers(questionsOf(instrument), entries);
            const drawn = allottedAnswers(allot(instrument, () => numbers.next().value ?? 0));
            return route(whichQuestions(instrument, { ...answers, ...drawn }).map(({ code }) => code));
          });
          expect(count).toBeGreaterThanOrEqual(new Set(taken).size);
        },
      ),
    );
  });

  test('too many to follow are not counted, and the answer comes soon', () => {
    const [section] = anInstrument().sections;
    if (!section) throw new Error('no section');
    const questions = Array.from({ length: 40 }, (_, index) => ({
      ...section.questions[0]!,
      code: `q${index}`,
      showIf: index < 20 ? null : { question: `q${index - 20}`, answered: ['1'] },
    }));
    const began = performance.now();
    expect(routesThrough(anInstrument({ sections: [{ ...section, questions }] }), 'en').count).toBeNull();
    expect(performance.now() - began).toBeLessThan(8000);
  });
});
