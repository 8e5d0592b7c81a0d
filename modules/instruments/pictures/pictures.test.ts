import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { keptPicture, pictureDifference, theBundledBrowser } from '@common-measure/platform/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pictureFile, pictureOf, type Seen, waysToSee } from './picture-of.fixture.ts';
import { picturedQuestions } from './pictured-questions.fixture.ts';

/** `npm run pictures questions` sets it: the pictures are taken anew, to be looked at before they are committed. */
const takesAnew = process.env.CM_NEW_PICTURES !== undefined;

let browser: Browser;
beforeAll(async () => {
  browser = await theBundledBrowser();
});
afterAll(() => browser?.close());

async function kept(file: string, picture: Buffer): Promise<Buffer> {
  if (!takesAnew) return readFile(file);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, keptPicture(picture));
  return readFile(file);
}

describe('the page of a respondent looks as in its golden pictures', () => {
  test.each(picturedQuestions.map((one) => [one.name, one] as const))('%s', async (name, pictured) => {
    const fallen: string[] = [];
    for (const seen of waysToSee(pictured)) {
      const file = pictureFile(name, seen);
      const picture = await pictureOf(browser, pictured, seen);
      const difference = pictureDifference(picture, await kept(file, picture));
      if (!difference) continue;
      fallen.push(`${basename(file)}: ${difference}`);
      if (process.env.CM_PICTURES) await writeFile(join(process.env.CM_PICTURES, basename(file)), picture);
    }
    expect(fallen).toEqual([]);
  });

  test('in less than 1.5 MB, each of them held to', async () => {
    const wanted = picturedQuestions.flatMap((one) => waysToSee(one).map((seen) => pictureFile(one.name, seen)));
    const folder = dirname(wanted[0] ?? '');
    const files = (await readdir(folder)).map((file) => join(folder, file));
    expect(files.toSorted()).toEqual(wanted.toSorted());
    const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
  });
});

describe('a picture', () => {
  const seen: Seen = { language: 'en', width: 'phone' };
  const against = async (name: string, style: string) => {
    const pictured = picturedQuestions.find((one) => one.name === name);
    if (!pictured) throw new Error(`no picture ${name}`);
    return pictureDifference(await pictureOf(browser, pictured, seen, style), await readFile(pictureFile(name, seen)));
  };

  test.each([
    ['an answer is missing', 'rating-rows', '.o:last-of-type{visibility:hidden}'],
    ['the ring of a button is missing', 'single-specify', 'input[type=radio]{visibility:hidden}'],
    ['a choice is not shown as chosen', 'rating-rows', '.o:has(:checked){box-shadow:none;background:none}'],
    ['a box is moved by two pixels', 'text-short', 'input[type=text]{position:relative;left:2px}'],
    ['the unit is missing', 'number', '.num{color:transparent}'],
    ['the letters are of another font', 'information', 'main *{font-family:monospace!important}'],
    ['the page is longer', 'consent', 'legend{padding-block-end:1.5rem}'],
    ['a refusal has no colour', 'number-refused', ':root{--err:#15202b}'],
  ])('differs where %s', async (_what, name, style) => {
    expect(await against(name, style)).not.toBeNull();
  });

  test('differs neither where it is taken again nor by a shade that no eye tells apart', async () => {
    expect(await against('matrix', '')).toBeNull();
    expect(await against('matrix', ':root{--ink:#17222d}')).toBeNull();
  });
});
