import { aFoundedConsole, expectAccessible, type FoundedConsole } from '@common-measure/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSurveyOf } from './testing-survey.fixture.ts';

let platform: FoundedConsole;
beforeAll(async () => {
  platform = await aFoundedConsole();
});
afterAll(() => platform?.close());

test('a colleague who may only read comments on a question; its author sees it, answers and settles it', async () => {
  const { page: maya, server, browser } = platform;
  maya.setDefaultTimeout(15_000);
  const { id } = await aSurveyOf(maya, 'client_satisfaction_core');
  const link = await maya.evaluate(async () => {
    const { csrfToken } = await (await fetch('/api/session')).json();
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
    const invited = { name: 'Vic Tran', email: 'vic.tran@example.ca', role: 'viewer', language: 'en' };
    const reply = await (
      await fetch('/api/members', { method: 'POST', headers, body: JSON.stringify(invited) })
    ).json();
    return reply.link as string;
  });
  const context = await browser.newContext({ locale: 'en-CA' });
  const vic = platform.watch(await context.newPage());
  vic.setDefaultTimeout(15_000);
  const { pathname, hash } = new URL(link, server.address);
  await vic.goto(server.address + pathname + hash);
  await vic.getByRole('button', { name: 'Sign me in' }).click();
  await vic.getByLabel('New password').fill('correct horse battery');
  await vic.keyboard.press('Enter');
  await vic.getByRole('heading', { level: 1 }).waitFor();
  await vic.waitForTimeout(500);

  const pasted = '<b onclick="alert(1)">Is</b> this one needed?';
  await vic.goto(`${server.address}/en/surveys/${id}`);
  await vic.locator('.outline li').nth(2).getByRole('link').click();
  await vic.getByLabel('Your comment').fill(pasted);
  await vic.getByRole('button', { name: 'Comment', exact: true }).click();
  await vic.getByText(pasted).waitFor();
  await expectAccessible(vic);

  await maya.goto(`${server.address}/en/surveys/${id}`);
  await maya.getByText('(1 open comment)').waitFor();
  await maya.locator('.outline li').nth(2).getByRole('link').click();
  const thread = maya.locator('.comment-thread');
  await thread.getByText(pasted).waitFor();
  expect(await thread.locator('b').count()).toBe(0);
  expect(await thread.getByRole('button', { name: 'Take back' }).count()).toBe(0);
  await maya.getByRole('button', { name: 'Answer Vic Tran' }).click();
  await maya.getByLabel('Your answer to Vic Tran').fill('It goes.');
  await thread.getByRole('button', { name: 'Answer', exact: true }).click();
  await thread.getByText('It goes.').waitFor();
  await expectAccessible(maya);
  await maya.getByRole('button', { name: 'Mark as settled' }).click();
  await maya.getByText('1 settled conversation').waitFor();
  expect(await maya.locator('.comment-mark').count()).toBe(0);

  await maya.getByRole('button', { name: 'Remove', exact: true }).first().click();
  await maya.getByRole('link', { name: /Introduction and closing/ }).click();
  await maya.getByText('About what is no longer in the questionnaire').click();
  await maya.locator('.comment-thread').getByText(pasted).waitFor();
  await expectAccessible(maya);

  await vic.reload();
  await vic.locator('.comments').first().waitFor();
  expect(platform.faults).toEqual([]);
}, 120_000);
