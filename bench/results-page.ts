import { existsSync } from 'node:fs';
import path from 'node:path';
import { aBrowser, aRunningServer } from '@common-measure/platform/testing';
import type { BrowserContext } from 'playwright-core';
import { machine } from './machine.ts';
import { anAnalyst, importDataset } from './platform.ts';

/**
 * The results page of the SFO airport survey of 2016 in a real browser, from the address to the last chart: the first time
 * (figures computed) and again (figures kept). Needs the real file: CM_REAL_DATA, else ../shared/real-data.
 */
const root = path.resolve(import.meta.dirname, '..');
const file = path.resolve(root, process.env.CM_REAL_DATA ?? '../shared/real-data', 'sfo_airport/2016.csv');
if (!existsSync(file)) throw new Error(`${file} is not here; CM_REAL_DATA names the folder of the real data.`);

const server = await aRunningServer();
const browser = await aBrowser();
try {
  console.log(`${machine(['playwright-core', 'react']).join('\n')}\nbrowser   Chromium ${browser.version()}\n`);
  const { cookie } = await anAnalyst(server);
  const datasetId = importDataset(server, file, path.join(root, 'fixtures/codebooks/sfo-2016.json'));
  const [name = '', value = ''] = cookie.split('=');
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  await context.addCookies([{ name, value, url: server.address }]);
  const address = `${server.address}/en/results/${datasetId}`;
  console.log(`first time  ${await secondsToLastChart(context, address)}`);
  for (const _ of [1, 2, 3]) console.log(`again       ${await secondsToLastChart(context, address)}`);
} finally {
  await browser.close();
  await server.stop();
}

/** When the last picture came into the page, by the page's own clock; the page is given until it is quiet for a second. */
async function secondsToLastChart(context: BrowserContext, address: string): Promise<string> {
  const page = await context.newPage();
  await page.addInitScript(`
    globalThis.lastChart = 0;
    new MutationObserver((changes) => {
      const charts = document.querySelectorAll('figure svg').length;
      if (charts !== globalThis.charts) { globalThis.charts = charts; globalThis.lastChart = performance.now(); }
    }).observe(document, { childList: true, subtree: true });`);
  await page.goto(address);
  await page.locator('figure svg').first().waitFor({ timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1000);
  const seen: { charts: number; ms: number } = await page.evaluate('({ charts, ms: lastChart })');
  await page.close();
  return `${(seen.ms / 1000).toFixed(2)} s, ${seen.charts} charts`;
}
