import { describe, expect, test } from 'vitest';
import { checkInstrument } from './check-instrument.ts';
import type { Instrument, Question } from './instrument.ts';
import { readDraftInstrument, readInstrument } from './read-instrument.ts';
import { agreement, anInstrument, aQuestion } from './testing.fixture.ts';

const codes = (instrument: Instrument): readonly string[] => checkInstrument(instrument).map((flaw) => flaw.code);
const withQuestions = (...questions: Question[]): Instrument =>
  anInstrument({ sections: [{ code: 'one', title: { en: 'One', fr: 'Un' }, questions }] });

describe('an instrument can be published only when', () => {
  test('it is complete in both languages, and then nothing is found', () => {
    expect(checkInstrument(anInstrument())).toEqual([]);
  });

  test('it asks something', () => {
    expect(codes(anInstrument({ sections: [] }))).toEqual(['no-questions']);
  });

  test('no French text is missing; each missing one is named with its question and its place', () => {
    const flaws = checkInstrument(
      withQuestions(
        aQuestion('wait', { wording: { en: 'The wait was short.', fr: ' ' } }),
        aQuestion('pick', {
          type: 'single',
          scale: null,
          options: [
            { code: 'a', label: { en: 'A', fr: '' } },
            { code: 'b', label: { en: 'B', fr: 'B' } },
          ],
        }),
      ),
    );
    expect(flaws.map((flaw) => [flaw.code, flaw.question, flaw.language])).toEqual([
      ['text-missing', 'wait', 'fr'],
      ['text-missing', 'pick', 'fr'],
    ]);
    expect(flaws[0]?.message.en).toBe('Question 1: the French wording is missing. Write it in the French column.');
    expect(flaws[1]?.message.fr).toContain('le libellé de la réponse 1');
  });

  test('every code stands once', () => {
    expect(codes(withQuestions(aQuestion('wait'), aQuestion('wait')))).toEqual(['code-duplicate']);
  });

  test('no code has the name of a column that every dataset has', () => {
    expect(codes(withQuestions(aQuestion('answer_day')))).toEqual(['code-reserved']);
    expect(codes(withQuestions(aQuestion('Wait time')))).toEqual(['code-malformed']);
  });

  test('a condition looks at an earlier question', () => {
    const first = aQuestion('first', { showIf: { question: 'second', answered: ['1'] } });
    expect(codes(withQuestions(first, aQuestion('second')))).toEqual(['routing-later']);
    expect(codes(withQuestions(first))).toEqual(['routing-unknown']);
  });

  test('a condition does not wait for itself', () => {
    expect(codes(withQuestions(aQuestion('one', { showIf: { question: 'one', answered: ['1'] } })))).toEqual([
      'routing-later',
    ]);
  });

  test('a condition waits for an answer that can be given', () => {
    const second = aQuestion('second', { showIf: { question: 'first', answered: ['9'] } });
    expect(codes(withQuestions(aQuestion('first'), second))).toEqual(['routing-unanswerable']);
  });

  test('a rating has a scale in steps of one, a choice two answers', () => {
    const uneven = {
      ...agreement,
      points: agreement.points.map((point, index) => ({ ...point, code: String(index * 2) })),
    };
    expect(codes(withQuestions(aQuestion('a', { scale: null })))).toEqual(['scale-missing']);
    expect(codes(withQuestions(aQuestion('a', { scale: uneven })))).toEqual(['scale-uneven']);
    expect(codes(withQuestions(aQuestion('a', { type: 'single', scale: null })))).toEqual(['options-missing']);
  });

  test('one question at most is the overall one', () => {
    expect(codes(withQuestions(aQuestion('a', { role: 'overall' }), aQuestion('b', { role: 'overall' })))).toEqual([
      'role-duplicate',
    ]);
  });
});

describe('reading an instrument file', () => {
  test('gives back what was written', () => {
    const instrument = anInstrument();
    expect(readInstrument(JSON.parse(JSON.stringify(instrument)))).toEqual({ ok: true, value: instrument });
  });

  test('lists every missing French at once, also where the key itself is absent', () => {
    const file = JSON.parse(JSON.stringify(anInstrument()));
    delete file.title.fr;
    delete file.sections[0].questions[0].wording.fr;
    const read = readInstrument(file);
    expect(read.ok ? [] : read.reasons.map((flaw) => [flaw.question, flaw.language])).toEqual([
      [null, 'fr'],
      ['overall', 'fr'],
    ]);
  });

  test('names the place where the shape is wrong', () => {
    const file = JSON.parse(JSON.stringify(anInstrument()));
    file.sections[0].questions[0].type = 'slider';
    const read = readDraftInstrument(file);
    expect(read.ok ? [] : read.reasons.map((flaw) => [flaw.code, flaw.question])).toEqual([['malformed', 'overall']]);
  });

  test('refuses what is no instrument at all without throwing', () => {
    for (const nonsense of [null, 3, 'x', [], {}, { sections: 7 }]) expect(readInstrument(nonsense).ok).toBe(false);
  });
});
