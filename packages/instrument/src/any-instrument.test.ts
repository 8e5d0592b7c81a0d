import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allot, allottedAnswers } from './allotment.ts';
import { anyEntries, anyInstrument } from './arbitrary-instrument.fixture.ts';
import { checkInstrument } from './check-instrument.ts';
import { questionsOf } from './edit-instrument.ts';
import { armCode, storedCodes } from './question-parts.ts';
import { reachable } from './reachable.ts';
import { readAnswers } from './read-answers.ts';
import { readDraftInstrument } from './read-instrument.ts';
import { respondentPage } from './respondent/respondent-page.ts';
import type { RespondentStep } from './respondent/respondent-view.ts';
import { recordedAnswers, whichQuestions } from './routing.ts';

const random = fc.noShrink(fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })));
const someone = fc.tuple(anyInstrument, anyEntries, random);
const frame = {
  organization: { en: 'Service Centres', fr: 'Centres de services' },
  base: '/s/abc',
  stylesheet: '/s/respondent.css',
  hidden: {},
  preview: false,
  closesOn: null,
};

test('any instrument that the schema takes is the same after it was written and read', () => {
  fc.assert(
    fc.property(anyInstrument, (instrument) => {
      expect(readDraftInstrument(JSON.parse(JSON.stringify(instrument)))).toEqual({ ok: true, value: instrument });
    }),
  );
});

test('whatever an instrument holds, checking it names places and remedies in both languages and never throws', () => {
  fc.assert(
    fc.property(anyInstrument, (instrument) => {
      for (const flaw of checkInstrument(instrument)) {
        expect(flaw.message.en.length).toBeGreaterThan(10);
        expect(flaw.message.fr.length).toBeGreaterThan(10);
      }
    }),
  );
});

test('routing ends, asks no question twice and never goes back, whatever was answered', () => {
  fc.assert(
    fc.property(someone, ([instrument, entries, numbers]) => {
      const { answers } = readAnswers(questionsOf(instrument), entries);
      const allotment = allot(instrument, () => numbers.next().value ?? 0);
      const asked = whichQuestions(instrument, { ...answers, ...allottedAnswers(allotment) });
      const places = asked.map((question) => questionsOf(instrument).indexOf(question));
      expect(places).toEqual([...new Set(places)].toSorted((one, other) => one - other));
    }),
  );
});

test('everybody walks along the leads of the path explorer, and nobody is asked what it calls unreachable', () => {
  fc.assert(
    fc.property(someone, ([instrument, entries, numbers]) => {
      const { answers } = readAnswers(questionsOf(instrument), entries);
      const allotment = allot(instrument, () => numbers.next().value ?? 0);
      const asked = whichQuestions(instrument, { ...answers, ...allottedAnswers(allotment) }).map(({ code }) => code);
      const { unreachable, leads, complete } = reachable(instrument);
      expect(asked.filter((code) => unreachable.includes(code))).toEqual([]);
      if (!complete) return;
      const ways = new Set(leads.map(({ from, to }) => `${from} ${to}`));
      const steps = [null, ...asked].map((from, index) => `${from} ${asked[index] ?? null}`);
      expect(steps.filter((step) => !ways.has(step))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('what is recorded has one entry for everything an instrument stores, whatever was entered', () => {
  fc.assert(
    fc.property(someone, ([instrument, entries, numbers]) => {
      const { answers, problems } = readAnswers(questionsOf(instrument), entries);
      for (const problem of problems) expect(answers[problem.question]).toBeUndefined();
      const allotment = allot(instrument, () => numbers.next().value ?? 0);
      const recorded = recordedAnswers(instrument, { ...answers, ...allottedAnswers(allotment) });
      const stored = [...questionsOf(instrument).flatMap(storedCodes), ...(instrument.arms ? [armCode] : [])];
      expect(Object.keys(recorded).toSorted()).toEqual(stored.toSorted());
    }),
  );
});

test('every page of any instrument is drawn without a script and with what authors and people wrote escaped', () => {
  const steps = (section: string): readonly RespondentStep[] => [
    { kind: 'introduction' },
    { kind: 'part', section, returnsToCheck: false, newQuestions: false },
    { kind: 'check' },
  ];
  fc.assert(
    fc.property(someone, fc.constantFrom('en' as const, 'fr' as const), ([instrument, entries, numbers], locale) => {
      const { problems } = readAnswers(questionsOf(instrument), entries);
      const allotment = allot(instrument, () => numbers.next().value ?? 0);
      for (const section of ['s1', 's2', 's3'])
        for (const step of steps(section)) {
          const html = respondentPage({ instrument, entries, allotment, locale, step, problems, frame });
          expect(html).not.toMatch(/<script|<b>|alert\(1\)<\//);
          expect(html.match(/<h1/g)).toHaveLength(1);
        }
    }),
  );
});
