import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { aFoundedConsole, expectAccessible, type FoundedConsole, sendFrom } from '@common-measure/platform/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyType } from '../every-type.fixture.ts';

let platform: FoundedConsole;
let surveyId = '';
let address = '';
const pictures = process.env.CM_PICTURES;

/** Sends as Maya, from her page. */
function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  return sendFrom(platform.page, method, path, body);
}

beforeAll(async () => {
  platform = await aFoundedConsole();
  const survey = await send<{ id: string; instrumentId: string }>('POST', '/api/surveys', {
    name: { en: 'Library visits', fr: 'Visites à la bibliothèque' },
    samplingClass: 'non-probability',
    timeZone: 'America/Halifax',
    packId: null,
  });
  surveyId = survey.id;
  await send('PUT', `/api/instruments/${survey.instrumentId}`, { revision: 1, instrument: everyType });
  const opened = await send<{ answerPath: string }>('POST', `/api/surveys/${survey.id}/publish`);
  address = platform.server.address + opened.answerPath;
});
afterAll(() => platform?.close());

const words = {
  'en-CA': {
    start: 'Start',
    next: 'Continue',
    alert: 'Check these answers',
    soft: 'You left something empty',
    agree: 'I agree',
    fully: 'Fully',
    likely: '10, extremely likely',
    thumb: 'Yes, thumbs up',
    desk: 'The desk',
    shelves: 'The shelves',
    staff: 'Staff',
    hours: 'Opening hours',
    other: 'something else',
    piped: /You came for a film/,
    check: '1.\u00a0Staff; 2.\u00a0Opening hours',
    thanks: 'Thank you. Your answers have arrived',
    day: 'Day',
    month: 'Month',
    year: 'Year',
    send: 'Send my answers',
    date: 'June 1, 2026',
    no: 'No',
  },
  'fr-CA': {
    start: 'Commencer',
    next: 'Continuer',
    alert: 'Réponses à vérifier',
    soft: 'Vous avez laissé une réponse vide',
    agree: 'J’accepte',
    fully: 'Tout à fait',
    likely: '10, extrêmement probable',
    thumb: 'Oui, pouce vers le haut',
    desk: 'Le comptoir',
    shelves: 'Les rayons',
    staff: 'Personnel',
    hours: 'Heures d’ouverture',
    other: 'autre chose',
    piped: /Vous cherchiez a film/,
    check: '1.\u00a0Personnel; 2.\u00a0Heures d’ouverture',
    thanks: 'Merci. Vos réponses sont arrivées',
    day: 'Jour',
    month: 'Mois',
    year: 'Année',
    send: 'Envoyer mes réponses',
    date: '1er\u00a0juin\u00a02026',
    no: 'Non',
  },
} as const;

/** Axe finds nothing, nothing scrolls sideways, and everything one can press is at least 44 px high. */
async function expectFit(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBeLessThanOrEqual(0);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('main label.o, main select, main button, main input[type=text], main label.chk')]
      .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()] as const)
      .filter(([, box]) => box.width > 0 && (box.height < 43.9 || box.width < 43.9))
      .map(([html, box]) => `${html} ${box.width}x${box.height}`),
  );
  expect(small, name).toEqual([]);
  await picture(page, name);
}

/** A picture to look at, where a folder for them is named. */
async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

