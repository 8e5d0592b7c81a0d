import { createHash } from 'node:crypto';
import { get } from 'node:http';
import {
  aFoundedConsole,
  aRunningServer,
  expectAccessible,
  type FoundedConsole,
  type RunningServer,
  sendFrom,
} from '@common-measure/platform/testing';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BrokenLine } from '../../broken-line.fixture.ts';
import { onePerPage } from '../../paged.fixture.ts';

let platform: FoundedConsole;
let line: BrokenLine;
let restarted: RunningServer | null = null;
let surveyId = '';
let path = '';

const [call, end] = onePerPage.sections;
const [waited] = call?.questions ?? [];
if (!call || !end || !waited) throw new Error('the questionnaire has no questions');
const why = { ...waited, code: 'why', type: 'text' as const, options: [], wording: { en: 'Why?', fr: 'Pourquoi?' } };
const asked = { ...onePerPage, sections: [call, { ...end, questions: [...end.questions, why] }] };

function send<T>(method: string, where: string, body?: unknown): Promise<T> {
  return sendFrom(platform.page, method, where, body);
}
const total = async () => (await send<{ total: number }>('GET', `/api/surveys/${surveyId}/fieldwork`)).total;

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
afterAll(async () => {
  await line?.close();
  await platform?.close();
  await restarted?.stop();
});

async function visitor(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await platform.browser.newContext({
    locale: 'fr-CA',
    viewport: { width: 390, height: 800 },
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

/** Opens the survey and waits until the device has it. */
async function open(page: Page): Promise<void> {
  await page.goto(line.address + path);
  await keyOn(page);
}

/** The key of the visit that the device keeps. */
function keyOn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    for (;;) {
      const found = await new Promise<{ key: string }[]>((resolve, reject) => {
        const request = indexedDB.open('common-measure-answers');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          if (!database.objectStoreNames.contains('visit')) {
            database.close();
            return resolve([]);
          }
          const all = database.transaction('visit').objectStore('visit').getAll();
          all.onsuccess = () => {
            database.close();
            resolve(all.result);
          };
        };
      });
      if (found[0]?.key && navigator.serviceWorker.controller) return found[0].key;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
}

async function lose(context: BrowserContext): Promise<void> {
  line.cut();
  await context.setOffline(true);
}
async function find(context: BrowserContext): Promise<void> {
  line.mend();
  await context.setOffline(false);
}

const next = (page: Page) => page.getByRole('button', { name: /^(Continuer|Continue)$/ }).click();
const heading = (page: Page, name: RegExp | string) => page.getByRole('heading', { name }).waitFor();
async function picture(page: Page, name: string): Promise<void> {
  if (process.env.CM_PICTURES)
    await page.screenshot({ path: `${process.env.CM_PICTURES}/${name}.png`, fullPage: true });
}

/** Answers everything, from the introduction to the answers to be sent. */
async function answerAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Commencer|Start/ }).click();
  await page.getByRole('radio', { name: /Oui|Yes/ }).check();
  await next(page);
  await heading(page, /combien de temps|how long/);
  await next(page);
  await page.getByRole('radio', { name: /Non|No/ }).check();
  await next(page);
  await heading(page, /Pour finir|To finish/);
  await page.getByRole('textbox').fill('Trop long');
  await next(page);
  await page.locator('dl.ck').waitFor();
}

