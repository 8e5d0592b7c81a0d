import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Fieldwork, type OpenSurvey } from './fieldwork.fixture.ts';

let fieldwork: Fieldwork;
let survey: OpenSurvey;

const drawn = (name: string) => ({
  content: Buffer.from(`<svg viewBox="0 0 300 60"><title>${name}</title><path d="M0 0h9v9z"/></svg>`).toString(
    'base64',
  ),
});
const alt = { en: 'Province of Riverbend', fr: 'Province de Riverbend' };

beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
  survey = await fieldwork.openSurvey();
  await wear('#7a0019');
});
afterAll(() => fieldwork?.close());

async function wear(colour: string | null, saysName = true): Promise<void> {
  const logo = { saysName, alt, en: drawn('en'), fr: drawn('fr') };
  const reply = await fieldwork.alice.send('PUT', '/api/organization/look', { colour, logo });
  if (reply.statusCode !== 200) throw new Error(reply.body);
}

const headOf = (page: string) => /<p class="org">(.*?)<\/p>/.exec(page)?.[1] ?? '';

test('the logo of the language stands on every page, with its size and words', async () => {
  const eve = await fieldwork.upToCheck(survey, undefined, 'fr-CA');
  const pages = [eve.page, (await eve.press('send')).page];
  for (const rest of ['?from=start&lang=fr', '/withdraw?lang=fr', '/resume?lang=fr', '?w=o-0000000000000000&lang=fr'])
    pages.push((await fieldwork.respondent().open(survey.answerPath + rest)).page);
  const sources = pages.map((page) => {
    expect(headOf(page)).toMatch(
      /^<img class="logo" src="\/s\/logo\/[0-9a-f]{64}" width="240" height="48" alt="Province de Riverbend" decoding="async">$/,
    );
    return /src="([^"]*)/.exec(headOf(page))?.[1];
  });
  expect(new Set(sources).size).toBe(1);
  const file = await fieldwork.server.inject({ url: sources[0] ?? '' });
  expect(file.body).toContain('<title>fr</title>');
});

test('the name is written beside a logo that does not say it, and is not read out twice', async () => {
  await wear('#7a0019', false);
  const named = await fieldwork.respondent().open(survey.answerPath);
  expect(headOf(named.page)).toMatch(/alt="Province of Riverbend" decoding="async"><span>[^<]+<\/span>$/);
  const name = /<span>(.*)<\/span>/.exec(headOf(named.page))?.[1] ?? '';
  const logo = { saysName: false, alt: { en: name, fr: name }, en: drawn('en'), fr: drawn('fr') };
  await fieldwork.alice.send('PUT', '/api/organization/look', { colour: null, logo });
  expect(headOf((await fieldwork.respondent().open(survey.answerPath)).page)).toContain(' alt=""');
});

test('a survey wears the look of the organization, or a colour of its own, or no logo', async () => {
  await wear('#7a0019');
  const accentOf = async () =>
    /:root\{--accent:(#[0-9a-f]{6});--deep:#[0-9a-f]{6};/.exec(
      (await fieldwork.respondent().open(survey.answerPath)).page,
    )?.[1];
  expect(await accentOf()).toBe('#7a0019');
  const notice = { otherWays: [], purpose: null, keptFor: null, contact: null };
  await fieldwork.alice.send('PUT', `/api/surveys/${survey.id}/notice`, { ...notice, colour: '#003366' });
  expect(await accentOf()).toBe('#003366');
  await fieldwork.alice.send('PUT', `/api/surveys/${survey.id}/notice`, { ...notice, withoutLogo: true });
  const bare = await fieldwork.respondent().open(survey.answerPath);
  expect([bare.page.includes('/s/logo/'), headOf(bare.page).includes('<svg')]).toEqual([false, true]);
  await fieldwork.alice.send('PUT', `/api/surveys/${survey.id}/notice`, notice);
  const sheet = await fieldwork.server.inject({ url: '/s/respondent.css?colour=7a0019' });
  expect(sheet.body).toMatch(/:root\{--accent:#7a0019;[^{}]*\}$/);
  expect((await fieldwork.server.inject({ url: '/s/respondent.css?colour=}body' })).body).not.toContain(
    '}body{display',
  );
});

test('the first page stays under 15 kB with a logo, which comes apart, once, in at most 20 kB', async () => {
  const url = survey.answerPath;
  const page = await fieldwork.server.inject({ url, headers: { 'accept-encoding': 'br' } });
  expect(page.rawPayload.length).toBeLessThan(15_000);
  const html = brotliDecompressSync(page.rawPayload).toString();
  const loaded = [...html.matchAll(/<(?:link|script|img|iframe)[^>]*(?:src|href)="(?!data:)([^"]*)/g)];
  expect(loaded.map(([, address]) => address?.replace(/[0-9a-f]{64}$/, ''))).toEqual(['/s/logo/']);
  const file = await fieldwork.server.inject({ url: loaded[0]?.[1] ?? '' });
  expect(file.rawPayload.length).toBeLessThanOrEqual(20_000);
  expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('a device without a network, a poster and the look of the tablet show the same', async () => {
  const told = (await fieldwork.server.inject({ url: `${survey.answerPath}/offline.json` })).json();
  expect(told.survey.logo.en.src).toMatch(/^\/s\/logo\//);
  const link = { label: { en: 'Counter 4', fr: 'Comptoir 4' }, shown: {}, hidden: {} };
  const { code } = (await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/prepared-links`, link)).json();
  const poster = await fieldwork.alice.send('GET', `/api/surveys/${survey.id}/prepared-links/${code}/poster`);
  expect(poster.body.match(/<img class="logo"/g)).toHaveLength(2);
  expect(poster.body).toContain('h1,.h{color:#7a0019}');
});
