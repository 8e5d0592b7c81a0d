import { aFoundedConsole, expectAccessible, type FoundedConsole } from '@common-measure/platform/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aSurveyOf } from './survey.fixture.ts';

let platform: FoundedConsole;
let maya: Page;
let luc: Page;

beforeAll(async () => {
  platform = await aFoundedConsole();
  maya = platform.page;
  const id = await aSurveyOf(maya, 'client_satisfaction_core');
  const link = await maya.evaluate(async () => {
    const { csrfToken } = await (await fetch('/api/session')).json();
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
    const body = JSON.stringify({ name: 'Luc', email: 'luc@example.ca', role: 'manager', language: 'fr' });
    const reply = await fetch('/api/members', { method: 'POST', headers, body });
    return (await reply.json()).link as string;
  });
  const context = await platform.browser.newContext({ locale: 'fr-CA', timezoneId: 'America/Halifax' });
  luc = platform.watch(await context.newPage());
  const address = new URL(link);
  await luc.goto(platform.server.address + address.pathname + address.hash);
  await luc.getByRole('button', { name: /^(Sign me in|Me connecter|Ouvrir ma session)/ }).click();
  await luc.waitForURL((url) => !url.hash);
  await maya.goto(`${platform.server.address}/en/surveys/${id}?show=texts`);
  await luc.goto(`${platform.server.address}/fr/surveys/${id}?show=texts`);
  for (const page of [maya, luc]) {
    page.setDefaultTimeout(15_000);
    await page.locator('#title-en').waitFor();
  }
});
afterAll(() => platform?.close());

const saved = (page: Page) =>
  page
    .locator('.facts')
    .getByText(/^(Saved|Enregistré)$/)
    .waitFor();
/** As when somebody comes back to the window: the page asks who is there. */
const looksAgain = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

describe('two people at one draft', () => {
  test('see that the other has it open', async () => {
    await looksAgain(maya);
    await maya.getByText(/Luc has this open too, since/).waitFor();
    await luc.getByText(/Maya Roy a aussi ouvert ce questionnaire, depuis/).waitFor();
  });

  test('both keep what they wrote in different places, and are told so', async () => {
    await maya.locator('#title-en').fill('Visits in Riverbend');
    await saved(maya);
    await luc.locator('#title-fr').fill('Visites à Riverbend');
    await luc.getByText(/^Maya Roy a modifié entre-temps/).waitFor();
    await saved(luc);
    expect(await luc.locator('#title-en').inputValue()).toBe('Visits in Riverbend');
    await looksAgain(maya);
    await maya.getByText('Luc changed the questionnaire, title (French) meanwhile.').waitFor();
    expect(await maya.locator('#title-fr').inputValue()).toBe('Visites à Riverbend');
    expect(await maya.locator('#title-en').inputValue()).toBe('Visits in Riverbend');
  });

  test('are asked where both changed the same words; nothing is overwritten, and the other wording stays in the history', async () => {
    await maya.locator('#title-en').fill('Maya’s title');
    await saved(maya);
    await luc.locator('#title-en').fill('Luc’s title');
    await luc.getByText('Maya Roy et vous avez modifié le même endroit.').waitFor();
    await luc.getByText('Maya’s title').waitFor();
    expect(await luc.locator('#title-en').inputValue()).toBe('Luc’s title');
    await luc.getByText('En attente de votre choix').waitFor();
    await expectAccessible(luc);
    await luc.getByRole('button', { name: /^Prendre celui de Maya Roy/ }).click();
    await saved(luc);
    expect(await luc.locator('#title-en').inputValue()).toBe('Maya’s title');
    await luc.getByRole('link', { name: 'Historique' }).click();
    await luc.getByText('Mis de côté').waitFor();
    await luc.locator('.state').filter({ hasText: 'Mis de côté' }).getByRole('button').click();
    await luc.locator('ins').filter({ hasText: 'Luc' }).first().waitFor();
    await expectAccessible(luc);
    expect(platform.faults).toEqual([]);
  });
});