test('a survey that was opened is answered without a network, and sent once when there is one', async () => {
  const page = await visitor();
  const before = await total();
  await open(page);
  const key = await keyOn(page);
  await lose(page.context());
  await page.getByText('Il n’y a pas de réseau.').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.getByRole('radio', { name: 'Oui' }).check();
  await picture(page, 'offline-question-fr');
  await expectAccessible(page);
  await page.reload();
  await heading(page, /Avez-vous attendu/);
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[value=yes]')?.checked);
  await page.getByText('est de nouveau là').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await heading(page, /Did you wait/);
  expect(await page.getByRole('radio', { name: 'Yes' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Français' }).click();
  await next(page);
  await heading(page, /combien de temps/);
  const tab = await page.context().newPage();
  await tab.goto(line.address + path);
  await tab.getByRole('button', { name: /Continuer où|Reprendre/ }).click();
  await heading(tab, /Avez-vous attendu/);
  await tab.close();
  await next(page);
  await page.getByRole('radio', { name: 'Non' }).check();
  await next(page);
  await heading(page, 'Pour finir');
  await page.getByRole('textbox').fill('Trop long');
  await next(page);
  expect(await page.locator('dl.ck').textContent()).toContain('Trop long');
  await page.getByRole('button', { name: 'Envoyer mes réponses' }).click();
  await heading(page, 'Vos réponses sont sur cet appareil');
  await expectAccessible(page);
  await picture(page, 'offline-waiting-fr');
  await page.getByRole('button', { name: 'Modifier mes réponses' }).click();
  await page.locator('dl.ck').waitFor();
  await page.getByRole('button', { name: 'Envoyer mes réponses' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await heading(page, 'Your answers are on this device');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Français' }).click();
  expect(await total()).toBe(before);
  await find(page.context());
  await page.getByRole('status').getByText('Vos réponses ont été envoyées.').waitFor();
  await heading(page, 'Vos réponses ont été envoyées.');
  // Eyes read it once, in the heading: the line at the foot is for ears.
  expect(await page.locator('.st:not(:empty)').count()).toBe(0);
  expect((await page.getByRole('status').boundingBox())?.height).toBeLessThanOrEqual(1);
  await expectAccessible(page);
  await picture(page, 'offline-sent-fr');
  expect(await total()).toBe(before + 1);
  await page.getByRole('link', { name: 'Voir votre reçu' }).click();
  await heading(page, /Merci/);
  await expectAccessible(page);
  const codes = await page.locator('.code').allTextContents();
  const again = await fetch(`${platform.server.address}${path}/check`, {
    method: 'POST',
    body: new URLSearchParams({ key, lang: 'fr', do: 'send' }),
  });
  const told = [...(await again.text()).matchAll(/class="code">([^<]*)</g)].map((match) => match[1]);
  expect(codes).toEqual(told);
  expect(codes).toHaveLength(2);
  expect(await total()).toBe(before + 1);
  await page.goto(line.address + path);
  await page.getByRole('button', { name: 'Commencer' }).waitFor();
  await page.context().close();
}, 120_000);

test('answers begun with a network go on without it, and the server has them when it is back', async () => {
  const page = await visitor({ locale: 'en-CA' });
  await open(page);
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('radio', { name: 'No' }).check();
  await next(page);
  await heading(page, /Was it solved/);
  await lose(page.context());
  await page.getByRole('radio', { name: 'Yes' }).check();
  await next(page);
  await heading(page, 'To finish');
  await find(page.context());
  await page.getByText('The network is back.').waitFor();
  await page.getByRole('textbox').fill('Fine');
  await next(page);
  expect(await page.locator('dl.ck').textContent()).toMatch(/Did you wait\?\s*No.*Was it solved\?\s*Yes.*Fine/s);
  await page.getByRole('button', { name: 'Send my answers' }).click();
  await heading(page, /Thank you/);
  await page.context().close();
}, 90_000);

test('unsent answers are erased only when the person says so twice, and then nothing of them is left', async () => {
  const page = await visitor();
  const before = await total();
  await open(page);
  await lose(page.context());
  await answerAll(page);
  await page.getByRole('button', { name: 'Envoyer mes réponses' }).click();
  await page.getByRole('button', { name: 'Terminer et effacer mes réponses de cet appareil' }).click();
  await heading(page, /Effacer des réponses/);
  await expectAccessible(page);
  await picture(page, 'offline-clearing-fr');
  await page.getByRole('button', { name: 'Garder mes réponses' }).click();
  await heading(page, 'Vos réponses sont sur cet appareil');
  await page.getByRole('button', { name: 'Terminer et effacer mes réponses de cet appareil' }).click();
  await page.getByRole('button', { name: 'Effacer mes réponses' }).click();
  await heading(page, 'Cet appareil est effacé');
  await expectAccessible(page);
  await find(page.context());
  await page.goto(line.address + path);
  await page.getByRole('button', { name: 'Commencer' }).waitFor();
  expect(await total()).toBe(before);
  expect(await page.locator('main').textContent()).not.toContain('Trop long');
  await page.context().close();
}, 90_000);

test('what is typed is on the server after a pause, and back after a crash of the page', async () => {
  const page = await visitor();
  await open(page);
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.getByRole('radio', { name: 'Oui' }).check();
  await page.waitForResponse((reply) => reply.url().endsWith('/draft') && reply.status() === 204);
  const tab = await page.context().newPage();
  await tab.goto(`${line.address}${path}/part/call`);
  expect(await tab.getByRole('radio', { name: 'Oui' }).isChecked()).toBe(true);
  await tab.getByRole('radio', { name: 'Non' }).check();
  await tab.waitForTimeout(300);
  const session = await page.context().newCDPSession(tab);
  await Promise.race([session.send('Page.crash').catch(() => {}), tab.waitForEvent('crash')]);
  const again = await page.context().newPage();
  await again.goto(`${line.address}${path}/part/call`);
  await again.waitForFunction(() => document.querySelector<HTMLInputElement>('[value=no]')?.checked);
  await page.context().close();
}, 60_000);

test('without a service worker, and without anything that can be kept, the pages work as ever', async () => {
  const page = await visitor({ serviceWorkers: 'block' });
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(line.address + path);
  await answerAll(page);
  await page.getByRole('button', { name: 'Envoyer mes réponses' }).click();
  await heading(page, /Merci/);
  expect(faults).toEqual([]);
  await page.context().close();
}, 60_000);

test('answers that come too late are not lost: the page says so and keeps them until the person clears them', async () => {
  const page = await visitor({ locale: 'en-CA' });
  const before = await total();
  await open(page);
  await lose(page.context());
  await answerAll(page);
  await page.getByRole('button', { name: 'Send my answers' }).click();
  await heading(page, 'Your answers are on this device');
  await send('POST', `/api/surveys/${surveyId}/close`);
  await find(page.context());
  await page.getByText('Your answers were not sent').first().waitFor();
  await page.getByRole('link', { name: 'Back to my answers' }).click();
  await page.getByText('it has closed').waitFor();
  await expectAccessible(page);
  await picture(page, 'offline-late-en');
  await send('POST', `/api/surveys/${surveyId}/reopen`);
  await page.getByRole('button', { name: 'Send now' }).click();
  await heading(page, /Thank you/);
  expect(await total()).toBe(before + 1);
  await page.getByRole('button', { name: /^Finish and clear/ }).click();
  await heading(page, 'This device is cleared');
  await page.goto(line.address + path);
  await page.getByRole('button', { name: 'Start' }).waitFor();
  await page.context().close();
}, 90_000);

test('the first page with its script stays under 15 kB, and the script is the one that the page names', async () => {
  const headers = { 'accept-encoding': 'br', accept: 'text/html' };
  const measured = async (url: string) => {
    const bytes = await new Promise<number>((resolve, reject) => {
      get(url, { headers }, (reply) => {
        let sum = 0;
        reply.on('data', (part: Buffer) => {
          sum += part.length;
        });
        reply.on('end', () => resolve(sum));
      }).on('error', reject);
    });
    return { bytes, text: await (await fetch(url)).text() };
  };
  const page = await measured(line.address + path);
  const [, src = '', integrity = ''] =
    /<script async fetchpriority="low" src="([^"]*)" integrity="([^"]*)"/.exec(page.text) ?? [];
  const script = await measured(line.address + src);
  expect(`sha384-${createHash('sha384').update(script.text).digest('base64')}`).toBe(integrity);
  expect(page.bytes + script.bytes).toBeLessThan(15_000);
  expect(script.bytes).toBeLessThan(3_000);
  expect((await measured(`${line.address}/s/worker.js`)).bytes).toBeLessThan(40_000);
  expect(page.text).not.toMatch(/<script(?![^>]*src=)|style=/);
});

test('answers sent while the server was killed arrive when it is started again, once', async () => {
  const page = await visitor();
  const before = await total();
  await open(page);
  await answerAll(page);
  const { dataFolder, databaseUrl, pid } = platform.server;
  process.kill(pid, 'SIGKILL');
  await page.getByRole('button', { name: 'Envoyer mes réponses' }).click();
  await heading(page, 'Vos réponses sont sur cet appareil');
  restarted = await aRunningServer({ dataFolder, ...(databaseUrl === null ? {} : { databaseUrl }) });
  line.mend(restarted.address);
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
  await heading(page, /Merci/);
  await page.reload();
  await heading(page, /Merci/);
  await platform.page.goto(`${line.address}/en`);
  expect(await total()).toBe(before + 1);
  await page.context().close();
}, 120_000);
