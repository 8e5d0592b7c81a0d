import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyInstrument } from './arbitrary-instrument.fixture.ts';
import {
  addQuestion,
  addSection,
  moveQuestion,
  moveSection,
  questionsOf,
  removeQuestion,
  removeSection,
  renameSection,
  replaceQuestion,
} from './edit-instrument.ts';
import type { Instrument, Question } from './instrument.ts';
import { placeKey } from './instrument-place.ts';
import { changedPlaces, mergeInstruments } from './merge-instruments.ts';
import { anInstrument, aQuestion } from './testing.fixture.ts';

const copy = (instrument: Instrument): Instrument => structuredClone(instrument);
const edited = (instrument: Instrument, code: string, part: Partial<Question>): Instrument => {
  const question = questionsOf(instrument).find((one) => one.code === code);
  return question ? replaceQuestion(instrument, code, { ...question, ...part }) : instrument;
};
const codesOf = (instrument: Instrument) => questionsOf(instrument).map((question) => question.code);
const wordingOf = (instrument: Instrument, code: string) =>
  questionsOf(instrument).find((question) => question.code === code)?.wording;

describe('two people at one draft', () => {
  const base = anInstrument();

  it('keep both the English of one and the French of the other, of one and the same question', () => {
    const mine = edited(base, 'wait', { wording: { en: 'Mine', fr: 'Statement wait. (fr)' } });
    const theirs = edited(base, 'wait', { wording: { en: 'Statement wait.', fr: 'La leur' } });
    const merged = mergeInstruments(base, mine, theirs);
    expect(wordingOf(merged.instrument, 'wait')).toEqual({ en: 'Mine', fr: 'La leur' });
    expect(merged.conflicts).toEqual([]);
    expect(merged.taken).toMatchObject([{ place: { question: 'wait', field: 'wording', language: 'fr' } }]);
  });

  it('are asked where both reworded the same sentence, and the choice is followed', () => {
    const mine = edited(base, 'wait', { wording: { en: 'Mine', fr: 'Statement wait. (fr)' } });
    const theirs = edited(base, 'wait', { wording: { en: 'Theirs', fr: 'Statement wait. (fr)' } });
    const merged = mergeInstruments(base, mine, theirs);
    expect(merged.conflicts).toMatchObject([{ base: 'Statement wait.', mine: 'Mine', theirs: 'Theirs', chosen: null }]);
    expect(wordingOf(merged.instrument, 'wait')?.en).toBe('Mine');
    const choices = { [placeKey(merged.conflicts[0]!.place)]: 'theirs' as const };
    const settled = mergeInstruments(base, mine, theirs, choices);
    expect(wordingOf(settled.instrument, 'wait')?.en).toBe('Theirs');
    expect(settled.conflicts).toMatchObject([{ chosen: 'theirs' }]);
  });

  it('are asked where one removed what the other changed; what nobody else changed goes', () => {
    const mine = removeQuestion(removeQuestion(base, 'wait'), 'overall');
    const theirs = edited(base, 'wait', { required: true });
    const merged = mergeInstruments(base, mine, theirs);
    expect(merged.conflicts).toMatchObject([{ place: { question: 'wait', field: 'whole' }, mine: undefined }]);
    expect(codesOf(merged.instrument)).not.toContain('overall');
    const choices = { [placeKey(merged.conflicts[0]!.place)]: 'theirs' as const };
    expect(codesOf(mergeInstruments(base, mine, theirs, choices).instrument)[0]).toBe('wait');
  });

  it('keep both questions that they began under the same code, and what points to mine follows it', () => {
    const shown = aQuestion('own_2', { showIf: { question: 'own_1', answered: ['1'] } });
    const mine = addQuestion(addQuestion(base, 'more', aQuestion('own_1', { role: 'driver' })), 'more', shown);
    const theirs = addQuestion(base, 'more', aQuestion('own_1', { required: true }));
    const merged = mergeInstruments(base, mine, theirs);
    expect(merged.renamed.questions).toEqual({ own_1: 'own_3' });
    expect(codesOf(merged.instrument).slice(-3).sort()).toEqual(['own_1', 'own_2', 'own_3']);
    expect(questionsOf(merged.instrument).find(({ code }) => code === 'own_2')?.showIf).toEqual({
      question: 'own_3',
      answered: ['1'],
    });
  });

  it('keep the part that one removed while the other put a question into it', () => {
    const mine = removeSection(base, 'problem');
    const theirs = addQuestion(base, 'problem', aQuestion('own_1'));
    const merged = mergeInstruments(base, mine, theirs);
    expect(
      merged.instrument.sections.find(({ code }) => code === 'problem')?.questions.map(({ code }) => code),
    ).toEqual(['own_1']);
  });

  it('are asked for the order where both moved the same questions differently', () => {
    const more = (instrument: Instrument, ...order: string[]): Instrument => ({
      ...instrument,
      sections: instrument.sections.map((section) =>
        section.code === 'more'
          ? { ...section, questions: order.flatMap((code) => section.questions.find((one) => one.code === code) ?? []) }
          : section,
      ),
    });
    const merged = mergeInstruments(
      base,
      more(base, 'comment', 'minutes', 'places'),
      more(base, 'minutes', 'comment', 'places'),
    );
    expect(merged.conflicts).toMatchObject([
      { place: { section: 'more', field: 'order' }, mine: ['comment', 'minutes', 'places'] },
    ]);
  });

  it('keep options, slots and languages that each added', () => {
    const options = questionsOf(base).find(({ code }) => code === 'places')!.options;
    const one = (code: string) => ({ code, label: { en: code, fr: code } });
    const words = { en: 'office', fr: 'bureau' };
    const mine = {
      ...edited(base, 'places', { options: [...options, one('mail')] }),
      languages: ['en', 'fr', 'iu'],
      slots: { service: words },
    };
    const theirs = {
      ...edited(base, 'places', { options: [...options, one('fax')] }),
      languages: ['en', 'fr', 'ar'],
      slots: { place: words },
    };
    const merged = mergeInstruments({ ...base, slots: {} }, mine, theirs);
    expect(merged.conflicts).toEqual([]);
    const places = questionsOf(merged.instrument).find(({ code }) => code === 'places');
    expect(places?.options.map(({ code }) => code)).toEqual(['web', 'phone', 'fax', 'mail']);
    expect(merged.instrument.languages).toEqual(['en', 'fr', 'ar', 'iu']);
    expect(merged.instrument.slots).toEqual({ service: words, place: words });
  });
});

