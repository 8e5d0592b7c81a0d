import { textIn } from '@common-measure/kernel';
import { optionsInOrder } from '../allotment.ts';
import { fieldName } from '../entry.ts';
import type { Question } from '../instrument.ts';
import { placesOf } from '../question-parts.ts';
import { type FieldContext, fieldGroup, outsideChecks } from './field-frame.ts';
import { attributes, escapeHtml } from './html.ts';

/** A ranking: every option with a list of places beside it, which needs neither a script nor a steady hand. */
export function rankingField(question: Question, context: FieldContext): string {
  const { t } = context;
  const entered = context.entries[question.code] ?? [];
  const most = placesOf(question);
  const places = Array.from({ length: most }, (_, index) => index + 1);
  const rows = optionsInOrder(question, context.allotment).map((option, index) => {
    const id = index === 0 ? fieldName(question.code) : `${fieldName(question.code)}-${option.code}`;
    const given = placeOf(entered, option.code);
    const choices = places.map(
      (place) =>
        `<option${attributes({ value: `${option.code}=${place}`, selected: given === place })}>${place}</option>`,
    );
    return `<div class="rk"><label for="${id}">${escapeHtml(textIn(option.label, context.locale))}</label><select${attributes({ id, name: fieldName(question.code) })}><option value="">${t.noPlace}</option>${choices.join('')}</select></div>`;
  });
  const hint = t.rankHint(most, question.options.length);
  return fieldGroup(question, context, hint, rows.join('') + outsideChecks(question, context));
}

/** The place that was given to an option, as a form sends it or as codes in their order. */
function placeOf(entered: readonly string[], code: string): number {
  const pair = entered.find((value) => value.startsWith(`${code}=`));
  return pair ? Number(pair.split('=')[1]) : entered.indexOf(code) + 1;
}
