import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { aFoundedConsole, expectAccessible, type FoundedConsole } from '@common-measure/platform/testing';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** Maya installed the platform and is its steward; Bob, whom she invites, proposes. */
let console_: FoundedConsole;
let maya: Page;
let bobs: BrowserContext;
let bob: Page;
const pictures = process.env.CM_PICTURES;

beforeAll(async () => {
  console_ = await aFoundedConsole();
  maya = console_.page;
  const link = await maya.evaluate(async () => {
    const session = await (await fetch('/api/session')).json();
    const headers = { 'content-type': 'application/json', 'x-csrf-token': session.csrfToken };
    const body = JSON.stringify({ name: 'Bob Tremblay', email: 'bob@example.ca', role: 'analyst', language: 'fr' });
    return (await (await fetch('/api/members', { method: 'POST', headers, body })).json()).link as string;
  });
  bobs = await console_.browser.newContext({ locale: 'fr-CA', timezoneId: 'America/Toronto' });
  bob = console_.watch(await bobs.newPage());
  bob.setDefaultTimeout(20_000);
  const entry = new URL(link);
  await bob.goto(console_.server.address + entry.pathname + entry.hash);
  await bob.getByRole('button').first().click();
  await bob.waitForURL((url) => !url.pathname.includes('sign-in-link'));
});
afterAll(async () => {
  await console_?.close();
});

async function go(page: Page, address: string): Promise<void> {
  await page.goto(console_.server.address + address);
  await page.locator('h1').waitFor();
}

