import { mkdir } from 'node:fs/promises';
import { aFoundedConsole, type FoundedConsole, sendFrom } from '@common-measure/platform/testing';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyType } from '../every-type.fixture.ts';

let platform: FoundedConsole;
let instrumentId = '';
let surveyId = '';
let address = '';
const pictures = process.env.CM_PICTURES;

/** Everybody in one group and in the written order, so that both people meet the same. */
const instrument = {
  ...everyType,
  arms: undefined,
  sections: everyType.sections.map((section) => ({
    ...section,
    questions: section.questions.map(({ arms: _arms, order: _order, ...question }) => question),
  })),
};

beforeAll(async () => {
  platform = await aFoundedConsole();
  const survey = await send<{ id: string; instrumentId: string }>('POST', '/api/surveys', {
    name: { en: 'Library visits', fr: 'Visites à la bibliothèque' },
    samplingClass: 'non-probability',
    timeZone: 'America/Halifax',
    packId: null,
  });
  surveyId = survey.id;
  instrumentId = survey.instrumentId;
  await send('PUT', `/api/instruments/${instrumentId}`, { revision: 1, instrument });
  const opened = await send<{ answerPath: string }>('POST', `/api/surveys/${survey.id}/publish`);
  address = platform.server.address + opened.answerPath;
});
afterAll(() => platform?.close());

function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  return sendFrom(platform.page, method, path, body);
}

async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

type Seen = Page | FrameLocator;

/** What a person finds on the page, as assistive technology hears it; addresses, and what only one of both offers, left out. */
async function read(page: Seen): Promise<string> {
  const heard = await page.locator('main').ariaSnapshot();
  const only = /- \/url|Save and finish later|Enregistrer et terminer plus tard|^\s*- status$/;
  const lines = heard.split('\n').filter((line) => !only.test(line));
  const note = lines.indexOf('  - note:');
  const next = lines.findIndex((line, index) => index > note && line.startsWith('  - '));
  return (note < 0 ? lines : lines.toSpliced(note, next - note)).join('\n');
}

/** Gives the same answers on both pages: the second of every choice, two of several, places, something in every box. */
async function fillIn(pages: readonly Seen[], model: Page): Promise<void> {
  const names = await model
    .locator('main input[type=radio]')
    .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('name') ?? ''))]);
  for (const page of pages) {
    for (const box of (await page.locator('main input[type=checkbox]:not([value^="-"])').all()).slice(0, 2))
      await box.check();
    for (const name of names) await page.locator(`main input[type=radio][name="${name}"]`).nth(1).check();
    const places = await page.locator('main .rk select').all();
    for (const [index, place] of places.slice(0, 2).entries()) await place.selectOption(String(index + 1));
    for (const month of await page.locator('main .dt select').all()) await month.selectOption({ index: 6 });
    for (const [box, text] of [
      ['[name$=".day"]', '1'],
      ['[name$=".year"]', '2026'],
    ] as const)
      for (const one of await page.locator(`main input${box}`).all()) await one.fill(text);
    for (const box of await page.locator('main .num input').all()) await box.fill('45');
    for (const box of await page.locator('main textarea').all()) await box.fill('a film');
  }
}

test.each(['en', 'fr'] as const)(
  'the preview asks in %s exactly what the page of the survey asks, page by page',
  async (language) => {
    const context = await platform.browser.newContext({ locale: `${language}-CA` });
    const respondent = await context.newPage();
    respondent.setDefaultTimeout(10_000);
    await respondent.goto(address);
    const { page } = platform;
    page.setDefaultTimeout(10_000);
    await page.goto(`${platform.server.address}/${language}/instruments/${instrumentId}/preview`);
    const preview = page.frameLocator('iframe');
    const posts: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') posts.push(request.url());
    });
    const t =
      language === 'en'
        ? { start: 'Start', next: 'Continue', back: 'Back', check: 'Check your answers' }
        : { start: 'Commencer', next: 'Continuer', back: 'Retour', check: 'Vérifiez vos réponses' };
    const press = async (name: string) => {
      const before = await read(preview);
      await respondent.getByRole('button', { name, exact: true }).click();
      await preview.getByRole('button', { name, exact: true }).click();
      await expect.poll(() => read(preview)).not.toBe(before);
    };
    const same = async () => expect(await read(preview)).toBe(await read(respondent));
    await press(t.start);
    await same();
    // Left empty where an answer is required: both stay and say why.
    await press(t.next);
    await same();
    let pages = 0;
    while ((await respondent.getByRole('heading', { name: t.check, level: 1 }).count()) === 0) {
      expect(pages).toBeLessThan(12);
      pages += 1;
      await fillIn([respondent, preview], respondent);
      await press(t.next);
      await same();
    }
    expect(pages).toBeGreaterThan(3);
    await press(t.back);
    await same();
    expect(posts).toEqual([]);
    await picture(page, `preview-window-${language}`);
    await context.close();
  },
  120_000,
);

test('on paper it is a page of its own, with routing as instructions', async () => {
  const { page } = platform;
  await page.goto(`${platform.server.address}/api/instruments/${instrumentId}/paper?lang=fr`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('fr-CA');
  expect(await page.locator('input, button, script').count()).toBe(0);
  expect(await page.locator('.go').first().textContent()).toMatch(
    /^Remplissez cette partie seulement si la question 6 a reçu une réponse/,
  );
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'paper-fr');
  await page.emulateMedia({ media: null });
});

test('the full window fits at 340 pixels, and on each device', async () => {
  const { page } = platform;
  await page.setViewportSize({ width: 340, height: 700 });
  await page.goto(`${platform.server.address}/fr/instruments/${instrumentId}/preview`);
  await page.frameLocator('iframe').getByRole('button', { name: 'Commencer' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await picture(page, 'preview-window-340');
  await page.getByText('Papier', { exact: true }).click();
  await page.frameLocator('iframe').locator('.how').waitFor();
  await page.setViewportSize({ width: 1360, height: 900 });
  await page.goto(`${platform.server.address}/en/surveys/${surveyId}?show=paths`);
  await page.getByText('Different ways').waitFor();
  await picture(page, 'frozen-paths');
  expect(platform.faults).toEqual([]);
}, 60_000);
