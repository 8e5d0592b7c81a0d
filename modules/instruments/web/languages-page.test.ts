import { type Instrument, translatableTexts, writeTexts, writeTranslation } from '@common-measure/instrument';
import { aFoundedConsole, expectAccessible, type FoundedConsole } from '@common-measure/platform/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSurveyOf } from './testing-survey.fixture.ts';

let platform: FoundedConsole;
beforeAll(async () => {
  platform = await aFoundedConsole();
});
afterAll(() => platform?.close());

test('a questionnaire gets a language from right to left, is translated, held back until a colleague has reviewed it, and answered in it', async () => {
  const { page: maya, server } = platform;
  const { id, instrumentId } = await aSurveyOf(maya, 'client_satisfaction_core');
  const rita = await aColleagueOf(maya);
  const pages = `${server.address}/en/surveys/${id}`;

  await maya.goto(`${pages}/languages`);
  await maya.getByLabel('Required beside them').fill('AR');
  await maya.getByLabel('A second person reviews each language').check();
  await maya.getByRole('button', { name: 'Save', exact: true }).click();
  await maya.getByRole('button', { name: 'Add Arabic' }).click();
  await maya.getByText('Arabic added.').waitFor();
  await expectAccessible(maya);
  // @shot overview

  await maya.getByRole('link', { name: 'Translate: Arabic' }).click();
  const title = maya.locator('[id="tr-title"]');
  await title.fill('زيارتك');
  expect(await title.evaluate((box) => getComputedStyle(box).direction)).toBe('rtl');
  expect(await title.getAttribute('lang')).toBe('ar');
  await maya.keyboard.press('Alt+n');
  await maya.waitForFunction(() => document.activeElement?.id === 'tr-introduction');
  const point = maya.locator('.lang-texts li').filter({ hasText: 'Strongly disagree' }).locator('textarea');
  await point.first().fill('لا أوافق بشدة');
  await maya.keyboard.press('Tab');
  await maya.getByText(/Also written in \d+ other places/).waitFor();
  expect(await point.nth(1).inputValue()).toBe('لا أوافق بشدة');
  await expectAccessible(maya);
  // @shot table

  const instrument = await maya.evaluate(async (address): Promise<Instrument> => {
    await new Promise((resume) => setTimeout(resume, 1500));
    return (await (await fetch(address)).json()).instrument;
  }, `/api/instruments/${instrumentId}`);
  const lines = inArabic(instrument).replace(/^closing,.*$/m, 'gone,x,y,z,w');
  await maya.getByText('For translators').click();
  await maya.getByLabel('Take in a translated file').setInputFiles(fileOf(lines));
  await maya.getByText(/Line \d+: “gone” is not a text of this questionnaire any more/).waitFor();
  await maya.getByLabel('Take in a translated file').setInputFiles(fileOf(inArabic(instrument)));
  await maya.getByRole('button', { name: /^Take in \d+ texts/ }).waitFor();
  await expectAccessible(maya);
  // @shot file
  await maya.getByRole('button', { name: /^Take in \d+ texts/ }).click();
  await maya.locator('.lang-bar.wide').getByText('100%').waitFor();
  await maya.getByText('Saved', { exact: true }).waitFor();

  await maya.goto(pages);
  await maya.getByText(/languages to finish or review before publishing/).click();
  await maya.getByRole('link', { name: 'Arabic: not reviewed' }).waitFor();
  await maya.getByRole('button', { name: 'Publish', exact: true }).click();
  await maya.getByText('nobody has reviewed the Arabic yet').waitFor();
  // @shot survey

  await maya.goto(`${pages}/languages?review=ar`);
  await maya.getByText('You changed texts of this language').waitFor();
  for (const language of ['en', 'fr', 'ar']) {
    await rita.goto(`${pages}/languages?review=${language}`);
    await rita.getByRole('button', { name: 'Approve' }).waitFor();
    if (language === 'ar') await expectAccessible(rita);
    // @rita review
    await rita.getByRole('button', { name: 'Approve' }).click();
    await rita.getByText(/approved\.$/).waitFor();
  }
  // @rita reviewed
  await maya.goto(pages);
  await maya.getByRole('button', { name: 'Publish', exact: true }).click();
  await maya.waitForURL(/\/answers$/);

  const link = await maya.evaluate(
    async (address) => (await (await fetch(address)).json()).answerPath as string,
    `/api/surveys/${id}`,
  );
  const context = await platform.browser.newContext({ locale: 'ar-EG', viewport: { width: 390, height: 844 } });
  const person = platform.watch(await context.newPage());
  await person.goto(server.address + link);
  expect(
    await person.locator('html').evaluate((html) => [html.getAttribute('lang'), html.getAttribute('dir')]),
  ).toEqual(['ar', 'rtl']);
  expect(await person.locator('.lg button').allTextContents()).toEqual(['English', 'Français']);
  await expectAccessible(person);
  // @person start
  await person.locator('button[value=start]').click();
  const width = await person.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await person.locator('input[type=radio]').first().check();
  await expectAccessible(person);
  // @person part
  while ((await person.locator('button[value=send]').count()) === 0) await person.locator('button[value=next]').click();
  // @person check
  await person.locator('button[value=send]').click();
  await person.locator('button[value=finish]').waitFor();
  await maya.reload();
  await maya.getByRole('row', { name: /Arabic 1/ }).waitFor();
  expect(platform.faults).toEqual([]);
}, 240_000);

function inArabic(instrument: Instrument): string {
  const texts = new Map(translatableTexts(instrument, 'ar').map(({ id, text }) => [id, `نص عربي: ${text.en}`]));
  return writeTranslation(writeTexts(instrument, 'ar', texts), { source: 'en', target: 'ar' }, 'csv');
}

function fileOf(content: string): { name: string; mimeType: string; buffer: Buffer } {
  return { name: 'questionnaire-ar.csv', mimeType: 'text/csv', buffer: Buffer.from(content) };
}

/** Rita, who manages surveys beside Maya, in a browser of her own. */
async function aColleagueOf(maya: Page): Promise<Page> {
  const link = await maya.evaluate(async () => {
    const { csrfToken } = await (await fetch('/api/session')).json();
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
    const body = { name: 'Rita Saleh', email: 'rita.saleh@example.ca', role: 'manager', language: 'en' };
    const reply = await fetch('/api/members', { method: 'POST', headers, body: JSON.stringify(body) });
    return (await reply.json()).link as string;
  });
  const context = await platform.browser.newContext({ locale: 'en-CA' });
  const rita = platform.watch(await context.newPage());
  const { pathname, hash } = new URL(link, platform.server.address);
  await rita.goto(platform.server.address + pathname + hash);
  await rita.getByRole('button', { name: 'Sign me in' }).click();
  await rita.getByLabel('New password').fill('correct horse battery');
  await rita.keyboard.press('Enter');
  await rita.getByRole('heading', { level: 1 }).waitFor();
  await rita.waitForTimeout(500);
  return rita;
}
