import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aBrowser, aRunningServer, type RunningServer } from '@common-measure/platform/testing';
import type { Browser } from 'playwright-core';
import { machine } from './machine.ts';
import { anAnalyst } from './platform.ts';

/**
 * The pages of a respondent on a slow phone network, by Chromium's emulation over loopback: 400 kbit/s both ways, 400 ms a request, a
 * processor four times slower. From the address to the page one can answer, painted and read in full; beside a bare HTML form.
 * `node bench/respondent.ts [times]`
 */
const times = Number(process.argv[2] ?? 7);
const network = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** When the page was painted and read in full, by its own clock. */
const answerable = `(async () => {
  const painted = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
  while (painted() === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
  return Math.max(painted(), performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd);
})()`;

const server = await aRunningServer();
const browser = await aBrowser();
const bare = createServer((_request, reply) => {
  reply.setHeader('content-type', 'text/html; charset=utf-8');
  reply.end(bareForm());
});
try {
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
  console.log(`${machine(['playwright-core', 'fastify']).join('\n')}\nbrowser   Chromium ${browser.version()}\n`);
  const survey = await anOpenSurvey(server);
  const plain = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`;
  await firstVisit(browser, survey);
  await report('bare HTML form', plain);
  await report('first page', survey);
  await report('first page of questions', `${survey}/part/overall`);
  await report('page of a matrix', `${survey}/part/experience`);
} finally {
  bare.close();
  await browser.close();
  await server.stop();
}

async function report(name: string, address: string): Promise<void> {
  const visits = [];
  for (let time = 0; time < times; time += 1) visits.push(await firstVisit(browser, address));
  const sorted = visits.map(({ ms }) => ms).toSorted((one, other) => one - other);
  const at = (share: number): string => ((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) / 1000).toFixed(2);
  const [{ bytes, requests } = { bytes: 0, requests: 0 }] = visits;
  console.log(
    `${name.padEnd(24)} answerable after ${at(0.5)} s (best ${at(0)}, worst ${at(1)}); ${(bytes / 1000).toFixed(1)} kB in ${requests} ${requests === 1 ? 'request' : 'requests'}`,
  );
}

/** Somebody who has never been here: a browser without cache and cookies. */
async function firstVisit(chromium: Browser, address: string) {
  const context = await chromium.newContext({ ...phone, locale: 'en-CA' });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', network);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    let bytes = 0;
    let requests = 0;
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      requests += encodedDataLength > 0 ? 1 : 0;
    });
    await page.goto(address, { waitUntil: 'load' });
    const ms: number = await page.evaluate(answerable);
    return { ms, bytes, requests };
  } finally {
    await context.close();
  }
}

async function anOpenSurvey(running: RunningServer): Promise<string> {
  const person = await anAnalyst(running);
  const wanted = {
    name: { en: 'Speed', fr: 'Vitesse' },
    samplingClass: 'non-probability',
    timeZone: 'America/Regina',
    packId: 'client_satisfaction_core',
  };
  const survey = (await (await person.send('POST', '/api/surveys', wanted)).json()) as { id: string };
  const reply = await person.send('POST', `/api/surveys/${survey.id}/publish`, {});
  const { answerPath } = (await reply.json()) as { answerPath: string };
  return `${running.address}${answerPath}`;
}

/** One question and a button, as short as HTML can say it. */
function bareForm(): string {
  const answers = ['Very dissatisfied', 'Dissatisfied', 'Neither', 'Satisfied', 'Very satisfied'];
  const radios = answers.map(
    (label, index) => `<p><label><input type="radio" name="q" value="${index}"> ${label}</label>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Survey</title><form method="post"><fieldset><legend>How satisfied were you?</legend>${radios.join('')}</fieldset><button>Send</button></form></html>`;
}
