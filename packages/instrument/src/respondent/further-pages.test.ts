import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyInstrument } from '../build-instrument.ts';
import type { Answers, Instrument } from '../instrument.ts';
import { pagesOf } from '../pages.ts';
import { plainQuestion } from '../plain-question.ts';
import { whichSections } from '../routing.ts';
import { mayGrow } from './further-pages.ts';

const options = ['yes', 'no'].map((code) => ({ code, label: { en: code, fr: code } }));
const yesNo = (code: string, after?: string) =>
  plainQuestion(
    code,
    'single',
    { en: code, fr: code },
    {
      options,
      showIf: after === undefined ? null : { question: after, answered: ['yes'] },
    },
  );
const section = (code: string, questions: ReturnType<typeof yesNo>[], after?: string, paging?: 'each') => ({
  code,
  title: { en: code, fr: code },
  questions,
  ...(after === undefined ? {} : { showIf: { question: after, answered: ['yes'] } }),
  ...(paging === undefined ? {} : { paging }),
});
const of = (...sections: Instrument['sections'][number][]): Instrument => ({
  ...emptyInstrument({ en: 'Visit', fr: 'Visite' }),
  sections,
});
const pages = (instrument: Instrument, answers: Answers = {}) => pagesOf(whichSections(instrument, answers));
const yes = { kind: 'codes', codes: ['yes'] } as const;
const no = { kind: 'codes', codes: ['no'] } as const;

test('a part behind an answer of this page may come; once the page is answered otherwise and left, it does not', () => {
  const visit = of(section('one', [yesNo('a')]), section('two', [yesNo('b')]), section('three', [yesNo('c')], 'a'));
  expect(mayGrow(visit, pages(visit), 0)).toBe(true);
  expect(mayGrow(visit, pages(visit, { a: no }), 1)).toBe(false);
  expect(mayGrow(visit, pages(visit, { a: yes }), 0)).toBe(false);
});

test('a question that joins a page of several adds none; one with a page of its own does, and so does what waits for it', () => {
  const joined = of(section('one', [yesNo('a'), yesNo('b', 'a')]));
  expect(mayGrow(joined, pages(joined), 0)).toBe(false);
  const paged = of(section('one', [yesNo('a'), yesNo('b', 'a')], undefined, 'each'));
  expect(mayGrow(paged, pages(paged), 0)).toBe(true);
  const chained = of(section('one', [yesNo('a'), yesNo('b', 'a')]), section('two', [yesNo('c')], 'b'));
  expect(mayGrow(chained, pages(chained), 0)).toBe(true);
});

test('whatever is answered, a page that says it is the last of a fixed number is followed by no more than that', () => {
  const codes = ['a', 'b', 'c', 'd'];
  const visit = of(
    section('one', [yesNo('a')]),
    section('two', [yesNo('b', 'a'), yesNo('c')], undefined, 'each'),
    section('three', [yesNo('d')], 'c'),
    section('four', [yesNo('e')], 'd'),
  );
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (said) => {
      let answers: Answers = {};
      let promised = Number.POSITIVE_INFINITY;
      for (let at = 0; at < pages(visit, answers).length; at += 1) {
        const now = pages(visit, answers);
        expect(now.length).toBeLessThanOrEqual(promised);
        if (!mayGrow(visit, now, at)) promised = now.length;
        for (const { code } of now[at]?.section.questions ?? [])
          answers = { ...answers, [code]: said[codes.indexOf(code)] ? yes : no };
      }
    }),
  );
});
