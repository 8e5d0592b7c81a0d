import { textIn } from '@common-measure/kernel';
import { labelsOf, plainWords } from '../answer-words.ts';
import { type Entries, fieldName, outsideAnswers, outsideOf } from '../entry.ts';
import type { Question, Section } from '../instrument.ts';
import { pagesOf } from '../pages.ts';
import { isAnswerable, otherCode } from '../question-parts.ts';
import { readAnswers } from '../read-answers.ts';
import { respondentDocument, surveyForm } from './document.ts';
import { errorSummary, problemInWords } from './error-summary.ts';
import { attributes, escapeHtml } from './html.ts';
import { partAddress } from './part-address.ts';
import { progress } from './progress.ts';
import type { RespondentView } from './respondent-view.ts';
import type { RespondentWords } from './respondent-words.ts';
import { wordsOf } from './spoken-words.ts';

/** Every question with what was answered and a way to change it, before anything is sent. */
export function checkPage(view: RespondentView, parts: readonly Section[]): string {
  const { locale, frame } = view;
  const t = wordsOf(view.instrument, locale);
  const address = ({ code: section, paging }: Section, code: string): string =>
    `${partAddress(frame.base, { section, question: paging === 'each' ? code : null }, ['returns=check'])}#${fieldName(code)}`;
  const pages = pagesOf(parts).length;
  const rows = parts.flatMap((part) =>
    part.questions.filter(isAnswerable).map((question) => {
      const wording = textIn(question.wording, locale);
      const change = `<a${attributes({ href: address(part, question.code), 'aria-label': `${t.change}${t.colon} ${wording}` })}>${t.change}</a>`;
      return `<div><dt>${escapeHtml(wording)}</dt><dd>${escapeHtml(answerInWords(question, view.entries, t))}</dd><dd class="c">${change}</dd></div>`;
    }),
  );
  const links = view.problems
    .filter((problem) => !problem.soft)
    .flatMap((problem) => {
      const part = parts.find((one) => one.questions.some((question) => question.code === problem.question));
      const question = part?.questions.find((one) => one.code === problem.question);
      return part ? [{ href: address(part, problem.question), text: problemInWords(problem, question, t) }] : [];
    });
  const save = frame.preview ? '' : `<button class="t" name="do" value="save" formnovalidate>${t.save}</button>`;
  const inner = `${progress(t.lastStep, pages, pages)}<h1>${t.check}</h1><p class="hint">${t.checkMore}</p><dl class="ck">${rows.join('')}</dl><div class="act"><button name="do" value="send">${t.send}</button><button class="s" name="do" value="back" formnovalidate>${t.back}</button>${save}</div>`;
  return respondentDocument({
    t,
    languages: view.instrument.languages,
    frame,
    title: t.check,
    error: links.length > 0,
    form: 'f',
    body: errorSummary(t, links) + surveyForm(`${frame.base}/check`, frame.hidden, inner),
  });
}

/** What a person entered for a question, in words; what cannot be understood as it was typed. */
export function answerInWords(question: Question, entries: Entries, t: RespondentWords): string {
  const entered = entries[question.code] ?? [];
  const { answers } = readAnswers([{ ...question, required: false }], entries);
  const answer = answers[question.code];
  if (!answer) return asTyped(question, entries, t.locale) || t.empty;
  if (answer.kind === 'missing') {
    const key = outsideOf(question).find((one) => entered.includes(outsideAnswers[one]));
    return key ? t[key] : t.empty;
  }
  if (answer.kind !== 'codes') return plainWords(question, answer, t) ?? t.empty;
  const labels = labelsOf(question, answer.codes, answers, t.locale);
  return question.type === 'ranking'
    ? labels.map((label, index) => `${index + 1}.\u00a0${label}`).join('; ')
    : labels.join('; ');
}

/** An entry that is no answer yet: what was chosen by its label, what was typed as it was typed. */
function asTyped(question: Question, entries: Entries, locale: string): string {
  const beside = entries[otherCode(question.code)] ?? [];
  const inWords = (value: string): string => {
    const [code = '', place] = value.split('=');
    const option = question.options.find((one) => one.code === code);
    if (!option) return value;
    return `${place === undefined ? '' : `${place}.\u00a0`}${textIn(option.label, locale)}`;
  };
  const entered = (entries[question.code] ?? []).filter((value) => !value.startsWith('-'));
  return [...entered.map(inWords), ...beside].join('; ');
}
