import { formatNumber, textIn, type UiLanguage } from '@common-measure/kernel';
import { type Entries, fieldName, outsideAnswers, outsideOf } from '../entry.ts';
import type { Question, Section } from '../instrument.ts';
import { readAnswers } from '../read-answers.ts';
import { respondentDocument, surveyForm } from './document.ts';
import { errorSummary, problemInWords } from './error-summary.ts';
import { attributes, escapeHtml } from './html.ts';
import { progress } from './progress.ts';
import type { RespondentView } from './respondent-view.ts';
import { respondentWords } from './respondent-words.ts';

/** Every question with what was answered and a way to change it, before anything is sent. */
export function checkPage(view: RespondentView, parts: readonly Section[]): string {
  const { locale, frame } = view;
  const t = respondentWords[locale];
  const address = (section: string, code: string): string =>
    `${frame.base}/part/${section}?returns=check#${fieldName(code)}`;
  const rows = parts.flatMap((part) =>
    part.questions.map((question) => {
      const wording = textIn(question.wording, locale);
      const change = `<a${attributes({ href: address(part.code, question.code), 'aria-label': `${t.change}${t.colon} ${wording}` })}>${t.change}</a>`;
      return `<div><dt>${escapeHtml(wording)}</dt><dd>${escapeHtml(answerInWords(question, view.entries, locale))}</dd><dd class="c">${change}</dd></div>`;
    }),
  );
  const links = view.problems.flatMap((problem) => {
    const part = parts.find((one) => one.questions.some((question) => question.code === problem.question));
    const question = part?.questions.find((one) => one.code === problem.question);
    return part
      ? [{ href: address(part.code, problem.question), text: problemInWords(problem.message, question, locale) }]
      : [];
  });
  const save = frame.preview ? '' : `<button class="t" name="do" value="save" formnovalidate>${t.save}</button>`;
  const inner = `${progress(t.lastStep, parts.length, parts.length)}<h1>${t.check}</h1><p class="hint">${t.checkMore}</p><dl class="ck">${rows.join('')}</dl><div class="act"><button name="do" value="send">${t.send}</button><button class="s" name="do" value="back" formnovalidate>${t.back}</button>${save}</div>`;
  return respondentDocument({
    locale,
    frame,
    title: t.check,
    error: links.length > 0,
    form: 'f',
    body: errorSummary(t, links) + surveyForm(`${frame.base}/check`, frame.hidden, inner),
  });
}

/** What a person entered for a question, in words; what cannot be understood as it was typed. */
export function answerInWords(question: Question, entries: Entries, locale: UiLanguage): string {
  const t = respondentWords[locale];
  const entered = entries[question.code] ?? [];
  const answer = readAnswers([{ ...question, required: false }], entries).answers[question.code];
  if (!answer)
    return entered.length > 0 ? entered.filter((value) => !value.startsWith('-')).join('; ') || t.empty : t.empty;
  switch (answer.kind) {
    case 'codes': {
      const options = question.type === 'rating' ? (question.scale?.points ?? []) : question.options;
      const chosen = options.filter((option) => answer.codes.includes(option.code));
      return chosen.map((option) => textIn(option.label, locale)).join('; ');
    }
    case 'number': {
      const digits = String(answer.value).split('.')[1]?.length ?? 0;
      return `${formatNumber(answer.value, locale, digits)}${question.unit ? `\u00a0${textIn(question.unit, locale)}` : ''}`;
    }
    case 'text':
      return answer.text;
    case 'missing': {
      const key = outsideOf(question).find((one) => entered.includes(outsideAnswers[one]));
      return key ? t[key] : t.empty;
    }
  }
}
