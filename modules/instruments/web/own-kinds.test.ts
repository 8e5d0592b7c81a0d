import { aFoundedConsole, expectAccessible, type FoundedConsole } from '@common-measure/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

let platform: FoundedConsole;
beforeAll(async () => {
  platform = await aFoundedConsole();
});
afterAll(() => platform?.close());

test('every kind of question can be begun, is accessible to edit, and is seen in the preview', async () => {
  const { page } = platform;
  page.setDefaultTimeout(8_000);
  const id = await page.evaluate(async () => {
    const { csrfToken } = await (await fetch('/api/session')).json();
    const name = { en: 'Visits', fr: 'Visites' };
    const body = { name, samplingClass: 'non-probability', timeZone: 'America/Halifax', packId: null };
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
    const reply = await fetch('/api/surveys', { method: 'POST', headers, body: JSON.stringify(body) });
    return (await reply.json()).id as string;
  });
  await page.goto(`${platform.server.address}/en/surveys/${id}`);
  const kinds: readonly (readonly [kind: string, seen: string])[] = [
    ['A rating from 0 to 10', '.nm'],
    ['Thumbs up or down', '.th'],
    ['A few answers from a list', 'input[type=checkbox]'],
    ['An order of answers', '.rk select'],
    ['A number', '.num input'],
    ['A day', '.dt select'],
    ['A few words', 'input[type=text][maxlength="1200"]'],
    ['A consent', 'input[value=yes]'],
    ['A text to read, without an answer', '.info'],
  ];
  for (const [index, [kind, seen]] of kinds.entries()) {
    await page.getByRole('button', { name: 'Write your own' }).first().click();
    await page.getByRole('radio', { name: kind, exact: true }).check();
    await page.getByRole('button', { name: 'Write it' }).click();
    await page.getByLabel('Question (English)').fill(`Question ${kind}`);
    await page.getByLabel('Question (French)').fill(`Question ${index + 1}`);
    await page.frameLocator('iframe').locator(seen).first().waitFor();
    await expectAccessible(page);
  }
  await page.getByRole('link', { name: /Question A number/ }).click();
  await page.getByLabel('Lowest number (optional)').fill('10');
  await page.getByLabel('Highest number (optional)').fill('5');
  await page.getByLabel('Unit (English)').fill('minutes');
  await page.getByLabel('Unit (French)').fill('minutes');
  await page.getByText('the least number, 10, is above the greatest, 5.').first().waitFor();
  expect(platform.faults).toEqual([]);
}, 100_000);
