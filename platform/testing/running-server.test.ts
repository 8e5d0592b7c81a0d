import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { aBrowser } from './browser.ts';
import { aRunningServer, type RunningServer } from './running-server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await aRunningServer();
});
afterAll(() => server?.stop());

test('a started server answers, and prints a one-time link in both languages', async () => {
  const reply = await fetch(`${server.address}/en/sign-in`);
  expect(reply.status).toBe(200);
  expect(server.signInLink('en')).toContain(`${server.address}/en/`);
  expect(server.signInLink('fr')).toContain(`${server.address}/fr/`);
});

test.each(['en', 'fr'])('its sign-in page has no barriers in %s', async (language) => {
  const browser = await aBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${server.address}/${language}/sign-in`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toMatch(new RegExp(`^${language}`));
    await expectAccessible(page);
  } finally {
    await browser.close();
  }
});

test('a stopped server leaves no process, no data and no database behind', async () => {
  const other = await aRunningServer();
  await other.stop();
  expect(() => process.kill(other.pid, 0)).toThrow(/ESRCH/);
  expect(existsSync(other.dataFolder)).toBe(false);
  await expect(fetch(other.address)).rejects.toThrow();
});

test('a second server on the same data is refused with a reason', async () => {
  const { dataFolder, databaseUrl } = server;
  const second = aRunningServer({ dataFolder, ...(databaseUrl === null ? {} : { databaseUrl }) });
  await expect(second).rejects.toThrow(/already running/);
});
