import { textIn } from '@common-measure/kernel';
import { respondentDocument, surveyForm } from './document.ts';
import { attributes, escapeHtml, paragraphs } from './html.ts';
import type { RespondentView } from './respondent-view.ts';
import { wordsOf } from './spoken-words.ts';

/**
 * After sending: the receipt, and the withdrawal code that is shown this once. What leads on opens beside this page, so that the codes
 * stay in sight and need be kept nowhere else; a tablet has no such place, and says beforehand that they do not come back.
 */
export function receiptPage(view: RespondentView): string {
  if (view.step.kind !== 'receipt') throw new Error(`a receipt at step ${view.step.kind}`);
  const { locale, frame, step } = view;
  const t = wordsOf(view.instrument, locale);
  const beside = (place: string, words: string): string => {
    const href = `${frame.base}/${place}`;
    if (frame.onTablet) return `<a${attributes({ href })}>${words}</a>`;
    return `<a${attributes({ href, target: '_blank', rel: 'noopener' })}>${words} (${t.newTab})</a>`;
  };
  const withdrawal = frame.preview
    ? ''
    : `<h2>${t.changedMind}</h2><p>${t.withdrawMore} ${beside('withdraw', t.withdraw)}</p><div class="n"><p><strong>${t.codeOnce}</strong><span class="code">${escapeHtml(step.withdrawalCode)}</span>${t.writeDown}</p></div>`;
  const receipt = frame.preview
    ? ''
    : `<div class="n ok"><p>${t.receiptNumber}<span class="code">${escapeHtml(step.receipt)}</span></p></div>`;
  const contact =
    frame.preview || frame.notice?.contactDays === undefined
      ? ''
      : `<h2>${t.mayWeContact}</h2><p>${t.contactApart} ${frame.onTablet ? t.noteCodes : t.codesStay}</p><p class="ln">${beside(`contact?lang=${locale}`, t.sendContact)}</p>`;
  const finish = surveyForm(
    `${frame.base}/check`,
    frame.hidden,
    `<div class="act"><button name="do" value="finish">${t.finish}</button></div>`,
  );
  return respondentDocument({
    t,
    languages: view.instrument.languages,
    frame,
    title: t.thanks,
    form: 'f',
    body: `<h1>${t.thanks}</h1>${paragraphs(textIn(view.instrument.closing, locale), 'lead')}${receipt}${withdrawal}${finish}${contact}`,
  });
}

/** The answers are kept on the server and can be finished later: on this device, and by their code on any other. */
export function savedPage(view: RespondentView, code: string | null): string {
  const { frame } = view;
  const t = wordsOf(view.instrument, view.locale);
  const leave = code === null ? '' : `<button class="s" name="do" value="leave">${t.leave}</button>`;
  const form = surveyForm(
    frame.base,
    frame.hidden,
    `<div class="act"><button name="do" value="resume">${t.resume}</button>${leave}<button class="t" name="do" value="discard">${t.discard}</button></div>`,
  );
  const elsewhere =
    code === null
      ? ''
      : `<h2>${t.elsewhere}</h2><p>${t.elsewhereMore}</p><div class="n"><p>${t.resumeCode}<span class="code">${escapeHtml(code)}</span></p><p class="ln"><a${attributes({ href: `${frame.base}/resume?code=${code}` })}>${t.resumeLink}</a></p></div>`;
  return respondentDocument({
    t,
    languages: view.instrument.languages,
    frame,
    title: t.saved,
    form: 'f',
    body: `<h1>${t.saved}</h1><p class="lead">${t.savedMore}</p>${form}<p class="hint u2">${t.shared}</p>${elsewhere}`,
  });
}

/** The same response was sent twice with different content: the first stands. */
export function conflictPage(view: RespondentView): string {
  const { frame } = view;
  const t = wordsOf(view.instrument, view.locale);
  return respondentDocument({
    t,
    languages: view.instrument.languages,
    frame,
    title: t.conflict,
    form: null,
    body: `<h1>${t.conflict}</h1><p class="lead">${t.conflictMore}</p>`,
  });
}

/** A quota is full: thanks, and what became of the answers so far. */
export function fullPage(view: RespondentView): string {
  const { frame } = view;
  const t = wordsOf(view.instrument, view.locale);
  return respondentDocument({
    t,
    languages: view.instrument.languages,
    frame,
    title: t.full,
    form: null,
    body: `<h1>${t.full}</h1><p class="lead">${t.fullMore}</p><p>${t.fullKept}</p>`,
  });
}