type Edit = (instrument: Instrument) => Instrument;
const words = fc.string({ minLength: 1, maxLength: 12 });

/** Acts of the builder on some of the questions and sections; the new codes begin with `mark`. */
function edits(questions: readonly string[], sections: readonly string[], mark: string): fc.Arbitrary<Edit> {
  const question = fc.constantFrom(...questions, 'nobody');
  const section = fc.constantFrom(...sections, 'nowhere');
  const one: fc.Arbitrary<Edit> = fc.oneof(
    fc.tuple(question, words).map(
      ([code, en]): Edit =>
        (x) =>
          edited(x, code, { wording: { en, fr: `${en} (fr)` } }),
    ),
    fc.tuple(question, words).map(
      ([code, en]): Edit =>
        (x) =>
          edited(x, code, { hint: { en, fr: en } }),
    ),
    fc.tuple(question, fc.boolean()).map(
      ([code, required]): Edit =>
        (x) =>
          edited(x, code, { required }),
    ),
    question.map(
      (code): Edit =>
        (x) =>
          removeQuestion(x, code),
    ),
    fc.tuple(section, fc.nat(6)).map(
      ([code, number]): Edit =>
        (x) =>
          codesOf(x).includes(`${mark}_${number}`) ? x : addQuestion(x, code, aQuestion(`${mark}_${number}`)),
    ),
    fc.tuple(section, words).map(
      ([code, en]): Edit =>
        (x) =>
          renameSection(x, code, { en, fr: en }),
    ),
  );
  return fc.array(one, { maxLength: 8 }).map(
    (all): Edit =>
      (x) =>
        all.reduce((before, act) => act(before), x),
  );
}
const moves: fc.Arbitrary<Edit> = fc
  .array(
    fc.tuple(
      fc.constantFrom('overall', 'wait', 'settled', 'minutes', 'comment'),
      fc.constantFrom(-1 as const, 1 as const),
    ),
    { maxLength: 5 },
  )
  .map(
    (all): Edit =>
      (x) =>
        all.reduce((before, [code, by]) => moveSection(moveQuestion(before, code, by), 'more', by), x),
  );

