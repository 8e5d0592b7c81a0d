import { textIn } from '@common-measure/kernel';
import { dateBoxName, fieldName, longestText, outsideAnswers, outsideOf } from '../entry.ts';
import type { Question } from '../instrument.ts';
import { dateParts } from '../read-date.ts';
import { type FieldContext, fieldGroup, fieldHeading, fieldHint, fieldProblem, outsideChecks } from './field-frame.ts';
import { attributes, escapeHtml } from './html.ts';

export function numberField(question: Question, context: FieldContext): string {
  const id = fieldName(question.code);
  const typed = typedInto(question, context);
  const hint = fieldHint(question, context, null);
  const bad = context.problems.has(question.code);
  const by = [hint && `h-${question.code}`, bad && `e-${question.code}`, question.unit && `u-${question.code}`]
    .filter(Boolean)
    .join(' ');
  const unit = question.unit
    ? `<span${attributes({ id: `u-${question.code}` })}>${escapeHtml(textIn(question.unit, context.locale))}</span>`
    : '';
  const inputmode = (question.min ?? 0) < 0 ? 'text' : question.decimals === 0 ? 'numeric' : 'decimal';
  const checks = outsideChecks(question, context);
  const apart =
    checks === ''
      ? ''
      : `<div${attributes({ role: 'group', 'aria-labelledby': `l-${question.code}` })}>${checks}</div>`;
  return `<label${attributes({ class: 'q z', for: id, id: `l-${question.code}` })}>${fieldHeading(question, context)}</label>${hint}${fieldProblem(question, context)}<div class="num"><input${attributes({ type: 'text', inputmode, autocomplete: 'off', id, name: id, value: typed, 'aria-describedby': by || null, 'aria-invalid': bad ? 'true' : null })}>${unit}</div>${apart}`;
}

/** A text in one line or several, each with the same greatest length. */
export function textField(question: Question, context: FieldContext): string {
  const id = fieldName(question.code);
  const bad = context.problems.has(question.code);
  const hint = fieldHint(question, context, context.t.textHint);
  const by = [`h-${question.code}`, bad && `e-${question.code}`].filter(Boolean).join(' ');
  const entered = context.entries[question.code] ?? [];
  const lines = question.lines ?? 6;
  const shared = {
    id,
    name: id,
    maxlength: String(longestText),
    'aria-describedby': by,
    'aria-invalid': bad ? 'true' : null,
  };
  const box =
    lines === 1
      ? `<input${attributes({ type: 'text', autocomplete: 'off', ...shared, value: entered.join(' ') })}>`
      : `<textarea${attributes({ class: lines < 6 ? 'few' : null, rows: String(lines), ...shared })}>${escapeHtml(entered.join('\n'))}</textarea>`;
  return `<label${attributes({ class: 'q z', for: id })}>${fieldHeading(question, context)}</label>${hint}${fieldProblem(question, context)}${box}`;
}

/** A day in three boxes: what cannot be read as a date stays as it was entered. */
export function dateField(question: Question, context: FieldContext): string {
  const { t } = context;
  const [year, month, day] = dateParts(typedInto(question, context));
  const bad = context.problems.has(question.code) ? 'true' : null;
  const box = (name: 'year' | 'day', label: string, value: string, most: string): string => {
    const id = name === 'day' ? fieldName(question.code) : dateBoxName(question.code, name);
    return `<div><label for="${id}">${label}</label><input${attributes({ class: name, type: 'text', inputmode: 'numeric', autocomplete: 'off', maxlength: most, id, name: dateBoxName(question.code, name), value, 'aria-invalid': bad })}></div>`;
  };
  const months = t.months.map(
    (name, index) =>
      `<option${attributes({ value: String(index + 1).padStart(2, '0'), selected: Number(month) === index + 1 })}>${name}</option>`,
  );
  const id = dateBoxName(question.code, 'month');
  const list = `<div><label for="${id}">${t.month}</label><select${attributes({ id, name: id, 'aria-invalid': bad })}><option value=""></option>${months.join('')}</select></div>`;
  return fieldGroup(
    question,
    context,
    null,
    `<div class="dt">${box('day', t.day, day, '20')}${list}${box('year', t.year, year, '20')}</div>${outsideChecks(question, context)}`,
  );
}

function typedInto(question: Question, { entries }: FieldContext): string {
  const boxes = outsideOf(question).map((key): string => outsideAnswers[key]);
  return (entries[question.code] ?? []).find((value) => !boxes.includes(value)) ?? '';
}
