import { aBrowser, aRunningServer, expectAccessible, type RunningServer } from '@common-measure/platform/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let server: RunningServer;
let browser: Browser;
let maya: BrowserContext;
const faults: string[] = [];

async function open(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`${address}: ${error.message}`));
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().includes('Failed to load resource')) faults.push(line.text());
  });
  await page.goto(server.address + address);
  await page.locator('h1').waitFor();
  return page;
}

beforeAll(async () => {
  [server, browser] = await Promise.all([aRunningServer(), aBrowser()]);
  maya = await browser.newContext({ locale: 'en-CA' });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('the first run', () => {
  test('the root leads to sign-in in the language of the browser', async () => {
    const french = await browser.newContext({ locale: 'fr-CA' });
    const page = await open(french, '/');
    expect(await page.locator('h1').textContent()).toBe('Connexion');
    expect(await page.title()).toBe('Connexion – Mesure commune');
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    await french.close();
  });

  test('a link that does not work says so and names the ways that do', async () => {
    const page = await open(maya, '/en/sign-in-link#made-up');
    await page.getByRole('button', { name: 'Sign me in' }).click();
    await page.getByText('This sign-in link has been used already, or is too old.').waitFor();
    await expectAccessible(page);
    await page.close();
  });

  test('with the keyboard alone one signs in by link, gives a name and sets up an organization', async () => {
    const link = new URL(server.signInLink('en') ?? '');
    const page = await open(maya, link.pathname + link.hash);
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.getByRole('button', { name: 'Sign me in' }).focus();
    await press('Enter');
    await page.getByLabel('Your name').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');

    await press('Tab', 'Tab', 'Tab', 'Tab', 'Enter');
    await page.getByText('3 things to correct').waitFor();
    await expectAccessible(page);
    await press('Tab', 'Enter');
    await page.keyboard.type('Maya Roy');
    await press('Tab');
    await page.keyboard.type('maya.roy@example.ca');
    await press('Tab');
    await page.keyboard.type('correct horse battery');
    await press('Enter');

    await page.getByLabel('Name in English').waitFor();
    await expectAccessible(page);
    // Past the button that opens the example.
    await press('Tab', 'Tab');
    await page.keyboard.type('City of Riverbend');
    await press('Tab');
    await page.keyboard.type('Ville de Riverbend');
    await press('Tab');
    await page.keyboard.type('Muni');
    await press('Tab', 'Space', 'Tab', 'Tab', 'Tab', 'Tab', 'Space', 'Enter');
    await page.getByRole('heading', { name: 'Welcome, Maya. What do you have?' }).waitFor();
    expect(await page.locator('.org').textContent()).toContain('City of Riverbend');
    await page.close();
  });
});

describe('every page', () => {
  const addresses = [
    '',
    '/people',
    '/account',
    '/organization',
    '/organizations/new',
    '/accessibility',
    '/privacy',
    '/methods',
  ];
  const views = [
    { width: 1360, colorScheme: 'light' },
    { width: 1360, colorScheme: 'dark' },
    { width: 340, colorScheme: 'light' },
  ] as const;
  for (const language of ['en', 'fr'])
    for (const { width, colorScheme } of views)
      test(`in ${language}, ${colorScheme}, ${width} px wide: axe-core finds nothing and nothing scrolls sideways`, async () => {
        const page = await maya.newPage();
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        for (const address of [...addresses, '/sign-in']) {
          await page.goto(`${server.address}/${language}${address}`);
          await page.locator('h1').waitFor();
          await expectAccessible(page);
          const surplus = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(surplus, address).toBe(0);
        }
        await page.close();
      });

  test('keeps the place and what was typed when the language changes', async () => {
    const page = await open(maya, '/en/people');
    await page.getByLabel('Their name').fill('Chelsea Park');
    await page.getByRole('link', { name: 'Français' }).click();
    await page.getByRole('heading', { name: 'Personnes et rôles' }).waitFor();
    expect(await page.getByLabel('Son nom').inputValue()).toBe('Chelsea Park');
    expect(new URL(page.url()).pathname).toBe('/fr/people');
    await page.close();
  });
});

describe('people and roles', () => {
  test('an owner invites, changes a role, removes, and undoes each', async () => {
    const page = await open(maya, '/en/people');
    await page.getByLabel('Their name').fill('Bob Tremblay');
    await page.getByLabel('Their e-mail').fill('bob@example.ca');
    await page.getByRole('button', { name: 'Make the link' }).click();
    await page.getByText('One-time link for Bob Tremblay').waitFor();
    await expectAccessible(page);

    const role = page.getByLabel('Role of Bob Tremblay');
    await role.selectOption('manager');
    await page.getByText('Bob Tremblay now has the role Manager.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => role.inputValue()).toBe('viewer');

    await page.getByRole('button', { name: 'Remove Bob Tremblay' }).click();
    await page.getByText('Bob Tremblay was removed.').waitFor();
    expect(await role.count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await role.waitFor();
    await page.close();
  });

  test('an owner ends a link before it is used, and the words of it do not follow to another page', async () => {
    const page = await open(maya, '/en/people');
    await page.getByRole('button', { name: 'New link for Bob Tremblay' }).click();
    await page.getByText('One-time link for Bob Tremblay').waitFor();
    const revoke = page.getByRole('button', { name: 'Revoke the link for Bob Tremblay' });
    await revoke.first().waitFor();
    while ((await revoke.count()) > 0) {
      const before = await revoke.count();
      await revoke.first().click();
      await expect.poll(() => revoke.count()).toBe(before - 1);
    }
    await page.getByText('No link is open.').waitFor();
    const said = page.getByText('The link for Bob Tremblay no longer works.');
    await said.waitFor();
    await page.waitForTimeout(1100);
    await page.getByRole('link', { name: 'Maya Roy' }).click();
    await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
    expect(await said.count()).toBe(0);
    await page.close();
  });

  test('an owner changes the facts of the organization, and they stand in the shell at once', async () => {
    const page = await open(maya, '/en/people');
    await page.getByRole('link', { name: 'Change the facts' }).click();
    await page.getByLabel('Name in English').fill('Town of Riverbend');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The facts of the organization are saved.').waitFor();
    expect(await page.locator('.org').textContent()).toContain('Town of Riverbend');
    await page.close();
  });

  test('the last owner cannot give the role away, and the page says what to do first', async () => {
    const page = await open(maya, '/en/people');
    await page.getByLabel('Role of Maya Roy').selectOption('viewer');
    await page.getByText('Make another member an owner first.').waitFor();
    expect(await page.getByLabel('Role of Maya Roy').inputValue()).toBe('owner');
    await page.close();
  });
});

test('a person sees where she is signed in and ends the other places', async () => {
  const elsewhere = await browser.newContext({ locale: 'en-CA' });
  const there = await open(elsewhere, '/en/sign-in');
  await there.getByLabel('E-mail').fill('maya.roy@example.ca');
  await there.getByLabel('Password').fill('correct horse battery');
  await there.keyboard.press('Enter');
  await there.getByRole('heading', { name: /Maya/ }).waitFor();
  const page = await open(maya, '/en/account');
  await expect.poll(() => page.getByText('Chrome on Linux').count()).toBe(2);
  await page.getByRole('button', { name: 'Open the example organization' }).waitFor();
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await page.getByText('You are signed out everywhere else.').waitFor();
  expect(await page.getByText('Chrome on Linux').count()).toBe(1);
  await there.goto(`${server.address}/en/people`);
  await there.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.close();
  await elsewhere.close();
});

test('after signing out, the page one asked for comes back after signing in', async () => {
  const page = await open(maya, '/fr/account');
  await page.getByRole('button', { name: 'Se déconnecter', exact: true }).click();
  await page.getByText('Vous êtes déconnecté.').waitFor();
  await page.goto(`${server.address}/fr/people`);
  await page.getByLabel('Courriel').fill('maya.roy@example.ca');
  await page.getByLabel('Mot de passe').fill('not this one');
  await page.keyboard.press('Enter');
  await page.getByText('L’adresse courriel ou le mot de passe est inexact.').waitFor();
  await expectAccessible(page);
  await page.getByLabel('Mot de passe').fill('correct horse battery');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Personnes et rôles' }).waitFor();
  await page.close();
});

test('no page threw or broke the content policy', () => {
  expect(faults).toEqual([]);
});
