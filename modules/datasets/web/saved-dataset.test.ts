import type { Codebook } from '@common-measure/dataset';
import { aFoundedConsole, expectAccessible, type FoundedConsole } from '@common-measure/platform/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { syntheticSurvey } from '../../../fixtures/synthetic-survey/synthetic-survey.ts';
import type { ImportDetail } from '../contract.ts';
import { settled, survey } from '../importing.fixture.ts';

let place: FoundedConsole;
let page: Page;
let dataset = '';

const heading = (name: string | RegExp) => page.getByRole('heading', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const link = (name: string | RegExp) => page.getByRole('link', { name });
const choicesSaved = () => page.locator('.facts').getByText('Choices saved').waitFor();
const file = (name: string, content: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
const article = (name: string) => page.getByRole('article', { name, exact: true });

async function open(address: string): Promise<void> {
  await page.goto(place.server.address + address);
  await page.locator('h1').waitFor();
}

/** A saved dataset with one open column, made as the console makes it. */
async function aDataset(): Promise<string> {
  const { request } = place.context;
  const api = `${place.server.address}/api`;
  const headers = { 'x-csrf-token': (await (await request.get(`${api}/session`)).json()).csrfToken };
  const started = await request.post(`${api}/imports`, { headers, multipart: { file: file('2026.csv', survey.csv) } });
  const { id } = await started.json();
  let detail: ImportDetail;
  do detail = await (await request.get(`${api}/imports/${id}`)).json();
  while (detail.state === 'reading');
  const whole = settled(detail.codebook as Codebook);
  const codebook: Codebook = {
    ...whole,
    title: { en: 'Airport survey', fr: 'Sondage de l’aéroport' },
    population: { en: 'Departing passengers, May 2026', fr: 'Passagers au départ, mai 2026' },
    variables: whole.variables.map((one) => {
      if (one.column === 'Q7SHOP') return { ...one, decided: false };
      return one.column === 'Q7FOOD' ? { ...one, label: { en: 'Restaurants', fr: 'Restaurants' } } : one;
    }),
  };
  const changed = await request.put(`${api}/imports/${id}/codebook`, {
    headers,
    data: { revision: detail.revision, codebook },
  });
  const { revision } = await changed.json();
  const saved = await request.post(`${api}/imports/${id}/dataset`, { headers, data: { revision } });
  return (await saved.json()).id;
}

beforeAll(async () => {
  place = await aFoundedConsole();
  ({ page } = place);
  dataset = `/datasets/${await aDataset()}`;
});
afterAll(() => place?.close());

describe('a saved dataset', () => {
  test('is settled where it is: its choices open, are saved as a new version, and the former one is told', async () => {
    await open(`/en${dataset}`);
    await page.getByText('One variable waits for a decision and stays out of results.').waitFor();
    await button('Decide them').click();
    await page.getByText('Saved already: you are revising its choices').waitFor();
    await button('That is right for Q7SHOP').click();
    await page.getByText('Q7SHOP is settled.').waitFor();
    await choicesSaved();
    await button('Continue to roles').first().click();
    await button('Continue to saving').click();
    await expectAccessible(page);
    await button('Save the new choices').click();
    await page.getByText('The new choices are saved. Results follow them from now on.').waitFor();
    await page.getByText('Version 2, the present one').waitFor();
    const version = page.getByRole('listitem').filter({ hasText: 'Version 2' });
    expect(await version.textContent()).toContain('One column changed: Q7SHOP');
    expect(await page.getByText(/waits for a decision/).count()).toBe(0);
    await expectAccessible(page);
    const download = page.waitForEvent('download');
    await link('Download version 1').click();
    expect((await download).suggestedFilename()).toBe('codebook-1.json');
  });

  test('that was removed is listed with the day it is erased, and comes back from there', async () => {
    await open('/en/datasets');
    await button('Remove Airport survey').click();
    await page.getByText('It can be brought back for 30 days; then it is gone for good.').waitFor();
    await page.getByText('One thing was removed').click();
    await page.getByText(/600 cases, removed on .*, erased after/).waitFor();
    await expectAccessible(page);
    await button('Bring back Airport survey').click();
    await page.getByText('Airport survey is back.').waitFor();
    await page.getByRole('link', { name: 'Airport survey', exact: true }).waitFor();
  });
});

describe('the next wave', () => {
  test('begins at the dataset before: what differs is listed, what bears on comparing it first', async () => {
    await open(`/en${dataset}`);
    await link('Add the next wave').click();
    await heading('The next wave of Airport survey').waitFor();
    const from = page.getByLabel('Fill in the choices from');
    expect(await from.locator('option:checked').textContent()).toMatch(/^Airport survey, 2026, 600 cases, saved /);
    const next = syntheticSurvey(500, 5).csv.replace('Q7SHOP', 'Q9_SHOP').replaceAll('35-44', '35-49');
    await page.locator('input[type=file]').setInputFiles(file('wave-2027.csv', next));
    await page.getByText('The codebook of 2026 fits 20 of 20 columns.').waitFor();
    await page.getByText(/things differ/).click();
    await page.getByText('Q7SHOP is now called Q9_SHOP.').waitFor();
    await page.getByText('Q9AGE holds codes that the last codebook does not know: 35-49').waitFor();
    await article('Q7FOOD').getByText('Restaurants').waitFor();
    await expectAccessible(page);
  });

  test('keeps a choice that was made just before the page was loaded anew', async () => {
    const address = page.url();
    await article('Q7FOOD').getByText('More choices').click();
    await page.route('**/api/imports/*/codebook', (route) => route.abort());
    await article('Q7FOOD').getByLabel('Name in English').fill('Food and drink');
    await page.reload();
    await page.unroute('**/api/imports/*/codebook');
    await article('Q7FOOD').getByText('Food and drink').waitFor();
    await page.goto(address);
    await button('Save again')
      .click({ timeout: 1000 })
      .catch(() => undefined);
    await choicesSaved();
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('choices')))).toEqual([]);
    const saved = await page.context().request.get(address.replace('/en/datasets/imports', '/api/imports'));
    const { codebook }: ImportDetail = await saved.json();
    expect(codebook?.variables.find((one) => one.column === 'Q7FOOD')?.label.en).toBe('Food and drink');
  });

  test('lets a variable have another name, and turns down one that is taken', async () => {
    await article('Q7FOOD').getByText('More choices').click();
    const name = article('Q7FOOD').getByLabel('Name in requests and exports');
    await name.fill('Q7ALL');
    await page.getByText('Another variable has this name.').waitFor();
    await name.fill('restaurants');
    await choicesSaved();
    await button('Continue to roles').first().click();
    expect(await page.getByRole('checkbox', { name: /Food and drink/ }).isChecked()).toBe(true);
  });

  test('asks about the words that were carried over before it can be saved', async () => {
    await page.getByText('The title and who was asked come from the wave 2026.').waitFor();
    await page.getByLabel('Who was asked, in English').fill('Departing passengers, May 2027');
    await page.getByText('The title comes from the wave 2026.').waitFor();
    await button('Continue to saving').click();
    await button('Confirm what was carried over first').waitFor();
    await expectAccessible(page);
    await button('Right for this wave too').click();
    await button('Save as dataset').waitFor();
    await button('Back to roles').click();
    await button('Back to columns').click();
  });

  test('lends and takes choices as a codebook.json as well, and a file that is none is turned down with its reason', async () => {
    await page.getByText('Choices from an earlier wave').click();
    const likely = page.getByLabel('Dataset', { exact: true }).locator('option:checked');
    expect(await likely.textContent()).toMatch(/^Airport survey, 2026, .*: 20 columns in common$/);
    const input = page.getByLabel('Or a codebook.json');
    await input.setInputFiles({ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{ no') });
    await page.getByText('The codebook file is not JSON.').waitFor();
    const address = `${place.server.address}/api${dataset}/codebook.json`;
    const codebook = await (await place.context.request.get(address)).body();
    await input.setInputFiles({ name: 'codebook.json', mimeType: 'application/json', buffer: codebook });
    await page.getByText('The choices of codebook.json are filled in.').waitFor();
  });

  test('with many codes that nobody has named is settled by one choice for all of them', async () => {
    const names = Array.from({ length: 9 }, (_, i) => `Terminal ${i + 1}`);
    const lines = survey.csv.trim().split('\r\n');
    const gated = lines.map((line, i) => (i === 0 ? `${line},GATE` : `${line},${names[i % 9]}`)).join('\n');
    await open('/en/datasets/import');
    await page.locator('input[type=file]').setInputFiles(file('gates.csv', gated));
    await article('GATE').getByText('More choices').click();
    await article('GATE').getByLabel('Read as').selectOption({ label: 'Text' });
    await article('GATE').getByLabel('Read as').selectOption({ label: 'Category' });
    await choicesSaved();
    const id = page.url().split('/').at(-1)?.split('?')[0] ?? '';
    await forgetCodes(id, 'GATE');
    await page.reload();
    await page.getByText('One thing to settle before saving').waitFor();
    await article('GATE').getByLabel('All 9 codes not said yet mean').selectOption({ label: 'No answer' });
    await page.getByText('9 codes of GATE now mean: No answer.').waitFor();
    await page.getByText('One thing to settle before saving').waitFor({ state: 'detached' });
    await button('Undo').click();
    await page.getByText('One thing to settle before saving').waitFor();
    await article('GATE').getByLabel('All 9 codes not said yet mean').selectOption({ label: 'An answer' });
    await page.getByText('One thing to settle before saving').waitFor({ state: 'detached' });
    await expectAccessible(page);
  });
});

/** Takes every code from the list of a column, as a codebook that does not know them would. */
async function forgetCodes(id: string, column: string): Promise<void> {
  const { request } = place.context;
  const api = `${place.server.address}/api`;
  const headers = { 'x-csrf-token': (await (await request.get(`${api}/session`)).json()).csrfToken };
  const { revision, codebook }: ImportDetail = await (await request.get(`${api}/imports/${id}`)).json();
  const variables = codebook?.variables.map((one) => (one.column === column ? { ...one, values: [] } : one));
  await request.put(`${api}/imports/${id}/codebook`, {
    headers,
    data: { revision, codebook: { ...codebook, variables } },
  });
}

describe('every page of data', () => {
  const views = [
    { width: 1360, colorScheme: 'light' },
    { width: 1360, colorScheme: 'dark' },
    { width: 340, colorScheme: 'light' },
  ] as const;
  for (const language of ['en', 'fr'])
    for (const { width, colorScheme } of views)
      test(`in ${language}, ${colorScheme}, ${width} px wide: axe-core finds nothing and nothing scrolls sideways`, async () => {
        const [waiting] = await (await place.context.request.get(`${place.server.address}/api/imports`)).json();
        const one = `/datasets/imports/${waiting.id}`;
        const other = place.watch(await place.context.newPage());
        await other.emulateMedia({ colorScheme });
        await other.setViewportSize({ width, height: 900 });
        for (const address of [
          '/datasets',
          '/datasets/import',
          one,
          `${one}?step=roles`,
          `${one}?step=save`,
          dataset,
        ]) {
          await other.goto(`${place.server.address}/${language}${address}`);
          await other.locator('h1').waitFor();
          await other.locator('.card').first().waitFor();
          await expectAccessible(other);
          const surplus = await other.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(surplus, address).toBe(0);
        }
        await other.close();
      });
});

test('no page threw or broke the content policy', () => {
  expect(place.faults).toEqual([]);
});
