import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { aBrowser, aRunningServer } from '@common-measure/platform/testing';
import type { BrowserContext } from 'playwright-core';
import { measureAlerts } from './fieldwork-alerts.ts';
import { aWaveOf, postgresOf } from './fieldwork-wave.ts';
import { machine, said } from './machine.ts';
import { anAnalyst } from './platform.ts';
import { processorTime, shareOfEach } from './processor-time.ts';

/**
 * The fieldwork page of a wave of many responses, their streamed CSV, and the looks for alerts, asked of the running platform.
 * `node bench/fieldwork.ts [responses]`. The page is all the calls that it makes, at once as the browser sends them, and then the page
 * itself in a browser, from the address to the last figure. The first look is the first that anybody takes at the wave.
 */
const responses = Number(process.argv[2] ?? 1_000_000);
const looks = 20;

/** Marks the moment when the counts and the course of the survey are both on the page. */
const markFigures = `new MutationObserver(() => {
  const captions = [...document.querySelectorAll('caption')].map(({ textContent }) => textContent);
  const isThere = captions.includes('By language') && document.querySelector('table.stops') !== null;
  if (isThere && !performance.getEntriesByName('figures').length) requestAnimationFrame(() => performance.mark('figures'));
}).observe(document, { childList: true, subtree: true });`;

const folder = await mkdtemp(path.join(tmpdir(), 'bench-fieldwork-'));
const server = await aRunningServer({ dataFolder: path.join(folder, 'data') });
try {
  console.log(machine(['fastify', 'pg', 'kysely', 'playwright-core']).join('\n'));
  const person = await anAnalyst(server);
  const wave = await aWaveOf(responses, server, person);
  const { surveyId } = wave;
  const headers = { cookie: person.cookie };
  const session = (await (await fetch(`${server.address}/api/session`, { headers })).json()) as {
    account: { id: string };
  };
  await person.send('PATCH', `/api/members/${session.account.id}`, { mayReadSingleResponses: true });
  await measureCalls(`/api/surveys/${surveyId}`, headers);
  await measurePage(`${server.address}/en/surveys/${surveyId}/answers`, person.cookie);
  for (const coding of ['identity', 'gzip', 'br'])
    await measureFile(`${server.address}/api/surveys/${surveyId}/responses.csv`, headers, coding);
  await measureAlerts(server, person, wave);
  console.log(machine([])[2]);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

/** All calls of the page at once, as often as `looks` says after the first time. */
async function measureCalls(survey: string, headers: Record<string, string>): Promise<void> {
  const { postmaster } = postgresOf(server);
  const routes = [
    '/api/session',
    survey,
    ...['fieldwork', 'fieldwork/course', 'alerts', 'pretest'].map((one) => `${survey}/${one}`),
  ];
  const each = new Map<string, number[]>(routes.map((route) => [route, []]));
  const together: number[] = [];
  const before = processorTime(server.pid, postmaster);
  for (let look = 0; look <= looks; look++) {
    const started = performance.now();
    await Promise.all(
      routes.map(async (route) => {
        const reply = await fetch(`${server.address}${route}`, { headers });
        if (!reply.ok) throw new Error(`${route}: ${reply.status} ${await reply.text()}`);
        await reply.arrayBuffer();
        each.get(route)?.push(performance.now() - started);
      }),
    );
    together.push(performance.now() - started);
  }
  const after = processorTime(server.pid, postmaster);
  console.log(`calls of the fieldwork page, ${responses} responses, all at once: ${quantiles(together)}`);
  for (const [route, took] of each) console.log(`  ${route.replace(survey, '…').padEnd(22)} ${quantiles(took)}`);
  console.log(`  ${shareOfEach(before, after, together.length)}`);
}

/** In a browser with an empty cache and then again, from the address until the last figure is on the page. */
async function measurePage(address: string, cookie: string): Promise<void> {
  const browser = await aBrowser();
  try {
    const [name = '', value = ''] = cookie.split('=');
    const context = await browser.newContext({ viewport: { width: 1360, height: 1000 }, locale: 'en-CA' });
    await context.addCookies([{ name, value, url: new URL(address).origin }]);
    const took: number[] = [];
    for (let look = 0; look < 6; look++) took.push(await untilLastFigure(context, address));
    console.log(`in the browser, to the last figure: ${quantiles(took)}`);
  } finally {
    await browser.close();
  }
}

async function untilLastFigure(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  await page.addInitScript({ content: markFigures });
  await page.goto(address, { timeout: 300_000 });
  await page.locator('table.stops').waitFor({ timeout: 300_000 });
  await page.waitForTimeout(1000);
  const at = await page.evaluate(() => performance.getEntriesByName('figures')[0]?.startTime ?? Number.NaN);
  await page.close();
  return at;
}

/** As it travels: `coding` says how it is compressed on its way. */
async function measureFile(address: string, headers: Record<string, string>, coding: string): Promise<void> {
  const { postmaster } = postgresOf(server);
  const before = residentMb();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, residentMb());
  }, 250);
  const begun = processorTime(server.pid, postmaster);
  const started = performance.now();
  const reply = await new Promise<IncomingMessage>((resolve, reject) =>
    request(address, { headers: { ...headers, 'accept-encoding': coding } }, resolve)
      .on('error', reject)
      .end(),
  );
  if (reply.statusCode !== 200) throw new Error(`${reply.statusCode} ${await text(reply)}`);
  const opened = coding === 'gzip' ? createGunzip() : coding === 'br' ? createBrotliDecompress() : null;
  let bytes = 0;
  let lines = 0;
  const file = opened === null ? reply : reply.pipe(opened);
  file.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
  });
  await once(file, 'end');
  clearInterval(watch);
  const seconds = (performance.now() - started) / 1000;
  const ended = processorTime(server.pid, postmaster);
  console.log(
    `CSV, ${coding}: ${lines - 1} rows, ${(bytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(1)} s: ${((lines - 1) / seconds).toFixed(0)} rows/s; server process ${before} MB before, ${most} MB at most`,
  );
  console.log(`  ${shareOfEach(begun, ended, lines - 1)}`);
}

function quantiles([first = Number.NaN, ...again]: readonly number[]): string {
  const sorted = again.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(0);
  return `first ${first.toFixed(0)} ms, again p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

/** Resident memory of the server's process. */
function residentMb(): number {
  return Math.round(Number(said('ps', ['-o', 'rss=', '-p', String(server.pid)])) / 1024);
}
