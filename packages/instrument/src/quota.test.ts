import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyEntries, anyInstrument } from './arbitrary-instrument.fixture.ts';
import { checkInstrument } from './check-instrument.ts';
import type { Answers, Instrument, Quota } from './instrument.ts';
import { enteredQuotas, heldQuotas } from './quota.ts';
import { readAnswers } from './read-answers.ts';
import { whichQuestions } from './routing.ts';
import { anInstrument } from './testing.fixture.ts';

const quota = (code: string, parts: Partial<Quota> = {}): Quota => ({
  code,
  label: { en: `Quota ${code}`, fr: `Quota ${code}` },
  if: { question: 'had_problem', answered: ['yes'] },
  target: 2,
  whenFull: 'end',
  ...parts,
});
const of = (...quotas: readonly Quota[]): Instrument => anInstrument({ quotas });
const yes: Answers = { had_problem: { kind: 'codes', codes: ['yes'] } };
const settled: Answers = { ...yes, settled: { kind: 'codes', codes: ['5'] } };
const followUp: Quota['if'] = { question: 'settled', compare: 'at-least', value: 4 };

describe('a quota', () => {
  test('counts whoever meets its condition', () => {
    const instrument = of(quota('problem'), quota('settled', { if: followUp }));
    expect(heldQuotas(instrument, {}).map(({ code }) => code)).toEqual([]);
    expect(heldQuotas(instrument, yes).map(({ code }) => code)).toEqual(['problem']);
    expect(heldQuotas(instrument, settled).map(({ code }) => code)).toEqual(['problem', 'settled']);
  });

  test('is come into once: whoever counted before goes on, and a quota that is only watched stops nobody', () => {
    const instrument = of(quota('problem'), quota('watched', { whenFull: 'watch' }));
    expect(enteredQuotas(instrument, {}, yes).map(({ code }) => code)).toEqual(['problem']);
    expect(enteredQuotas(instrument, yes, settled)).toEqual([]);
  });

  test('never counts an answer to a question that was not asked, whatever the instrument and the answers', () => {
    fc.assert(
      fc.property(anyInstrument, anyEntries, (instrument, entries) => {
        const { answers } = readAnswers(
          instrument.sections.flatMap((section) => section.questions),
          entries,
        );
        const asked = new Set(whichQuestions(instrument, answers).map(({ code }) => code));
        const seen = Object.fromEntries(Object.entries(answers).filter(([code]) => asked.has(code)));
        expect(heldQuotas(instrument, seen)).toEqual(heldQuotas(instrument, answers));
        expect(enteredQuotas(instrument, answers, answers)).toEqual([]);
      }),
    );
  });
});

describe('the check of quotas', () => {
  const flawsOf = (...quotas: readonly Quota[]) => checkInstrument(of(...quotas));

  test('lets good ones pass, also those that look at the last question', () => {
    expect(flawsOf(quota('a'), quota('b', { if: { question: 'comment', state: 'answered' } }))).toEqual([]);
  });

  test('names a question that is gone, an answer that cannot be given, a comparison of words, and says where', () => {
    const wrong = [
      quota('gone', { if: { question: 'removed', answered: ['yes'] } }),
      quota('never', { if: { question: 'had_problem', answered: ['maybe'] } }),
      quota('words', { if: { any: [{ question: 'comment', compare: 'more', value: 3 }] } }),
    ];
    const flaws = flawsOf(...wrong);
    expect(flaws.map(({ code, quota: place }) => [place, code])).toEqual([
      ['gone', 'routing-unknown'],
      ['never', 'routing-unanswerable'],
      ['words', 'routing-incomparable'],
    ]);
    expect(flaws[0]?.message.en).toMatch(/^Quota “Quota gone”: it depends on “removed”/);
    expect(flaws[0]?.message.fr).toMatch(/^Le quota «\u00a0Quota gone\u00a0»\u00a0: /);
  });

  test('refuses the same code twice and a name that one language lacks', () => {
    expect(flawsOf(quota('a'), quota('a')).map(({ code }) => code)).toEqual(['code-duplicate']);
    const nameless = flawsOf(quota('a', { label: { en: 'East', fr: '' } }));
    expect(nameless.map(({ code, language }) => [code, language])).toEqual([['text-missing', 'fr']]);
  });
});
