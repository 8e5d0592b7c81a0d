import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyInstrument } from '../arbitrary-instrument.fixture.ts';
import { questionsOf } from '../edit-instrument.ts';
import { isAnswerable } from '../question-parts.ts';
import { agreement, anInstrument, aQuestion } from '../testing.fixture.ts';
import { paperForm } from './paper-form.ts';

const organization = { en: 'Service Centres', fr: 'Centres de services' };
const onPaper = (locale: string, ...questions: Parameters<typeof anInstrument>[0][]) =>
  paperForm(anInstrument(questions[0]), locale, organization);
const section = (...questions: ReturnType<typeof aQuestion>[]) => ({
  sections: [{ code: 'only', title: { en: 'Only', fr: 'Seule' }, questions }],
});
const yesNo = ['yes', 'no'].map((code) => ({ code, label: { en: code, fr: `${code} fr` } }));

describe('a questionnaire on paper', () => {
  test('says routing as instructions with the numbers printed beside the questions', () => {
    const html = onPaper('en', {
      ...section(
        aQuestion('intro', { type: 'information', scale: null }),
        aQuestion('had', {
          type: 'single',
          scale: null,
          options: yesNo,
          skips: [{ if: { question: 'had', answered: ['no'] }, to: { question: 'after' } }],
        }),
        aQuestion('settled', { type: 'text', scale: null, showIf: { question: 'had', answered: ['yes'] } }),
        aQuestion('pause', { type: 'information', scale: null }),
        aQuestion('after', { type: 'number', scale: null, unit: { en: 'days', fr: 'jours' } }),
      ),
    });
    expect(html).toContain('If you chose no, go to question 3.');
    expect(html).toContain('Answer only if question 1 is yes.');
    expect(html).toMatch(/<span class="no">3\.<\/span> Statement after/);
    expect(html).toContain('</span> days');
  });

  test('has no field, no script, no pipe: the words without an answer stand in its place', () => {
    const html = onPaper('fr', {
      ...section(
        aQuestion('had', { type: 'single', scale: null, options: yesNo }),
        aQuestion('more', {
          type: 'text',
          scale: null,
          wording: { en: 'Why {{had|that}}?', fr: 'Pourquoi {{had|cela}}?' },
        }),
      ),
    });
    expect(html).toContain('Pourquoi cela?');
    expect(html).not.toMatch(/<input|<button|<script|\{\{/);
    expect(html).toContain('lang="fr-CA"');
  });

  test('puts statements of one scale into a table, unless routing parts them', () => {
    const table = onPaper('en', section(aQuestion('one'), aQuestion('two')));
    expect(table.match(/<table>/g)).toHaveLength(1);
    expect(table.match(/class="box ring"/g)).toHaveLength(2 * (agreement.points.length + 2));
    const parted = onPaper(
      'en',
      section(aQuestion('one'), aQuestion('two', { showIf: { question: 'one', answered: ['1'] } })),
    );
    expect(parted).not.toContain('<table>');
  });

  test('prints every question of any instrument once, and what its author wrote as text', () => {
    fc.assert(
      fc.property(anyInstrument, fc.constantFrom('en', 'fr', 'iu'), (instrument, locale) => {
        const html = paperForm(instrument, locale, organization);
        expect(html).not.toMatch(/<script|<b>|alert\(1\)<\//);
        const numbers = [...html.matchAll(/<span class="no">(\d+)\.<\/span>/g)].map(([, number]) => Number(number));
        expect(numbers).toEqual(
          questionsOf(instrument)
            .filter(isAnswerable)
            .map((_, index) => index + 1),
        );
      }),
    );
  });
});
