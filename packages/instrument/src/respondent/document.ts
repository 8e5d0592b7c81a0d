import { textIn, type UiLanguage } from '@common-measure/kernel';
import { attributes, escapeHtml } from './html.ts';
import type { RespondentFrame } from './respondent-view.ts';
import { respondentWords } from './respondent-words.ts';

export interface DocumentParts {
  readonly locale: UiLanguage;
  readonly frame: Pick<RespondentFrame, 'organization' | 'stylesheet' | 'preview'>;
  readonly title: string;
  readonly body: string;
  readonly wide?: boolean;
  readonly error?: boolean;
  /** The form whose answers the language switch carries along; null where the page has no form: then the switch is a link. */
  readonly form: string | null;
}

const mark =
  '<svg width="30" height="22" viewBox="0 0 30 22" aria-hidden="true"><path d="M2 20V11M8.5 20V14M15 20V2M21.5 20V14M28 20V11" stroke="currentColor" stroke-width="3" stroke-linecap="round"/></svg>';

/** One whole page: header with the organization and the language switch, then the content. No inline style, no script. */
export function respondentDocument(parts: DocumentParts): string {
  const t = respondentWords[parts.locale];
  const organization = textIn(parts.frame.organization, parts.locale);
  const title = `${parts.error ? t.errorTitle : ''}${parts.title} – ${organization}`;
  const language =
    parts.form === null
      ? `<a href="?lang=${t.other}" lang="${t.other}" hreflang="${t.other}">${t.otherName}</a>`
      : `<button${attributes({ class: 't', form: parts.form, name: 'do', value: t.other, formnovalidate: true, lang: t.other })}>${t.otherName}</button>`;
  const preview = parts.frame.preview
    ? `<div class="w"><div class="n pre" role="note"><p><strong>${t.preview}.</strong> ${t.previewMore}</p></div></div>`
    : '';
  return `<!doctype html><html lang="${parts.locale}-CA" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><meta name="color-scheme" content="light"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer"><link rel="icon" href="data:,"><link rel="stylesheet" href="${escapeHtml(parts.frame.stylesheet)}"></head><body${attributes({ class: parts.wide ? 'wide' : null })}><a class="skip" href="#m">${t.skip}</a><header><div class="w"><p class="org">${mark}<span>${escapeHtml(organization)}</span></p>${language}</div></header><main id="m">${preview}<div class="w">${parts.body}</div></main></body></html>`;
}

/** A form of the survey: posts to `action` and carries the hidden fields. */
export function surveyForm(action: string, hidden: Readonly<Record<string, string>>, inner: string): string {
  const fields = Object.entries(hidden).map(([name, value]) => `<input${attributes({ type: 'hidden', name, value })}>`);
  return `<form${attributes({ id: 'f', method: 'post', action, novalidate: true })}>${fields.join('')}${inner}</form>`;
}
