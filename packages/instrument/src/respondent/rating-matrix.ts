import { textIn } from '@common-measure/kernel';
import { outsideOf } from '../entry.ts';
import type { Question } from '../instrument.ts';
import { answerRows } from './choice-field.ts';
import { type FieldContext, fieldProblem, problemClass, wordingOf } from './field-frame.ts';
import { escapeHtml, headingHtml } from './html.ts';

/**
 * Several statements on one scale: a fieldset for each, cards on a small screen and a grid where there is room.
 * The head of the grid is for the eye only; every answer keeps its own label.
 */
export function ratingMatrix(questions: readonly Question[], context: FieldContext): string {
  const [first] = questions;
  if (!first?.scale) return '';
  const { t } = context;
  const label = (text: string): string => `<span>${escapeHtml(text)}</span>`;
  const head = first.scale.points.map((point) => label(textIn(point.label, context.locale))).join('');
  const outside = outsideOf(first)
    .map((key) => label(t[key]))
    .join('');
  const rows = questions.map((question) => {
    const answers = answerRows(question, context);
    return `<fieldset class="m${problemClass(question, context)}"><legend>${wordingOf(question, context)}${fieldProblem(question, context)}</legend><div class="r">${answers.scored}${answers.outside}</div></fieldset>`;
  });
  const prompt = first.scale.prompt ? `<h2>${headingHtml(textIn(first.scale.prompt, context.locale))}</h2>` : '';
  const hint = questions.some((question) => question.required) ? '' : `<p class="hint">${t.leaveEmpty}</p>`;
  return `<div class="block p${first.scale.points.length}${outside ? '' : ' no'}">${prompt}${hint}<div class="mh" aria-hidden="true"><b></b><div>${head}${outside ? `<div>${outside}</div>` : ''}</div></div>${rows.join('')}</div>`;
}
