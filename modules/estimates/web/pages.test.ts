import { aBrowser, aRunningServer, expectAccessible, type RunningServer } from '@common-measure/platform/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringClinicSurvey } from '../testing/clinic-console.ts';

let server: RunningServer;
let browser: Browser;
let maya: BrowserContext;
let latest = '';
const faults: string[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([aRunningServer(), aBrowser()]);
  maya = await browser.newContext({ locale: 'en-CA', permissions: ['clipboard-read', 'clipboard-write'] });
  [, latest = ''] = await bringClinicSurvey(server, maya);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function open(address: string, ready: string): Promise<Page> {
  const page = await maya.newPage();
  page.on('pageerror', (error) => faults.push(`${address}: ${error.message}`));
  page.on('console', (line) => {
    if (line.type() === 'error') faults.push(line.text());
  });
  await page.goto(server.address + address);
  await page.locator(ready).first().waitFor();
  return page;
}

/** Flags and figures that reach beyond the cell of their table, or over a neighbour. */
function outOfTheirCells(page: Page): Promise<readonly string[]> {
  return page.locator('.items :is(.tag, b, small)').evaluateAll((parts) =>
    parts.flatMap((part) => {
      const cell = part.closest('td, th')?.getBoundingClientRect();
      const { left, right, width } = part.getBoundingClientRect();
      const isOut = cell !== undefined && width > 1 && (right > cell.right + 1 || left < cell.left - 1);
      return isOut ? [part.textContent ?? ''] : [];
    }),
  );
}

describe('the results page', () => {
  test('opens with a sentence, and compares with the latest comparable wave by itself', async () => {
    const page = await open('/en/results', '.waves a');
    await page.locator('.waves a').first().click();
    await page.locator('.score').first().waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('against')).not.toBeNull();
    await page.locator('.score .delta').first().waitFor();
    expect(await page.locator('.lede').textContent()).toMatch(/^overall: \d\d\.\d out of 100\. That is .*2025/);
    expect(await page.locator('h1').textContent()).toBe('Clinic survey');
    await page.close();
  });

  test('shows how a figure was computed, with an R script that can be copied', async () => {
    const page = await open(`/en/results/${latest}`, '.score');
    await page.getByText('How was this computed?').first().click();
    await page.getByRole('button', { name: 'Copy' }).first().click();
    await page.getByText('Copied').waitFor();
    const script = await page.evaluate(() => navigator.clipboard.readText());
    expect(script).toContain('library(survey)');
    expect(script).toContain('svymean');
    await expectAccessible(page);
    await page.close();
  });

  test('opens the computation of every figure, differences included, beside it', async () => {
    const page = await open(`/en/results/${latest}?by=channel`, '.score');
    await page.locator('.score .delta').first().waitFor();
    const titles = await page.locator('details.how .how-figure').allTextContents();
    for (const title of [
      'Headline scores',
      'Scores by channel',
      'Scores and answers of the items',
      'Scores over the waves',
    ])
      expect(titles).toContain(title);
    expect(titles.some((title) => title.startsWith('Shares of the answers'))).toBe(true);
    const ofGroups = page.locator('details.how', { hasText: 'Scores by channel' });
    await ofGroups.locator('summary').click();
    const rest = await ofGroups.getByLabel('Figure').locator('option', { hasText: 'Against the rest' }).textContent();
    await ofGroups.getByLabel('Figure').selectOption(rest);
    await ofGroups.getByText('svycontrast(both, c(1, -1))').waitFor();
    const ofHeadline = page.locator('details.how', { hasText: 'Headline scores' });
    await ofHeadline.locator('summary').click();
    const change = await ofHeadline.locator('option', { hasText: 'Change since 2025' }).first().textContent();
    await ofHeadline.getByLabel('Figure').selectOption(change);
    await ofHeadline.getByText('earlier[["estimate"]]').waitFor();
    await expectAccessible(page);
    await page.close();
  });

  test('gives every picture a table, and switches by keyboard', async () => {
    const page = await open(`/en/results/${latest}?by=channel`, '.score');
    await page.getByRole('heading', { name: /rest|group/ }).waitFor();
    const figures = await page.locator('figure.chart').count();
    expect(figures).toBeGreaterThanOrEqual(4);
    const switches = page.locator('figure.chart .seg');
    expect(await switches.count()).toBe(figures);
    const first = switches.first().getByRole('radio', { name: 'Chart' });
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('figure.chart .as-table').first().waitFor({ state: 'visible' });
    await page.close();
  });

  test('keeps the row of a group that is withheld, with its reason', async () => {
    const page = await open(`/en/results/${latest}?by=channel`, '.score');
    const mail = page.getByRole('row', { name: /^mail/ }).first();
    await mail.waitFor();
    expect(await mail.textContent()).toMatch(/Withheld|Nobody answered/);
    await page.close();
  });

  for (const [language, colorScheme, width] of [
    ['en', 'light', 1360],
    ['fr', 'dark', 1360],
    ['fr', 'light', 390],
    ['en', 'dark', 340],
  ] as const)
    test(`in ${language}, ${colorScheme}, ${width} px wide: axe-core finds nothing and nothing scrolls sideways`, async () => {
      const page = await maya.newPage();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const address of [
        `/results/${latest}?by=channel`,
        `/results/${latest}?by=region&audience=public`,
        '/results',
      ]) {
        await page.goto(`${server.address}/${language}${address}`);
        await page.locator('.score, .waves').first().waitFor();
        await page.waitForLoadState('networkidle');
        await expectAccessible(page);
        for (const table of await page.locator('figure.chart .seg label:nth-of-type(2)').all()) await table.click();
        await expectAccessible(page);
        const surplus = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(surplus, address).toBe(0);
        expect(await outOfTheirCells(page), address).toEqual([]);
      }
      await page.close();
    });

  test('threw nothing and broke no content policy', () => {
    expect(faults).toEqual([]);
  });
});
