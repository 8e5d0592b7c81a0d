import { describe, expect, test } from 'vitest';
import type { Instrument } from '../instrument.ts';
import { readAnswers } from '../read-answers.ts';
import { everyKind } from '../translation/every-kind.fixture.ts';
import { addLanguage, translatableTexts, writeTexts } from '../translation/translatable-text.ts';
import { noticePage, withdrawalPage } from './notice-page.ts';
import { respondentPage } from './respondent-page.ts';
import type { RespondentStep } from './respondent-view.ts';
import { wordsOf } from './spoken-words.ts';

/** Every text stands between marks, so that whatever the translator did not write shows itself by having none. */
const marked = (text: string): string => `⟦${text}⟧`;

function translated(instrument: Instrument, language: string): Instrument {
  const wide = addLanguage(instrument, language);
  return writeTexts(
    wide,
    language,
    new Map(translatableTexts(wide, language).map(({ id, text }) => [id, marked(text.en)])),
  );
}

const frame = {
  organization: { en: '⟦O⟧', fr: '⟦O⟧' },
  base: '/s/abc',
  stylesheet: '/s/respondent.css',
  hidden: {},
  preview: false,
  closesOn: '2027-06-01',
};
const steps = (instrument: Instrument): readonly RespondentStep[] => [
  { kind: 'introduction' },
  ...instrument.sections.map(
    ({ code }) => ({ kind: 'part', section: code, returnsToCheck: false, newQuestions: true }) as const,
  ),
  { kind: 'check' },
  { kind: 'saved' },
  { kind: 'receipt', receipt: '77', withdrawalCode: '99' },
  { kind: 'conflict' },
];
const wrongEntries = {
  had_problem: ['yes'],
  rank: ['park=1', 'pool=1'],
  rank_all: ['park=2'],
  day: ['2020-02-31'],
  any_day: ['qqq'],
  count: ['99'],
  cost: ['1.234'],
  few: ['park', 'pool', 'library'],
  some: ['park'],
  other: ['none', 'park'],
  words: ['w'.repeat(1300)],
};

/** What a page says to eyes and ears: its text, and the labels that only stand in attributes. */
function spoken(html: string): readonly string[] {
  const body = html.replace(/<svg.*?<\/svg>/g, '').replace(/<(div|a)[^>]* class="(lg|t)".*?<\/header>/, '');
  const labels = [...body.matchAll(/ aria-label="([^"]*)"/g)].map(([, label = '']) => label);
  return [...body.replace(/<[^>]*>/g, '\n').split('\n'), ...labels].map((text) => text.trim()).filter(Boolean);
}

/** What is left of a text when everything a translator wrote is taken away: innermost marks first, as words stand within words. */
function unmarked(text: string): string {
  const inner = text.replace(/⟦[^⟦⟧]*⟧/g, '');
  return inner === text ? text.replace(/[\s\d.,;:()–"“”/\u2212-]|&#\d+;/g, '') : unmarked(inner);
}

describe('a page in a further language', () => {
  for (const language of ['ar', 'iu', 'zh-Hans', 'es'])
    test(`says nothing that the translator did not write (${language})`, () => {
      const instrument = translated(everyKind, language);
      const questions = instrument.sections.flatMap((section) => section.questions);
      for (const entries of [{}, { had_problem: ['yes'], comment: ['5'] }, wrongEntries])
        for (const step of steps(instrument)) {
          const { problems } = readAnswers(questions, entries);
          const html = respondentPage({ instrument, entries, locale: language, step, problems, frame });
          // What a person typed is hers: her words stand on the check page as she wrote them.
          const typed = /qqq|w{1300}|park|pool|library|none|[=;]/g;
          const left = spoken(html).filter((text) => unmarked(text.replace(typed, '')) !== '');
          expect(left.filter((text) => !['English', 'Français'].includes(text))).toEqual([]);
        }
      for (const notice of ['closed', 'notOpen', 'withdrawn'] as const)
        expect(
          spoken(noticePage(notice, language, frame, instrument)).filter(
            (text) => unmarked(text) !== '' && !['English', 'Français'].includes(text),
          ),
        ).toEqual([]);
      expect(withdrawalPage(language, frame, '123', instrument)).toContain(marked('Withdrawal code'));
    });

  test('is marked with its language and its direction, and offers every other one by its own name', () => {
    const instrument = translated(addLanguage(everyKind, 'iu'), 'ar');
    const at = (locale: string) =>
      respondentPage({ instrument, entries: {}, locale, step: { kind: 'introduction' }, problems: [], frame });
    expect(at('ar')).toContain('<html lang="ar" dir="rtl">');
    expect(at('iu')).toContain('<html lang="iu" dir="ltr">');
    expect(at('en')).toContain('<html lang="en-CA" dir="ltr">');
    expect(at('en')).toMatch(/value="ar" formnovalidate lang="ar" dir="rtl">العربية<\/button>/);
    expect(at('ar')).toMatch(/value="iu" formnovalidate lang="iu" dir="ltr">ᐃᓄᒃᑎᑐᑦ<\/button>/);
    expect(at('ar')).not.toContain('value="ar" formnovalidate');
  });

  test('holds no markup that a word of the page brought along', () => {
    const instrument = {
      ...addLanguage(everyKind, 'ar'),
      pageWords: { ar: { next: '<script>alert("1")</script>', back: `"'&` } },
    };
    const step = { kind: 'part', section: 'service', returnsToCheck: false, newQuestions: false } as const;
    const html = respondentPage({ instrument, entries: {}, locale: 'ar', step, problems: [], frame });
    expect(html).not.toContain('<script');
    expect(wordsOf(instrument, 'ar').back).toBe('”’＆');
  });

  test('counts, lists and dates as its words say', () => {
    const pageWords = {
      'minutes.two': 'دقيقتان',
      'minutes.few': '{count} دقائق',
      listMore: '{list}، {next}',
      listLast: '{list} و{last}',
      date: '{day} {monthName} {year}',
      'month.6': 'يونيو',
    };
    const t = wordsOf({ pageWords: { ar: pageWords } }, 'ar');
    expect([t.minutes(2), t.minutes(5)]).toEqual(['دقيقتان', '5 دقائق']);
    expect(t.list(['a', 'b', 'c'])).toBe('a، b وc');
    expect(t.date('2027-06-01')).toBe('1 يونيو 2027');
  });
});
