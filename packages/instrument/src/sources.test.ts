import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyInstrument } from './arbitrary-instrument.fixture.ts';
import { checkInstrument } from './check-instrument.ts';
import { questionsOf, replaceQuestion } from './edit-instrument.ts';
import { conditionSources, pipeSources, skipTargets } from './sources.ts';
import { anInstrument } from './testing.fixture.ts';

const codes = (questions: readonly { readonly code: string }[]) => questions.map(({ code }) => code);

test('a condition sees the questions before it, a skip its own question too, a part those before the part', () => {
  expect(codes(conditionSources(anInstrument(), { question: 'settled' }))).toEqual(['overall', 'wait', 'had_problem']);
  expect(codes(conditionSources(anInstrument(), { skipOf: 'wait' }))).toEqual(['overall', 'wait']);
  expect(codes(conditionSources(anInstrument(), { section: 'problem' }))).toEqual(['overall', 'wait']);
});

test('an answer may stand on a later page than its question', () => {
  expect(codes(pipeSources(anInstrument(), 'settled'))).toEqual(['overall', 'wait']);
  expect(pipeSources(anInstrument(), null)).toHaveLength(questionsOf(anInstrument()).length);
});

test('whatever is offered makes no flaw of its kind, in any instrument', () => {
  fc.assert(
    fc.property(anyInstrument, fc.constantFrom('q2', 'q5', 'q8'), (instrument, code) => {
      const question = questionsOf(instrument).find((one) => one.code === code);
      if (!question) throw new Error(`no ${code}`);
      const bare = {
        ...question,
        hint: null,
        options: [],
        scale: null,
        showIf: null,
        skips: undefined,
        arms: undefined,
      };
      const flawsOf = (change: object) =>
        checkInstrument(replaceQuestion(instrument, code, { ...bare, wording: { en: 'W', fr: 'M' }, ...change }))
          .filter((flaw) => flaw.question === code)
          .map((flaw) => flaw.code);
      for (const source of pipeSources(instrument, code)) {
        const pipe = `{{${source.code}|this}}`;
        expect(flawsOf({ wording: { en: pipe, fr: pipe } }).filter((flaw) => flaw.startsWith('pipe'))).toEqual([]);
      }
      for (const source of conditionSources(instrument, { question: code }))
        expect(flawsOf({ showIf: { question: source.code, state: 'answered' } })).not.toContain('routing-later');
      for (const to of skipTargets(instrument, code).questions) {
        const skips = [{ if: { question: code, state: 'answered' }, to: { question: to.code } }];
        expect(flawsOf({ skips })).not.toContain('routing-backward');
      }
    }),
    { numRuns: 40 },
  );
});
