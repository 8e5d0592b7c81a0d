import { readFile } from 'node:fs/promises';
import { aFoundedConsole, expectAccessible, type FoundedConsole, sendFrom } from '@common-measure/platform/testing';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { BrokenLine } from '../../broken-line.fixture.ts';
import { onePerPage } from '../../paged.fixture.ts';
import type { KioskFileReport } from '../../ways-in/contract.ts';

let platform: FoundedConsole;
let line: BrokenLine;
let surveyId = '';
let path = '';

interface Device {
  readonly id: string;
  readonly address: string;
  readonly staffCode: string;
}

const [call, end] = onePerPage.sections;
const [waited] = call?.questions ?? [];
if (!call || !end || !waited) throw new Error('the questionnaire has no questions');
const why = { ...waited, code: 'why', type: 'text' as const, options: [], wording: { en: 'Why?', fr: 'Pourquoi?' } };
const asked = { ...onePerPage, sections: [call, { ...end, questions: [...end.questions, why] }] };

function send<T>(method: string, where: string, body?: unknown): Promise<T> {
  return sendFrom(platform.page, method, where, body);
}
const counts = () =>
  send<{ total: number; byMode: { key: string; count: number }[] }>('GET', `/api/surveys/${surveyId}/fieldwork`);
const kiosks = () =>
  send<{ id: string; waiting: number; notTaken: number; seenAt: string | null }[]>(
    'GET',
    `/api/surveys/${surveyId}/kiosks`,
  );

beforeAll(async () => {
  platform = await aFoundedConsole();
  line = await BrokenLine.to(platform.server.address);
  const survey = await send<{ id: string; instrumentId: string }>('POST', '/api/surveys', {
    name: asked.title,
    samplingClass: 'non-probability',
    timeZone: 'America/Halifax',
    packId: null,
  });
  surveyId = survey.id;
  await send('PUT', `/api/instruments/${survey.instrumentId}`, { revision: 1, instrument: asked });
  path = (await send<{ answerPath: string }>('POST', `/api/surveys/${survey.id}/publish`)).answerPath;
}, 120_000);
beforeEach(() => line.mend());
afterAll(async () => {
  await line?.close();
  await platform?.close();
});

const add = (name: string) => send<Device>('POST', `/api/surveys/${surveyId}/kiosks`, { name, idleSeconds: 600 });
/** The address of a device, by the line that can be cut. */
const reached = ({ address }: Device): string => line.address + new URL(address).pathname + new URL(address).search;

