import type { Codebook } from '@common-measure/dataset';
import { aBrowser, aRunningServer, expectAccessible, type RunningServer } from '@common-measure/platform/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticSurvey } from '../../../fixtures/synthetic-survey/synthetic-survey.ts';

let server: RunningServer;
let browser: Browser;
let maya: BrowserContext;
let csrf = '';
const faults: string[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([aRunningServer(), aBrowser()]);
  maya = await browser.newContext({ locale: 'en-CA', acceptDownloads: true });
  await settle();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function send(method: string, path: string, data?: unknown) {
  const headers = csrf === '' ? {} : { 'x-csrf-token': csrf };
  const body = data === undefined ? {} : { data };
  return (await maya.request.fetch(server.address + path, { method, headers, ...body })).json();
}

/** Signs in, founds an organization and saves a made-up dataset, as the earlier slices' own tests do by hand. */
async function settle(): Promise<void> {
  const token = (server.signInLink('en') ?? '').split('#')[1];
  await maya.request.post(`${server.address}/api/sign-in-link`, { data: { token, language: 'en' } });
  csrf = (await send('GET', '/api/session')).csrfToken;
  await maya.request.fetch(`${server.address}/api/account`, {
    method: 'PATCH',
    headers: { 'x-csrf-token': csrf },
    data: { name: 'Maya Roy', email: 'maya.roy@example.ca', password: 'correct horse battery' },
  });
  csrf = (await send('GET', '/api/session')).csrfToken;
  await send('POST', '/api/organizations', {
    name: { en: 'City of Riverbend', fr: 'Ville de Riverbend' },
    level: 'municipal',
    serviceAreas: ['licensing'],
    clientTypes: ['individual'],
  });
  csrf = (await send('GET', '/api/session')).csrfToken;
  const multipart = {
    file: { name: 'counter.csv', mimeType: 'text/csv', buffer: Buffer.from(syntheticSurvey(600).csv) },
  };
  const started = await maya.request.post(`${server.address}/api/imports`, {
    headers: { 'x-csrf-token': csrf },
    multipart,
  });
  const { id } = await started.json();
  let detail = await send('GET', `/api/imports/${id}`);
  while (detail.state === 'reading') detail = await send('GET', `/api/imports/${id}`);
  const codebook: Codebook = {
    ...detail.codebook,
    title: { en: 'Counter survey', fr: 'Enquête au comptoir' },
    synthetic: true,
    wave: { label: '2026', start: '2026-05-01' },
    design: { ...detail.codebook.design, samplingClass: 'probability' },
    variables: detail.codebook.variables.map((variable: Codebook['variables'][number]) => ({
      ...variable,
      decided: true,
    })),
  };
  const changed = await send('PUT', `/api/imports/${id}/codebook`, { revision: detail.revision, codebook });
  await send('POST', `/api/imports/${id}/dataset`, { revision: changed.revision });
}

async function open(address: string): Promise<Page> {
  const page = await maya.newPage();
  page.on('pageerror', (error) => faults.push(`${address}: ${error.message}`));
  await page.goto(server.address + address);
  await page.locator('h1').waitFor();
  return page;
}

async function fits(page: Page): Promise<void> {
  for (const width of [1360, 390, 340]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
  await page.setViewportSize({ width: 1360, height: 900 });
}

test('without a report the page says what one is and how to make it', async () => {
  for (const language of ['en', 'fr']) {
    const page = await open(`/${language}/reports`);
    await page.getByText(language === 'en' ? 'No report yet' : 'Aucun rapport pour l’instant').waitFor();
    await fits(page);
    await page.close();
  }
});

test('what is missing is named at its field before anything is measured', async () => {
  const page = await open('/en/reports/new');
  await page.getByLabel('Title in French').fill('');
  await page.getByLabel('Response rate, in percent').fill('41.5');
  await page.getByRole('button', { name: 'Make the report' }).click();
  await page.getByText('2 things to correct').waitFor();
  await page.getByRole('link', { name: 'Enter the French title' }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('title-fr');
  await fits(page);
  await page.close();
});

test('a report is made, read in the browser in both languages, and kept as files', async () => {
  const page = await open('/fr/reports/new');
  expect(await page.getByLabel('Ensemble de données').locator('option').textContent()).toMatch(
    /^Enquête au comptoir, 2026, 600 cas, enregistré le \d/,
  );
  await page.getByLabel('Titre en français').fill('Ce que la clientèle a dit, 2026');
  await page.getByLabel('Titre en anglais').fill('What clients said, 2026');
  await page.getByRole('button', { name: 'Faire le rapport' }).click();
  await page.getByRole('heading', { name: 'Ce que la clientèle a dit, 2026' }).waitFor();
  await page.getByRole('progressbar').waitFor();
  const notice = page.locator('.undo-bar');
  await notice.getByText('est prêt.').waitFor({ timeout: 90_000 });
  expect(await notice.textContent()).toBe('Le rapport «\u00a0Ce que la clientèle a dit, 2026\u00a0» est prêt.');
  await page.getByText('données synthétiques d’exemple').waitFor();
  await fits(page);
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: /^PDF en français/ }).click();
  expect((await waiting).suggestedFilename()).toBe('ce-que-la-clientele-a-dit-2026-edition-1.fr.pdf');
  await page.getByRole('link', { name: /^Lire en anglais/ }).click();
  await page.getByRole('heading', { level: 1, name: 'What clients said, 2026' }).waitFor();
  await fits(page);
  await page.getByRole('link', { name: 'Français' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ce que la clientèle a dit, 2026' }).waitFor();
  await page.close();
  expect(faults).toEqual([]);
});

test('a removed report comes back with Undo', async () => {
  const page = await open('/en/reports');
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByText('No report yet').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { name: 'What clients said, 2026' }).waitFor();
  await page.close();
});
