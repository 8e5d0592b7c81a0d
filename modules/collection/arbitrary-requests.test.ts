import { randomUUID } from 'node:crypto';
import type { Instrument } from '@common-measure/instrument';
import { accountsRoutes } from '@common-measure/modules/accounts/server';
import { instrumentRoutes } from '@common-measure/modules/instruments/server';
import { surveyRoutes } from '@common-measure/modules/studies/server';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newAnswerKey } from './answer-key.ts';
import { Fieldwork, type OpenSurvey } from './fieldwork.fixture.ts';
import { collectionRoutes } from './server.ts';
import { storedStrays } from './stored-strays.fixture.ts';

let fieldwork: Fieldwork;
let survey: OpenSurvey;
let instrument: Instrument;
let ways: readonly string[] = [];
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
  survey = await fieldwork.openSurvey();
  const { instrumentId } = (await fieldwork.alice.send('GET', `/api/surveys/${survey.id}`)).json();
  instrument = (await fieldwork.alice.send('GET', `/api/instruments/${instrumentId}`)).json().instrument;
  const made = async (what: string, body: object) =>
    (await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/${what}`, body)).json();
  const kiosk = await made('kiosks', { name: 'Lobby' });
  const prepared = await made('prepared-links', {
    label: { en: 'Counter', fr: 'Comptoir' },
    shown: {},
    hidden: { channel_used: ['counter'] },
  });
  ways = [kiosk.address, prepared.address].map((address) => new URL(address).searchParams.get('w') ?? '');
});
afterAll(() => fieldwork?.close());

const open = [...accountsRoutes, ...instrumentRoutes, ...surveyRoutes, ...collectionRoutes].filter(
  (route) => route.access === 'anyone',
);
const key = newAnswerKey();
const known = [
  ...[
    'start',
    'next',
    'back',
    'send',
    'finish',
    'leave',
    'discard',
    'break-off',
    'withdraw',
    'resume',
    'contact',
    'fr',
    'en',
  ],
  ...[
    'overall_satisfaction',
    'channel_used',
    'comment_improve',
    '4',
    '-dk',
    '-pns',
    'counter',
    'web',
    'kiosk',
    'i',
    '0',
    '1',
  ],
];
const hostile = [
  '\u0000',
  '\ud800',
  '__proto__',
  'constructor',
  '<script>',
  "'--",
  '%00',
  '\u202e',
  '1e400',
  '-0',
  '9'.repeat(400),
];
const text = fc.oneof(
  fc.constantFrom(...known, ...hostile, key),
  fc.constant('way').map(() => ways[0] ?? ''),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const names = fc.oneof(
  fc.constantFrom(
    'key',
    'way',
    'do',
    'lang',
    'shown',
    'since',
    'section',
    'question',
    'code',
    'name',
    'reach',
    'about',
  ),
  fc.constantFrom('language', 'mode', 'entries', 'withdrawalCode', 'link', 'no', 'yes', 'token', 'email', 'password'),
  fc.constantFrom(
    'q-overall_satisfaction',
    'q-channel_used',
    'q-comment_improve',
    'q-',
    'overall_satisfaction',
    '__proto__',
  ),
  text,
);
const form = fc.array(fc.tuple(names, text), { maxLength: 12 });
const json = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(names, fc.oneof(text, fc.array(text, { maxLength: 4 }), fc.dictionary(names, fc.array(text)))),
  fc.record({
    language: fc.constantFrom('en', 'fr', 'de', ''),
    entries: fc.dictionary(names, fc.array(text, { maxLength: 3 })),
  }),
);
const body = fc.oneof(
  form.map((fields) => ['application/x-www-form-urlencoded', new URLSearchParams(fields).toString()]),
  json.map((value) => ['application/json', JSON.stringify(value) ?? 'null']),
  fc.string({ unit: 'binary' }).map((raw) => ['application/json', raw]),
  fc.string().map((raw) => ['text/plain', raw]),
  fc.string().map((raw) => ['multipart/form-data; boundary=x', raw]),
);
/** As a header may be: without line ends and signs beyond Latin. */
const header = fc.string({ unit: fc.constantFrom(...'abcXYZ019 ;=,*/-._"<>'), maxLength: 60 });
const request = fc.record({
  route: fc.constantFrom(...open),
  parts: fc.array(fc.oneof(fc.constant('TOKEN'), fc.constant('UUID'), text), { minLength: 3, maxLength: 3 }),
  query: form,
  body,
  accept: fc.constantFrom('text/html', '*/*', 'application/json'),
  language: header,
  cookie: fc.oneof(header, fc.constantFrom('KEY', 'cm_session=x', 'cm_way_TOKEN=k-1; cm_answers_TOKEN=KEY')),
});

test('no public address fails over anything that is sent to it, and nothing is stored that the codebook does not know', async () => {
  const token = survey.answerPath.slice(3);
  const filled = (value: string) =>
    value.replaceAll('TOKEN', token).replaceAll('UUID', randomUUID()).replaceAll('KEY', key);
  const statuses = new Map<number, number>();
  let network = 0;
  await fc.assert(
    fc.asyncProperty(request, async ({ route, parts, query, body: [type, payload], accept, language, cookie }) => {
      let at = 0;
      const path = route.path.replaceAll(/:\w+/g, () => encodeURIComponent(filled(parts[at++] ?? '').toWellFormed()));
      const asked = new URLSearchParams(query);
      network += 1;
      const reply = await fieldwork.server.inject({
        method: route.method,
        url: `${path}?${asked}`,
        remoteAddress: `10.${(network >> 16) & 255}.${(network >> 8) & 255}.${network & 255}`,
        headers: {
          accept,
          'accept-language': language,
          cookie: filled(cookie),
          ...(route.method === 'GET' ? {} : { 'content-type': type }),
        },
        ...(route.method === 'GET' ? {} : { payload: payload ?? '' }),
      });
      statuses.set(reply.statusCode, (statuses.get(reply.statusCode) ?? 0) + 1);
      expect(reply.statusCode, `${route.method} ${route.path}: ${reply.body.slice(0, 400)}`).toBeLessThan(500);
      if (String(reply.headers['content-type']).includes('text/html')) expect(reply.body).not.toMatch(/<script>(?!$)/);
    }),
    { numRuns: 1000 },
  );
  expect(await storedStrays(fieldwork, survey, instrument)).toEqual([]);
  // It came through the doors, too.
  expect((statuses.get(200) ?? 0) + (statuses.get(303) ?? 0)).toBeGreaterThan(20);
});
