import { type UiLanguage, uiLanguages } from '@common-measure/kernel';
import { describe, expect, test } from 'vitest';
import type { Entries } from '../entry.ts';
import { readAnswers } from '../read-answers.ts';
import { anInstrument } from '../testing.fixture.ts';
import { noticePage, withdrawalPage } from './notice-page.ts';
import { respondentPage } from './respondent-page.ts';
import type { RespondentStep, RespondentView } from './respondent-view.ts';
import { respondentWords } from './respondent-words.ts';

const instrument = anInstrument();
const questions = instrument.sections.flatMap((section) => section.questions);
const frame = {
  organization: { en: 'Service Centres', fr: 'Centres de services' },
  base: '/s/abc',
  stylesheet: '/s/respondent.css',
  hidden: { draft: 'd-1' },
  preview: false,
  closesOn: '2027-06-01',
};
const part = (section: string): RespondentStep => ({
  kind: 'part',
  section,
  returnsToCheck: false,
  newQuestions: false,
});

function page(
  step: RespondentStep,
  locale: UiLanguage,
  entries: Entries = {},
  parts: Partial<RespondentView> = {},
): string {
  return respondentPage({
    instrument,
    entries,
    locale,
    step,
    problems: readAnswers(questions, entries).problems,
    frame,
    ...parts,
  });
}

const steps: readonly RespondentStep[] = [
  { kind: 'introduction' },
  part('service'),
  part('problem'),
  part('more'),
  { kind: 'check' },
  { kind: 'saved' },
  { kind: 'receipt', receipt: 'K7M4-2Q9T', withdrawalCode: '9KHD-Q4MX-7TWC-2VPB' },
  { kind: 'conflict' },
  { kind: 'full' },
];

describe('every page of a respondent', () => {
  test('has its language, one main heading, no script and no inline style', () => {
    for (const locale of uiLanguages)
      for (const step of steps) {
        const html = page(step, locale);
        expect(html).toContain(`<html lang="${locale}-CA"`);
        expect(html.match(/<h1/g)).toHaveLength(1);
        expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/);
      }
  });

  test('speaks one language: no English word of ours stands on a French page', () => {
    const englishOnly = Object.values(respondentWords.en).filter((word) => typeof word === 'string' && word.length > 8);
    const frenchWords = new Set(Object.values(respondentWords.fr));
    for (const step of steps)
      for (const word of englishOnly)
        if (!frenchWords.has(word)) expect(page(step, 'fr')).not.toContain(`>${String(word)}<`);
  });

  test('carries what was entered through the language switch, which is a button of the same form', () => {
    const html = page(part('service'), 'en', { overall: ['4'] });
    expect(html).toMatch(/<button class="t" form="f" name="do" value="fr" formnovalidate lang="fr">Français<\/button>/);
    expect(html).toMatch(/name="q-overall" value="4"[^>]* checked/);
    expect(page(part('service'), 'fr', { overall: ['4'] })).toMatch(/name="q-overall" value="4"[^>]* checked/);
  });

  test('escapes whatever an author or a person wrote', () => {
    const evil = '<img src=x onerror=alert(1)>"\'';
    const html = page(part('more'), 'en', { comment: [evil], minutes: [evil] });
    expect(html).not.toContain('<img');
    const titled = page(
      { kind: 'introduction' },
      'en',
      {},
      { instrument: anInstrument({ title: { en: evil, fr: evil } }) },
    );
    expect(titled).not.toContain('<img');
  });
});

