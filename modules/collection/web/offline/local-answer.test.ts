import { nothingAllotted } from '@common-measure/instrument';
import { describe, expect, test } from 'vitest';
import { onePerPage } from '../../paged.fixture.ts';
import { isUnsent, type KeptSurvey, type KeptVisit } from './kept-visit.ts';
import { answerLocally } from './local-answer.ts';

const base = '/s/abc';
const survey: KeptSurvey = {
  token: 'abc',
  instrument: onePerPage,
  organization: { en: 'Centres', fr: 'Centres' },
  notice: { otherWays: [], purpose: null, keptFor: null, contact: null },
  closesOn: null,
  stylesheet: '/s/respondent.css',
  style: '',
  script: null,
  policy: '',
  version: '1',
};
const ofKey = { allotment: nothingAllotted, receipt: 'RRRR-RRRR', withdrawalCode: 'WWWW', resumeCode: 'CCCC-CCCC' };
const fresh: KeptVisit = {
  token: 'abc',
  key: 'k',
  locale: 'en',
  hidden: { key: 'k' },
  draft: null,
  changed: [],
  discarded: false,
  state: 'answering',
};
const answered: KeptVisit = {
  ...fresh,
  draft: { entries: { waited: ['no'], solved: ['yes'] }, section: 'end', question: null },
  changed: ['waited', 'solved'],
};

const open = (visit: KeptVisit, path = base, query: Record<string, string> = {}) =>
  answerLocally(survey, visit, ofKey, { path, query: new Map(Object.entries(query)), form: null });
const press = (visit: KeptVisit, act: string, path = `${base}/check`, more: Record<string, readonly string[]> = {}) =>
  answerLocally(survey, visit, ofKey, { path, query: new Map(), form: { do: [act], lang: [visit.locale], ...more } });

describe('on a device without a network', () => {
  test('what is entered is kept, and noted as what the server lacks', () => {
    const begun = press(fresh, 'start', base);
    expect(begun.goTo).toBe(`${base}/part/call?lang=en&q=waited`);
    const fields = { shown: ['waited'], 'q-waited': ['no'] };
    const { visit, goTo } = press(begun.visit, 'next', `${base}/part/call`, fields);
    expect(visit.draft?.entries).toEqual({ waited: ['no'] });
    expect(visit.changed).toEqual(['waited']);
    expect(goTo).toBe(`${base}/part/call?lang=en&q=solved`);
    expect(isUnsent(visit)).toBe(true);
  });

  test('an emptied answer is a change too, and an unchanged one is none', () => {
    const known = { ...answered, changed: [] };
    const emptied = press(known, 'next', `${base}/part/call`, { shown: ['waited'] }).visit;
    expect(emptied.draft?.entries.waited).toBeUndefined();
    expect(emptied.changed).toEqual(['waited']);
    const same = { shown: ['waited'], 'q-waited': ['no'] };
    expect(press(known, 'next', `${base}/part/call`, same).visit.changed).toEqual([]);
  });

  test('a required answer is asked for before anything waits to be sent', () => {
    const wanting = { ...answered, draft: { entries: { waited: ['no'] }, section: 'end' } };
    const { visit, page } = press(wanting, 'send');
    expect(visit.state).toBe('answering');
    expect(page).toContain('class="n er"');
  });

  test('complete answers wait, and the page says that nothing was sent and shows no receipt', () => {
    const sent = press(answered, 'send');
    expect(sent.visit).toMatchObject({ state: 'waiting', draft: answered.draft });
    const { page } = open(sent.visit);
    expect(page).toContain('They have not been sent yet');
    expect(page).not.toContain(ofKey.receipt);
    expect(press(sent.visit, 'back').visit.state).toBe('answering');
  });

  test('a survey that closed meanwhile is told, and the answers stay until the person clears them', () => {
    for (const state of ['late', 'refused'] as const) {
      const late: KeptVisit = { ...answered, state };
      expect(open(late).page).toContain('Your answers were not sent');
      expect(press(late, 'finish')).toMatchObject({ visit: { state, draft: answered.draft } });
      expect(press(late, 'send').visit.state).toBe('waiting');
    }
  });

  test('unsent answers are erased by the second word only; the server is told to erase its draft too', () => {
    const waiting: KeptVisit = { ...answered, state: 'waiting' };
    const asked = press(waiting, 'finish');
    expect(asked.page).toContain('Erase answers that have not been sent?');
    expect(asked.visit).toEqual(waiting);
    expect(press(waiting, 'keep').visit).toEqual(waiting);
    const erased = press(waiting, 'erase');
    expect(erased.page).toContain('This device is cleared');
    expect(erased.visit).toMatchObject({ state: 'cleared', draft: null, changed: [], discarded: true });
  });

  test('who only leaves the device keeps her draft on the server, where it has all of it', () => {
    const { visit } = press({ ...answered, changed: [] }, 'leave', base);
    expect(visit).toMatchObject({ state: 'cleared', discarded: false });
    expect(press(answered, 'leave', base).page).toContain('Erase answers');
  });

  test('saved answers show a code for another device only where the server has all of them', () => {
    expect(open({ ...answered, changed: [] }).page).toContain(ofKey.resumeCode);
    expect(open(answered).page).not.toContain(ofKey.resumeCode);
  });

  test('once sent, every page is the receipt, and nothing brings the answers back', () => {
    const sent: KeptVisit = { ...fresh, state: 'sent' };
    for (const path of [base, `${base}/check`, `${base}/part/call`]) {
      const { page, visit } = open(sent, path);
      expect(page).toContain(ofKey.receipt);
      expect(visit.isSeen).toBe(true);
    }
    expect(press(sent, 'back').visit.state).toBe('sent');
    expect(press(sent, 'send').visit.state).toBe('sent');
    expect(press({ ...fresh, state: 'conflict' }, 'back').visit.state).toBe('conflict');
  });

  test('a page of the server alone says that it needs a network', () => {
    expect(open(answered, `${base}/resume`).page).toContain('This page needs a network');
  });

  test('the language goes along from page to page', () => {
    const { visit, goTo } = press(answered, 'fr', `${base}/part/end`, { shown: ['again'], 'q-again': ['yes'] });
    expect(visit.draft?.entries.again).toEqual(['yes']);
    expect(open(visit, goTo.split('?')[0]).page).toContain('lang="fr-CA"');
  });
});
