import { textIn } from '@common-measure/kernel';
import { optionsInOrder } from '../allotment.ts';
import { fieldName, outsideAnswers, outsideOf } from '../entry.ts';
import type { Question, ResponseOption } from '../instrument.ts';
import { choicesOf, otherCode, specifyOption } from '../question-parts.ts';
import { type FieldContext, fieldGroup } from './field-frame.ts';
import { attributes, escapeHtml } from './html.ts';
import type { RespondentWords } from './respondent-words.ts';
import { endLabels, pointHtml, scaleLook } from './scale-look.ts';

/** A rating, a choice or a consent: radio buttons or boxes in a fieldset. */
export function choiceField(question: Question, context: FieldContext): string {
  const { t } = context;
  const look = question.type === 'rating' && question.scale ? scaleLook(question.scale) : 'rows';
  const rows = answerRows(question, context);
  const or = question.type === 'multiple' && rows.outside ? `<p class="or">${t.or}</p>` : '';
  const classes = { rows: null, five: 'five', thumbs: 'th', numbers: `nm n${question.scale?.points.length}` }[look];
  const ends = look === 'numbers' && question.scale ? endLabels(question.scale, context.locale) : '';
  return fieldGroup(
    question,
    context,
    standingHint(question, context.t),
    `<div${attributes({ class: classes })}>${rows.scored}</div>${ends}${or}${rows.outside}`,
  );
}

/** The answers of a question as radio buttons or boxes; the first carries the id that messages link to. */
export function answerRows(
  question: Question,
  context: FieldContext,
): { readonly scored: string; readonly outside: string } {
  const type = question.type === 'multiple' || question.type === 'consent' ? 'checkbox' : 'radio';
  const entered = context.entries[question.code] ?? [];
  const row = (value: string, label: string, first: boolean): string =>
    `<label class="o"><input${attributes({ type, name: fieldName(question.code), value, id: first ? fieldName(question.code) : null, checked: entered.includes(value) })}><span>${label}</span></label>`;
  const specify = specifyOption(question);
  const rowOf = (option: ResponseOption, index: number): string => {
    const label = question.scale
      ? pointHtml(question.scale, option, context.locale)
      : escapeHtml(textIn(option.label, context.locale));
    const beside = option.code === specify?.code ? besideField(question, option, context) : '';
    return row(option.code, label, index === 0) + beside;
  };
  const options = question.type === 'rating' ? choicesOf(question) : optionsInOrder(question, context.allotment);
  const outside = outsideOf(question).map((key) => row(outsideAnswers[key], escapeHtml(context.t[key]), false));
  return {
    scored: options.map(rowOf).join(''),
    outside: outside.length > 0 ? `<div class="na">${outside.join('')}</div>` : '',
  };
}

/** The box for the words beside "other". It is always there, so that it needs no script. */
function besideField(question: Question, option: ResponseOption, context: FieldContext): string {
  const name = otherCode(question.code);
  const label = context.t.specify(textIn(option.label, context.locale));
  return `<div class="sp"><label for="${fieldName(name)}">${escapeHtml(label)}</label><input${attributes({ type: 'text', id: fieldName(name), name: fieldName(name), maxlength: '300', autocomplete: 'off', value: (context.entries[name] ?? []).join(' ') })}></div>`;
}

function standingHint({ type, atMost, atLeast }: Question, t: RespondentWords): string | null {
  if (type !== 'multiple') return null;
  if (atLeast !== undefined && atLeast > 1) return t.chooseBetween(atLeast, atMost ?? null);
  return atMost === undefined ? t.chooseAll : t.chooseAtMost(atMost);
}