/** Moves the focus by Tab to the element named so, as a person without a mouse would; fails after 120 steps. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      const label = element?.labels?.[0]?.textContent ?? '';
      return element?.getAttribute('aria-label') || label || element?.textContent || '';
    });
    if (name.test(here)) return;
  }
  throw new Error(`no element named ${name} is reached by Tab on ${page.url()}`);
}

describe('finding questions with the keyboard alone', () => {
  test('while typing, in any form of a word, and opening one', async () => {
    await go(maya, '/en/bank');
    await maya.getByLabel('Search in either language').waitFor();
    await tabTo(maya, /^Search in either language/);
    await maya.keyboard.type('attendre');
    await maya.locator('mark').first().waitFor();
    await expect.poll(() => maya.locator('#item-counter_wait').count()).toBe(1);
    if (pictures) await picture(maya, 'search-hits', 'en', 1360);
    await tabTo(maya, /^The time I waited at the office/);
    await maya.keyboard.press('Enter');
    await maya.getByRole('heading', { level: 1, name: 'Timeliness' }).waitFor();
    await maya.getByText('Mon temps d’attente au bureau était acceptable.').waitFor();
    expect(new URL(maya.url()).pathname).toBe('/en/bank/counter_wait');
    await expectAccessible(maya);
  });

  test('selecting some, printing and downloading them', async () => {
    await go(maya, '/en/bank/counter_wait');
    await tabTo(maya, /^Select: The time I waited/);
    await maya.keyboard.press('Enter');
    await go(maya, '/en/bank/selection');
    await maya.getByText('The time I waited at the office was acceptable.').waitFor();
    await expectAccessible(maya);
    const download = maya.waitForEvent('download');
    await tabTo(maya, /^Download CSV/);
    await maya.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toBe('question-bank-selection.csv');
    await maya.emulateMedia({ media: 'print' });
    expect(await maya.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    expect(await maya.getByText('Mon temps d’attente au bureau était acceptable.').isVisible()).toBe(true);
    if (pictures) await picture(maya, 'selection-print', 'en', 1360);
    await maya.emulateMedia({ media: 'screen' });
  });

  test('starting a survey with a pack', async () => {
    await go(maya, '/en/bank/packs/client_satisfaction_core');
    await expectAccessible(maya);
    await tabTo(maya, /^Start a survey with this pack/);
    await maya.keyboard.press('Enter');
    await maya.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Client satisfaction' }).waitFor();
    expect(new URL(maya.url()).search).toBe('?pack=client_satisfaction_core');
    await expect.poll(() => maya.locator('input[type=radio][value=client_satisfaction_core]').isChecked()).toBe(true);
  });
});

describe('changing the bank', () => {
  test('Maya becomes its first steward', async () => {
    await go(maya, '/en/bank/stewardship');
    await tabTo(maya, /^E-mail of the account/);
    await maya.keyboard.type('maya.roy@example.ca');
    await maya.keyboard.press('Enter');
    await maya.getByText('maya.roy@example.ca is a steward now.').waitFor();
    await expectAccessible(maya);
  });

  test('Bob, in French and by keyboard, is told every flaw with its field, then proposes', async () => {
    await go(bob, '/fr/bank/counter_wait/change');
    await tabTo(bob, /^Libellé en français/);
    await bob.keyboard.press('Control+a');
    await bob.keyboard.type('<b>Mon attente</b>');
    await tabTo(bob, /^Motif/);
    await bob.keyboard.type('Plus simple à lire.');
    await tabTo(bob, /^Proposer$/);
    await bob.keyboard.press('Enter');
    await bob.getByText('contient du balisage').first().waitFor();
    await expectAccessible(bob);
    if (pictures) await picture(bob, 'proposal-flaws', 'fr', 1360);
    await bob.locator('#wording-fr').fill('Le temps que j’ai attendu au bureau était acceptable.');
    await bob.locator('#hint-en').fill('From when you arrived.');
    await bob.locator('#hint-fr').fill('À partir de votre arrivée.');
    await tabTo(bob, /^Proposer$/);
    await bob.keyboard.press('Enter');
    await bob.getByText('La proposition est conservée.').waitFor();
    expect(await bob.locator('ins').first().textContent()).toContain('Le');
    await bob.getByText('Cette proposition est la vôtre').waitFor();
    await bob
      .getByRole('row', { name: /Indication en français/ })
      .getByText('À partir de votre arrivée.')
      .waitFor();
    await expectAccessible(bob);
    if (pictures) await picture(bob, 'proposal-own', 'fr', 1360);
  });

  test('Maya reviews and approves it, and both versions can be compared', async () => {
    await go(maya, '/en/bank/proposals');
    await expectAccessible(maya);
    await tabTo(maya, /^Change to counter_wait/);
    await maya.keyboard.press('Enter');
    await maya.getByRole('heading', { name: 'Review the other language' }).waitFor();
    await tabTo(maya, /^Agree$/);
    await maya.keyboard.press('Enter');
    await maya.getByText('The review is kept.').waitFor();
    await maya.getByRole('button', { name: 'Approve' }).waitFor();
    await expectAccessible(maya);
    if (pictures) await picture(maya, 'proposal-decide', 'en', 1360);
    await tabTo(maya, /^Approve$/);
    await maya.keyboard.press('Enter');
    await maya.getByText('The proposal is approved.').waitFor();
    await go(maya, '/en/bank/counter_wait');
    await maya.getByRole('heading', { name: 'Compare versions' }).waitFor();
    expect(await maya.locator('del').allTextContents()).not.toHaveLength(0);
    await maya.getByText(/Approved on .* by Maya Roy, proposed by Bob Tremblay/).waitFor();
    await expectAccessible(maya);
  });

  test('a licence is given and renewed; what ends soon is said', async () => {
    await go(maya, '/en/bank/stewardship');
    await maya.getByLabel('Terms in English').fill('For members only.');
    await maya.getByLabel('Terms in French').fill('Réservé aux membres.');
    await maya.getByRole('button', { name: 'Restrict a pack' }).click();
    await maya.getByText(/needs a licence now/).waitFor();
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    await maya.getByLabel('First day').fill(day(-1));
    await maya.getByLabel('Last day').fill(day(20));
    await maya.getByRole('button', { name: 'Give a licence' }).click();
    await maya.getByText('1 licence ends within 60 days.').waitFor();
    await expectAccessible(maya);
    if (pictures) await picture(maya, 'stewardship-licence', 'en', 1360);
    await maya.getByRole('button', { name: /^Renew by a year/ }).click();
    await maya.getByText(/The licence holds until/).waitFor();
    expect(await maya.getByText('1 licence ends within 60 days.').count()).toBe(0);
  });
});

describe('every page of the bank', () => {
  const addresses = [
    '/bank',
    '/bank/counter_wait',
    '/bank/packs/client_satisfaction_core',
    '/bank/selection',
    '/bank/proposals',
    '/bank/new',
    '/bank/counter_wait/change',
    '/bank/counter_wait/retire',
    '/bank/stewardship',
  ];
  for (const language of ['en', 'fr'])
    for (const width of [1360, 390, 320])
      test(`in ${language}, ${width} px wide: axe-core finds nothing and nothing scrolls sideways`, async () => {
        await maya.setViewportSize({ width, height: 900 });
        for (const address of addresses) {
          await go(maya, `/${language}${address}`);
          await maya.locator('main .card, main .empty').first().waitFor();
          await maya.waitForLoadState('networkidle');
          await expectAccessible(maya);
          const surplus = await maya.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(surplus, address).toBe(0);
          if (pictures) await picture(maya, address.slice(1).replaceAll('/', '-'), language, width);
        }
      });

  test('threw nothing in the browser', () => expect(console_.faults).toEqual([]));
});

/** Kept where CM_PICTURES names a folder: to be looked at. */
async function picture(page: Page, name: string, language: string, width: number): Promise<void> {
  await mkdir(pictures ?? '', { recursive: true });
  await page.screenshot({ path: path.join(pictures ?? '', `${name}.${language}.${width}.png`), fullPage: true });
}
