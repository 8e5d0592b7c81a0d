import { aBrowser, aRunningServer } from '@common-measure/platform/testing';
import type { Page } from 'playwright-core';
import { machine } from './machine.ts';
import { anAnalyst } from './platform.ts';
import { aLongInstrument } from './synthetic-instrument.ts';

/**
 * The builder with a questionnaire of 300 questions in a real browser: how long after a key goes down its letter is on the screen, by
 * the browser's own trace (EventLatency, from the key to the frame that was presented), in a wording, a title and an answer; and how
 * long publishing takes at the API. `node bench/builder.ts [questions]`.
 */
const questions = Number(process.argv[2] ?? 300);
const text = 'The quick brown fox jumps over the lazy dog at the counter.';
const betweenKeysMs = 110;

const server = await aRunningServer();
const browser = await aBrowser();
try {
  console.log(`${machine(['playwright-core', 'react']).join('\n')}\nbrowser   Chromium ${browser.version()}\n`);
  const { cookie } = await anAnalyst(server);
  const [name = '', value = ''] = cookie.split('=');
  const context = await browser.newContext({ viewport: { width: 1360, height: 1000 }, locale: 'en-CA' });
  await context.addCookies([{ name, value, url: server.address }]);
  const page = await context.newPage();
  await page.goto(`${server.address}/en/`);
  const survey = await aSurveyWith(page, aLongInstrument(questions));
  await page.goto(`${server.address}/en/surveys/${survey}?question=q150`);
  for (const [what, address, field] of [
    ['wording of a question', '?question=q150', '#wording-en'],
    ['title of the questionnaire', '?show=texts', '#title-en'],
    ['wording of the last question', `?question=q${questions}`, '#wording-en'],
  ] as const) {
    await page.goto(`${server.address}/en/surveys/${survey}${address}`);
    await page.locator(field).waitFor();
    await page.waitForTimeout(3000);
    const ms = await typedLatencies(page, field);
    console.log(`${what.padEnd(30)} ${ms.length} keys: ${quantiles(ms)}`);
  }
  await page.waitForTimeout(3000);
  console.log(`publishing ${questions} questions      ${await publishingMs(page, survey)} ms`);
} finally {
  await browser.close();
  await server.stop();
}

async function typedLatencies(page: Page, field: string): Promise<readonly number[]> {
  await page.locator(field).focus();
  await page.keyboard.press('End');
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown[] as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['benchmark', 'input', 'input.scrolling', 'latencyInfo', 'devtools.timeline'] },
  });
  for (const letter of text) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await page.waitForTimeout(betweenKeysMs);
  }
  await page.waitForTimeout(500);
  const complete = new Promise((resume) => session.once('Tracing.tracingComplete', resume));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return latencies(events);
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly id2?: { readonly local?: string };
  readonly id?: string;
  readonly args?: { readonly event_latency?: { readonly event_type?: string } };
}

/** From each key that brings a letter to the frame with it, in milliseconds. */
function latencies(events: readonly TraceEvent[]): readonly number[] {
  const keyOf = (event: TraceEvent) => event.id2?.local ?? event.id ?? '';
  const begun = new Map<string, number>();
  const ms: number[] = [];
  for (const event of events.filter(({ name }) => name === 'EventLatency').sort((a, b) => a.ts - b.ts)) {
    const type = event.args?.event_latency?.event_type;
    if (event.ph === 'b' && type === 'KEY_PRESSED') begun.set(keyOf(event), event.ts);
    const start = begun.get(keyOf(event));
    if (event.ph === 'e' && start !== undefined) {
      ms.push((event.ts - start) / 1000);
      begun.delete(keyOf(event));
    }
  }
  return ms;
}

function quantiles(all: readonly number[]): string {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`;
}

async function aSurveyWith(page: Page, instrument: object): Promise<string> {
  return page.evaluate(async (sent) => {
    const { csrfToken } = (await (await fetch('/api/session')).json()) as { csrfToken: string };
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
    const name = { en: 'Long survey', fr: 'Long sondage' };
    const body = { name, samplingClass: 'non-probability', timeZone: 'America/Halifax', packId: null };
    const reply = await fetch('/api/surveys', { method: 'POST', headers, body: JSON.stringify(body) });
    const made = (await reply.json()) as { id: string; instrumentId: string };
    const change = JSON.stringify({ revision: 1, instrument: sent });
    const saved = await fetch(`/api/instruments/${made.instrumentId}`, { method: 'PUT', headers, body: change });
    if (!saved.ok) throw new Error(await saved.text());
    return made.id;
  }, instrument);
}

/** From the press to the reply, as the browser that waits for it sees it. */
async function publishingMs(page: Page, survey: string): Promise<string> {
  return page.evaluate(async (id) => {
    const { csrfToken } = (await (await fetch('/api/session')).json()) as { csrfToken: string };
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
    const begun = performance.now();
    const reply = await fetch(`/api/surveys/${id}/publish`, { method: 'POST', headers, body: '{}' });
    const ms = performance.now() - begun;
    return reply.ok ? ms.toFixed(0) : await reply.text();
  }, survey);
}
