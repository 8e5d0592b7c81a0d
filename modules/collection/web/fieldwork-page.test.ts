import { randomUUID } from 'node:crypto';
import { aFoundedConsole, expectAccessible, type FoundedConsole, sendFrom } from '@common-measure/platform/testing';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let platform: FoundedConsole;
let page: Page;
let survey: { readonly id: string; readonly answerPath: string };

const heading = (name: string | RegExp) => page.getByRole('heading', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });

/** Asks the platform as the person in the browser does. */
function send<T>(method: string, route: string, body?: unknown): Promise<T> {
  return sendFrom(page, method, route, body);
}

beforeAll(async () => {
  platform = await aFoundedConsole();
  ({ page } = platform);
  const { id } = await send<{ id: string }>('POST', '/api/surveys', {
    name: { en: 'Counter visits', fr: 'Visites au comptoir' },
    samplingClass: 'non-probability',
    timeZone: 'America/Halifax',
    packId: 'client_satisfaction_core',
  });
  survey = await send('POST', `/api/surveys/${id}/publish`, {});
  for (let person = 0; person < 12; person++)
    await send('PUT', `/api/collect/${survey.answerPath.slice(3)}/responses/${randomUUID()}`, {
      language: person % 3 === 0 ? 'fr' : 'en',
      entries: { overall_satisfaction: ['4'], region: ['ns'] },
    });
});
afterAll(() => platform?.close());

describe('the fieldwork page', () => {
  test('counts without reloading, by office in steps, and says why there is no response rate', async () => {
    await page.goto(`${platform.server.address}/en/surveys/${survey.id}/answers`);
    await heading('12 answers received').waitFor();
    const offices = page.getByRole('table', { name: 'By office or region' });
    expect(await offices.getByRole('row', { name: /Nova Scotia/ }).textContent()).toMatch(/10/);
    await page.getByText('No response rate: the people were not drawn from a list').waitFor();
    await send('PUT', `/api/collect/${survey.answerPath.slice(3)}/responses/${randomUUID()}`, {
      language: 'en',
      entries: { overall_satisfaction: ['4'] },
    });
    await heading('13 answers received').waitFor({ timeout: 30_000 });
    const poster = page.getByRole('link', { name: 'Poster to print, letter or A4' });
    const printed = await page.request.get(new URL((await poster.getAttribute('href')) ?? '', page.url()).href);
    expect([printed.status(), (await printed.text()).includes('Dites-nous')]).toEqual([200, true]);
  });

  test('asks for everything at once, not for one thing after another', async () => {
    const asked: string[] = [];
    const listen = (request: Request) => asked.push(new URL(request.url()).pathname.replace(survey.id, 'it'));
    page.on('request', listen);
    const held = Promise.withResolvers<void>();
    const address = `${platform.server.address}/api/surveys/${survey.id}`;
    await page.route(address, (route) => held.promise.then(() => route.continue()));
    await page.reload();
    const early = ['fieldwork', 'fieldwork/course', 'alerts', 'pretest'].map((one) => `/api/surveys/it/${one}`);
    await expect.poll(() => asked).toEqual(expect.arrayContaining(early));
    held.resolve();
    await heading('13 answers received').waitFor();
    await page.getByRole('table', { name: 'Time on each page and where people stopped' }).waitFor();
    page.off('request', listen);
    await page.unroute(address);
    for (const one of early) expect(asked.filter((other) => other === one)).toHaveLength(1);
  });

  test('says when it counted last, what is marked, and that nothing is dropped', async () => {
    await page.getByText(/As of \d\d:\d\d\. Counts renew by themselves/).waitFor();
    await heading('Answers that look hurried').waitFor();
    await page.getByText('Marked for you to weigh, never dropped').waitFor();
    await page.getByText(/All of them came on/).waitFor();
  });

  test('tells where people stopped as a chart that is a table', async () => {
    await heading('Nobody has begun and stopped so far.').waitFor();
    const rows = page.getByRole('table', { name: 'Time on each page and where people stopped' }).getByRole('row');
    expect(await rows.count()).toBeGreaterThan(2);
  });

  test('pauses, and goes on', async () => {
    await button('Pause').click();
    await heading('Pause the survey?').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Pause the survey?');
    await button('Leave it as it is').click();
    await button('Pause').press('Enter');
    await button('Pause').press('Enter');
    await page.locator('.facts').getByText('Paused', { exact: true }).waitFor();
    await button('Resume').click();
    await button('Pause').waitFor();
  });

  test('keeps a target, and refuses one that is no number', async () => {
    const wanted = page.getByLabel('Answers wanted');
    await wanted.fill('many');
    await wanted.press('Enter');
    await page.getByText('Enter a whole number from 1 to 10,000,000.').waitFor();
    await wanted.fill('400');
    await wanted.press('Enter');
    await page.getByText('13 of 400 answers wanted (3%)').waitFor();
  });

  test('adds a rule for alerts in words', async () => {
    await page.getByRole('checkbox', { name: 'Very dissatisfied', exact: true }).check();
    await button('Add the rule').click();
    await page.getByText(/10 people answering “Very dissatisfied” to “.+” within a day/).waitFor();
  });

  test('begins a pretest and deletes it after asking, from the questionnaire too', async () => {
    await page.goto(`${platform.server.address}/en/surveys/${survey.id}`);
    await page.getByRole('link', { name: 'Try it out' }).click();
    await heading('Pretest').waitFor();
    await button('Begin a pretest').click();
    await heading('The link for testers').waitFor();
    await button('Delete the pretest').click();
    await button('Delete it with everything testers sent').click();
    await button('Begin a pretest').waitFor();
  });

  test('shows the link as soon as the survey is published, to who has tried it out before', async () => {
    const draft = await send<{ id: string }>('POST', '/api/surveys', {
      name: { en: 'Permits', fr: 'Permis' },
      samplingClass: 'non-probability',
      timeZone: 'America/Halifax',
      packId: 'uk_four_kpis',
    });
    await page.goto(`${platform.server.address}/en/surveys/${draft.id}`);
    await page.getByRole('link', { name: 'Try it out' }).click();
    await page.getByRole('link', { name: 'Open the questionnaire' }).click();
    await button('Publish').click();
    await page.getByText('The survey is open. Here is its link.').waitFor();
    await heading('The link').waitFor({ timeout: 3000 });
  });

  test.each([
    ['en', 1360],
    ['fr', 1360],
    ['en', 390],
    ['fr', 390],
  ] as const)('is accessible in %s at a width of %i', async (language, width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${platform.server.address}/${language}/surveys/${survey.id}/answers`);
    await heading(language === 'fr' ? 'Page par page' : 'Page by page').waitFor();
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    if (process.env.CM_PICTURES)
      await page.screenshot({ path: `${process.env.CM_PICTURES}/fieldwork-${language}-${width}.png`, fullPage: true });
  });
});
