import { aFoundedConsole, expectAccessible, type FoundedConsole, sendFrom } from '@common-measure/platform/testing';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onePerPage } from '../paged.fixture.ts';

let platform: FoundedConsole;
let surveyId = '';
let address = '';

/** Sends as Maya, from her page. */
function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  return sendFrom(platform.page, method, path, body);
}

beforeAll(async () => {
  platform = await aFoundedConsole();
  const survey = await send<{ id: string; instrumentId: string }>('POST', '/api/surveys', {
    name: onePerPage.title,
    samplingClass: 'non-probability',
    timeZone: 'America/Halifax',
    packId: null,
  });
  surveyId = survey.id;
  await send('PUT', `/api/instruments/${survey.instrumentId}`, { revision: 1, instrument: onePerPage });
}, 60_000);
afterAll(() => platform?.close());

async function visitor(options: BrowserContextOptions): Promise<Page> {
  const page = await (await platform.browser.newContext(options)).newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

test('a quota is set in the builder with the keyboard, and the pages of a part are chosen', async () => {
  const { page } = platform;
  await page.goto(`${platform.server.address}/en/surveys/${surveyId}?show=quotas`);
  await page.getByRole('button', { name: 'Add a quota' }).press('Enter');
  await page.getByLabel('Name of this quota (English)').fill('People who waited');
  await page.getByLabel('Name of this quota (French)').fill('Gens qui ont attendu');
  await page.getByLabel('How many people').fill('many');
  await page.getByText('Enter a whole number from 1 to 10,000,000.').waitFor();
  await expectAccessible(page);
  await page.getByLabel('How many people').fill('2');
  await page.getByRole('link', { name: 'The call', exact: true }).click();
  await page.getByRole('radio', { name: /All questions on one page/ }).press('ArrowDown');
  expect(await page.getByRole('radio', { name: /One question at a time/ }).isChecked()).toBe(true);
  await expectAccessible(page);
  await page.getByText('Saved', { exact: true }).waitFor();
  const opened = await send<{ answerPath: string }>('POST', `/api/surveys/${surveyId}/publish`);
  address = platform.server.address + opened.answerPath;
  await page.goto(`${platform.server.address}/en/surveys/${surveyId}/answers`);
  await page.getByRole('heading', { name: 'Quotas' }).waitFor();
  await expectAccessible(page);
}, 90_000);

test('other ways to answer and the privacy notice are written in the settings and read on the first page', async () => {
  const { page } = platform;
  await page.goto(`${platform.server.address}/en/surveys/${surveyId}/settings`);
  await page.getByLabel('Why you ask (English)').fill('To shorten the wait.');
  await page.getByRole('button', { name: 'Add another way' }).click();
  await page.getByLabel('Number, hours or place (English)').fill('1 800 555-0199, 9 to 5');
  await page.getByLabel('Where it leads').fill('1 800 555-0199');
  await page.getByRole('button', { name: 'Save what people read' }).click();
  await page.getByText('Begin the address with https://, tel: or mailto:').first().waitFor();
  await expectAccessible(page);
  await page.getByLabel('Why you ask (French)').fill('Pour réduire l’attente.');
  await page.getByLabel('Number, hours or place (French)').fill('1 800 555-0199, de 9 h à 17 h');
  await page.getByLabel('Where it leads').fill('tel:+18005550199');
  await page.getByLabel(/Ask after the receipt/).check();
  await page.getByLabel('Days for which a request is kept').fill('30');
  await page.getByRole('button', { name: 'Save what people read' }).click();
  await page.getByText('Saved. It stands on the pages where people answer.').waitFor();
  const person = await visitor({ locale: 'fr-CA', viewport: { width: 390, height: 800 } });
  await person.goto(address);
  await person.getByRole('link', { name: '1 800 555-0199, de 9 h à 17 h' }).waitFor();
  await person.getByText('Pour réduire l’attente.').waitFor();
  await expectAccessible(person);
  if (process.env.CM_PICTURES) {
    await person.screenshot({ path: `${process.env.CM_PICTURES}/first-page.png`, fullPage: true });
    await page.screenshot({ path: `${process.env.CM_PICTURES}/settings.png`, fullPage: true });
  }
  await person.goto(`${address}/contact`);
  await person.getByRole('button', { name: 'Communiquez avec moi' }).click();
  await person.getByRole('link', { name: 'Entrez une adresse courriel ou un numéro de téléphone' }).waitFor();
  await expectAccessible(person);
  await person.getByLabel('Comment vous joindre?').fill('luc@example.ca');
  await person.getByRole('button', { name: 'Communiquez avec moi' }).click();
  await person.getByRole('heading', { name: /Nous communiquerons avec vous/ }).waitFor();
  await expectAccessible(person);
  await person.context().close();
  await page.goto(`${platform.server.address}/en/surveys/${surveyId}/answers`);
  await page.getByRole('button', { name: 'Show who asks to be contacted' }).click();
  await page.getByText('luc@example.ca').waitFor();
  await expectAccessible(page);
  if (process.env.CM_PICTURES)
    await page.screenshot({ path: `${process.env.CM_PICTURES}/answers.png`, fullPage: true });
  await page.getByRole('button', { name: 'Dealt with: erase' }).click();
  await page.getByText('The request is erased.').waitFor();
}, 60_000);

for (const javaScriptEnabled of [true, false])
  test(`back, forward, reload and a second tab lose nothing that was sent on, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
    const page = await visitor({ locale: 'fr-CA', viewport: { width: 390, height: 800 }, javaScriptEnabled });
    const fits = () => (javaScriptEnabled ? expectAccessible(page) : undefined);
    const next = (on: Page) => on.getByRole('button', { name: 'Continuer' }).click();
    const choose = (on: Page, label: 'Oui' | 'Non') => on.getByRole('radio', { name: label }).check();
    await page.goto(address);
    await fits();
    await page.getByRole('button', { name: 'Commencer' }).click();
    await choose(page, 'Non');
    await next(page);
    await page.getByRole('heading', { name: /Est-ce réglé/ }).waitFor();
    await fits();
    await page.goBack();
    await page.getByRole('heading', { name: /Avez-vous attendu/ }).waitFor();
    expect(await page.getByRole('radio', { name: 'Non' }).isChecked()).toBe(true);
    await page.goForward();
    await page.getByRole('heading', { name: /Est-ce réglé/ }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: /Est-ce réglé/ }).waitFor();

    const tab = await page.context().newPage();
    await tab.goto(page.url());
    await choose(tab, 'Non');
    await next(tab);
    await tab.getByRole('heading', { name: 'Pour finir' }).waitFor();
    await tab.getByRole('radio', { name: 'Oui' }).first().check();
    await next(tab);
    await choose(page, 'Oui');
    await next(page);
    await page.getByRole('heading', { name: 'Pour finir' }).waitFor();
    expect(await page.getByRole('radio', { name: 'Oui' }).first().isChecked()).toBe(true);
    await tab.reload();
    const check = tab.locator('dl.ck');
    expect(await check.textContent()).toMatch(/Est-ce réglé\?\s*Oui/);
    expect(await check.textContent()).toMatch(/Rappelleriez-vous\?\s*Oui/);

    await page.getByRole('button', { name: 'Enregistrer et terminer plus tard' }).click();
    await page.getByText('Pour terminer sur un autre appareil').waitFor();
    await fits();
    const code = (await page.locator('.code').textContent()) ?? '';
    await page.getByRole('button', { name: 'Effacer de cet appareil et terminer plus tard' }).click();
    await page.getByRole('button', { name: 'Commencer' }).waitFor();

    const phone = await visitor({ locale: 'en-CA', viewport: { width: 320, height: 700 }, javaScriptEnabled });
    await phone.goto(address);
    await phone.getByRole('link', { name: 'Open my saved answers' }).click();
    await phone.getByLabel('Code of your saved answers').fill('wrong');
    await phone.getByRole('button', { name: 'Open my saved answers' }).click();
    await phone.getByRole('heading', { name: 'Check these answers' }).waitFor();
    if (javaScriptEnabled) await expectAccessible(phone);
    await phone.getByLabel('Code of your saved answers').fill(code);
    await phone.getByRole('button', { name: 'Open my saved answers' }).click();
    await phone.getByRole('button', { name: /Continue where I stopped|Reprendre/ }).click();
    await phone.getByRole('button', { name: /^(Continue|Continuer)$/ }).click();
    await phone.getByRole('button', { name: /Send my answers|Envoyer mes réponses/ }).click();
    await phone.getByText(/Your receipt number|Votre numéro de reçu/).waitFor();
    if (javaScriptEnabled) await expectAccessible(phone);
    const codes = await phone.locator('.code').allTextContents();
    const [beside] = await Promise.all([
      phone.context().waitForEvent('page'),
      phone.getByRole('link', { name: /Let us contact you|Communiquez avec moi/ }).click(),
    ]);
    await beside.getByLabel(/How can we reach you|Comment vous joindre/).fill('eve@example.ca');
    await beside.getByRole('button', { name: /Let us contact you|Communiquez avec moi/ }).click();
    await beside.getByText(/still on the page you came from|encore sur la page d’où vous venez/).waitFor();
    await beside.reload();
    if (javaScriptEnabled) await expectAccessible(beside);
    await beside.close();
    expect(codes).toHaveLength(2);
    expect(await phone.locator('.code').allTextContents()).toEqual(codes);
    await phone.getByRole('button', { name: /Finish and clear|Terminer et effacer/ }).click();
    await phone.getByRole('button', { name: /^(Start|Commencer)$/ }).waitFor();
    await phone.goto(`${address}/check`);
    expect(await phone.locator('main').textContent()).not.toContain(code);
    await Promise.all([page.context().close(), phone.context().close()]);
  }, 90_000);

test('who comes into a full quota is thanked on the same page', async () => {
  const answer = { language: 'en', mode: 'web', entries: { waited: ['yes'], solved: ['yes'] } };
  for (const _ of [1, 2])
    await fetch(`${address.replace('/s/', '/api/collect/')}/responses/${crypto.randomUUID()}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(answer),
    });
  const page = await visitor({ locale: 'en-CA', viewport: { width: 390, height: 800 } });
  await page.goto(address);
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('radio', { name: 'Yes' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: /enough people like you/ }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: /enough people like you/ }).waitFor();
  // Nor does the device keep anything of hers.
  const keptOnDevice = await page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const request = indexedDB.open('common-measure-answers');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          if (!database.objectStoreNames.contains('visit')) return resolve('[]');
          const all = database.transaction('visit').objectStore('visit').getAll();
          all.onsuccess = () => resolve(JSON.stringify(all.result));
        };
      }),
  );
  expect(keptOnDevice).not.toContain('waited');
  await expectAccessible(page);
  await page.context().close();
}, 60_000);
