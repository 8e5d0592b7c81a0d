import { aFoundedConsole, expectAccessible, type FoundedConsole } from '@common-measure/platform/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aSurveyOf } from './survey.fixture.ts';

let platform: FoundedConsole;
let page: Page;
let survey = '';
let firstLink = '';

beforeAll(async () => {
  platform = await aFoundedConsole();
  ({ page } = platform);
  page.setDefaultTimeout(15_000);
  const id = await aSurveyOf(page, 'client_satisfaction_core');
  survey = `${platform.server.address}/en/surveys/${id}`;
  await page.goto(survey);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('heading', { name: 'The link' }).waitFor();
  firstLink = (await page.locator('main a[target=_blank]').first().textContent()) ?? '';
});
afterAll(() => platform?.close());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const saved = () => page.locator('.facts').getByText('Saved', { exact: true }).waitFor();

describe('a published questionnaire', () => {
  test('is revised while the round runs on, and says what its changes mean over time', async () => {
    await page.goto(survey);
    await button('Revise the questionnaire').click();
    await page.getByText('Revision of version 1.').waitFor();
    await page.goto(`${survey}?show=texts`);
    await page.locator('#title-en').fill('Counter visits, second year');
    await page.getByRole('link', { name: /^2 ?/ }).first().click();
    await button('Remove').click();
    await saved();
    await page.getByRole('link', { name: 'Compare versions' }).click();
    await page.getByText(/^\d+ of 24 variables can be compared over time as before\.$/).waitFor();
    await page.locator('ins').filter({ hasText: 'second year' }).waitFor();
    await page.getByText(/^Question 2 \(.+\): removed\.$/).waitFor();
    await page.getByText('Its series ends with the version before.').waitFor();
    await expectAccessible(page);
    const answering = await platform.context.newPage();
    await answering.goto(firstLink);
    await answering.getByRole('heading', { name: 'Counter visits', exact: true }).waitFor();
    await answering.close();
  });

  test('becomes version 2 in a round of its own; the first link leads on, its answers stay', async () => {
    await button('Publish version 2 and open round 2').click();
    await page.getByText('Round 2 is open. Here is its link.').waitFor();
    await page.getByRole('heading', { name: 'The link' }).waitFor();
    const secondLink = (await page.locator('main a[target=_blank]').first().textContent()) ?? '';
    expect(secondLink).not.toBe(firstLink);
    await expectAccessible(page);
    const answering = await platform.context.newPage();
    await answering.goto(firstLink);
    await answering.getByRole('link', { name: /Answer the new round|Répondre au nouveau cycle/ }).click();
    expect(answering.url()).toBe(secondLink);
    await answering.getByRole('heading', { name: 'Counter visits, second year' }).waitFor();
    await answering.close();
    await page.getByRole('link', { name: 'Answers of round 1' }).click();
    await page.getByText('This is round 1, which is closed.').waitFor();
    await page.getByRole('link', { name: 'To the present round' }).click();
    await page.getByRole('heading', { name: 'The link' }).waitFor();
  });

  test('shows both versions against each other, and gives a further revision up', async () => {
    await page.goto(survey);
    await page.getByRole('heading', { name: 'What changed, and what can still be compared' }).waitFor();
    await page.getByText(/^Question 2 \(.+\): removed\.$/).waitFor();
    await expectAccessible(page);
    await button('Revise the questionnaire').click();
    await page.getByText('Revision of version 2.').waitFor();
    await page.goto(`${survey}?show=texts`);
    await page.locator('#title-en').fill('Never published');
    await button('Give the revision up').click();
    await page.getByText('The revision is given up.').waitFor();
    await button('Revise the questionnaire').waitFor();
    expect(platform.faults).toEqual([]);
  });
});