describe('a merge', () => {
  const [left, right] = [
    ['overall', 'had_problem', 'minutes'],
    ['wait', 'settled', 'places', 'comment'],
  ];
  const everything = fc.tuple(edits([...left, ...right], ['service', 'problem', 'more'], 'mine'), moves).map(
    ([edit, move]): Edit =>
      (x) =>
        move(edit(x)),
  );
  const base = anInstrument();

  it('with nobody else is one’s own draft, of any instrument', () => {
    fc.assert(
      fc.property(anyInstrument, anyInstrument, (before, after) => {
        expect(mergeInstruments(before, after, copy(before)).instrument).toEqual(after);
        expect(mergeInstruments(before, copy(before), after).instrument).toEqual(after);
      }),
      { numRuns: 150 },
    );
  });

  it('of moves and edits with nobody else is one’s own draft', () => {
    fc.assert(
      fc.property(everything, (edit) => {
        expect(mergeInstruments(base, edit(base), copy(base)).instrument).toEqual(edit(base));
        expect(mergeInstruments(base, copy(base), edit(base)).instrument).toEqual(edit(base));
        expect(mergeInstruments(base, edit(base), copy(edit(base)))).toMatchObject({ conflicts: [], taken: [] });
      }),
    );
  });

  it('is the same both ways round where two people work on different questions', () => {
    fc.assert(
      fc.property(edits(left, ['service'], 'mine'), edits(right, ['more'], 'theirs'), moves, (one, other, move) => {
        const [a, b] = [move(one(base)), other(base)];
        const there = mergeInstruments(base, a, b);
        const back = mergeInstruments(base, b, a);
        expect(there.conflicts).toEqual([]);
        expect(there.instrument).toEqual(back.instrument);
      }),
    );
  });

  it('lets nothing vanish: every change of either side stands, or is shown as a conflict', () => {
    const other = edits([...left, ...right], ['service', 'problem', 'more'], 'mine');
    fc.assert(
      fc.property(everything, other, (one, another) => {
        const [a, b] = [one(base), another(base)];
        const merged = mergeInstruments(base, a, b);
        const conflicting = new Set(merged.conflicts.map(({ place }) => placeKey(place)));
        const asked = new Set(merged.conflicts.map(({ place }) => place.question));
        const there = codesOf(merged.instrument);
        for (const [side, renamed] of [
          [a, merged.renamed.questions],
          [b, {}],
        ] as const)
          for (const question of questionsOf(side)) {
            const code: string = Reflect.get(renamed, question.code) ?? question.code;
            const before = wordingOf(base, question.code);
            if (before === undefined) expect(there).toContain(code);
            else if (before.en !== question.wording.en && !asked.has(code))
              expect(wordingOf(merged.instrument, code)?.en).toBe(question.wording.en);
          }
        const choices = Object.fromEntries([...conflicting].map((key) => [key, 'theirs' as const]));
        const settled = mergeInstruments(base, a, b, choices);
        for (const { place, chosen } of settled.conflicts)
          expect([placeKey(place), chosen]).toEqual([placeKey(place), 'theirs']);
      }),
    );
  });
});

describe('the changes from one state to the next', () => {
  it('are none where nothing changed, and name the place where something did', () => {
    const base = anInstrument();
    expect(changedPlaces(base, copy(base))).toEqual([]);
    expect(changedPlaces(base, removeQuestion(base, 'wait'))).toMatchObject([
      { kind: 'removed', place: { question: 'wait', field: 'whole' } },
    ]);
    expect(changedPlaces(base, moveQuestion(base, 'comment', -1))).toMatchObject([
      { kind: 'changed', place: { section: 'more', field: 'order' } },
    ]);
    expect(changedPlaces(base, addSection(base, { en: 'New', fr: 'Neuf' }))).toMatchObject([
      { kind: 'added', place: { section: 'part_1', field: 'whole' } },
    ]);
  });
});
