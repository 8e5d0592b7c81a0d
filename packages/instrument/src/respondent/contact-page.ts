import type { Instrument } from '../instrument.ts';
import { respondentDocument } from './document.ts';
import { errorSummary } from './error-summary.ts';
import { attributes, escapeHtml } from './html.ts';
import type { RespondentFrame } from './respondent-view.ts';
import { wordsOf } from './spoken-words.ts';

/** What somebody enters so that she can be reached. */
export interface ContactEntry {
  readonly name: string;
  readonly reach: string;
  readonly about: string;
}

/** No field of the contact form takes more characters. */
export const longestContact = { name: 120, reach: 200, about: 600 } as const;

/**
 * "May we contact you about this?": a form of its own that carries nothing of the answers, of their draft or their receipt. `entered` is
 * what stood in it: sent without a way to reach the person, or, with `isBad` false, carried over to another language.
 */
export function contactPage(
  locale: string,
  frame: Pick<RespondentFrame, 'organization' | 'logo' | 'stylesheet' | 'style' | 'preview' | 'base'>,
  survey: Pick<Instrument, 'languages' | 'pageWords'>,
  days: number,
  entered: ContactEntry | null,
  isBad = entered !== null,
): string {
  const t = wordsOf(survey, locale);
  const summary = errorSummary(t, isBad ? [{ href: '#reach', text: t.enterReach }] : []);
  const box = (name: keyof ContactEntry, label: string, hint: string | null): string => {
    const bad = isBad && name === 'reach';
    const by = [hint && `h-${name}`, bad && `e-${name}`].filter(Boolean).join(' ');
    const shared = {
      id: name,
      name,
      maxlength: String(longestContact[name]),
      autocomplete: { name: 'name', reach: 'email', about: 'off' }[name],
      'aria-describedby': by || null,
      'aria-invalid': bad ? 'true' : null,
    };
    const value = entered?.[name] ?? '';
    const field =
      name === 'about'
        ? `<textarea${attributes({ class: 'few', rows: '4', ...shared })}>${escapeHtml(value)}</textarea>`
        : `<input${attributes({ type: 'text', ...shared, value })}>`;
    const more = hint === null ? '' : `<p class="hint" id="h-${name}">${escapeHtml(hint)}</p>`;
    const problem = bad ? `<span class="e" id="e-${name}">${t.enterReach}</span>` : '';
    return `<div${attributes({ class: bad ? 'block bad' : 'block' })}><label class="q z" for="${name}"><span class="lq">${escapeHtml(label)}</span></label>${more}${problem}${field}</div>`;
  };
  const form = `<form${attributes({ id: 'f', method: 'post', action: `${frame.base}/contact`, novalidate: true })}><input${attributes({ type: 'hidden', name: 'lang', value: locale })}>${box('reach', t.reach, t.reachHint)}${box('name', t.yourName, null)}${box('about', t.aboutWhat, null)}<div class="act"><button name="do" value="contact">${t.sendContact}</button></div></form>`;
  return respondentDocument({
    t,
    languages: survey.languages,
    frame,
    title: t.mayWeContact,
    error: isBad,
    form: 'f',
    body: `${summary}<h1>${t.mayWeContact}</h1><p class="lead">${t.contactApart}</p><p>${escapeHtml(t.contactKept.replace('{days}', t.number(days)))}</p>${form}`,
  });
}

/** It has arrived, and where the receipt is. */
export function contactSentPage(
  locale: string,
  frame: Pick<RespondentFrame, 'organization' | 'logo' | 'stylesheet' | 'style' | 'preview' | 'onTablet'>,
  survey: Pick<Instrument, 'languages' | 'pageWords'>,
): string {
  const t = wordsOf(survey, locale);
  return respondentDocument({
    t,
    languages: survey.languages,
    frame,
    title: t.contactSent,
    form: null,
    body: `<h1>${t.contactSent}</h1><p class="lead">${t.contactSentMore}</p>${frame.onTablet ? '' : `<p>${t.codesThere}</p>`}`,
  });
}
