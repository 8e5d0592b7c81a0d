import { uiLanguages } from '@common-measure/kernel';
import { expect, test } from 'vitest';
import { nothingAllotted } from '../allotment.ts';
import { anInstrument } from '../testing.fixture.ts';
import { emptyNotice, type PublicNotice } from './public-notice.ts';
import { pageOfStep } from './standing.ts';

const notice: PublicNotice = {
  otherWays: [
    {
      kind: 'telephone',
      text: { en: '1 800 555-0199, 9 to 5', fr: '1 800 555-0199, de 9 h à 17 h' },
      link: 'tel:+18005550199',
    },
    { kind: 'sign-language', text: { en: 'ASL and LSQ', fr: 'ASL et LSQ' }, link: 'https://video.example/"><b>' },
    { kind: 'paper', text: { en: 'Ask at <any> counter', fr: 'Demandez au comptoir' }, link: null },
  ],
  purpose: { en: 'To shorten the wait.', fr: 'Pour réduire l’attente.' },
  keptFor: { en: 'Two years.', fr: 'Deux ans.' },
  contact: { en: 'privacy@example.ca', fr: 'vieprivee@example.ca' },
};
const first = (locale: string, said: PublicNotice | undefined) =>
  pageOfStep(anInstrument(), {}, nothingAllotted, {
    step: { kind: 'introduction' },
    strict: false,
    locale,
    frame: {
      organization: { en: 'Service Centres', fr: 'Centres de services' },
      base: '/s/abc',
      stylesheet: '/s/respondent.css',
      hidden: {},
      preview: false,
      closesOn: null,
      notice: said,
    },
  });

test('the first page offers every other way to answer, before anything is asked', () => {
  const html = first('en', notice);
  expect(html).toContain('Another way to answer');
  expect(html).toContain('<a href="tel:+18005550199">1 800 555-0199, 9 to 5</a>');
  expect(html).toContain('In sign language, by video');
  expect(first('fr', notice)).toContain('de 9 h à 17 h');
});

test('what people wrote there is text and nothing else', () => {
  const html = first('en', notice);
  expect(html).toContain('Ask at &#60;any&#62; counter');
  expect(html).not.toContain('"><b>');
});

test('the privacy notice says who, why, what, how long, what is shown, that it can be withdrawn, and whom to ask', () => {
  const html = first('en', notice);
  const leads = [...html.matchAll(/<strong>([^<]*)<\/strong>/g)].map((match) => match[1]);
  expect(leads).toEqual([
    'Who is asking.',
    'Why we ask.',
    'What we keep.',
    'How long we keep it.',
    'What is shown.',
    'If you change your mind.',
    'Questions about privacy.',
  ]);
});

test('a survey that says nothing of its own has the standing words and offers no other way', () => {
  for (const locale of uiLanguages) expect(first(locale, emptyNotice)).toBe(first(locale, undefined));
  expect(first('en', undefined)).not.toContain('Another way to answer');
});