describe('a part', () => {
  test('puts every group of answers into a fieldset with its legend', () => {
    const html = page(part('service'), 'en');
    expect(html.match(/<fieldset/g)).toHaveLength(2);
    expect(html.match(/<legend/g)).toHaveLength(2);
    expect(html).toContain('<div class="mh" aria-hidden="true">');
  });

  test('shows what cannot be understood on top, at the field and in the title, and keeps what was typed', () => {
    const html = page(part('more'), 'fr', { minutes: ['pas trop'] });
    expect(html).toContain('<title>Erreur\u00a0: ');
    expect(html).toContain('role="alert"');
    expect(html).toContain('<a href="#q-minutes">Entrez un nombre de minutes');
    expect(html).toContain('value="pas trop"');
    expect(html).toContain('aria-invalid="true"');
  });

  test('complains only about what stands on it', () => {
    expect(page(part('service'), 'en', { minutes: ['x'] })).not.toContain('role="alert"');
  });

  test('names what it shows, so that an unticked box can be told from another page', () => {
    expect(page(part('problem'), 'en')).toContain('name="shown" value="had_problem"');
    expect(page(part('problem'), 'en', { had_problem: ['yes'] })).toContain('name="shown" value="had_problem settled"');
  });

  test('that routing no longer reaches shows the check page', () => {
    expect(page(part('nowhere'), 'en')).toContain('Check your answers');
  });

  test('counts the parts that this person sees, as many as the introduction announces', () => {
    expect(page({ kind: 'introduction' }, 'en')).toContain('in 3 short parts');
    expect(page(part('service'), 'en')).toContain('Part 1 of 3');
    expect(page({ kind: 'check' }, 'fr')).toContain('Dernière étape');
  });

  test('names the question beside what is missing', () => {
    const sections = instrument.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) => ({ ...question, required: true })),
    }));
    const [first] = sections.flatMap((section) => section.questions);
    const { problems } = readAnswers([first!], {});
    const strict = { instrument: { ...instrument, sections }, problems };
    const link = `href="#q-${first?.code}">Choose an answer: ${first?.wording.en.slice(0, 5)}`;
    expect(page(part('service'), 'en', {}, strict)).toContain(link);
  });

  test('keeps French inversions in one piece', () => {
    const sections = instrument.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) => ({
        ...question,
        wording: { en: 'How was it?', fr: 'Comment a-t-il été, et l’avez-vous reçu après-demain?' },
      })),
    }));
    const html = page(part('service'), 'fr', {}, { instrument: { ...instrument, sections } });
    expect(html).toContain('<span class="nb">a-t-il</span>');
    expect(html).toContain('l’<span class="nb">avez-vous</span> reçu après-demain');
  });

  test('marks a question that needs an answer, and no longer promises that any can be skipped', () => {
    const sections = instrument.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) => ({ ...question, required: true })),
    }));
    const strict = { instrument: { ...instrument, sections } };
    expect(page({ kind: 'introduction' }, 'en', {}, strict)).toContain('not marked “required”');
    for (const section of sections)
      expect(page(part(section.code), 'fr', {}, strict)).toContain('<span class="rq">(obligatoire)</span>');
    expect(page(part('service'), 'en', {}, strict)).not.toContain('You can leave a line empty.');
    expect(page(part('service'), 'en')).not.toContain('class="rq"');
  });
});

describe('the check page', () => {
  test('says every answer in words, in the language of the page, with a way to change it', () => {
    const html = page({ kind: 'check' }, 'fr', {
      overall: ['4'],
      wait: ['-na'],
      minutes: ['1200,5'],
      places: ['web', 'phone'],
    });
    expect(html).toContain('Agree (fr)');
    expect(html).toContain('Ne s’applique pas à moi');
    expect(html).toContain('1\u00a0200,5\u00a0minutes');
    expect(html).toContain('web (fr); phone (fr)');
    expect(html).toContain('Sans réponse');
    expect(html).toContain('href="/s/abc/part/service?returns=check#q-wait"');
  });

  test('leaves out what was not asked', () => {
    expect(page({ kind: 'check' }, 'en')).not.toContain('Statement settled.');
  });
});

test('the introduction says how long it takes, what is kept and until when, before the first question', () => {
  const html = page({ kind: 'introduction' }, 'fr');
  expect(html).toContain('Ouvert jusqu’au 1er\u00a0juin\u00a02027');
  expect(html).toContain('6\u00a0questions');
  expect(html).toContain('Vos renseignements');
});

test('the receipt shows the withdrawal code, a preview shows none', () => {
  const step: RespondentStep = { kind: 'receipt', receipt: 'K7M4-2Q9T', withdrawalCode: '9KHD-Q4MX-7TWC-2VPB' };
  expect(page(step, 'en')).toContain('9KHD-Q4MX-7TWC-2VPB');
  expect(page(step, 'en', {}, { frame: { ...frame, preview: true } })).not.toContain('9KHD');
});

test('notices and the withdrawal page exist in both languages', () => {
  for (const locale of uiLanguages) {
    for (const notice of ['closed', 'notOpen', 'unknown', 'withdrawn'] as const)
      expect(noticePage(notice, locale, frame)).toContain(respondentWords[locale][notice]);
    expect(withdrawalPage(locale, frame, null)).not.toContain('role="alert"');
    expect(withdrawalPage(locale, frame, '<x>')).toContain('&#60;x&#62;');
  }
});