async function aTablet(made: Device): Promise<{ page: Page; framed: Frame }> {
  const context = await platform.browser.newContext({ locale: 'fr-CA', viewport: { width: 1024, height: 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(reached(made));
  const framed = page.frame('survey');
  if (!framed) throw new Error('the screen of the tablet has no frame');
  await framed.getByRole('link', { name: 'Français' }).waitFor();
  await keepsDevice(page);
  return { page, framed };
}

/** Waits until the device has the survey and the first visit. */
async function keepsDevice(page: Page): Promise<void> {
  const count = (database: string, store: string): Promise<number> =>
    page.evaluate(
      ([name, of]) =>
        new Promise<number>((resolve) => {
          const request = indexedDB.open(name);
          request.onerror = () => resolve(0);
          request.onupgradeneeded = () => request.transaction?.abort();
          request.onsuccess = () => {
            const all = request.result.transaction(of).objectStore(of).count();
            all.onsuccess = () => {
              request.result.close();
              resolve(navigator.serviceWorker.controller === null ? 0 : all.result);
            };
          };
        }),
      [database, store] as const,
    );
  await expect.poll(() => count('common-measure-answers', 'visit'), { timeout: 20_000 }).toBe(1);
  await expect.poll(() => count('common-measure-device', 'device'), { timeout: 20_000 }).toBe(1);
}

async function lose(context: BrowserContext): Promise<void> {
  line.cut();
  await context.setOffline(true);
}
async function find(context: BrowserContext): Promise<void> {
  line.mend();
  await context.setOffline(false);
}

async function upToCheck(framed: Frame, text: string): Promise<void> {
  const next = () => framed.getByRole('button', { name: 'Continuer' }).click();
  await framed.getByRole('button', { name: 'Commencer' }).click();
  await framed.getByRole('radio', { name: 'Oui' }).check();
  await next();
  await framed.getByRole('heading', { name: /combien de temps/ }).waitFor();
  await next();
  await framed.getByRole('radio', { name: 'Non' }).check();
  await next();
  await framed.getByRole('heading', { name: 'Pour finir' }).waitFor();
  await framed.getByRole('textbox').fill(text);
  await next();
  await framed.locator('dl.ck').waitFor();
}
async function picture(page: Page, name: string): Promise<void> {
  if (process.env.CM_PICTURES) await page.screenshot({ path: `${process.env.CM_PICTURES}/${name}.png` });
}

test('several people answer one after another without a network; each is sent once, and none sees another', async () => {
  const made = await add('Lobby');
  const before = (await counts()).total;
  const { page, framed } = await aTablet(made);
  // The first begins with a network and loses it in the middle.
  await framed.getByRole('link', { name: 'Français' }).click();
  await framed.getByRole('button', { name: 'Commencer' }).waitFor();
  await lose(page.context());
  const codes = new Set<string>();
  for (const person of ['Anne', 'Brigitte', 'Carole']) {
    if (person !== 'Anne') {
      await framed.getByRole('link', { name: 'Français' }).click();
      expect(await framed.locator('body').textContent()).not.toMatch(/Anne|Brigitte/);
    }
    await upToCheck(framed, person);
    expect(await framed.locator('dl.ck').textContent()).toContain(person);
    await framed.getByRole('button', { name: 'Envoyer mes réponses' }).click();
    await framed.getByRole('heading', { name: /Vos réponses sont conservées/ }).waitFor();
    for (const code of await framed.locator('.code').allTextContents()) codes.add(code);
    if (person === 'Anne') {
      await expectAccessible(framed);
      await picture(page, 'kiosk-queued-fr');
      await framed.getByRole('button', { name: 'English' }).click();
      await framed.getByRole('heading', { name: /Your answers are kept/ }).waitFor();
      await expectAccessible(framed);
      await framed.getByRole('button', { name: 'Finish' }).click();
    } else await framed.getByRole('button', { name: 'Terminer' }).click();
    await framed.getByRole('link', { name: 'Français' }).waitFor();
  }
  expect(codes.size).toBe(6);
  await page.getByText(/En attente sur cet appareil|Waiting on this device: 3/).waitFor();
  // The next person goes back by the browser's own button: nothing of the one before stands there.
  await framed.evaluate(() => history.back());
  await page.waitForTimeout(500);
  expect(await framed.locator('body').textContent()).not.toMatch(/Anne|Brigitte|Carole/);
  expect(
    await framed
      .locator('textarea')
      .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value).join('')),
  ).toBe('');
  expect((await counts()).total).toBe(before);
  await expectAccessible(page);
  await find(page.context());
  await expect.poll(async () => (await counts()).total, { timeout: 20_000 }).toBe(before + 3);
  await expect
    .poll(async () => (await kiosks()).find(({ id }) => id === made.id), { timeout: 20_000 })
    .toMatchObject({
      waiting: 0,
      notTaken: 0,
      seenAt: expect.any(String),
    });
  expect((await counts()).byMode).toContainEqual({ key: 'kiosk', count: before + 3 });
  await page.context().close();
}, 180_000);

test('a person who begins after the network is back finds nothing of whoever ended without it', async () => {
  const { page, framed } = await aTablet(await add('Counter'));
  const before = (await counts()).total;
  await framed.getByRole('link', { name: 'Français' }).click();
  await framed.getByRole('button', { name: 'Commencer' }).click();
  await framed.getByRole('radio', { name: 'Oui' }).check();
  await framed.getByRole('button', { name: 'Continuer' }).click();
  await framed.getByRole('heading', { name: /combien de temps/ }).waitFor();
  await lose(page.context());
  // Nobody is there any more: what was entered breaks off, and the device is free.
  await framed.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('form#f');
    if (!form) throw new Error('no form');
    form.action = form.action.replace(/\/part\/.*/, '/kiosk/reset');
    const act = Object.assign(document.createElement('input'), { type: 'hidden', name: 'do', value: 'break-off' });
    form.append(act);
    form.submit();
  });
  await framed.getByRole('link', { name: 'Français' }).waitFor();
  await find(page.context());
  await framed.goto(line.address + path);
  await framed.getByRole('link', { name: 'Français' }).click();
  await framed.getByRole('button', { name: 'Commencer' }).click();
  await framed.getByRole('heading', { name: /attendu/ }).waitFor();
  expect(await framed.getByRole('radio', { name: 'Oui' }).isChecked()).toBe(false);
  await expect.poll(async () => (await counts()).total, { timeout: 20_000 }).toBe(before + 1);
  await page.context().close();
}, 120_000);

