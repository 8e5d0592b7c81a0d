import { aFoundedConsole, expectAccessible, type FoundedConsole } from '@common-measure/platform/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let platform: FoundedConsole;
let page: Page;
let answerAddress = '';

const heading = (name: string | RegExp) => page.getByRole('heading', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const saved = () => page.locator('.facts').getByText('Saved', { exact: true }).waitFor();

beforeAll(async () => {
  platform = await aFoundedConsole();
  ({ page } = platform);
});
afterAll(() => platform?.close());

describe('a service manager', () => {
  test('starts a survey from the home page and is told what is missing, then creates it', async () => {
    await page.getByRole('link', { name: 'Start a survey' }).click();
    await heading('New survey').waitFor();
    await button('Create the survey').click();
    await page.getByText('3 things to correct').waitFor();
    await page.getByLabel('Name in English').fill('Counter visits');
    await page.getByLabel('Name in French').fill('Visites au comptoir');
    await page.getByRole('radio', { name: /An open link or code/ }).check();
    expect(await page.getByLabel('Time zone').inputValue()).toBe('America/Halifax');
    await button('Create the survey').click();
    await heading('Counter visits').waitFor();
    await page.getByText('24 questions').waitFor();
  });

  test('moves a question with the keyboard alone', async () => {
    await page.getByRole('link', { name: /^5 ?Timeliness/ }).click();
    await heading('5. Timeliness').waitFor();
    await button('Move up').focus();
    await page.keyboard.press('Enter');
    await heading('4. Timeliness').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Move up');
    await saved();
  });

  test('removes a question and takes that back', async () => {
    await button('Remove').click();
    await page.getByText(/^Question 4, “.+”, removed\.$/).waitFor();
    await page.getByText('23 questions').waitFor();
    await button('Undo').click();
    await page.getByText('24 questions').waitFor();
    await page.getByRole('link', { name: /^4 ?Timeliness/ }).waitFor();
    await saved();
  });

  test('adds a question from the bank, found without its accents', async () => {
    await button('Add from the bank').click();
    await page.getByLabel('Search in either language').fill('formulaire en ligne');
    await button('Add: The online form was simple to fill in.').click();
    await page.getByText('25 questions').waitFor();
    const item = page.getByRole('article', { name: 'The online form was simple to fill in.' });
    await item.getByText('In the questionnaire').waitFor();
    await saved();
  });

  test('writes a question of her own, and cannot publish before its French is there', async () => {
    await button('Write your own').click();
    await page.getByRole('radio', { name: 'A text in their own words' }).check();
    await button('Write it').click();
    await page.getByLabel('Question (English)').fill('What would you tell a friend about us?');
    await button('Finish the French (1)').waitFor();
    await page.getByText('the French wording is missing. Write it in the French column.').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Question (French)').fill('Que diriez-vous de nous à une connaissance?');
    await button('Publish').waitFor();
    await saved();
  });

  test('words the scale of her own rating, asks for an answer, and takes the question back', async () => {
    await button('Write your own').click();
    await button('Write it').click();
    await page.getByLabel('Scale', { exact: true }).selectOption({ label: 'Labels of your own' });
    await page.getByLabel('Answer 1 (English)').fill('');
    await page.getByText('Question 27: 3 things to finish').waitFor();
    await page.getByLabel('Question (English)').fill('How often did you have to repeat yourself?');
    await page.getByLabel('Question (French)').fill('Combien de fois avez-vous dû vous répéter?');
    await page.getByLabel('Answer 1 (English)').fill('Never');
    await page.getByLabel('Answer 1 (French)').fill('');
    await page.getByText('the French label of answer 1 is missing').waitFor();
    await page.getByLabel('Answer 1 (French)').fill('Jamais');
    await page.getByLabel('Answer 5 is').selectOption({ label: 'the worst one' });
    await page.getByLabel('An answer is required').check();
    const preview = page.frameLocator('iframe');
    await preview.getByText('Never').waitFor();
    await preview.getByText('(required)').waitFor();
    await expectAccessible(page);
    await button('Publish').waitFor();
    await button('Remove').click();
    await page.getByText('26 questions').waitFor();
    await saved();
  });

  test('sees every word in the preview as it is written, in either language', async () => {
    await page.getByRole('link', { name: /What would you tell a friend/ }).click();
    const preview = page.frameLocator('iframe');
    await preview.getByText('What would you tell a friend about us?').waitFor();
    await page.getByLabel('Français').check();
    await preview.getByText('Que diriez-vous de nous à une connaissance?').waitFor();
  });

  test('finds her draft as she left it after a reload', async () => {
    await page.reload();
    await page.getByText('26 questions').waitFor();
    expect(await page.getByLabel('Question (French)').inputValue()).toBe('Que diriez-vous de nous à une connaissance?');
  });

  test('publishes and gets a link and a code', async () => {
    await button('Publish').click();
    await heading('The link').waitFor();
    await heading('No answers yet').waitFor();
    answerAddress = (await page.locator('main a[target=_blank]').first().textContent()) ?? '';
    expect(answerAddress).toMatch(/\/s\/[0-9a-z]{12}$/);
    const code = page.getByRole('img', { name: /QR code/ });
    expect(await code.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 100)).toBe(true);
  });
});

