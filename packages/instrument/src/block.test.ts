import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyInstrument } from './arbitrary-instrument.fixture.ts';
import { blockOf, insertBlock } from './block.ts';
import { checkInstrument } from './check-instrument.ts';
import { questionsOf } from './edit-instrument.ts';
import type { Instrument, Question } from './instrument.ts';
import { readDraftInstrument } from './read-instrument.ts';
import { anInstrument, aQuestion } from './testing.fixture.ts';

const same = (text: string) => ({ en: text, fr: text });
const options = ['yes', 'no'].map((code) => ({ code, label: same(code) }));
const codesOf = (instrument: Instrument) => questionsOf(instrument).map((question) => question.code);
const questions: readonly Question[] = [
  aQuestion('came', {
    type: 'single',
    scale: null,
    options,
    skips: [{ if: { question: 'came', answered: ['no'] }, to: { question: 'end_note' } }],
  }),
  aQuestion('why', {
    showIf: { question: 'came', answered: ['yes'] },
    wording: same('You said {{came|something}} of {service}.'),
  }),
  aQuestion('end_note', { group: 'g', expectation: 'why' }),
];
const source = anInstrument({
  sections: [{ code: 's', title: same('S'), questions }],
  slots: { service: same('it'), office: same('the office') },
});

describe('a block', () => {
  test('keeps the routing, pipes and pairs among its questions, and the words of its slots', () => {
    const { block, dropped } = blockOf(source, ['came', 'why', 'end_note']);
    expect(dropped).toEqual([]);
    expect(block.questions).toEqual(questions);
    expect(block.slots).toEqual({ service: same('it') });
  });

  test('leaves out what points outside, and says what it was', () => {
    const { block, dropped } = blockOf(source, ['why', 'end_note']);
    expect(dropped).toEqual([
      { question: 'why', part: 'condition' },
      { question: 'why', part: 'pipe' },
    ]);
    expect(block.questions[0]).toMatchObject({ showIf: null, wording: same('You said something of {service}.') });
    expect(blockOf(source, ['came']).dropped).toEqual([{ question: 'came', part: 'skip' }]);
    expect(blockOf(source, ['end_note']).dropped).toEqual([{ question: 'end_note', part: 'expectation' }]);
  });

  test('gets free codes where it is put in, and everything inside follows them', () => {
    const { block } = blockOf(source, ['came', 'why', 'end_note']);
    const twice = insertBlock(source, 's', block);
    expect(codesOf(twice)).toEqual(['came', 'why', 'end_note', 'came_2', 'why_2', 'end_note_2']);
    const [, , , came, why, note] = questionsOf(twice);
    expect(came?.skips).toEqual([{ if: { question: 'came_2', answered: ['no'] }, to: { question: 'end_note_2' } }]);
    expect(why?.showIf).toEqual({ question: 'came_2', answered: ['yes'] });
    expect(why?.wording.en).toBe('You said {{came_2|something}} of {service}.');
    expect([note?.group, note?.expectation]).toEqual(['g_2', 'why_2']);
    expect(twice.slots).toEqual(source.slots);
  });

  test('brings no second overall question, and no words for a slot that has some', () => {
    const { block } = blockOf({ ...source, slots: { service: same('other') } }, ['why']);
    const overall = { ...block, questions: block.questions.map((one) => ({ ...one, role: 'overall' as const })) };
    const into = { ...anInstrument(), slots: { service: same('mine') } };
    const put = insertBlock(into, 'more', overall);
    expect(questionsOf(put).at(-1)?.role).toBe('other');
    expect(put.slots).toEqual({ service: same('mine') });
  });

  test('of any questionnaire, put into any other, makes no code twice and points to nothing outside', () => {
    fc.assert(
      fc.property(
        anyInstrument,
        anyInstrument,
        fc.array(fc.constantFrom('q1', 'q2', 'q3', 'q5')),
        (from, into, codes) => {
          const { block } = blockOf(from, codes);
          const put = insertBlock(into, 's2', block);
          expect(readDraftInstrument(put).ok).toBe(true);
          const all = codesOf(put);
          expect(new Set(all).size).toBe(all.length);
          expect(all.length).toBe(codesOf(into).length + block.questions.length);
          const alone = insertBlock(
            anInstrument({ sections: [{ code: 's2', title: same('S'), questions: [] }] }),
            's2',
            block,
          );
          const outside = checkInstrument(alone).filter((flaw) =>
            ['routing-unknown', 'arm-unknown', 'pipe-unknown'].includes(flaw.code),
          );
          const informative = new Set(
            block.questions.filter((one) => one.type === 'information').map((one) => one.code),
          );
          if (informative.size === 0) expect(outside.map((flaw) => flaw.message.en)).toEqual([]);
        },
      ),
    );
  });
});
