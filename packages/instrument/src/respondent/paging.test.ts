import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nothingAllotted } from '../allotment.ts';
import { anyEntries, anyInstrument } from '../arbitrary-instrument.fixture.ts';
import type { Instrument } from '../instrument.ts';
import { pagesOf, placeOfQuestion } from '../pages.ts';
import { anInstrument, aQuestion } from '../testing.fixture.ts';
import { nextStep } from './next-step.ts';
import { pageOfStep, type Standing, wayAhead } from './standing.ts';

const frame = {
  organization: { en: 'Us', fr: 'Nous' },
  base: '/s/abc',
  stylesheet: '/s/respondent.css',
  hidden: {},
  preview: false,
  closesOn: null,
};
const shownOn = (html: string): readonly string[] => (/name="shown" value="([^"]*)"/.exec(html)?.[1] ?? '').split(' ');

/** The questions shown on each page that "Continue" leads to, answering as entered, up to the check page. */
function walk(instrument: Instrument, entries: Readonly<Record<string, readonly string[]>>) {
  const begun = nextStep(instrument, { draft: null, allotment: nothingAllotted }, { kind: 'start' }, { do: ['start'] });
  const seen: string[][] = [];
  for (let move = begun; typeof move.to === 'object' && move.to.kind === 'part'; ) {
    const standing: Standing = { draft: move.draft, allotment: nothingAllotted };
    const html = pageOfStep(instrument, standing.draft?.entries ?? {}, nothingAllotted, {
      step: move.to,
      strict: false,
      locale: 'en',
      frame,
    });
    const shown = [...shownOn(html)];
    seen.push(shown);
    const fields = shown.flatMap((code) =>
      [`q-${code}`, `q-${code}_other`].map((name) => [name, entries[name.slice(2)] ?? []]),
    );
    const form = { ...Object.fromEntries(fields), do: ['next'], shown: [shown.join(' ')], warned: [shown.join(' ')] };
    move = nextStep(instrument, standing, { kind: 'part', section: move.to.section }, form);
    if (move.stays || seen.length > 100) return { seen, stays: move.stays, draft: move.draft };
  }
  return { seen, stays: false, draft: null };
}

test('continuing ends, and has shown every question asked, page by page in order, whatever the instrument and the answers', () => {
  fc.assert(
    fc.property(anyInstrument, anyEntries, (any, entries) => {
      const sections = any.sections.map((section) => ({
        ...section,
        questions: section.questions.map((question) => ({ ...question, required: false })),
      }));
      const instrument = { ...any, sections };
      const { seen, stays } = walk(instrument, entries);
      expect(seen.length).toBeLessThanOrEqual(100);
      if (stays) return;
      const kept = Object.fromEntries(seen.flat().map((code) => [code, entries[code] ?? []]));
      const asked = wayAhead(instrument, kept, nothingAllotted).parts.flatMap((part) => part.questions);
      expect(new Set(seen.flat())).toEqual(new Set([...seen.flat(), ...asked.map(({ code }) => code)]));
    }),
    { numRuns: 60 },
  );
});

test('the check page leads to the page of each question, which opens with that question on it', () => {
  const [first, ...others] = anInstrument().sections;
  const choice = { type: 'single' as const, scale: null, options: [{ code: 'yes', label: { en: 'Yes', fr: 'Oui' } }] };
  const questions = [aQuestion('one', choice), aQuestion('two', choice)];
  const instrument = anInstrument({ sections: [{ ...first!, questions, paging: 'each' }, ...others] });
  const html = pageOfStep(instrument, {}, nothingAllotted, {
    step: { kind: 'check' },
    strict: false,
    locale: 'en',
    frame,
  });
  expect(html).toContain('href="/s/abc/part/service?returns=check&#38;q=two#q-two"');
  const place = placeOfQuestion(instrument.sections, 'two')!;
  const step = { kind: 'part' as const, ...place, returnsToCheck: true, newQuestions: false };
  expect(shownOn(pageOfStep(instrument, {}, nothingAllotted, { step, strict: false, locale: 'en', frame }))).toEqual([
    'two',
  ]);
});

test('progress counts the pages of the present way and is full only at its end', () => {
  const [first] = anInstrument().sections;
  const questions = Array.from({ length: 45 }, (_, index) =>
    aQuestion(`n${index}`, { type: 'text', scale: null, doesNotApply: false, dontKnow: false }),
  );
  const instrument = anInstrument({ sections: [{ ...first!, questions, paging: 'each' }] });
  const pages = pagesOf(instrument.sections);
  const shares = pages.map(({ section, question }, index) => {
    const step = { kind: 'part' as const, section: section.code, question, returnsToCheck: false, newQuestions: false };
    const html = pageOfStep(instrument, {}, nothingAllotted, { step, strict: false, locale: 'en', frame });
    expect(html).toContain(`Page ${index + 1} of 45`);
    const [on, all] = [/<i class="on">/g, /<i[ >]/g].map((tick) => html.match(tick)?.length ?? 0);
    return (on ?? 0) / (all ?? 1);
  });
  for (const [index, share] of shares.entries()) expect(share).toBeLessThanOrEqual((index + 1) / 45);
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
  expect(shares.at(-1)).toBe(1);
  expect(shares.at(-2)).toBeLessThan(1);
});
