import { randomUUID } from 'node:crypto';
import { type Instrument, translatableTexts, writeTexts } from '@common-measure/instrument';
import { aFoundedConsole, type FoundedConsole, sendFrom } from '@common-measure/platform/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyType } from '../every-type.fixture.ts';

/** Closes attributes, elements and comments, and would run, load or show whatever a page takes it for. */
const planted = `'"--></title></script><x-planted>P</x-planted><script>window.planted=1</script><img src=x onerror="window.planted=1"><svg onload="window.planted=1">`;

let platform: FoundedConsole;
let survey: { readonly id: string; readonly answerPath: string };
let ways: {
  readonly kiosk: string;
  readonly prepared: string;
  readonly preparedCode: string;
  readonly pretest: string;
};
let instrumentId = '';
const violations: string[] = [];

/** Sends as Maya, from her page. */
function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  return sendFrom(platform.page, method, path, body);
}

/** The questionnaire with that in every text of every language. */
const pasted: Instrument = ['en', 'fr'].reduce(
  (before, language) =>
    writeTexts(before, language, new Map(translatableTexts(before, language).map(({ id }) => [id, planted]))),
  everyType,
);
const both = { en: planted, fr: planted };

beforeAll(async () => {
  platform = await aFoundedConsole();
  const { organization } = await send<{ organization: Record<string, unknown> }>('GET', '/api/session');
  await send('PATCH', '/api/organization', {
    name: both,
    level: organization.level,
    serviceAreas: organization.serviceAreas,
    clientTypes: organization.clientTypes,
  });
  const begun = await send<{ id: string; instrumentId: string }>('POST', '/api/surveys', {
    name: both,
    samplingClass: 'non-probability',
    timeZone: 'America/Halifax',
    packId: null,
  });
  instrumentId = begun.instrumentId;
  await send('PUT', `/api/instruments/${instrumentId}`, { revision: 1, instrument: pasted });
  await send('PUT', `/api/surveys/${begun.id}/notice`, {
    otherWays: [{ kind: 'telephone', text: both, link: null }],
    purpose: both,
    keptFor: both,
    contact: both,
    contactDays: 30,
  });
  survey = await send('POST', `/api/surveys/${begun.id}/publish`);
  const kiosk = await send<{ address: string }>('POST', `/api/surveys/${survey.id}/kiosks`, {
    name: planted.slice(0, 60),
  });
  const prepared = await send<{ address: string; code: string }>('POST', `/api/surveys/${survey.id}/prepared-links`, {
    label: { en: planted.slice(0, 100), fr: planted.slice(0, 100) },
    shown: {},
    hidden: {},
  });
  await send('POST', `/api/surveys/${survey.id}/pretest`);
  const { pretest } = await send<{ pretest: { link: string } }>('GET', `/api/surveys/${survey.id}/pretest`);
  const path = (address: string) =>
    new URL(address, platform.server.address).pathname + new URL(address, platform.server.address).search;
  ways = {
    kiosk: path(kiosk.address),
    prepared: path(prepared.address),
    preparedCode: prepared.code,
    pretest: path(pretest.link),
  };
  for (let person = 0; person < 12; person++)
    await send('PUT', `/api/collect/${survey.answerPath.slice(3)}/responses/${randomUUID()}`, {
      language: person % 2 === 0 ? 'en' : 'fr',
      mode: 'paper',
      entries: { answer_arm: ['long'], consent: ['yes'], comment: [planted], branch: [planted.slice(0, 100)] },
    });
  const contact = new URLSearchParams({ lang: 'en', do: 'contact', name: planted, reach: planted, about: planted });
  await fetch(`${platform.server.address}${survey.answerPath}/contact`, { method: 'POST', body: contact });
});
afterAll(() => platform?.close());

/** A page that notes what its content policy stopped: markup that is text stops nothing. */
async function aWatchedPage(language: string): Promise<Page> {
  const context = await platform.browser.newContext({ locale: language });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  watchPolicy(page);
  return page;
}

function watchPolicy(page: Page): void {
  page.on('console', (line) => {
    if (/content security policy/i.test(line.text())) violations.push(line.text());
  });
}

/** The text is there to be read, and nothing of it is an element, an attribute that runs, or has run. */
async function expectText(page: Page, where: string, isShown = true): Promise<void> {
  const found = await page.evaluate(() => ({
    elements: document.querySelectorAll('x-planted, img[src="x"], [onerror], [onload], svg[onload]').length,
    hasRun: 'planted' in window,
    isShown: document.body.textContent?.includes('<x-planted>') === true || document.title.includes('<x-planted>'),
  }));
  expect([where, found.elements, found.hasRun]).toEqual([where, 0, false]);
  if (isShown) expect([where, found.isShown]).toEqual([where, true]);
  expect([where, violations]).toEqual([where, []]);
}

describe.each(['en-CA', 'fr-CA'])('pasted markup and script are text (%s)', (language) => {
  test('on every page of a respondent', async () => {
    const page = await aWatchedPage(language);
    const at = (rest = '') => `${platform.server.address}${survey.answerPath}${rest}`;
    const see = async (url: string, isShown = true) => {
      await page.goto(url);
      await expectText(page, url, isShown);
    };
    await see(at());
    await page.locator('button[value="start"]').click();
    await expectText(page, 'the first part');
    // Nothing was ticked: the page with its summary of what is missing.
    await page.locator('button[value="next"]').click();
    await expectText(page, 'a part with what is missing');
    for (const { code } of pasted.sections) await see(at(`/part/${code}`));
    await see(at('/check'));
    for (const rest of ['/withdraw', '/resume', '/contact']) await see(at(rest));
    await page.locator('button[value="contact"]').click();
    await expectText(page, 'the form of contact with what is missing');
    for (const way of [
      ways.prepared,
      ways.pretest,
      `${survey.answerPath}?w=p-0000000000`,
      `${survey.answerPath}?w=o-0000000000000000`,
    ])
      await see(platform.server.address + way);
    await see(platform.server.address + ways.kiosk, false);
    await see(at(), false);
    await page.context().close();
  });

  test('on what is printed, in the preview, and where collection is managed', async () => {
    const { page } = platform;
    watchPolicy(page);
    const short = language.slice(0, 2);
    for (const path of [
      `/api/instruments/${instrumentId}/paper?lang=${short}`,
      `/api/surveys/${survey.id}/prepared-links/${ways.preparedCode}/poster`,
    ]) {
      await page.goto(platform.server.address + path);
      await expectText(page, path);
    }
    for (const path of [
      'surveys',
      `surveys/${survey.id}/answers`,
      `surveys/${survey.id}/ways`,
      `surveys/${survey.id}/kept`,
      `instruments/${instrumentId}/preview`,
    ]) {
      await page.goto(`${platform.server.address}/${short}/${path}`);
      await page.waitForFunction(
        () =>
          document.body.textContent?.includes('<x-planted>') === true ||
          [...document.querySelectorAll('iframe')].some((one) =>
            one.contentDocument?.body.textContent?.includes('<x-planted>'),
          ),
      );
      await expectText(page, path, false);
      for (const frame of page.frames().slice(1))
        expect(await frame.locator('x-planted, img[src="x"], [onerror], [onload]').count()).toBe(0);
    }
  });
});

test('pasted markup and script are text on the pages of a survey that rests, and of one that is over', async () => {
  const page = await aWatchedPage('fr-CA');
  for (const act of ['pause', 'close']) {
    await send('POST', `/api/surveys/${survey.id}/${act}`);
    await page.goto(platform.server.address + survey.answerPath);
    await expectText(page, act);
  }
  await page.context().close();
});