describe('one question of each type', () => {
  test.each([
    { locale: 'en-CA', javaScriptEnabled: true, width: 1360 },
    { locale: 'fr-CA', javaScriptEnabled: true, width: 390 },
    { locale: 'en-CA', javaScriptEnabled: true, width: 320 },
    { locale: 'fr-CA', javaScriptEnabled: false, width: 1360 },
    { locale: 'en-CA', javaScriptEnabled: false, width: 390 },
  ] as const)(
    'is answered in $locale at $width px, scripts: $javaScriptEnabled',
    async (view) => {
      const { locale, javaScriptEnabled, width } = view;
      const context = await platform.browser.newContext({
        locale,
        viewport: { width, height: 900 },
        javaScriptEnabled,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      const t = words[locale];
      // What is looked at with a script inside of the page can be looked at only where scripts run.
      const fits = (part: string) =>
        (javaScriptEnabled ? expectFit : picture)(page, `${part}.${locale.slice(0, 2)}.${width}`);
      const next = () => page.getByRole('button', { name: t.next }).click();
      const box = (code: string) => page.locator(`#q-${code}`);
      await page.goto(address);
      await page.getByRole('button', { name: t.start }).click();

      await next();
      await page.getByRole('heading', { name: t.alert }).waitFor();
      await fits('1-consent');
      await page.getByRole('checkbox', { name: t.agree }).check();
      await next();

      await page.getByRole('radio', { name: t.fully }).first().check();
      await page.getByRole('radio', { name: t.likely }).check();
      await page.getByRole('radio', { name: t.thumb }).check();
      await fits('2-rated');
      await next();

      await page.getByRole('checkbox', { name: t.desk }).check();
      await page.getByLabel(t.staff, { exact: true }).selectOption('1');
      await page.getByLabel(t.hours, { exact: true }).selectOption('1');
      await next();
      await page.getByRole('heading', { name: t.alert }).waitFor();
      await fits('3-chosen');
      await page.getByRole('checkbox', { name: t.shelves }).check();
      await page.getByLabel(t.hours, { exact: true }).selectOption('2');
      await page.getByRole('radio', { name: t.other }).check();
      await box('purpose_other').fill('a film');
      await next();

      await box('minutes').fill('700');
      await page.getByLabel(t.day, { exact: true }).fill('31');
      await page.getByLabel(t.month).selectOption({ index: 6 });
      await page.getByLabel(t.year).fill('2026');
      await box('branch').fill('North');
      await next();
      await page.getByRole('heading', { name: t.alert }).waitFor();
      await fits('4-typed');
      expect(await page.getByLabel(t.day, { exact: true }).inputValue()).toBe('31');
      await box('minutes').fill('45');
      await page.getByLabel(t.day, { exact: true }).fill('1');
      await next();

      await page.getByText(t.piped).first().waitFor();
      await page.getByRole('radio', { name: t.no, exact: true }).last().check();
      await fits('5-after');
      await next();
      await box('why_not').fill('Too far');
      await next();
      await page.getByText(t.check).waitFor();
      await page.getByText(t.date).waitFor();
      await fits('6-check');
      await page.getByRole('button', { name: t.send }).click();
      await page.getByRole('heading', { name: t.thanks }).waitFor();
      await context.close();
    },
    60_000,
  );
});

test('left empty where an answer is wished for, the page says so once and then goes on', async () => {
  const context = await platform.browser.newContext({ locale: 'en-CA' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(address);
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('checkbox', { name: 'I agree' }).check();
  for (const _part of ['before', 'rated', 'chosen']) await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'You left something empty' }).waitFor();
  expect(await page.title()).not.toContain('Error');
  await expectFit(page, '3-soft.en.1280');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'A few details' }).waitFor();
  await context.close();
});

test('the console shows the answers and their results without a fault', async () => {
  const { page } = platform;
  await page.goto(`${platform.server.address}/en/surveys/${surveyId}`);
  await page.getByText('This questionnaire is published.').waitFor();
  const token = address.split('/s/')[1];
  for (let person = 0; person < 15; person += 1) {
    const entries = {
      answer_arm: [person % 2 === 0 ? 'short' : 'long'],
      consent: ['yes'],
      clear: [String((person % 3) + 1)],
      likely: [String(person % 11)],
      helpful: [String(person % 2)],
      purpose: [person % 2 === 0 ? 'books' : 'study'],
      used: ['desk', 'rooms'],
      order: ['staff=1'],
      minutes: [String(10 + person)],
      day: ['2026-06-01'],
    };
    const reply = await fetch(`${platform.server.address}/api/collect/${token}/responses/${crypto.randomUUID()}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ language: 'en', mode: 'paper', entries }),
    });
    expect(reply.status).toBe(200);
  }
  await page.goto(`${platform.server.address}/en/surveys/${surveyId}/answers`);
  await page.getByText(/^(15|20) answers received/).waitFor();
  await page.getByRole('link', { name: 'See the results' }).click();
  await page.waitForURL(/\/en\/results\/[0-9a-f-]{36}/);
  await page.locator('main h1').waitFor();
  await page.getByText('How likely are you to recommend us?').first().waitFor();
  await picture(page, '7-results');
  expect(platform.faults).toEqual([]);
}, 90_000);
