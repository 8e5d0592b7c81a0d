import { aBrowser, aRunningServer, expectAccessible, type RunningServer } from '@common-measure/platform/testing';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringClinicSurvey } from '../../estimates/testing/clinic-console.ts';

let server: RunningServer;
let browser: Browser;
let maya: BrowserContext;
let latest = '';

beforeAll(async () => {
  [server, browser] = await Promise.all([aRunningServer(), aBrowser()]);
  maya = await browser.newContext({ locale: 'en-CA' });
  [, latest = ''] = await bringClinicSurvey(server, maya);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('the drivers page', () => {
  test('says what goes together, never what would change', async () => {
    const page = await maya.newPage();
    await page.goto(`${server.address}/en/drivers/${latest}`);
    await page.getByText('This shows what goes together, not what would change.').waitFor();
    await page.getByText('What this rests on').waitFor();
    const words = await page.locator('main').textContent();
    expect(words).toContain('associated with');
    expect(words).toContain('No item was left out.');
    expect(await page.getByRole('heading', { name: 'Left out, and why' }).count()).toBe(0);
    expect(words).not.toMatch(/would raise|causes|drives /);
    await page.close();
  });

  test('computes anew with only the people who answered everything, on request', async () => {
    const page = await maya.newPage();
    await page.goto(`${server.address}/en/drivers/${latest}`);
    await page.getByLabel('Missing answers').selectOption('listwise');
    await page.getByText(/Only the \d+ people who answered everything/).waitFor();
    expect(new URL(page.url()).searchParams.get('missing')).toBe('listwise');
    await page.close();
  });

  for (const [language, colorScheme, width] of [
    ['en', 'light', 1360],
    ['fr', 'dark', 390],
    ['fr', 'light', 340],
  ] as const)
    test(`in ${language}, ${colorScheme}, ${width} px wide: axe-core finds nothing and nothing scrolls sideways`, async () => {
      const page = await maya.newPage();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const [address, ready] of [
        [`/drivers/${latest}`, 'figure.chart'],
        ['/drivers', '.waves'],
      ] as const) {
        await page.goto(`${server.address}/${language}${address}`);
        await page.locator(ready).first().waitFor();
        await expectAccessible(page);
        const surplus = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(surplus, address).toBe(0);
      }
      await page.close();
    });
});
