import { type LocalizedText, textIn } from '@common-measure/kernel';
import type { Section } from '../instrument.ts';
import { isAnswerable } from '../question-parts.ts';
import { respondentDocument, surveyForm } from './document.ts';
import { foreignPart } from './foreign-part.ts';
import { attributes, escapeHtml, paragraphs } from './html.ts';
import { emptyNotice, otherWaysHtml, privacyRows } from './public-notice.ts';
import type { RespondentView } from './respondent-view.ts';
import { wordsOf } from './spoken-words.ts';

/** Who asks, why, how long it takes and what is kept: all before the first question. */
export function introductionPage(view: RespondentView, parts: readonly Section[], minutes: number): string {
  const { locale, frame, instrument } = view;
  const t = wordsOf(instrument, locale);
  const title = textIn(instrument.title, locale);
  const questions = parts.flatMap((part) => part.questions).filter(isAnswerable);
  const facts: readonly (readonly [string, string])[] = [
    [t.minutes(minutes), t.length(questions.length, parts.length)],
    [t.choice, questions.some((question) => question.required) ? t.choiceMarked : t.choiceMore],
    [t.anonymous, t.anonymousMore],
    ...(frame.closesOn ? [[t.openUntil(t.date(frame.closesOn)), t.openMore] as const] : []),
  ];
  const list = facts
    .map(([term, more]) => `<div><dt>${escapeHtml(term)}</dt><dd>${escapeHtml(more)}</dd></div>`)
    .join('');
  const notice = frame.notice ?? emptyNotice;
  const privacy = privacyRows(notice, textIn(frame.organization, locale), t).map(
    ([lead, more, text]) =>
      `<p><strong>${escapeHtml(lead)}</strong> ${text ? part(text, more, locale) : escapeHtml(more)}</p>`,
  );
  const inner = `<h1>${escapeHtml(title)}</h1>${paragraphs(textIn(instrument.introduction, locale), 'lead')}<dl class="facts">${list}</dl><div class="act"><button name="do" value="start">${t.start}</button></div>`;
  const links = frame.preview
    ? ''
    : `<p class="ln"><a href="${escapeHtml(frame.base)}/resume">${t.openSaved}</a></p><p class="ln"><a href="${escapeHtml(frame.base)}/withdraw">${t.withdraw}</a></p>`;
  return respondentDocument({
    t,
    languages: instrument.languages,
    frame,
    title,
    form: 'f',
    body: `${surveyForm(frame.base, frame.hidden, inner)}${otherWaysHtml(notice, t)}<h2 id="p">${t.privacy}</h2>${privacy.join('')}${links}`,
  });
}

/** Words of the survey, marked where they are not in the language of the page. */
function part(text: LocalizedText, words: string, locale: string): string {
  const foreign = attributes(foreignPart(text, locale));
  return foreign === '' ? escapeHtml(words) : `<span${foreign}>${escapeHtml(words)}</span>`;
}
