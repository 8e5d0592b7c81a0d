import { randomUUID } from 'node:crypto';
import { aFoundedConsole, expectAccessible, type FoundedConsole, sendFrom } from '@common-measure/platform/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let platform: FoundedConsole;
let page: Page;
let survey: { readonly id: string; readonly answerPath: string };

const button = (name: string | RegExp) => page.getByRole('button', { name });
const visit = (part: string, language = 'en') =>
  page.goto(`${platform.server.address}/${language}/surveys/${survey.id}/${part}`);

/** Asks the platform as the person in the browser does. */
function send<T>(method: string, route: string, body?: unknown): Promise<T> {
  return sendFrom(page, method, route, body);
}
const answer = (score: string, count: number) =>
  Promise.all(
    Array.from({ length: count }, () =>
      send('PUT', `/api/collect/${survey.answerPath.slice(3)}/responses/${randomUUID()}`, {
        language: 'en',
        entries: { overall_satisfaction: [score], region: ['ns'] },
      }),
    ),
  );

/** Looks at the page that is open in both languages and at both widths, by axe and for what juts out, and takes pictures where wanted. */
async function lookAround(
  name: string,
  path: string,
  ready: Readonly<Record<'en' | 'fr', string>>,
  act?: () => Promise<void>,
) {
  for (const language of ['en', 'fr'] as const)
    for (const width of [1360, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await visit(path, language);
      await page.getByText(ready[language]).first().waitFor();
      await act?.();
      await expectAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      if (process.env.CM_PICTURES)
        await page.screenshot({ path: `${process.env.CM_PICTURES}/${name}-${language}-${width}.png`, fullPage: true });
    }
  await page.setViewportSize({ width: 1360, height: 900 });
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
});
afterAll(() => platform?.close());

describe('the settings of opening and closing', () => {
  test('name what is wrong, and keep first day, last day, number of answers and time to finish', async () => {
    await visit('settings');
    await page.getByLabel('First day for answers').fill('2099-02-10');
    await page.getByLabel('Last day for answers').fill('2099-02-01');
    await page.getByLabel('When enough answers are in').check();
    await button('Save').first().click();
    await page.getByRole('link', { name: 'Choose a first day that is not after the last one' }).waitFor();
    await page.getByRole('link', { name: 'Enter a whole number from 1 to 10,000,000' }).click();
    await page.keyboard.type('24');
    await page.getByLabel('Last day for answers').fill('2099-03-01');
    await page.getByLabel('People who have begun may finish for').selectOption('1440');
    await button('Save').first().click();
    await page.getByText('Settings saved.').waitFor();
    expect(await send('GET', `/api/surveys/${survey.id}`)).toMatchObject({
      opensOn: '2099-02-10',
      closesOn: '2099-03-01',
      closesAfter: 24,
      finishMinutes: 1440,
    });
  });

  test('can be used by everybody in both languages', () =>
    lookAround('settings', 'settings', { en: 'When it opens and closes', fr: 'Ouverture et fermeture' }));
});

describe('the state of a survey', () => {
  test('tells the first day and by what it closes, and opens now after saying what that does', async () => {
    await visit('answers');
    await page.getByText('The survey opens on February 10, 2099.').waitFor();
    await page.getByText('at the end of March 1, 2099 or when 24 answers are in, whichever comes first').waitFor();
    await button('Open now').press('Enter');
    await page.getByText('They lead to the questions at once.').waitFor();
    await button('Open now').press('Enter');
    await page.getByText('“Counter visits” takes answers from now on.').waitFor();
    await page.getByText('The survey takes answers.').waitFor();
  });

  test('asks before closing, in both languages', () =>
    lookAround(
      'closing',
      'answers',
      { en: 'The survey takes answers.', fr: 'Le sondage reçoit des réponses.' },
      async () => {
        await button(/^(Close the survey|Fermer le sondage)$/).click();
        await page.locator('#finish-choice').waitFor();
      },
    ));
});

describe('ten very dissatisfied in a day', () => {
  test('raise an alert by themselves, and the number in the navigation says that it waits', async () => {
    await visit('answers');
    await page.getByRole('checkbox', { name: 'Very dissatisfied', exact: true }).check();
    await button('Add the rule').click();
    await page.getByText('The rule is added.').waitFor();
    await answer('1', 11);
    await answer('5', 12);
    const alerts = () => send<{ open: number }[]>('GET', '/api/alerts');
    await expect.poll(alerts, { timeout: 90_000, interval: 2000 }).toMatchObject([{ open: 1 }]);
    await visit('answers');
    await page.getByRole('link', { name: 'Surveys (1 alert to follow up)' }).waitFor();
    await page.getByText(/^Raised on/).waitFor();
  }, 120_000);

  test('become the task of a person, with a day and a note, and are done', async () => {
    await page.getByText('Follow up', { exact: true }).click();
    const [person] = (await send<{ people: { name: string }[] }>('GET', `/api/surveys/${survey.id}/alerts`)).people;
    await page.getByLabel('Who follows it up').selectOption({ label: person?.name ?? '' });
    await page.getByLabel('Until').fill('2099-01-15');
    await page.getByLabel('Note').fill('Call the counter in Halifax about the line.');
    await button('Save').last().click();
    await page.getByText(`Followed up by ${person?.name} · until January 15, 2099`).waitFor();
    await lookAround('alerts', 'answers', { en: 'Call the counter', fr: 'Call the counter' });
    await visit('answers');
    await page.getByText('Follow up', { exact: true }).click();
    await page.getByLabel('Done').check();
    await button('Save').last().click();
    await page.getByText(/^Done on/).waitFor();
    await page.getByRole('link', { name: 'Surveys', exact: true }).first().waitFor();
  });
});

describe('a survey that closed by itself', () => {
  test('says so and why without reloading, and what reopening does', async () => {
    await visit('answers');
    await answer('4', 1);
    await page.getByText('As many answers are in as were wanted.').waitFor({ timeout: 60_000 });
    await page.locator('.facts').getByText('Closing', { exact: true }).waitFor();
    for (const [language, ...said] of [
      ['en', 'Closing', /^Whoever has begun may finish until /, 'Closed on'],
      ['fr', 'En fermeture', /^Qui a commencé peut terminer jusqu’au /, 'Fermé le'],
    ] as const) {
      const [state, until, closed] = said;
      await visit('answers', language);
      await page.locator('.facts').getByText(state, { exact: true }).waitFor();
      await page.locator('.facts').getByText(until).waitFor();
      expect(await page.locator('.facts').textContent()).not.toContain(closed);
    }
    await lookAround('closed', 'answers', {
      en: 'People who had begun may finish',
      fr: 'Qui avait commencé peut terminer',
    });
    await visit('answers');
    await button('Reopen the survey').click();
    await page.getByText('The rule that closed it, a number of answers, is taken away.').waitFor();
    await button('Reopen the survey').click();
    await page.getByText('“Counter visits” takes answers again').waitFor();
    await page.getByText('It closes at the end of March 1, 2099.').waitFor();
  }, 120_000);
});
