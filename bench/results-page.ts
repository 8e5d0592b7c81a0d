import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { aBrowser, aRunningServer, type RunningServer } from '@common-measure/platform/testing';
import type { BrowserContext } from 'playwright-core';
import { machine } from './machine.ts';

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
  const cookie = await anOrganization(server);
  const datasetId = importFile(server);
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

/** Signs in by the printed link and founds an organization; gives the session's cookie. */
async function anOrganization({ address, signInLink }: RunningServer): Promise<string> {
  const token = signInLink('en')?.split('#')[1];
  const signedIn = await send(address, 'POST', '/api/sign-in-link', { token, language: 'en' }, {});
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const session = await fetch(`${address}/api/session`, { headers: { cookie } });
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  const headers = { cookie, 'x-csrf-token': csrfToken };
  const person = { name: 'Alice', email: 'alice@example.ca', password: 'correct horse battery' };
  await send(address, 'PATCH', '/api/account', person, headers);
  await send(
    address,
    'POST',
    '/api/organizations',
    {
      name: { en: 'Airport', fr: 'Aéroport' },
      level: 'municipal',
      serviceAreas: ['licensing'],
      clientTypes: ['individual'],
    },
    headers,
  );
  return cookie;
}

async function send(
  address: string,
  method: string,
  route: string,
  body: object,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const reply = await fetch(`${address}${route}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${method} ${route}: ${reply.status} ${await reply.text()}`);
  return reply;
}

function importFile({ dataFolder }: RunningServer): string {
  const codebook = path.join(root, 'fixtures/codebooks/sfo-2016.json');
  const cli = path.join(root, 'apps/cli/src/main.ts');
  const printed = execFileSync(process.execPath, [cli, 'dataset', 'import', file, '--codebook', codebook, '--json'], {
    encoding: 'utf8',
    env: { ...process.env, CM_DATA: dataFolder },
  });
  return JSON.parse(printed).dataset;
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
