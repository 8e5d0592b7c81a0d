import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { aFoundedConsole, expectAccessible, type FoundedConsole } from '@common-measure/platform/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPng, pngChunk } from '../../look/logo.fixture.ts';

let platform: FoundedConsole;
let page: Page;
const at = (path: string) => platform.server.address + path;
const preview = () => page.frameLocator('iframe');

beforeAll(async () => {
  platform = await aFoundedConsole();
  page = platform.page;
}, 120_000);
afterAll(() => platform?.close());

async function picture(name: string): Promise<void> {
  const folder = process.env.CM_PICTURES;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `look.${name}.png`), fullPage: true });
}

test('an owner finds the page beside the facts, and is told that a pale colour cannot be read, with one that can', async () => {
  await page.goto(at('/en/people'));
  await page.getByRole('link', { name: 'Logo and colour' }).click();
  await page.getByRole('heading', { name: 'Logo and colour', level: 1 }).waitFor();
  await page.getByLabel(/Use a colour of your own/).check();
  await page.getByLabel('Colour (# and six digits)').fill('#e8112d');
  await page.getByText('have a contrast of 4.6 to 1').waitFor({ state: 'detached' });
  await page.getByLabel('Colour (# and six digits)').fill('#ff6600');
  await page.getByText('white words on it have a contrast of 2.9 to 1').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: /nearest tone that can be read/ }).click();
  await page
    .getByText(/4\.[5-7] to 1, at least 4\.5 needed/)
    .first()
    .waitFor();
  const ground = await preview()
    .getByRole('button', { name: 'Continue', includeHidden: true })
    .evaluate((button) => getComputedStyle(button).backgroundColor);
  const typed = await page.getByLabel('Colour (# and six digits)').inputValue();
  const parts = (ground.match(/\d+/g) ?? []).map((part) => Number(part).toString(16).padStart(2, '0'));
  expect(`#${parts.join('')}`).toBe(typed);
});

test('nothing is saved without the files and words that are missing, which are named', async () => {
  await page.getByRole('radio', { name: 'One logo for each language' }).check();
  await page.getByLabel('What the logo says or shows, in French').fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  for (const fault of ['Choose the English logo', 'Choose the French logo', 'Write in French what the logo'])
    await page.getByRole('link', { name: fault }).waitFor();
  await expectAccessible(page);
});

test('a file that is no picture is refused at once; one that is too large is made smaller here', async () => {
  const field = page.getByLabel('The English logo');
  await field.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('MZ not a picture') });
  await page.getByText('This file is not a whole PNG, JPEG, WebP or SVG picture').waitFor();
  // 30 kB of remarks before the pixels.
  const large = aPng(1200, 280, pngChunk('tEXt', Buffer.alloc(30_000, 'Comment')));
  await field.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: large });
  await page.getByText(/^480 by 112 pixels, [\d.]+ kB\. Made smaller from 3\d\.\d kB\.$/).waitFor();
  const drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60"><path d="M0 0h60v60H0z"/></svg>';
  const french = { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(drawn) };
  await page.getByLabel('The French logo').setInputFiles(french);
  await page.getByLabel('What the logo says or shows, in French').fill('Ville de Riverbend, carré noir');
  await preview().locator('img.logo').waitFor();
});

test('what is saved stands at the head of the pages where people answer, and comes back when the page is opened again', async () => {
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The logo and the colour are saved.').waitFor();
  await picture('en.1360');
  await page.goto(at('/fr/organization/look'));
  await page.getByText('480 sur 112 pixels, ').waitFor();
  expect(await page.getByLabel('Ce que dit ou montre le logo, en français').inputValue()).toBe(
    'Ville de Riverbend, carré noir',
  );
  const shown = await preview()
    .locator('img.logo')
    .evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return [image.alt, image.width, image.height, image.naturalWidth > 0];
    });
  expect(shown).toEqual(['Ville de Riverbend, carré noir', 240, 48, true]);
});

test.each(['en', 'fr'])('in %s the page is accessible in both themes, at a desk and on a phone', async (language) => {
  for (const width of [1360, 340])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto(at(`/${language}/organization/look`));
      await page.locator('.look-preview iframe').waitFor();
      await expectAccessible(page);
      const surplus = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(surplus).toBe(0);
      await picture(`${language}.${width}.${colorScheme}`);
    }
  expect(platform.faults).toEqual([]);
});
