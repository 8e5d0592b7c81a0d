import { emptyNotice, type PublicNotice } from '@common-measure/instrument';
import { expect, test } from 'vitest';
import { everyType } from '../every-type.fixture.ts';
import { type PosterFacts, posterPage } from './poster.ts';

const way = (kind: 'telephone' | 'paper' | 'relay' | 'in-person', en: string, fr = en) => ({
  kind,
  text: { en, fr },
  link: null,
});
const facts: PosterFacts = {
  organization: { en: 'Province of Riverbend', fr: 'Province de Riverbend' },
  logo: undefined,
  survey: { en: 'Your visit', fr: 'Votre visite' },
  label: { en: 'Front <counter>', fr: 'Comptoir' },
  instrument: everyType,
  notice: {
    ...emptyNotice,
    purpose: { en: 'To shorten the wait. We read all.', fr: 'Pour réduire l’attente. Tout est lu.' },
  },
  closesOn: '2027-03-31',
  address: 'https://measure.example.ca/s/4q7kx0c2mz9w?w=p-8fk2m1qz0c',
};
/** What one language reads, block after block. */
const read = (more: Partial<PosterFacts>, language: 'en' | 'fr'): string =>
  [...posterPage({ ...facts, ...more }).matchAll(new RegExp(`<section lang="${language}-CA">(.*?)</section>`, 'g'))]
    .map(([, block = '']) => block.replace(/<[^>]*>/g, ' '))
    .join(' ')
    .replace(/ +/g, ' ');

test('says in each language who asks, what, where, what for, how long and until when', () => {
  const en = read({}, 'en');
  for (const said of [
    'Province of Riverbend',
    'Tell us how it went',
    'Your visit',
    'Front &#60;counter&#62;',
    'To shorten the wait.',
    'minutes',
    'Anonymous',
    'Open until March 31, 2027',
  ])
    expect(en).toContain(said);
  const fr = read({}, 'fr');
  for (const said of [
    'Province de Riverbend',
    'Dites-nous comment cela s’est passé',
    'Votre visite',
    'Comptoir',
    'Pour réduire l’attente.',
    '\u00a0minutes',
    'facultatif',
    'Ouvert jusqu’au 31\u00a0mars\u00a02027',
  ])
    expect(fr).toContain(said);
});

test('says in one sentence what for: the first that the survey has, or a standing one where none fits a wall', () => {
  expect(read({}, 'en')).not.toContain('We read all.');
  const wordy = { en: `${'much '.repeat(40)}.`, fr: `${'trop '.repeat(40)}.` };
  for (const purpose of [null, wordy]) {
    expect(read({ notice: { ...emptyNotice, purpose } }, 'en')).toContain('Your answers help us improve this service.');
    expect(read({ notice: { ...emptyNotice, purpose } }, 'fr')).toContain(
      'Vos réponses nous aident à améliorer ce service.',
    );
  }
});

test('carries the address in words, and its code with the quiet zone that readers need', () => {
  const page = posterPage(facts);
  expect(page.replaceAll('<wbr>', '')).toContain('>measure.example.ca/s/4q7kx0c2mz9w?w=p-8fk2m1qz0c<');
  const [, side = 0] = /viewBox="0 0 (\d+) \1"/.exec(page) ?? [];
  const dark = [...page.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, width]) => [
    Number(x),
    Number(y),
    Number(x) + Number(width),
  ]);
  expect(Math.min(...dark.flatMap(([x = 0, y = 0]) => [x, y]))).toBe(4);
  expect(Math.max(...dark.map(([, , end = 0]) => end))).toBe(Number(side) - 4);
});

test('names up to three other ways to answer, each on a line of its own, and none that is a story', () => {
  const notice: PublicNotice = {
    ...emptyNotice,
    otherWays: [
      way('telephone', '1 800 555-0199'),
      way('in-person', `Ask ${'somebody '.repeat(12)}`),
      way('relay', 'Call 711', 'Composez le 711'),
      way('paper', 'One line\nand another'),
      way('paper', 'Any counter', 'Tout comptoir'),
      way('paper', 'The fourth'),
    ],
  };
  expect(read({ notice }, 'fr')).toMatch(
    /Par téléphone\u00a0: 1 800 555-0199 +Par service de relais\u00a0: Composez le 711 +Sur papier\u00a0: Tout comptoir *$/,
  );
  expect(read({}, 'en')).not.toContain('Another way to answer');
});

test('sets many words smaller', () => {
  const long = 'Satisfaction with the services in person, by telephone and online '.repeat(3).slice(0, 195);
  expect(posterPage({ ...facts, survey: { en: long, fr: long } })).toContain('<main class="tight">');
  expect(posterPage(facts)).toContain('<main>');
});
