import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyInstrument, readAnswers, respondentPage } from '@common-measure/instrument';
import type { Browser } from 'playwright-core';
import type { PicturedQuestions } from './pictured-questions.fixture.ts';

const viewports = { phone: 390, desk: 900 } as const;
export interface Seen {
  /** Arabic goes from right to left; it is seen without its letters, for no font with them is at hand everywhere. */
  readonly language: 'en' | 'fr' | 'ar';
  readonly width: keyof typeof viewports;
}

const fontFolder = join(import.meta.dirname, '../../../platform/web-kit/styles/fonts');
const look = readFileSync(fileURLToPath(import.meta.resolve('@common-measure/instrument/respondent.css')), 'utf8');
const fontFace = (file: string, range: string): string => {
  const data = readFileSync(join(fontFolder, file)).toString('base64');
  return `@font-face{font-family:Pictured;font-weight:200 900;unicode-range:${range};src:url(data:font/woff2;base64,${data})}`;
};
/** The fonts of the console in the place of the machine's own, so that letters are the same everywhere. */
const fonts = [
  fontFace('source-sans-3-latin-wght-normal.woff2', 'U+0000-00FF,U+0131,U+0152-0153,U+2000-206F,U+20AC'),
  fontFace('source-sans-3-latin-ext-wght-normal.woff2', 'U+0100-0130,U+0132-0151,U+0154-024F'),
  'html,body,button,input,select,textarea{font-family:Pictured!important}',
].join('');

/** A picture (PNG) of the page with these questions; `style` is added at the end of its look. */
export async function pictureOf(
  browser: Browser,
  { questions, entries = {} }: PicturedQuestions,
  { language, width }: Seen,
  style = '',
): Promise<Buffer> {
  const title = { en: 'Your visit', fr: 'Votre visite' };
  const instrument = {
    ...emptyInstrument(title),
    languages: ['en', 'fr', ...(language === 'ar' ? ['ar'] : [])],
    sections: [{ code: 'visit', title, questions }],
  };
  const html = respondentPage({
    instrument,
    entries,
    locale: language,
    step: { kind: 'part', section: 'visit', returnsToCheck: false, newQuestions: false },
    problems: readAnswers(questions, entries).problems,
    frame: {
      organization: { en: 'City of Riverbend', fr: 'Ville de Riverbend' },
      base: '/s/abc',
      stylesheet: '',
      style: look + fonts + style,
      hidden: {},
      preview: false,
      closesOn: null,
    },
  });
  const page = await browser.newPage({ viewport: { width: viewports[width], height: 700 }, colorScheme: 'light' });
  try {
    await page.setContent(html);
    await page.evaluate('document.fonts.ready.then(() => null)');
    return await page.locator('main > .w').screenshot({ animations: 'disabled', caret: 'hide' });
  } finally {
    await page.close();
  }
}

/** How a question is seen: in both official languages, and from right to left where it says so, on a phone and at a desk. */
export function waysToSee({ isMirrored = false }: PicturedQuestions): readonly Seen[] {
  return (['en', 'fr', ...(isMirrored ? (['ar'] as const) : [])] as const).flatMap((language) =>
    (['phone', 'desk'] as const).map((width) => ({ language, width })),
  );
}

/** Where a picture is kept. */
export function pictureFile(name: string, { language, width }: Seen): string {
  return join(import.meta.dirname, 'golden', `${name}.${language}.${width}.png`);
}
