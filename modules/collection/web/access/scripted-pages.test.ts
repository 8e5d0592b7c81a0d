import { aFoundedConsole, type FoundedConsole, sendFrom } from '@common-measure/platform/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BrokenLine } from '../../broken-line.fixture.ts';
import { everyType } from '../../every-type.fixture.ts';
import { focusFindings } from './focus-findings.fixture.ts';
import { axeFindings, motionFindings, reflowFindings, targetFindings, treeFindings } from './page-findings.fixture.ts';

/** The pages of a running server with the script that helps on them: what it adds is held to the same as the pages without it. */
let platform: FoundedConsole;
let line: BrokenLine;
let path = '';
let tablet = '';
let poster = '';

function send<T>(method: string, where: string, body?: unknown): Promise<T> {
  return sendFrom(platform.page, method, where, body);
}

beforeAll(async () => {
  platform = await aFoundedConsole();
  line = await BrokenLine.to(platform.server.address);
  const drawn = btoa('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60"><path d="M0 0h60v60H0z"/></svg>');
  const alt = { en: 'Square of Riverbend', fr: 'Carré de Riverbend' };
  const logo = { saysName: false, alt, en: { content: drawn }, fr: { content: drawn } };
  await send('PUT', '/api/organization/look', { colour: '#7a0019', logo });
  const survey = await send<{ id: string; instrumentId: string }>('POST', '/api/surveys', {
    name: everyType.title,
    samplingClass: 'non-probability',
    timeZone: 'America/Halifax',
    packId: null,
  });
  await send('PUT', `/api/instruments/${survey.instrumentId}`, { revision: 1, instrument: everyType });
  path = (await send<{ answerPath: string }>('POST', `/api/surveys/${survey.id}/publish`, {})).answerPath;
  const notice = { otherWays: [], purpose: null, keptFor: null, contact: null, contactDays: 60 };
  await send('PUT', `/api/surveys/${survey.id}/notice`, notice);
  const label = { en: 'Counter 4', fr: 'Comptoir 4' };
  const links = `/api/surveys/${survey.id}/prepared-links`;
  poster = `${links}/${(await send<{ code: string }>('POST', links, { label, shown: {}, hidden: {} })).code}/poster`;
  const device = await send<{ address: string }>('POST', `/api/surveys/${survey.id}/kiosks`, { name: 'Lobby' });
  tablet = new URL(device.address).pathname + new URL(device.address).search;
}, 240_000);
afterAll(async () => {
  await line?.close();
  await platform?.close();
});

async function findings(page: Page, name: string): Promise<readonly string[]> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const found = [
    ...(await axeFindings(page)),
    ...(await treeFindings(page)),
    ...(await targetFindings(page)),
    ...(await motionFindings(page)),
  ];
  await page.setViewportSize({ width: 320, height: 256 });
  found.push(...(await reflowFindings(page)));
  await page.setViewportSize({ width, height });
  if (process.env.CM_PICTURES)
    await page.screenshot({ path: `${process.env.CM_PICTURES}/scripted-${name}.png`, fullPage: true });
  return found.map((one) => `${name}: ${one}`);
}

/** The device has the survey, its script and its logo. */
async function isKept(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    if (!navigator.serviceWorker.controller) return false;
    const files = await (await caches.open('common-measure-respondent')).keys();
    return files.some(({ url }) => url.includes('/s/logo/'));
  });
}

test.each(['en', 'fr'])(
  'every page in %s keeps to the same with its script, also without a network',
  async (locale) => {
    const context = await platform.browser.newContext({
      locale: `${locale}-CA`,
      viewport: { width: 1360, height: 700 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const found: string[] = [];
    const press = (act: string) => page.locator(`button[value=${act}]`).first().click();
    await page.goto(line.address + path);
    await page.locator('.st').waitFor({ state: 'attached' });
    await isKept(page);
    found.push(...(await findings(page, `introduction-${locale}`)));
    await press('start');
    await page.locator('[name=q-consent]').check();
    await press('next');
    await page.locator('[name=q-likely]').first().check();
    found.push(...(await findings(page, `rated-${locale}`)));
    line.cut();
    await context.setOffline(true);
    await page.locator('.st:not(:empty)').waitFor();
    found.push(...(await findings(page, `without-network-${locale}`)));
    await page.setViewportSize({ width: 1360, height: 420 });
    found.push(...(await focusFindings(page)).map((one) => `without-network-${locale}: ${one}`));
    await page.setViewportSize({ width: 360, height: 420 });
    found.push(...(await focusFindings(page, true)).map((one) => `without-network-narrow-${locale}: ${one}`));
    await page.setViewportSize({ width: 1360, height: 700 });
    await press('next');
    await page.locator('[name=q-used]').first().waitFor();
    const logo = await page.locator('img.logo').evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return image.naturalWidth;
    });
    expect(logo).toBeGreaterThan(0);
    await press('next');
    for (const _page of ['what was left empty', 'details']) await press('next');
    await page.locator('dl.ck').waitFor();
    found.push(...(await findings(page, `check-${locale}`)));
    await press('send');
    await page.locator('button[value=finish]').waitFor();
    found.push(...(await findings(page, `waiting-${locale}`)));
    line.mend();
    await context.setOffline(false);
    await page.goto(line.address + path);
    await page.locator('.code').first().waitFor();
    found.push(...(await findings(page, `receipt-${locale}`)));
    for (const rest of ['contact', 'withdraw', 'resume']) {
      await page.goto(`${line.address}${path}/${rest}?lang=${locale}`);
      found.push(...(await findings(page, `${rest}-${locale}`)));
    }
    await context.close();
    expect(found).toEqual([]);
  },
  180_000,
);

test('a tablet shows its first page and its questions to the same measure', async () => {
  const context = await platform.browser.newContext({
    locale: 'fr-CA',
    viewport: { width: 1024, height: 768 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(platform.server.address + tablet);
  await page.goto(platform.server.address + path);
  await page.getByRole('heading', { name: 'Choisissez votre langue' }).waitFor();
  const found = [...(await findings(page, 'tablet-welcome')), ...(await focusFindings(page))];
  await page.getByRole('link', { name: 'Français' }).click();
  await page.locator('button[value=start]').click();
  found.push(...(await findings(page, 'tablet-part')));
  await context.close();
  expect(found).toEqual([]);
}, 60_000);

test('a poster carries the logo and the colour, and is read as its languages are', async () => {
  const page = await platform.context.newPage();
  await page.setViewportSize({ width: 900, height: 1100 });
  await page.goto(platform.server.address + poster);
  const logos = await page
    .locator('img.logo')
    .evaluateAll((images) =>
      images.map((image) => [image.getAttribute('alt'), image.closest('[lang]')?.getAttribute('lang')]),
    );
  expect(logos).toEqual([
    ['Square of Riverbend', 'en-CA'],
    ['Carré de Riverbend', 'fr-CA'],
  ]);
  expect(await findings(page, 'poster')).toEqual([]);
  await page.close();
});
