import { aFoundedConsole, expectAccessible, type FoundedConsole } from '@common-measure/platform/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aSurveyOf } from './survey.fixture.ts';

let platform: FoundedConsole;
let page: Page;

beforeAll(async () => {
  platform = await aFoundedConsole();
  ({ page } = platform);
  page.setDefaultTimeout(15_000);
  const id = await aSurveyOf(page, 'client_satisfaction_core');
  await page.goto(`${platform.server.address}/en/surveys/${id}`);
  await page.getByText('24 questions', { exact: true }).waitFor();
});
afterAll(() => platform?.close());

const english = () => page.locator('#title-en');
const undo = () => page.getByRole('button', { name: /^Undo/ });
const redo = () => page.getByRole('button', { name: /^Redo/ });
const saved = () => page.locator('.facts').getByText('Saved', { exact: true }).waitFor();
const focused = () => page.evaluate(() => document.activeElement?.id ?? '');

describe('a person at her draft', () => {
  test('takes typing back with Ctrl+Z in the field itself, and makes it again with Ctrl+Y', async () => {
    await page
      .getByRole('link', { name: /^Introduction and closing|^Title, introduction/ })
      .first()
      .click();
    const before = await english().inputValue();
    await english().focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' at the counter');
    await page.getByRole('button', { name: 'Undo the questionnaire, title (English)' }).waitFor();
    await page.keyboard.press('Control+z');
    expect(await english().inputValue()).toBe(before);
    expect(await focused()).toBe('title-en');
    await page.keyboard.press('Control+y');
    expect(await english().inputValue()).toBe(`${before} at the counter`);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+Shift+z');
    expect(await english().inputValue()).toBe(`${before} at the counter`);
    await saved();
    await page.keyboard.press('Control+z');
    expect(await english().inputValue()).toBe(before);
    await saved();
  });

  test('removes a question with the keyboard alone and has Undo under her fingers', async () => {
    await page.getByRole('link', { name: /^1 ?Overall satisfaction/ }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('23 questions', { exact: true }).waitFor();
    await expect.poll(focused).toBe('undo-last');
    expect(await undo().textContent()).toMatch(/question 1, removed/);
    await page.keyboard.press('Enter');
    await page.getByText('24 questions', { exact: true }).waitFor();
    expect(await focused()).toBe('undo-last');
    await page.getByText(/^Taken back: question 1, removed/).waitFor({ state: 'attached' });
    await saved();
  });

  test('goes back through everything she did, over saves, to the draft she began with', async () => {
    for (const name of ['Move down', 'Move down', 'Remove']) {
      await page.getByRole('button', { name, exact: true }).click();
      await saved();
    }
    for (let step = 0; step < 3; step++) await undo().click();
    await page.getByText('24 questions', { exact: true }).waitFor();
    await page.getByRole('link', { name: /^1 ?Overall satisfaction/ }).waitFor();
    expect(await undo().getAttribute('aria-disabled')).toBe('true');
    for (let step = 0; step < 3; step++) await redo().click();
    await page.getByText('23 questions', { exact: true }).waitFor();
    await saved();
  });

  test('keeps the undoing of the search field to the search field', async () => {
    await page.getByRole('button', { name: 'Add from the bank' }).click();
    const search = page.getByLabel('Search in either language');
    await search.pressSequentially('fees');
    await page.keyboard.press('Control+z');
    await page.getByText('23 questions', { exact: true }).waitFor();
    expect(await search.inputValue()).not.toBe('fees');
  });

  test('finds every saved state after a reload, looks at an earlier one and restores it', async () => {
    await page.reload();
    await page.getByRole('link', { name: 'History' }).click();
    await page.getByRole('heading', { name: 'History' }).waitFor();
    await page.getByText('Present state').waitFor();
    await expectAccessible(page);
    await page.getByText(/earlier states of this sitting/).click();
    await page
      .getByRole('button', { name: /^Look at it/ })
      .last()
      .click();
    await page.getByText('What restoring it would change:').waitFor();
    await page
      .getByText('Question 3 (overall_satisfaction): added.')
      .or(page.getByText(/\(overall_satisfaction\): added\./))
      .first()
      .waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Restore this state' }).click();
    await page.getByText('24 questions', { exact: true }).waitFor();
    await saved();
    await undo().click();
    await page.getByText('23 questions', { exact: true }).waitFor();
    await saved();
    expect(platform.faults).toEqual([]);
  });
});
