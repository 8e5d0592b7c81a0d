import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { aFoundedConsole, expectAccessible, type FoundedConsole, sendFrom } from '@common-measure/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

let platform: FoundedConsole;
let surveyId = '';
let code = '';
const pictures = process.env.CM_PICTURES;

function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  return sendFrom(platform.page, method, path, body);
}

async function picture(name: string): Promise<void> {
  if (!pictures) return;
  await mkdir(pictures, { recursive: true });
  for (const [width, size] of [
    [1360, 'desk'],
    [390, 'phone'],
  ] as const) {
    await platform.page.setViewportSize({ width, height: 900 });
    await platform.page.screenshot({ path: `${pictures}/${name}-${size}.png`, fullPage: true });
  }
  await platform.page.setViewportSize({ width: 1360, height: 900 });
}

beforeAll(async () => {
  platform = await aFoundedConsole();
  const survey = await send<{ id: string }>('POST', '/api/surveys', {
    name: { en: 'Library visits', fr: 'Visites à la bibliothèque' },
    samplingClass: 'non-probability',
    timeZone: 'America/Halifax',
    packId: 'client_satisfaction_core',
  });
  surveyId = survey.id;
  const { answerPath } = await send<{ answerPath: string }>('POST', `/api/surveys/${surveyId}/publish`);
  for (const text of ['Julie Tremblay was kind, call her at 902 555-0188', 'Longer hours']) {
    code = randomUUID().replaceAll('-', '').slice(0, 20);
    await send('PUT', `/api/collect/${answerPath.slice(3)}/responses/${randomUUID()}`, {
      language: 'en',
      entries: { comment_improve: [text] },
      withdrawalCode: code,
    });
  }
});
afterAll(() => platform?.close());

test('an owner sets the times, erases a person’s answers at her request, and sees what was erased', async () => {
  const { page, server } = platform;
  await page.setViewportSize({ width: 1360, height: 900 });
  await page.goto(`${server.address}/en/surveys/${surveyId}/answers`);
  await page.getByRole('link', { name: 'What is kept' }).click();
  await page.getByRole('heading', { level: 1, name: 'What is kept' }).waitFor();
  const comments = page.getByLabel('Comments, days after the end of their round');
  await comments.fill('soon');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: /Enter a whole number of days/ }).waitFor();
  await expectAccessible(page);
  await comments.fill('180');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The times are saved.').waitFor();
  await page.getByLabel('Withdrawal code').fill('0000000000000000');
  await page.getByRole('button', { name: 'Erase these answers' }).click();
  await page.getByText('No answers to this survey belong to what was given.').waitFor();
  await page.getByLabel('Withdrawal code').fill(code);
  await page.getByRole('button', { name: 'Erase these answers' }).click();
  await page.getByText('The answers are erased.').waitFor();
  await page.getByRole('cell', { name: 'at a later run' }).waitFor();
  await page.getByRole('heading', { name: 'Masked comments: 1' }).waitFor();
  await expectAccessible(page);
  await picture('kept-en');
  expect(platform.faults).toEqual([]);
});

test('says the same in French, and keeps what was written from those who are not declared', async () => {
  const { page, server } = platform;
  await page.goto(`${server.address}/fr/surveys/${surveyId}/kept`);
  await page.getByRole('heading', { level: 1, name: 'Ce qui est conservé' }).waitFor();
  expect(await page.getByLabel('Commentaires, en jours après la fin de leur cycle').inputValue()).toBe('180');
  await expectAccessible(page);
  await picture('kept-fr');
  await page.getByRole('button', { name: 'Lire les commentaires tels qu’ils ont été écrits' }).click();
  await page
    .getByText(/réponses individuelles/)
    .last()
    .waitFor();
  expect(await page.content()).not.toContain('Tremblay');
  expect(platform.faults).toEqual([]);
});
