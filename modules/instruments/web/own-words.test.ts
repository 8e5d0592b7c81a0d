import { questionFromItem } from '@common-measure/instrument';
import { starterBank } from '@common-measure/modules/question-bank/server';
import { aFoundedConsole, expectAccessible, type FoundedConsole } from '@common-measure/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSurveyOf } from './testing-survey.fixture.ts';

let platform: FoundedConsole;
beforeAll(async () => {
  platform = await aFoundedConsole();
});
afterAll(() => platform?.close());

test('slots are filled once, a wording is changed on purpose only, a pair and a grid are made at once, and kept as a block', async () => {
  const { page, server } = platform;
  page.setDefaultTimeout(15_000);
  const bank = starterBank();
  const slotted = bank.items.filter((item) => item.slots.length === 1 && item.slots[0]?.name === 'service').slice(0, 2);
  const questions = slotted.map((item) => questionFromItem(bank, item));
  const sections = [{ code: 'part_1', title: { en: 'The service', fr: 'Le service' }, questions }];
  const { id } = await aSurveyOf(page, null, { sections });
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await page.goto(`${server.address}/en/surveys/${id}?show=texts`);

  await page.getByRole('heading', { name: 'Words in the questions' }).waitFor();
  await page.getByLabel('The service (English)').fill('the dog licence');
  await page.getByLabel('The service (French)').fill('le permis pour chien');
  await page.locator('.slot-example[lang=fr] mark').getByText('le permis pour chien').waitFor();
  await page.getByLabel('The time that answers are about').selectOption('year');
  await page.getByLabel('By telephone').check();
  await expectAccessible(page);

  await page.locator('.outline li').nth(2).getByRole('link').click();
  await page.frameLocator('iframe').getByText('dog licence').first().waitFor();
  await page.getByText('Comparable', { exact: true }).first().waitFor();
  expect(await page.getByLabel('Question (English)').count()).toBe(0);
  await button('Change the wording').click();
  const wording = await page.getByLabel('Question (English)').inputValue();
  await page.getByLabel('Question (English)').fill(wording.replace('{service}', 'this counter'));
  await page.getByText('As long as only the words in an open place differ').waitFor();
  await page.getByLabel('Question (English)').fill('Something else?');
  await page.getByText('the words were changed').waitFor();
  await page.getByText('Not comparable', { exact: true }).first().waitFor();
  await expectAccessible(page);
  await button('Take the question of the bank').click();
  await button('Change the wording').waitFor();

  await button('Write your own').click();
  await page.getByRole('radio', { name: 'Expected and actual, as numbers' }).check();
  await expectAccessible(page);
  await button('Write it').click();
  await page.getByText('What people say here is what they expected.').waitFor();
  for (const [field, text] of [
    ['Question (English)', 'How many minutes did you expect?'],
    ['Question (French)', 'Combien de minutes prévoyiez-vous?'],
    ['Unit (English)', 'minutes'],
    ['Unit (French)', 'minutes'],
  ] as const)
    await page.getByLabel(field).fill(text);
  await page.locator('.outline li').nth(5).getByRole('link').click();
  await page.getByLabel('Question (English)').fill('How many minutes did it take?');
  await page.getByLabel('Question (French)').fill('Combien de minutes a-t-il fallu?');
  await page.getByText('The two cannot be subtracted yet').waitFor();
  await button('Take its scale and unit').click();
  await page.getByText('The two cannot be subtracted yet').waitFor({ state: 'detached' });

  await button('Write your own').click();
  await page.getByRole('radio', { name: 'Several ratings in a grid' }).check();
  await button('Write it').click();
  for (const row of [1, 2, 3]) {
    await page.getByLabel(`Row ${row} (English)`).fill(`Statement ${row}.`);
    await page.getByLabel(`Row ${row} (French)`).fill(`Énoncé ${row}.`);
  }
  await page.getByLabel('Further rows, one on each line (English)').fill('The form.\nThe wait.');
  await page.getByLabel('Further rows, one on each line (French)').fill('Le formulaire.\nL’attente.');
  await button('Add the rows').click();
  expect(await page.getByLabel('Row 5 (French)').inputValue()).toBe('L’attente.');
  await page.frameLocator('iframe').getByText('The wait.').waitFor();
  await expectAccessible(page);

  await page.locator('.outline .sec').first().click();
  await page.getByText('Keep as a block', { exact: true }).first().click();
  await page.getByLabel('Name of the block (English)').fill('About the wait');
  await page.getByLabel('Name of the block (French)').fill('Au sujet de l’attente');
  await expectAccessible(page);
  await button('Keep as a block').click();
  await page.getByText('Block “About the wait” kept.').waitFor();
  const before = await page.locator('.outline li a .no').count();
  await button('Add one of your blocks').click();
  await page.getByLabel('Search in names and questions').fill('attente');
  await expectAccessible(page);
  await button('Add: About the wait').click();
  await page.getByText(/Block “About the wait” added: 9 questions/).waitFor();
  await page.waitForFunction((count) => document.querySelectorAll('.outline li a .no').length === count, before + 9);
  await button('Undo').click();
  await page.waitForFunction((count) => document.querySelectorAll('.outline li a .no').length === count, before);
  expect(platform.faults).toEqual([]);
}, 150_000);
