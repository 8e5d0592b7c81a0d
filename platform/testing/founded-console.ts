import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aBrowser } from './browser.ts';
import { aRunningServer, type RunningServer } from './running-server.ts';

/** The console of a fresh platform in a real browser, on the page of its first person, Maya Roy of the City of Riverbend. */
export interface FoundedConsole {
  readonly server: RunningServer;
  readonly browser: Browser;
  /** Maya's browser; further pages of hers open here. */
  readonly context: BrowserContext;
  /** Her first page, at the home page of her organization. */
  readonly page: Page;
  /** What any page given to `watch` threw or logged as an error; Maya's first page is watched. */
  readonly faults: readonly string[];
  watch(page: Page): Page;
  close(): Promise<void>;
}

/** Starts the platform, follows the one-time link and sets the organization up as a new user does, in English. */
export async function aFoundedConsole(): Promise<FoundedConsole> {
  const [server, browser] = await Promise.all([aRunningServer(), aBrowser()]);
  const faults: string[] = [];
  const watch = (page: Page): Page => {
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error' && !line.text().includes('Failed to load resource')) faults.push(line.text());
    });
    return page;
  };
  const close = async () => {
    await browser.close();
    await server.stop();
  };
  try {
    const context = await browser.newContext({ locale: 'en-CA', timezoneId: 'America/Halifax' });
    const page = watch(await context.newPage());
    page.setDefaultTimeout(20_000);
    await found(page, server);
    return { server, browser, context, page, faults, watch, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function found(page: Page, server: RunningServer): Promise<void> {
  const link = new URL(server.signInLink('en') ?? '');
  await page.goto(server.address + link.pathname + link.hash);
  await page.getByRole('button', { name: 'Sign me in' }).click();
  await page.getByLabel('Your name').fill('Maya Roy');
  await page.getByLabel(/E-mail/).fill('maya.roy@example.ca');
  await page.getByLabel('New password').fill('correct horse battery');
  await page.keyboard.press('Enter');
  await page.getByLabel('Name in English').fill('City of Riverbend');
  await page.getByLabel('Name in French').fill('Ville de Riverbend');
  await page.getByLabel('Level of government').selectOption({ index: 1 });
  await page.locator('#clients input').first().check();
  await page.locator('#areas input').first().check();
  await page.getByRole('button', { name: 'Set up the organization' }).click();
  await page.getByRole('heading', { name: /Welcome, Maya/ }).waitFor();
}
