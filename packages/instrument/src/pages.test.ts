import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyInstrument } from './arbitrary-instrument.fixture.ts';
import type { Instrument, Question } from './instrument.ts';
import { pageAt, pagesOf, placeOfQuestion } from './pages.ts';
import { whichSections } from './routing.ts';
import { anInstrument, aQuestion } from './testing.fixture.ts';

const yesNo = ['yes', 'no'].map((code) => ({ code, label: { en: code, fr: code } }));
const choice = (code: string, parts: Partial<Question> = {}) =>
  aQuestion(code, { type: 'single', scale: null, options: yesNo, ...parts });
const told = (code: string) =>
  aQuestion(code, { type: 'information', scale: null, doesNotApply: false, dontKnow: false });
const paged = (...questions: readonly Question[]): Instrument => {
  const [first, ...others] = anInstrument().sections;
  return anInstrument({ sections: [{ ...first!, questions, paging: 'each' }, ...others] });
};
const codesOf = (instrument: Instrument, answers = {}) =>
  pagesOf(whichSections(instrument, answers)).map((page) => page.section.questions.map(({ code }) => code).join(' '));

describe('the pages of a questionnaire', () => {
  test('are its sections, where nothing else is said', () => {
    expect(codesOf(anInstrument())).toEqual(['overall wait', 'had_problem', 'minutes places comment']);
  });

  test('hold one question each where the section says so, a matrix and what is told before a question together', () => {
    const instrument = paged(choice('a'), told('i'), told('j'), choice('b'), aQuestion('c'), aQuestion('d'), told('k'));
    expect(codesOf(instrument).slice(0, 4)).toEqual(['a', 'i j b', 'c d', 'k']);
    expect(pagesOf(whichSections(instrument, {})).map((page) => page.question)).toEqual([
      'a',
      'b',
      'c',
      'k',
      null,
      null,
    ]);
  });

  test('follow conditions on answers of the same section', () => {
    const instrument = paged(choice('a'), choice('b', { showIf: { question: 'a', answered: ['yes'] } }), choice('c'));
    expect(codesOf(instrument, { a: { kind: 'codes', codes: ['no'] } })).toEqual([
      'a',
      'c',
      ...codesOf(anInstrument()).slice(1),
    ]);
    expect(codesOf(instrument, { a: { kind: 'codes', codes: ['yes'] } })).toContain('b');
  });

  test('hold every question of the route exactly once, in its order, whatever the instrument', () => {
    fc.assert(
      fc.property(anyInstrument, (instrument) => {
        const sections = whichSections(instrument, {});
        const pages = pagesOf(sections);
        expect(pages.flatMap((page) => page.section.questions)).toEqual(sections.flatMap((one) => one.questions));
        for (const [index, page] of pages.entries()) {
          const place = { section: page.section.code, question: page.question };
          expect(pageAt(instrument, pages, place)).toBe(index);
        }
      }),
    );
  });
});

describe('a place', () => {
  const instrument = paged(choice('a'), choice('b', { showIf: { question: 'a', answered: ['yes'] } }), choice('c'));
  const pages = pagesOf(whichSections(instrument, {}));

  test('without a question is the first page of its section', () => {
    expect(pageAt(instrument, pages, { section: 'service' })).toBe(0);
    expect(pageAt(instrument, pages, { section: 'service', question: 'nothing' })).toBe(0);
  });

  test('that answers have taken away gives way to the page that follows it', () => {
    expect(pages[pageAt(instrument, pages, { section: 'service', question: 'b' })]?.question).toBe('c');
  });

  test('that the questionnaire does not have is none', () => {
    expect(pageAt(instrument, pages, { section: 'nowhere' })).toBe(-1);
  });

  test('of a question is found by its code', () => {
    expect(placeOfQuestion(instrument.sections, 'b')).toEqual({ section: 'service', question: 'b' });
    expect(placeOfQuestion(instrument.sections, 'comment')).toEqual({ section: 'more', question: null });
    expect(placeOfQuestion(instrument.sections, 'nothing')).toBeNull();
  });
});
