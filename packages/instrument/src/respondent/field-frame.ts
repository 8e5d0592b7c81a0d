import { textIn } from '@common-measure/kernel';
import type { Allotment } from '../allotment.ts';
import { type Entries, fieldName, outsideAnswers, outsideOf } from '../entry.ts';
import type { Question } from '../instrument.ts';
import { attributes, escapeHtml, headingHtml } from './html.ts';
import type { RespondentWords } from './respondent-words.ts';

export interface FieldContext {
  readonly locale: string;
  readonly t: RespondentWords;
  readonly entries: Entries;
  readonly allotment: Allotment;
  /** The message of each question that could not be understood. */
  readonly problems: ReadonlyMap<string, string>;
  /** Those of them that were only left empty and may stay so. */
  readonly soft: ReadonlySet<string>;
  /** The question is the only one of its page: its wording is the heading. */
  readonly alone: boolean;
}

/** How the field of a question with a message stands out: as wrong, or as better answered; empty where all is well. */
export function problemClass({ code }: Question, { problems, soft }: FieldContext): string {
  if (!problems.has(code)) return '';
  return soft.has(code) ? ' soft' : ' bad';
}

/** The words of a question, with a mark where an answer is needed. */
export function wordingOf(question: Question, { locale, t }: FieldContext): string {
  const wording = headingHtml(textIn(question.wording, locale));
  return question.required ? `${wording} <span class="rq">(${t.required})</span>` : wording;
}

/** The message of a question in its place, or nothing. */
export function fieldProblem(question: Question, context: FieldContext): string {
  const message = context.problems.get(question.code);
  return message ? `<span class="e" id="e-${escapeHtml(question.code)}">${escapeHtml(message)}</span>` : '';
}

/** The words of a question as the heading of its field, and of the page where it stands alone. */
export function fieldHeading(question: Question, context: FieldContext): string {
  const wording = wordingOf(question, context);
  return context.alone ? `<h1>${wording}</h1>` : `<span class="lq">${wording}</span>`;
}

/** The author's hint with the standing one of the kind of question; empty where there is neither. */
export function fieldHint(question: Question, context: FieldContext, standing: string | null): string {
  const text = [question.hint && textIn(question.hint, context.locale), standing].filter(Boolean).join(' ');
  return text ? `<p${attributes({ class: 'hint', id: `h-${question.code}` })}>${escapeHtml(text)}</p>` : '';
}

/** A fieldset for the answers of a question: its words as the legend, hint and message tied to it. */
export function fieldGroup(question: Question, context: FieldContext, standing: string | null, inner: string): string {
  const hint = fieldHint(question, context, standing);
  const by = [hint && `h-${question.code}`, context.problems.has(question.code) && `e-${question.code}`]
    .filter(Boolean)
    .join(' ');
  return `<fieldset${attributes({ 'aria-describedby': by || null })}><legend>${fieldHeading(question, context)}</legend>${hint}${fieldProblem(question, context)}${inner}</fieldset>`;
}

/** The answers outside the scale as boxes below a field that one types into or ranks with. */
export function outsideChecks(question: Question, context: FieldContext): string {
  const entered = context.entries[question.code] ?? [];
  const checks = outsideOf(question).map(
    (key) =>
      `<label class="chk"><input${attributes({ type: 'checkbox', name: fieldName(question.code), value: outsideAnswers[key], checked: entered.includes(outsideAnswers[key]) })}><span>${context.t[key]}</span></label>`,
  );
  return checks.join('');
}
