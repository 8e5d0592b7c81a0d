import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { focusFindings, forcedColourFindings } from './focus-findings.fixture.ts';
import { PageStage } from './page-stage.fixture.ts';
import { respondentPages } from './respondent-pages.fixture.ts';

/** Every type of page with the keyboard alone, and in the colours that a reader's system forces. */
let stage: PageStage;
beforeAll(async () => {
  stage = await PageStage.open();
}, 60_000);
afterAll(() => stage?.close());

describe.each(['en', 'ar'] as const)('with the keyboard alone, in %s', (locale) => {
  test.each([
    { way: 'forward', width: 1360, height: 420 },
    { way: 'back', width: 1360, height: 420 },
    { way: 'forward', width: 360, height: 420 },
  ])(
    'going $way at $width px, every stop is seen, uncovered, in order, and nothing is left out',
    async (view) => {
      const found: string[] = [];
      for (const shown of respondentPages(locale)) {
        const page = await stage.show(shown, view.width, view.height);
        found.push(...(await focusFindings(page, view.way === 'back')).map((one) => `${shown.name}: ${one}`));
      }
      expect(found).toEqual([]);
    },
    240_000,
  );
});

describe('in forced colours', () => {
  test('controls keep their edges, what is chosen stands out, and the focus is seen', async () => {
    await stage.page.emulateMedia({ forcedColors: 'active' });
    const found: string[] = [];
    for (const shown of respondentPages('fr')) {
      const page = await stage.show(shown, 1360, 700);
      found.push(...(await forcedColourFindings(page)).map((one) => `${shown.name}: ${one}`));
      if (shown.name.startsWith('part-'))
        found.push(...(await focusFindings(page)).map((one) => `${shown.name}: ${one}`));
      await stage.picture(`${shown.name}.forced`);
    }
    expect(found).toEqual([]);
  }, 240_000);

  test('an answer looks different when it is chosen, and so does a page that is done in the progress', async () => {
    await stage.page.emulateMedia({ forcedColors: 'active' });
    for (const name of ['part-rated', 'part-chosen', 'part-before']) {
      const shown = respondentPages('en').find((one) => one.name === name);
      const page = await stage.show(shown ?? { name, html: '', isError: false });
      for (const answer of await page.locator('.o:has(:checked)').elementHandles()) {
        const chosen = await answer.screenshot();
        await answer.evaluate(
          (label) => label instanceof Element && label.querySelector('input')?.removeAttribute('checked'),
        );
        await answer.evaluate((label) => label instanceof Element && label.querySelector('input')?.form?.reset());
        expect((await answer.screenshot()).equals(chosen), name).toBe(false);
      }
      const grounds = await page
        .locator('.prog i')
        .evaluateAll((ticks) => ticks.map((tick) => getComputedStyle(tick).backgroundColor));
      expect(new Set(grounds).size).toBe(2);
    }
  });
});