describe('a client on a phone', () => {
  test('answers in French without a script, every page accessible and none wider than the screen', async () => {
    const phone = await platform.browser.newContext({
      locale: 'fr-CA',
      viewport: { width: 390, height: 800 },
      javaScriptEnabled: false,
    });
    const view = await phone.newPage();
    await view.goto(answerAddress);
    await view.getByRole('button', { name: 'Commencer' }).click();
    await view.getByRole('radio', { name: 'Satisfaisant', exact: true }).check();
    for (let part = 0; part < 8; part++) await view.getByRole('button', { name: 'Continuer' }).click();
    await view.getByRole('heading', { name: 'Vérifiez vos réponses' }).waitFor();
    await view.getByText('Satisfaisant', { exact: true }).waitFor();
    await view.getByRole('button', { name: 'Envoyer mes réponses' }).click();
    await view.getByText('Merci. Vos réponses sont arrivées').waitFor();
    await view.getByRole('button', { name: 'English' }).click();
    await view.getByText('Thank you. Your answers have arrived').waitFor();
    await phone.close();
  });

  test('finds every page accessible in both languages, on a phone and on a desk', async () => {
    for (const locale of ['en-CA', 'fr-CA'])
      for (const width of [360, 1100]) {
        const context = await platform.browser.newContext({ locale, viewport: { width, height: 800 } });
        const view = await context.newPage();
        await view.goto(answerAddress);
        await view.locator('button[value=start]').click();
        await view.getByRole('radio').first().check();
        await view.locator('button[value=next]').click();
        for (const path of [
          '',
          '?from=start',
          '/part/overall',
          '/part/reach',
          '/part/staff',
          '/part/judgement',
          '/check',
          '/withdraw',
        ]) {
          await view.goto(answerAddress + path);
          await expectAccessible(view);
          expect(
            await view.evaluate(() => document.documentElement.scrollWidth - innerWidth),
            path,
          ).toBeLessThanOrEqual(0);
        }
        await context.close();
      }
  });
});

describe('the count', () => {
  test('grows while the page is looked at', async () => {
    await page.getByText('1 answer received').waitFor({ timeout: 15_000 });
    await page.getByText('Results appear after 9 more answers.').waitFor();
    await expectAccessible(page);
  });
});

