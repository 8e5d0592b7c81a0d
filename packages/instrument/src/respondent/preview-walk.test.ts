import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allot, allottedAnswers } from '../allotment.ts';
import { anyEntries, anyInstrument } from '../arbitrary-instrument.fixture.ts';
import { questionsOf } from '../edit-instrument.ts';
import { type Entries, fieldName } from '../entry.ts';
import type { Instrument } from '../instrument.ts';
import { otherCode } from '../question-parts.ts';
import { readAnswers } from '../read-answers.ts';
import { whichQuestions } from '../routing.ts';
import { anInstrument, aQuestion } from '../testing.fixture.ts';
import { beginWalk, type PreviewWalk, walkOn, walkPage, walkTo } from './preview-walk.ts';

const frame = { organization: { en: 'Centres', fr: 'Centres' }, stylesheet: '/s/respondent.css' };

/** Presses a button of the page that stands there, with what `entries` say for the questions on it. */
function press(instrument: Instrument, walk: PreviewWalk, act: string, entries: Entries = {}) {
  const html = walkPage(instrument, walk, frame);
  const action = /<form[^>]* action="([^"]*)"/.exec(html)?.[1] ?? '';
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']): [string, readonly string[]] => [name, [value]],
  );
  const shown = new Map(fields).get('shown')?.[0]?.split(' ') ?? [];
  const filled = shown.flatMap((code) =>
    [code, otherCode(code)].flatMap((one): [string, readonly string[]][] =>
      entries[one] ? [[fieldName(one), entries[one]]] : [],
    ),
  );
  return {
    shown,
    next: walkOn(instrument, walk, action, { ...Object.fromEntries([...fields, ...filled]), do: [act] }),
  };
}

describe('a walk through the preview', () => {
  test('shows exactly the questions that routing asks, whatever the instrument, the answers and chance', () => {
    const random = fc.noShrink(fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })));
    fc.assert(
      fc.property(anyInstrument, anyEntries, random, (any, entered, numbers) => {
        const instrument = {
          ...any,
          sections: any.sections.map((section) => ({
            ...section,
            questions: section.questions.map((one) => ({ ...one, required: false, softRequired: false })),
          })),
        };
        const questions = questionsOf(instrument);
        const wrong = readAnswers(questions, entered).problems.map(({ question }) => question);
        const entries = Object.fromEntries(
          Object.entries(entered).filter(([code]) => !wrong.includes(code.replace(/_other$/, ''))),
        );
        const allotment = allot(instrument, () => numbers.next().value ?? 0);
        let walk = beginWalk('en', allotment);
        const met: string[] = [];
        for (let presses = 0; walk.step.kind !== 'check'; presses += 1) {
          expect(presses).toBeLessThan(60);
          const { shown, next } = press(
            instrument,
            walk,
            walk.step.kind === 'introduction' ? 'start' : 'next',
            entries,
          );
          met.push(...shown.filter((code) => code !== '' && !met.includes(code)));
          walk = next;
        }
        const { answers } = readAnswers(questions, walk.standing.draft?.entries ?? {});
        const asked = whichQuestions(instrument, { ...answers, ...allottedAnswers(allotment) }).map(({ code }) => code);
        // Pages follow the order of the questionnaire; what a late answer adds on an earlier page is asked on that page.
        expect(met.filter((code) => asked.includes(code)).toSorted()).toEqual(asked.toSorted());
      }),
      { numRuns: 200 },
    );
  });

  test('stops where something required is empty, says so, and goes on once it is there', () => {
    const [service] = anInstrument().sections;
    if (!service) throw new Error('no section');
    const instrument = anInstrument({
      sections: [{ ...service, questions: [aQuestion('overall', { required: true })] }],
    });
    const first = press(instrument, beginWalk('fr'), 'start').next;
    const stopped = press(instrument, first, 'next').next;
    expect(stopped).toMatchObject({ step: { kind: 'part', section: 'service' }, strict: true });
    expect(walkPage(instrument, stopped, frame)).toContain('role="alert"');
    expect(press(instrument, stopped, 'next', { overall: ['4'] }).next.step.kind).toBe('check');
  });

  test('goes back from the check page by its links, and to the receipt without receiving anything', () => {
    const instrument = anInstrument();
    let walk = press(instrument, beginWalk('en'), 'start').next;
    for (const entries of [{ overall: ['3'] }, { had_problem: ['no'] }, {}])
      walk = press(instrument, walk, 'next', entries).next;
    expect(walk.step.kind).toBe('check');
    const link = /href="([^"]*part\/problem[^"]*)"/.exec(walkPage(instrument, walk, frame))?.[1] ?? '';
    const back = walkTo(walk, link);
    expect(back?.step).toMatchObject({ kind: 'part', section: 'problem', returnsToCheck: true });
    expect(back && press(instrument, back, 'next', { had_problem: ['no'] }).next.step.kind).toBe('check');
    const sent = press(instrument, walk, 'send').next;
    expect(sent.step.kind).toBe('receipt');
    expect(press(instrument, sent, 'finish').next.step.kind).toBe('introduction');
    expect(walkTo(walk, 'https://example.org/')).toBeNull();
  });

  test('speaks the language chosen on the page from then on', () => {
    const other = press(anInstrument(), beginWalk('en'), 'fr').next;
    expect(other.locale).toBe('fr');
    expect(walkPage(anInstrument(), other, frame)).toContain('lang="fr-CA"');
  });
});
