import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyInstrument } from './arbitrary-instrument.fixture.ts';
import { checkInstrument } from './check-instrument.ts';
import { questionsOf } from './edit-instrument.ts';
import type { Instrument } from './instrument.ts';
import { pipesIn } from './pipe.ts';
import { filledInstrument, slotsIn, slotsOf } from './slots.ts';
import { anInstrument, aQuestion } from './testing.fixture.ts';

const both = (en: string, fr: string) => ({ en, fr });
const asking = (en: string, fr: string, slots?: Instrument['slots']) =>
  anInstrument({
    sections: [{ code: 's', title: both('S', 'S'), questions: [aQuestion('one', { wording: both(en, fr) })] }],
    slots,
  });
const service = { service: both('the dog licence', 'le permis pour chien') };
const wordingOf = (instrument: Instrument) => questionsOf(instrument)[0]?.wording;

describe('filling', () => {
  test('puts the words of each language, with a capital at the beginning', () => {
    const filled = filledInstrument(asking('{service} was easy.', 'Obtenir {service} a été facile.', service));
    expect(wordingOf(filled)).toEqual(both('The dog licence was easy.', 'Obtenir le permis pour chien a été facile.'));
  });

  test('leaves piped answers and slots without words alone', () => {
    const filled = filledInstrument(asking('{{service|it}} {office} {service}', '{{service}}', service));
    expect(wordingOf(filled)).toEqual(both('{{service|it}} {office} the dog licence', '{{service}}'));
  });

  test('gives the very same instrument where there is nothing to fill with', () => {
    const bare = asking('{service}?', '{service}?');
    expect(filledInstrument(bare)).toBe(bare);
  });

  const name = fc.constantFrom('service', 'office', 'period', 'q1');
  const piece = fc.oneof(
    name.map((one) => `{${one}}`),
    name.map((one) => `{{${one}|words}}`),
    fc.constantFrom('{', '}', 'a', ' ', '{service', 'office}', '__proto__', '{constructor}'),
  );
  const wording = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
  const plain = fc.string({ minLength: 1, maxLength: 12 });
  const words = fc.record({ en: plain, fr: plain });
  const slots = fc.dictionary(name, words, { maxKeys: 4 });

  test('never leaves a slot that has words, keeps every pipe, and filling twice is filling once', () => {
    fc.assert(
      fc.property(anyInstrument, wording, wording, slots, (any, en, fr, given) => {
        const questions = [aQuestion('one', { wording: both(en, fr), hint: both(fr, en) })];
        const sections = [...any.sections, { code: 'last', title: both(en, en), questions }];
        const filled = filledInstrument({ ...any, sections, slots: given });
        const usable = Object.entries(given).filter(([, { en: one }]) => one.trim() !== '' && !/[{}]/.test(one));
        const left = slotsIn({ en: wordingOf({ ...filled, sections: filled.sections.slice(-1) })?.en ?? '', fr: '' });
        expect(left.filter((slot) => usable.some(([known]) => known === slot))).toEqual([]);
        const pipesOf = ({ sections: all }: Instrument) =>
          all.flatMap((one) => one.questions.flatMap((question) => pipesIn(question.wording.en)));
        for (const pipe of pipesOf({ ...any, sections })) expect(pipesOf(filled)).toContainEqual(pipe);
        expect(filledInstrument(filled)).toEqual(filled);
      }),
    );
  });
});

describe('an unfilled slot', () => {
  const slotFlaws = (instrument: Instrument) =>
    checkInstrument(instrument).filter((flaw) => flaw.code === 'slot-unfilled');

  test('stands in the way of publishing until it has words in each language', () => {
    expect(slotFlaws(asking('{service}?', '{service}?'))).toHaveLength(1);
    expect(slotFlaws(asking('{service}?', '{service}?', { service: both('it', '') }))).toHaveLength(1);
    expect(slotFlaws(asking('{service}?', '{service}?', service))).toEqual([]);
  });

  test('is not filled by words with braces, which could open another', () => {
    expect(slotFlaws(asking('{service}?', '{service}?', { service: both('{office}', 'le {bureau}') }))).toHaveLength(1);
  });
});

test('the slots of a questionnaire are listed once, in reading order, with the questions that hold them', () => {
  const ask = (code: string, en: string) => aQuestion(code, { wording: both(en, en) });
  const questions = [ask('a', '{office} {service}'), ask('b', '{service}?')];
  const used = slotsOf(anInstrument({ sections: [{ code: 's', title: both('S', 'S'), questions }], slots: service }));
  expect(used).toEqual([
    { name: 'office', questions: ['a'], words: both('', '') },
    { name: 'service', questions: ['a', 'b'], words: service.service },
  ]);
});
