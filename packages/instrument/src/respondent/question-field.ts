import { textIn, type UiLanguage } from '@common-measure/kernel';
import { type Entries, fieldName, longestText, outsideAnswers, outsideOf } from '../entry.ts';
import type { Question, ResponseOption } from '../instrument.ts';
import { attributes, escapeHtml, headingHtml } from './html.ts';
import { respondentWords } from './respondent-words.ts';

export interface FieldContext {
  readonly locale: UiLanguage;
  readonly entries: Entries;
  /** The message of each question that could not be understood. */
  readonly problems: ReadonlyMap<string, string>;
  /** The question is the only one of its page: its wording is the heading. */
  readonly alone: boolean;
}

/** The field of one question with its legend or label, hint, message and what was entered so far. */
export function questionField(question: Question, context: FieldContext): string {
  const inner =
    question.type === 'text'
      ? textField(question, context)
      : question.type === 'number'
        ? numberField(question, context)
        : choiceField(question, context);
  const bad = context.problems.has(question.code);
  return `<div${attributes({ class: `block${bad ? ' bad' : ''}` })}>${inner}</div>`;
}

/** The answers of a question as radio buttons or boxes; the first carries the id that messages link to. */
export function answerRows(
  question: Question,
  context: FieldContext,
): { readonly scored: string; readonly outside: string } {
  const type = question.type === 'multiple' ? 'checkbox' : 'radio';
  const entered = context.entries[question.code] ?? [];
  const row = (value: string, label: string, first: boolean): string =>
    `<label class="o"><input${attributes({ type, name: fieldName(question.code), value, id: first ? fieldName(question.code) : null, checked: entered.includes(value) })}><span>${escapeHtml(label)}</span></label>`;
  const options: readonly ResponseOption[] =
    question.type === 'rating' ? (question.scale?.points ?? []) : question.options;
  const outside = outsideOf(question).map((key) =>
    row(outsideAnswers[key], respondentWords[context.locale][key], false),
  );
  return {
    scored: options
      .map((option, index) => row(option.code, textIn(option.label, context.locale), index === 0))
      .join(''),
    outside: outside.length > 0 ? `<div class="na">${outside.join('')}</div>` : '',
  };
}

/** The words of a question, with a mark where an answer is needed. */
export function wordingOf(question: Question, locale: UiLanguage): string {
  const wording = headingHtml(textIn(question.wording, locale));
  return question.required ? `${wording} <span class="rq">(${respondentWords[locale].required})</span>` : wording;
}

/** The message of a question in its place, or nothing. */
export function fieldProblem(question: Question, context: FieldContext): string {
  const message = context.problems.get(question.code);
  return message ? `<span class="e" id="e-${escapeHtml(question.code)}">${escapeHtml(message)}</span>` : '';
}

function choiceField(question: Question, context: FieldContext): string {
  const t = respondentWords[context.locale];
  const rows = answerRows(question, context);
  const hint = hintOf(question, context, standingHint(question, context.locale));
  const or = question.type === 'multiple' && rows.outside ? `<p class="or">${t.or}</p>` : '';
  const five = question.type === 'rating' && question.scale?.points.length === 5;
  return `<fieldset${described(question, context, hint !== '')}><legend>${heading(question, context)}</legend>${hint}${fieldProblem(question, context)}<div${attributes({ class: five ? 'five' : null })}>${rows.scored}</div>${or}${rows.outside}</fieldset>`;
}

function standingHint({ type, atMost }: Question, locale: UiLanguage): string | null {
  if (type !== 'multiple') return null;
  return atMost === undefined ? respondentWords[locale].chooseAll : respondentWords[locale].chooseAtMost(atMost);
}

function numberField(question: Question, context: FieldContext): string {
  const t = respondentWords[context.locale];
  const id = fieldName(question.code);
  const outside = outsideOf(question);
  const entered = context.entries[question.code] ?? [];
  const boxes = outside.map((key) => outsideAnswers[key] as string);
  const typed = entered.find((value) => !boxes.includes(value)) ?? '';
  const hint = hintOf(question, context, null);
  const bad = context.problems.has(question.code);
  const by = [hint && `h-${question.code}`, bad && `e-${question.code}`, question.unit && `u-${question.code}`]
    .filter(Boolean)
    .join(' ');
  const unit = question.unit
    ? `<span${attributes({ id: `u-${question.code}` })}>${escapeHtml(textIn(question.unit, context.locale))}</span>`
    : '';
  const checks = outside.map(
    (key) =>
      `<label class="chk"><input${attributes({ type: 'checkbox', name: id, value: outsideAnswers[key], checked: entered.includes(outsideAnswers[key]) })}><span>${t[key]}</span></label>`,
  );
  return `<label${attributes({ class: 'q z', for: id })}>${heading(question, context)}</label>${hint}${fieldProblem(question, context)}<div class="num"><input${attributes({ type: 'text', inputmode: 'decimal', autocomplete: 'off', id, name: id, value: typed, 'aria-describedby': by || null, 'aria-invalid': bad ? 'true' : null })}>${unit}</div>${checks.join('')}`;
}

function textField(question: Question, context: FieldContext): string {
  const id = fieldName(question.code);
  const bad = context.problems.has(question.code);
  const hint = hintOf(question, context, respondentWords[context.locale].textHint);
  const by = [`h-${question.code}`, bad && `e-${question.code}`].filter(Boolean).join(' ');
  const typed = (context.entries[question.code] ?? []).join('\n');
  return `<label${attributes({ class: 'q z', for: id })}>${heading(question, context)}</label>${hint}${fieldProblem(question, context)}<textarea${attributes({ id, name: id, rows: '6', maxlength: String(longestText), 'aria-describedby': by, 'aria-invalid': bad ? 'true' : null })}>${escapeHtml(typed)}</textarea>`;
}

function heading(question: Question, context: FieldContext): string {
  const wording = wordingOf(question, context.locale);
  return context.alone ? `<h1>${wording}</h1>` : `<span class="lq">${wording}</span>`;
}

function hintOf(question: Question, context: FieldContext, standing: string | null): string {
  const text = [question.hint && textIn(question.hint, context.locale), standing].filter(Boolean).join(' ');
  return text ? `<p${attributes({ class: 'hint', id: `h-${question.code}` })}>${escapeHtml(text)}</p>` : '';
}

function described(question: Question, context: FieldContext, hint: boolean): string {
  const by = [hint && `h-${question.code}`, context.problems.has(question.code) && `e-${question.code}`]
    .filter(Boolean)
    .join(' ');
  return attributes({ 'aria-describedby': by || null });
}
