import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  aFoundedConsole,
  expectAccessible,
  type FoundedConsole,
  type RunningServer,
} from '@common-measure/platform/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const folder = resolve(process.env.CM_REAL_DATA ?? '../shared/real-data');
const airport = `${folder}/sfo_airport/2016.csv`;
const residents = `${folder}/kansas_city/FY2022_RS_Cleaned_safe.csv`;
const present = existsSync(airport) && existsSync(residents);
if (!present) console.warn(`Skipped: the real survey files are not in ${folder} (set CM_REAL_DATA).`);

describe.skipIf(!present)('the real files, brought in the browser', () => {
  let founded: FoundedConsole;
  let server: RunningServer;
  let page: Page;
  let faults: readonly string[] = [];
  const article = (name: string) => page.getByRole('article', { name, exact: true });

  beforeAll(async () => {
    founded = await aFoundedConsole();
    ({ server, page, faults } = founded);
  });
  afterAll(() => founded?.close());

  async function bring(language: 'en' | 'fr', file: string): Promise<void> {
    await page.goto(`${server.address}/${language}/datasets/import`);
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator('.col').first().waitFor();
  }

  test('in English: the 6 of the airport is never used, its flight the cluster, its weight the weight; it is saved from there', async () => {
    await bring('en', airport);
    await page.getByText('3,087 rows × 97 columns').waitFor();
    const battery = page.getByRole('article', { name: '25 columns read alike' });
    const six = battery.getByLabel('Code 6 means');
    expect(await six.inputValue()).toBe('not-applicable');
    expect(await six.locator('option:checked').textContent()).toBe('Never used, or n/a');
    expect(await article('WEIGHT').textContent()).toContain('Weight. Number, 0.25 to 1.76.');
    expect(await article('RUNID').textContent()).toContain('Each value lies within one stratum.');
    expect(await article('Q17ZIP').textContent()).toContain('Its values are postal codes.');
    await expectAccessible(page);
    await battery.getByRole('button', { name: 'Right for all 25' }).click();
    await page.getByText('25 columns are settled.').waitFor();
    expect(await article('Q7FOOD').locator('.vals').textContent()).toContain('6 does not apply343');
    await page.getByRole('button', { name: 'Continue to roles' }).click();
    expect(await page.getByLabel('Overall item').inputValue()).toBe('Q7ALL');
    await page.getByRole('radio', { name: /Every so many visits/ }).check();
    await page.getByRole('button', { name: 'Continue to saving' }).click();
    await page.getByText('Every so many visits. Intervals and tests are shown.').waitFor();
    await page.getByRole('button', { name: 'Save as dataset' }).click();
    await page.getByText('Saved with 3,087 cases.').waitFor();
    await page.getByText('225 sampled units').waitFor();
    const row = page.getByRole('row', { name: /^Q7FOOD/ });
    expect(await row.textContent()).toContain('6\u00a0= does not apply');
  });

  test('en français : le 9 des résidents est « ne sait pas » aux évaluations et reste un choix dans q4_01', async () => {
    await bring('fr', residents);
    await page.getByText('1\u00a0033 lignes × 160 colonnes').waitFor();
    const battery = page.getByRole('article', { name: '86 colonnes se lisent de même' });
    const nine = battery.getByLabel('Le code 9 veut dire');
    expect(await nine.inputValue()).toBe('dont-know');
    expect(await nine.locator('option:checked').textContent()).toBe('Ne sait pas');
    await page.getByLabel('Chercher une colonne').fill('q4_01');
    await expect.poll(() => page.getByRole('article').count()).toBe(1);
    const pick = article('q4_01');
    expect(await pick.textContent()).toContain('9 est ici l’un des codes');
    expect(await pick.getByLabel('Le code 9 veut dire').count()).toBe(0);
    expect(await pick.getByLabel('Le code 99 veut dire').inputValue()).toBe('no-answer');
    await pick.getByRole('button', { name: /Autres choix/ }).click();
    expect(await pick.getByLabel('Le code 9 veut dire').inputValue()).toBe('answer');
    await page.getByLabel('Chercher une colonne').fill('');
    await battery.getByRole('button', { name: 'Exact pour les 86' }).click();
    await page.getByText('86 colonnes sont réglées.').waitFor();
    await expectAccessible(page);
  });

  test('no page threw', () => {
    expect(faults).toEqual([]);
  });
});
