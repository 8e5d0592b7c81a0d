import { expect, test } from 'vitest';
import type { Instrument, Question } from '../instrument.ts';
import { plainQuestion } from '../plain-question.ts';
import { recordedAnswers } from '../routing.ts';
import { nextStep } from './next-step.ts';
import { pageOfStep, wayAhead } from './standing.ts';

const text = (en: string) => ({ en, fr: en });
const options = [
  { code: 'north', label: text('North') },
  { code: 'south', label: text('South') },
];
const question = (code: string, more: Partial<Question> = {}) =>
  plainQuestion(code, 'single', text(`Which ${code}?`), { options, ...more });
const instrument: Instrument = {
  format: 'common-measure/instrument',
  version: 1,
  title: text('Visits'),
  languages: ['en', 'fr'],
  introduction: text('Why'),
  closing: text('Thanks'),
  sections: [
    { code: 'where', title: text('Where'), questions: [question('office', { required: true })] },
    {
      code: 'more',
      title: text('More'),
      questions: [question('ferry', { showIf: { question: 'office', answered: ['north'] } }), question('visit')],
    },
  ],
};
const frame = {
  organization: text('City'),
  base: '/s/x',
  stylesheet: '/x.css',
  hidden: {},
  preview: false,
  closesOn: null,
};
const given = (code: string) =>
  ({ arm: null, orders: {}, given: { office: { kind: 'codes', codes: [code] } } }) as const;

test('a question that the way in has answered is routed by and recorded, and is neither shown nor missed', () => {
  const north = wayAhead(instrument, {}, given('north'));
  expect(north.pages.map((page) => page.section.questions.map(({ code }) => code))).toEqual([['ferry', 'visit']]);
  expect(north.problems).toEqual([]);
  expect(recordedAnswers(instrument, north.answers).office).toEqual({ kind: 'codes', codes: ['north'] });
  const south = wayAhead(instrument, {}, given('south'));
  expect(south.pages.map((page) => page.section.questions.map(({ code }) => code))).toEqual([['visit']]);
});

test('what somebody enters herself for such a question is not taken', () => {
  const ahead = wayAhead(instrument, { office: ['south'] }, given('north'));
  expect(ahead.answers.office).toEqual({ kind: 'codes', codes: ['north'] });
});

test('the first page is that of the next question, and the check page does not tell of the given answer', () => {
  const standing = { draft: null, allotment: given('north') };
  const move = nextStep(instrument, standing, { kind: 'start' }, { do: ['start'] });
  expect(move.to).toMatchObject({ kind: 'part', section: 'more' });
  const look = { strict: true, locale: 'en', frame, step: { kind: 'check' } } as const;
  const page = pageOfStep(instrument, { visit: ['south'] }, given('north'), look);
  expect(page).toContain('Which visit?');
  expect(page).not.toContain('Which office?');
});
