import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyInstrument } from './arbitrary-instrument.fixture.ts';
import { questionsOf } from './edit-instrument.ts';
import { pastedOptions } from './paste-options.ts';
import { moveQuestionTo, moveSectionTo } from './place-in-instrument.ts';
import { anInstrument } from './testing.fixture.ts';

test('a question goes to the place that was chosen in a part, its own included', () => {
  const codes = (section: number, at: number, part: string) =>
    moveQuestionTo(anInstrument(), 'wait', part, at).sections[section]?.questions.map(({ code }) => code);
  expect(codes(1, 1, 'problem')).toEqual(['had_problem', 'wait', 'settled']);
  expect(codes(0, 0, 'service')).toEqual(['wait', 'overall']);
  expect(codes(1, 99, 'problem')).toEqual(['had_problem', 'settled', 'wait']);
});

test('moving loses nothing and adds nothing, wherever to', () => {
  const place = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(anyInstrument, fc.constantFrom('s1', 's3', 'gone'), place, place, (instrument, section, at, to) => {
      const moved = moveSectionTo(moveQuestionTo(instrument, 'q4', section, at), 's2', to);
      const all = (one: typeof instrument) =>
        questionsOf(one)
          .map(({ code }) => code)
          .toSorted();
      expect(all(moved)).toEqual(all(instrument));
      expect(moved.sections.map(({ code }) => code).toSorted()).toEqual(['s1', 's2', 's3']);
    }),
  );
});

test('pasted lines are answers, English and French paired, without the marks of a list', () => {
  const pasted = pastedOptions(
    [{ code: 'answer_1', label: { en: 'Mail', fr: 'Poste' } }],
    '- Telephone\r\n\n2. E-mail\nIn person',
    '• Téléphone\n  Courriel ',
  );
  expect(pasted.map(({ code, label }) => [code, label.en, label.fr])).toEqual([
    ['answer_1', 'Mail', 'Poste'],
    ['answer_2', 'Telephone', 'Téléphone'],
    ['answer_3', 'E-mail', 'Courriel'],
    ['answer_4', 'In person', ''],
  ]);
});

test('a pasted novel makes a hundred answers and no more', () => {
  expect(pastedOptions([], 'line\n'.repeat(5000), '')).toHaveLength(100);
});
