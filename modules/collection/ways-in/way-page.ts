import { escapeHtml, otherWaysHtml, respondentDocument, wordsOf } from '@common-measure/instrument';
import type { UiLanguage } from '@common-measure/kernel';
import { RawReply } from '@common-measure/platform/http';
import type { PublicWave } from '../open-wave.ts';
import { styleIn, stylesheetPath } from '../page-style.ts';
import { htmlReply } from '../visit.ts';
import type { WayRefusal } from './way.ts';
import { wayWords } from './way-words.ts';

const statuses: Readonly<Record<WayRefusal, number>> = {
  'own-link-needed': 403,
  'link-used': 410,
  'link-unknown': 404,
  'office-link-unknown': 404,
  'device-revoked': 403,
};

/** What a page without questions shows of its survey. */
export type WayPlace = Pick<PublicWave, 'instrument' | 'organization' | 'logo' | 'notice'> & {
  readonly wave: Pick<PublicWave['wave'], 'token'>;
};

/**
 * The page for somebody whom her way does not let in: what is the matter, what she can do, and how else she can answer. `way`: what her link says of it, which
 * the page in another language is told again.
 */
export function refusedWayPage(
  refusal: WayRefusal,
  locale: string,
  open: WayPlace,
  way: string | null = null,
): RawReply {
  const { title, more, goOn } = wayWords[locale === 'fr' ? 'fr' : 'en'][refusal];
  const onward =
    goOn === undefined
      ? ''
      : `<p><a class="b" href="/s/${escapeHtml(open.wave.token)}?lang=${escapeHtml(locale)}">${escapeHtml(goOn)}</a></p>`;
  const said = `<h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(more)}</p>${onward}`;
  const others = otherWaysHtml(open.notice, wordsOf(open.instrument, locale));
  const again = way === null ? '' : `w=${escapeHtml(way)}&amp;`;
  const html = wayDocument(open, locale, title, said, { more: others }).replaceAll(
    'href="?lang=',
    () => `href="?${again}lang=`,
  );
  // A device that sends without showing the page learns by the header what is the matter.
  return new RawReply(html, { ...htmlReply(html).headers, 'x-refusal': refusal }, statuses[refusal]);
}

/**
 * A page of a survey without questions, in its look. `languages`: those that its header offers; `more`: what follows in the language of
 * the page; `also`: a second language of its head.
 */
export function wayDocument(
  open: WayPlace,
  locale: string,
  title: string,
  body: string,
  {
    languages = open.instrument.languages,
    more = '',
    also,
  }: { readonly languages?: readonly string[]; readonly more?: string; readonly also?: UiLanguage } = {},
): string {
  return respondentDocument({
    t: wordsOf(open.instrument, locale),
    languages,
    frame: {
      organization: open.organization,
      logo: open.logo,
      stylesheet: stylesheetPath,
      style: styleIn(open.notice.colour),
      preview: false,
    },
    title,
    ...(also ? { also } : {}),
    form: null,
    // A further language of the questionnaire has no words of its own for these pages.
    body: `${locale === 'en' || locale === 'fr' ? body : `<div lang="en-CA" dir="ltr">${body}</div>`}${more}`,
  });
}