describe('results', () => {
  test('are one step away once enough people have answered', async () => {
    const token = answerAddress.split('/s/')[1];
    for (let person = 0; person < 12; person++) {
      const reply = await fetch(`${platform.server.address}/api/collect/${token}/responses/${crypto.randomUUID()}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          language: person % 2 === 0 ? 'en' : 'fr',
          mode: 'paper',
          entries: { overall_satisfaction: [String((person % 5) + 1)], timeliness: [String((person % 3) + 2)] },
        }),
      });
      expect(reply.status).toBe(200);
    }
    await page.getByText('13 answers received').waitFor({ timeout: 15_000 });
    await page.getByRole('link', { name: 'See the results' }).click();
    await page.waitForURL(/\/en\/results\/[0-9a-f-]{36}/);
    await page.locator('main h1').waitFor();
  });
});

describe('a survey closed by mistake', () => {
  test('is opened again by Undo, or later by its button', async () => {
    await page.goBack();
    await button('Close the survey').click();
    await page.getByLabel('People who have begun may finish for').selectOption('0');
    await button('Close now').click();
    await page.getByText('“Counter visits” is closed.').waitFor();
    await button('Undo').click();
    await button('Close the survey').click();
    await button('Close now').click();
    await page.getByText('“Counter visits” lets nobody new in.').waitFor();
    await button('Reopen the survey').click();
    await heading('Reopen the survey?').waitFor();
    await button('Reopen the survey').click();
    await page.getByText('“Counter visits” takes answers again').waitFor();
    await heading('The link').waitFor();
  });
});

describe('settings', () => {
  test('name what is missing in the language of the page, and keep the rest as it was', async () => {
    await page.getByRole('link', { name: 'Questionnaire' }).click();
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByLabel('Name in French').fill('');
    await page.getByLabel(/Last day/).fill('2020-01-01');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('2 things to correct').waitFor();
    await page.getByLabel('Name in French').fill('Visites au comptoir');
    await page.getByLabel(/Last day/).fill('');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Settings saved.').waitFor();
  });
});

describe('a colleague who may only read', () => {
  test('sees the surveys and their questions, and no button that would be refused', async () => {
    const link = await page.evaluate(async () => {
      const { csrfToken } = await (await fetch('/api/session')).json();
      const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
      const body = JSON.stringify({ name: 'Vic', email: 'vic@example.ca', role: 'viewer', language: 'en' });
      return (await (await fetch('/api/members', { method: 'POST', headers, body })).json()).link as string;
    });
    const context = await platform.browser.newContext({ locale: 'en-CA' });
    const view = await context.newPage();
    await view.goto(link);
    await view.getByRole('button', { name: 'Sign me in' }).click();
    await view.waitForURL(/\/en(?!\/sign-in)/);
    await view.goto(`${platform.server.address}/en/surveys`);
    await view.getByRole('link', { name: 'Counter visits' }).click();
    await view.getByText('This questionnaire is published.').waitFor();
    expect(await view.getByRole('link', { name: 'Settings' }).count()).toBe(0);
    expect(await view.getByRole('button', { name: 'Add from the bank' }).count()).toBe(0);
    await context.close();
  });
});

describe('every page of surveys', () => {
  const views = [
    { width: 1360, colorScheme: 'light' },
    { width: 1360, colorScheme: 'dark' },
    { width: 340, colorScheme: 'light' },
  ] as const;
  for (const language of ['en', 'fr'])
    for (const { width, colorScheme } of views)
      test(`in ${language}, ${colorScheme}, ${width} px wide: axe-core finds nothing and nothing scrolls sideways`, async () => {
        const view = await platform.context.newPage();
        await view.emulateMedia({ colorScheme });
        await view.setViewportSize({ width, height: 900 });
        await view.goto(`${platform.server.address}/${language}/surveys`);
        const first = (await view.locator('main table a').first().getAttribute('href')) ?? '';
        const survey = first.replace(/\/answers$/, '');
        for (const address of [
          `/${language}/surveys`,
          `/${language}/surveys/new`,
          `/${language}/bank`,
          first,
          survey,
          `${survey}/settings`,
        ]) {
          await view.goto(platform.server.address + address);
          await view.locator('h1').waitFor();
          await view.locator('main :is(.card, .empty)').first().waitFor();
          await expectAccessible(view);
          const surplus = await view.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(surplus, address).toBe(0);
        }
        await view.close();
      });

  test('threw no error', () => {
    expect(platform.faults).toEqual([]);
  });
});
