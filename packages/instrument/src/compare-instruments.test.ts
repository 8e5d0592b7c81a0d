import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyInstrument } from './arbitrary-instrument.fixture.ts';
import { compareInstruments } from './compare-instruments.ts';
import { addQuestion, moveQuestion, questionsOf, removeQuestion, replaceQuestion } from './edit-instrument.ts';
import type { Instrument, Question } from './instrument.ts';
import { agreement, anInstrument, aQuestion } from './testing.fixture.ts';

const before = anInstrument();
const edited = (code: string, part: Partial<Question>): Instrument => {
  const question = questionsOf(before).find((one) => one.code === code);
  return question ? replaceQuestion(before, code, { ...question, ...part }) : before;
};
const overTimeOf = (after: Instrument, code: string, from = before) =>
  compareInstruments(from, after).variables.find((variable) => variable.code === code)?.overTime;

describe('two versions of a questionnaire', () => {
  it('do not differ from themselves, whatever they hold', () => {
    fc.assert(
      fc.property(anyInstrument, (any) => {
        const { changes, variables } = compareInstruments(any, structuredClone(any));
        expect(changes).toEqual([]);
        expect(variables.every(({ overTime }) => overTime === 'same')).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('tell of an added and a removed question as one begins and the other ends', () => {
    const after = addQuestion(removeQuestion(before, 'wait'), 'more', aQuestion('own_1'));
    const { changes } = compareInstruments(before, after);
    expect(changes.map(({ kind, question, overTime }) => [kind, question, overTime])).toEqual([
      ['added', 'own_1', 'new'],
      ['removed', 'wait', 'ended'],
    ]);
    expect(changes[1]?.message).toEqual({ en: 'Question 2 (wait): removed.', fr: 'Question 2 (wait)\u00a0: retirée.' });
  });

  it('name the one question that moved, not those that it passed', () => {
    const after = moveQuestion(moveQuestion(moveQuestion(before, 'comment', -1), 'comment', -1), 'comment', -1);
    const { changes } = compareInstruments(before, after);
    expect(changes.map(({ kind, question }) => [kind, question])).toEqual([['moved', 'comment']]);
    expect(changes[0]?.message.en).toBe('Question 5 (comment): moved, was question 7.');
  });

  it('call a reworded question another one, and a full stop nothing', () => {
    expect(
      overTimeOf(edited('wait', { wording: { en: 'You waited long.', fr: 'Statement wait. (fr)' } }), 'wait'),
    ).toBe('broken');
    expect(overTimeOf(edited('wait', { wording: { en: 'Statement  wait', fr: 'Statement wait. (fr)' } }), 'wait')).toBe(
      'same',
    );
    const translated = { en: 'Statement wait.', fr: 'Statement wait. (fr)', iu: 'ᐅᑕᖅᑭᓂᖅ' };
    expect(overTimeOf(edited('wait', { wording: translated }), 'wait')).toBe('same');
  });

  it.each<[string, Partial<Question>, string]>([
    ['wait', { scale: { ...agreement, points: agreement.points.slice(0, 4) } }, 'broken'],
    ['wait', { scale: { ...agreement, higher: 'worse' } }, 'broken'],
    ['wait', { scale: { ...agreement, prompt: null } }, 'limited'],
    ['wait', { doesNotApply: false }, 'limited'],
    ['wait', { showIf: { question: 'overall', answered: ['1'] } }, 'limited'],
    ['wait', { required: true }, 'context'],
    ['wait', { hint: { en: 'At the counter', fr: 'Au comptoir' } }, 'context'],
    ['wait', { role: 'other', item: { code: 'wait', version: 2 } }, 'same'],
    ['minutes', { unit: { en: 'hours', fr: 'heures' } }, 'broken'],
    ['minutes', { max: 60 }, 'limited'],
    ['places', { order: 'random' }, 'context'],
    ['places', { type: 'single' }, 'broken'],
    ['places', { options: [] }, 'limited'],
  ])('say of %s with %j: %s', (code, part, overTime) => {
    expect(overTimeOf(edited(code, part), code)).toBe(overTime);
  });

  it('show the words of answers that were reworded or added, each with its code', () => {
    const after = edited('places', {
      options: [
        { code: 'web', label: { en: 'the site', fr: 'web (fr)' } },
        { code: 'phone', label: { en: 'phone', fr: 'phone (fr)' } },
        { code: 'mail', label: { en: 'mail', fr: 'poste' } },
      ],
    });
    const { changes } = compareInstruments(before, after);
    expect(changes.map(({ texts }) => texts)).toEqual([
      [
        { language: 'en', part: 'mail', before: '', after: 'mail' },
        { language: 'fr', part: 'mail', before: '', after: 'poste' },
      ],
      [{ language: 'en', part: 'web', before: 'web', after: 'the site' }],
    ]);
  });

  it('let another period or mode weigh on every question', () => {
    const period = { en: 'the last 12 months', fr: 'les 12 derniers mois' };
    expect(overTimeOf({ ...before, referencePeriod: period }, 'wait')).toBe('broken');
    expect(overTimeOf({ ...before, modes: ['web', 'telephone'] }, 'wait')).toBe('limited');
    expect(overTimeOf({ ...before, modes: ['web'] }, 'wait')).toBe('same');
  });

  it('see where a section is shown to others, and where a skip leads past a question', () => {
    const sections = before.sections.map((section) =>
      section.code === 'more' ? { ...section, showIf: { question: 'overall', answered: ['1'] } } : section,
    );
    expect(overTimeOf({ ...before, sections }, 'comment')).toBe('limited');
    const skips = [{ if: { question: 'overall', answered: ['1'] }, to: { question: 'had_problem' } }];
    const after = edited('overall', { skips });
    expect(overTimeOf(after, 'wait')).toBe('limited');
    expect(overTimeOf(after, 'overall')).toBe('same');
    expect(overTimeOf(after, 'had_problem')).toBe('same');
  });
});