test('a revoked key keeps what waits: the staff sees it by the code, saves it sealed, and the file joins the round once', async () => {
  const made = await add('Annex');
  const before = (await counts()).total;
  const { page, framed } = await aTablet(made);
  await lose(page.context());
  await framed.getByRole('link', { name: 'Français' }).click();
  await upToCheck(framed, 'Denise');
  await framed.getByRole('button', { name: 'Envoyer mes réponses' }).click();
  await framed.getByRole('heading', { name: /Vos réponses sont conservées/ }).waitFor();
  await send('DELETE', `/api/surveys/${surveyId}/kiosks/${made.id}`);
  await find(page.context());
  await page.getByText(/clé révoquée|key revoked/).waitFor();
  expect((await counts()).total).toBe(before);
  await page.getByRole('link', { name: /Personnel|Staff/ }).click();
  const code = framed.getByLabel(/Code du personnel/);
  await code.waitFor();
  await expectAccessible(framed);
  await code.fill('000000');
  await framed.getByRole('button', { name: 'Ouvrir' }).click();
  await framed.getByText('Ce n’est pas le code de cet appareil').waitFor();
  await expectAccessible(framed);
  await framed.getByLabel(/Code du personnel/).fill(made.staffCode);
  await framed.getByRole('button', { name: 'Ouvrir' }).click();
  await framed.getByText('La clé de cet appareil a été révoquée').waitFor();
  await expectAccessible(framed);
  await picture(page, 'kiosk-staff-fr');
  expect(await framed.locator('dl.ck').textContent()).toMatch(/En attente d’envoi\s*1/);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    framed.getByRole('button', { name: 'Enregistrer dans un fichier' }).click(),
  ]);
  const content = await readFile(await file.path(), 'utf8');
  expect(content).not.toMatch(/Denise|why|answers"/);
  const take = () => send<KioskFileReport>('POST', `/api/surveys/${surveyId}/kiosk-files`, { content });
  expect(await take()).toEqual({ rows: 1, recorded: 1, known: 0, leftOut: 0 });
  expect(await take()).toEqual({ rows: 1, recorded: 0, known: 1, leftOut: 0 });
  expect((await counts()).total).toBe(before + 1);
  await framed.getByRole('button', { name: 'Effacer ce qui attend' }).click();
  await framed.getByRole('heading', { name: /Effacer les réponses en attente/ }).waitFor();
  await framed.getByText('Elles ont été enregistrées dans un fichier').waitFor();
  await expectAccessible(framed);
  await framed.getByRole('button', { name: 'Les garder' }).click();
  expect(await framed.locator('dl.ck').textContent()).toMatch(/En attente d’envoi\s*1/);
  // A new key for the same device brings what waited under the old one; it had come by the file.
  await page.goto(reached(await add('Annex')));
  await page.frameLocator('iframe').getByRole('link', { name: 'Français' }).waitFor();
  await expect.poll(() => page.locator('#w').textContent(), { timeout: 20_000 }).toBe('');
  expect((await counts()).total).toBe(before + 1);
  await page.context().close();
}, 180_000);
