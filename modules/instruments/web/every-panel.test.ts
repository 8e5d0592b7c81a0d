import { emptyInstrument, type Instrument, translatableTexts, writeTexts } from '@common-measure/instrument';
import { aFoundedConsole, expectAccessible, type FoundedConsole } from '@common-measure/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { picturedQuestions } from '../pictures/pictured-questions.fixture.ts';
import { aSurveyOf } from './testing-survey.fixture.ts';

const hostile = '"><script>window.reached=1</script><img src=x onerror="window.reached=1"><b>Bold</b>';
const title = { en: 'Visits', fr: 'Visites' };
const questions = picturedQuestions
  .flatMap((one) => one.questions)
  .filter(({ code }, at, all) => all.findIndex((other) => other.code === code) === at);
const written = { ...emptyInstrument(title), sections: [{ code: 'visit', title, questions }] };
/** One question of each type, and in every text of it what somebody may paste. */
const pasted = ['en', 'fr'].reduce<Instrument>(
  (before, language) =>
    writeTexts(before, language, new Map(translatableTexts(before, language).map(({ id }) => [id, hostile]))),
  written,
);

const places = [
  ...['texts', 'bank', 'own', 'blocks', 'quotas', 'advice', 'codebook', 'paths', 'history', 'compare'].map(
    (panel) => `?show=${panel}`,
  ),
  '?part=visit',
  '?question=purpose',
  '?question=polite',
  '/languages',
  '/languages?to=fr',
  '/languages?review=en',
  '/settings',
];

/** What makes a page scroll sideways: the innermost elements that reach over its edge. */
const beyondTheEdge = `document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('main *')]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .filter((one, _, all) => !all.some((other) => one !== other && one.contains(other)))
  .map((one) => one.outerHTML.slice(0, 120))`;

let platform: FoundedConsole;
let address = '';
const dialogs: string[] = [];
beforeAll(async () => {
  platform = await aFoundedConsole();
  platform.page.setDefaultTimeout(60_000);
  platform.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const { id } = await aSurveyOf(platform.page, null, { title: pasted.title, sections: pasted.sections });
  address = `surveys/${id}`;
});
afterAll(() => platform?.close());

test.each(places)(
  '%s is accessible in both languages, on a phone and at a desk, and runs nothing that was pasted',
  async (place) => {
    const { page, server } = platform;
    for (const language of ['en', 'fr']) {
      await page.setViewportSize({ width: 1360, height: 900 });
      await page.goto(`${server.address}/${language}/${address}${place}`);
      await page.locator('main h2').first().waitFor();
      await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
      await expectAccessible(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await expectAccessible(page);
      expect(await page.evaluate(beyondTheEdge)).toEqual([]);
      expect(await page.evaluate(() => [Reflect.get(window, 'reached'), document.querySelector('img[src=x]')])).toEqual(
        [undefined, null],
      );
      for (const frame of page.frames())
        expect(await frame.locator('img[src=x], script:not([src]):not([type])').count(), frame.url()).toBe(0);
    }
    expect([dialogs, platform.faults]).toEqual([[], []]);
  },
  240_000,
);
