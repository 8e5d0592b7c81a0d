import { textIn, type UiLanguage } from '@common-measure/kernel';
import { ownLanguageName } from '../languages/language-name.ts';
import { directionOf } from '../languages/language-tag.ts';
import { attributes, escapeHtml } from './html.ts';
import { organizationHtml } from './organization-logo.ts';
import type { RespondentFrame } from './respondent-view.ts';
import { type RespondentWords, respondentWords } from './respondent-words.ts';

export interface DocumentParts {
  /** The words of the page, in its language. */
  readonly t: RespondentWords;
  /** Every language in which the page can be had, this one among them. */
  readonly languages: readonly string[];
  readonly frame: Pick<
    RespondentFrame,
    'organization' | 'logo' | 'stylesheet' | 'style' | 'script' | 'preview' | 'finishUntil'
  >;
  readonly title: string;
  readonly body: string;
  readonly wide?: boolean;
  readonly error?: boolean;
  /** The form whose answers the language switch carries along; null where the page has no form: then the switch is a link. */
  readonly form: string | null;
  /** A second language in which the head of the page is said, where nobody has chosen one yet. */
  readonly also?: UiLanguage;
}

/** One whole page: header with the organization and the language switch, then the content. No inline style, no inline script. */
export function respondentDocument(parts: DocumentParts): string {
  const { t } = parts;
  const { also } = parts;
  const organization = bothOf(
    textIn(parts.frame.organization, t.locale),
    also && textIn(parts.frame.organization, also),
  );
  const title = `${parts.error ? `${t.errorTitle} ` : ''}${parts.title} – ${organization}`;
  const preview = parts.frame.preview
    ? `<div class="w"><div class="n pre" role="note"><p><strong>${t.preview}.</strong> ${t.previewMore}</p></div></div>`
    : '';
  const closing = parts.frame.finishUntil
    ? `<div class="w"><div class="n pre" role="note"><p>${t.finishUntil(escapeHtml(parts.frame.finishUntil))}</p></div></div>`
    : '';
  return `<!doctype html><html lang="${documentLanguage(t.locale)}" dir="${directionOf(t.locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><meta name="color-scheme" content="light"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer"><link rel="icon" href="data:,">${styleOf(parts.frame)}${scriptOf(parts.frame)}</head><body${attributes({ class: parts.wide ? 'wide' : null })}><a class="skip" href="#m">${t.skip}</a>${also ? `<a class="skip" href="#m" lang="${also}-CA">${respondentWords[also].skip}</a>` : ''}<header><div class="w">${organizationHtml(parts.frame.organization, parts.frame.logo, t.locale, also)}${languageSwitch(parts)}</div></header><main id="m">${preview}${closing}<div class="w">${parts.body}</div></main></body></html>`;
}

/** Words in one language or, where they differ, in two. */
const bothOf = (words: string, also: string | undefined): string =>
  also === undefined || also === words ? words : `${words} / ${also}`;

/** The style sheet of the page in itself, or else a link to it. */
function styleOf({ style, stylesheet }: DocumentParts['frame']): string {
  return style === undefined ? `<link rel="stylesheet" href="${escapeHtml(stylesheet)}">` : `<style>${style}</style>`;
}

/** The script of the page, for which neither its reading nor its painting waits. */
function scriptOf({ script }: DocumentParts['frame']): string {
  if (script === undefined) return '';
  const { src, integrity, words } = script;
  return `<script${attributes({ async: true, fetchpriority: 'low', src, integrity, 'data-words': JSON.stringify(words) })}></script>`;
}

/** The other languages by their own names: one stands alone, several in a group. What was entered stays. */
function languageSwitch({ t, languages, form }: DocumentParts): string {
  const others = languages.filter((language) => language !== t.locale);
  const switches = others.map((language) => {
    const named = {
      lang: language,
      dir: directionOf(language) === directionOf(t.locale) ? null : directionOf(language),
    };
    const name = escapeHtml(ownLanguageName(language));
    return form === null
      ? `<a${attributes({ href: `?lang=${language}`, hreflang: language, ...named })}>${name}</a>`
      : `<button${attributes({ class: 't', form, name: 'do', value: language, formnovalidate: true, ...named })}>${name}</button>`;
  });
  return others.length < 2
    ? switches.join('')
    : `<div${attributes({ class: 'lg', role: 'group', 'aria-label': t.languages })}>${switches.join('')}</div>`;
}

/** English and French are those of Canada. */
const documentLanguage = (tag: string): string => (tag === 'en' || tag === 'fr' ? `${tag}-CA` : tag);

/** A form of the survey: posts to `action` and carries the hidden fields. */
export function surveyForm(action: string, hidden: Readonly<Record<string, string>>, inner: string): string {
  const fields = Object.entries(hidden).map(([name, value]) => `<input${attributes({ type: 'hidden', name, value })}>`);
  return `<form${attributes({ id: 'f', method: 'post', action, novalidate: true })}>${fields.join('')}${inner}</form>`;
}
