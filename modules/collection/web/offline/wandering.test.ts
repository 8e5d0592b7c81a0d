import { aFoundedConsole, expectAccessible, type FoundedConsole, sendFrom } from '@common-measure/platform/testing';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { BrokenLine } from '../../broken-line.fixture.ts';
import { onePerPage } from '../../paged.fixture.ts';

/** How people go about in a survey while the network is away: two tabs, back, forward, reload, and a link that counts once. */
let platform: FoundedConsole;
let line: BrokenLine;

interface Survey {
  readonly id: string;
  readonly instrumentId: string;
  readonly answerPath: string;
}

function send<T>(method: string, where: string, body?: unknown): Promise<T> {
  return sendFrom(platform.page, method, where, body);
}
const total = async ({ id }: Survey) => (await send<{ total: number }>('GET', `/api/surveys/${id}/fieldwork`)).total;

async function openSurvey(): Promise<Survey> {
  const survey = await send<Survey>('POST', '/api/surveys', {
    name: onePerPage.title,
    samplingClass: 'non-probability',
    timeZone: 'America/Halifax',
    packId: null,
  });
  await send('PUT', `/api/instruments/${survey.instrumentId}`, { revision: 1, instrument: onePerPage });
  return send<Survey>('POST', `/api/surveys/${survey.id}/publish`);
}

beforeAll(async () => {
  platform = await aFoundedConsole();
  line = await BrokenLine.to(platform.server.address);
}, 120_000);
beforeEach(() => line.mend());
afterAll(async () => {
  await line?.close();
  await platform?.close();
});

/** Opens the survey and waits until the device has it. */
async function visitor(address: string): Promise<Page> {
  const context = await platform.browser.newContext({ locale: 'fr-CA', viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(line.address + address);
  await expect
    .poll(
      () =>
        page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              const request = indexedDB.open('common-measure-answers');
              request.onerror = () => resolve(0);
              request.onupgradeneeded = () => request.transaction?.abort();
              request.onsuccess = () => {
                const all = request.result.transaction('visit').objectStore('visit').count();
                all.onsuccess = () => {
                  request.result.close();
                  resolve(navigator.serviceWorker.controller === null ? 0 : all.result);
                };
              };
            }),
        ),
      { timeout: 20_000 },
    )
    .toBe(1);
  return page;
}
async function lose(context: BrowserContext): Promise<void> {
  line.cut();
  await context.setOffline(true);
}
async function find(context: BrowserContext): Promise<void> {
  line.mend();
  await context.setOffline(false);
}
const next = (page: Page) => page.getByRole('button', { name: 'Continuer', exact: true }).click();
const heading = (page: Page, name: RegExp | string) => page.getByRole('heading', { name }).waitFor();

test('back, forward, reload and two tabs lose nothing without a network, and what is sent counts once', async () => {
  const survey = await openSurvey();
  const page = await visitor(survey.answerPath);
  await lose(page.context());
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.getByRole('radio', { name: 'Oui' }).check();
  await next(page);
  await heading(page, /combien de temps/);
  await page.goBack();
  await heading(page, /attendu/);
  expect(await page.getByRole('radio', { name: 'Oui' }).isChecked()).toBe(true);
  await page.goForward();
  await heading(page, /combien de temps/);
  await page.reload();
  await heading(page, /combien de temps/);
  // A second tab finds the answers, goes back to the first question and changes it.
  const tab = await page.context().newPage();
  await tab.goto(line.address + survey.answerPath);
  await tab.getByRole('button', { name: /Continuer où|Reprendre/ }).click();
  await heading(tab, /attendu|combien de temps/);
  await tab.goto(`${line.address}${survey.answerPath}/part/call`);
  await tab.getByRole('radio', { name: 'Non' }).check();
  await next(tab);
  await heading(tab, /réglé|résolu/);
  // The page in the first tab is of a question that is no longer asked: it leads on, and takes nothing back.
  await next(page);
  await heading(page, /réglé|résolu/);
  await page.getByRole('radio', { name: 'Oui' }).check();
  await next(page);
  await heading(page, 'Pour finir');
  await page.getByRole('button', { name: 'English' }).click();
  await heading(page, 'To finish');
  await page.getByRole('button', { name: 'Français' }).click();
  await heading(page, 'Pour finir');
  await next(page);
  await page.locator('dl.ck').waitFor();
  expect(await page.locator('dl.ck').textContent()).toMatch(/attendu\?\s*Non.*Oui/s);
  await page.getByRole('button', { name: 'Envoyer mes réponses' }).click();
  await heading(page, 'Vos réponses sont sur cet appareil');
  // The other tab, on a page of before, does not send other answers.
  await tab.reload();
  await heading(tab, 'Vos réponses sont sur cet appareil');
  await page.goBack();
  await heading(page, 'Vos réponses sont sur cet appareil');
  await find(page.context());
  await expect.poll(() => total(survey), { timeout: 20_000 }).toBe(1);
  await page.goto(line.address + survey.answerPath);
  await heading(page, /Merci/);
  await page.reload();
  await heading(page, /Merci/);
  expect(await total(survey)).toBe(1);
  await page.context().close();
}, 120_000);

test('a link that counts once and was used from elsewhere meanwhile is told, and what was entered is kept', async () => {
  const survey = await openSurvey();
  const links = await send<unknown>('POST', `/api/surveys/${survey.id}/once-links`, { count: 30 });
  const [way = ''] = JSON.stringify(links).match(/o-[0-9a-z]+/) ?? [];
  const page = await visitor(`${survey.answerPath}?w=${way}`);
  await lose(page.context());
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.getByRole('radio', { name: 'Non' }).check();
  await next(page);
  await page.getByRole('radio', { name: 'Oui' }).check();
  await next(page);
  await heading(page, 'Pour finir');
  await next(page);
  await page.getByRole('button', { name: 'Envoyer mes réponses' }).click();
  await heading(page, 'Vos réponses sont sur cet appareil');
  const fields = { key: 'B'.repeat(43), lang: 'fr', way, shown: 'waited solved', 'q-waited': 'no', 'q-solved': 'no' };
  const first = await fetch(`${platform.server.address}${survey.answerPath}/send`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  expect(first.status).toBe(200);
  await find(page.context());
  await page.getByRole('link', { name: 'Revenir à mes réponses' }).click();
  await heading(page, 'Ce lien a déjà servi');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'English' }).click();
  await heading(page, 'This link has been used already');
  await expectAccessible(page);
  const kept = await send<{ count: number }>('GET', `/api/surveys/${survey.id}/conflicting-responses`);
  expect([await total(survey), kept.count]).toEqual([1, 1]);
  await page.getByRole('button', { name: /^Finish and clear/ }).click();
  await heading(page, 'This device is cleared');
  await page.context().close();
}, 120_000);
