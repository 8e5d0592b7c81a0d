import { wordsOf } from '@common-measure/instrument';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  axeFindings,
  motionFindings,
  reflowFindings,
  spaceOut,
  targetFindings,
  treeFindings,
  wordFindings,
} from './page-findings.fixture.ts';
import { PageStage } from './page-stage.fixture.ts';
import {
  type Locale,
  locales,
  organization,
  pagesIn,
  type RespondentPage,
  respondentPages,
} from './respondent-pages.fixture.ts';

/**
 * Every type of page that respondents meet, in English, French and a language that runs from right to left, as a browser shows it without
 * a script. What scripts add is in scripted-pages.test.ts; the keyboard and forced colours are in respondent-keyboard.test.ts.
 */
let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open();
}, 60_000);
afterAll(() => stage?.close());

const languages = { en: ['en-CA', 'ltr'], fr: ['fr-CA', 'ltr'], ar: ['ar', 'rtl'] } as const;

async function overPages(
  locale: Locale,
  look: (shown: RespondentPage) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const shown of respondentPages(locale)) found.push(...(await look(shown)).map((one) => `${shown.name}: ${one}`));
  return found;
}

describe.each(locales)('every type of page in %s', (locale) => {
  const [lang, dir] = languages[locale];
  const t = wordsOf(pagesIn, locale);

  test('breaks no rule of axe-core, names every control and group, says its language and keeps still', async () => {
    const found = await overPages(locale, async (shown) => {
      const page = await stage.show(shown);
      const isOurs = shown.name === 'unknown' && locale === 'ar';
      const isWelcome = shown.name === 'kiosk';
      const said = isOurs || isWelcome ? (['en-CA', 'ltr'] as const) : ([lang, dir] as const);
      const error = shown.isError ? t.errorTitle : null;
      return [
        ...(await axeFindings(page)),
        ...(await treeFindings(page)),
        ...(await wordFindings(page, { lang: said[0], dir: said[1], error, name: organization.en })),
        ...(await motionFindings(page)),
        ...(await targetFindings(page)),
      ];
    });
    expect(found).toEqual([]);
  }, 240_000);

  test('fits 320 px, which is 400% of 1280, and a phone, with the reader’s spacing and with letters twice as large', async () => {
    const found = await overPages(locale, async (shown) => {
      const page = await stage.show(shown, 320, 256);
      const narrow = [...(await reflowFindings(page)), ...(await targetFindings(page))];
      await stage.picture(`${shown.name}.${locale}.320`);
      await spaceOut(page, 'spacing');
      const spaced = (await reflowFindings(page)).map((one) => `spaced out: ${one}`);
      await page.setViewportSize({ width: 640, height: 700 });
      await spaceOut(page, 'twice');
      return [...narrow, ...spaced, ...(await reflowFindings(page)).map((one) => `twice as large: ${one}`)];
    });
    expect(found).toEqual([]);
  }, 240_000);
});

test('no two types of page have one title', () => {
  // Pages of one place in several states.
  const states = ['left-empty', 'offline-refused', 'part-finishing', 'tablet-staff', 'receipt-tablet'];
  const titles = respondentPages('en').flatMap(({ name, isError, html }) =>
    isError || states.includes(name) ? [] : [/<title>(.*?)<\/title>/.exec(html)?.[1]],
  );
  expect(new Set(titles).size).toBe(titles.length);
});

test('the form to be contacted tells browsers what its fields are for', async () => {
  const form = respondentPages('fr').find(({ name }) => name === 'contact');
  const page = await stage.show(form ?? { name: '', html: '', isError: false });
  const purposes = await page.evaluate(() =>
    [...document.querySelectorAll('main input:not([type=hidden]), main textarea')].map((field) => [
      field.getAttribute('name'),
      field.getAttribute('autocomplete'),
    ]),
  );
  expect(purposes).toEqual([
    ['reach', 'email'],
    ['name', 'name'],
    ['about', 'off'],
  ]);
});
