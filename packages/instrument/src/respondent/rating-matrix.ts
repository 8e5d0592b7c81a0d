import { textIn } from '@common-measure/kernel';
import { outsideOf } from '../entry.ts';
import type { Question, ResponseScale } from '../instrument.ts';
import { answerRows } from './choice-field.ts';
import { type FieldContext, fieldProblem, problemClass, wordingOf } from './field-frame.ts';
import { escapeHtml, headingHtml } from './html.ts';
import { respondentWords } from './respondent-words.ts';

/**
 * Neighbouring questions as they are shown: statements on one five-point scale with a common prompt stand together, others alone.
 * Where one of two neighbours names a group, the group decides: the same puts scales of up to seven points together, another keeps apart.
 */
export function questionGroups(questions: readonly Question[]): readonly (readonly Question[])[] {
  const groups: Question[][] = [];
  for (const question of questions) {
    const last = groups.at(-1);
    if (last?.[0] && sharesMatrix(last[0], question)) last.push(question);
    else groups.push([question]);
  }
  return groups;
}

/**
 * Several statements on one scale: a fieldset for each, cards on a small screen and a grid where there is room.
 * The head of the grid is for the eye only; every answer keeps its own label.
 */
export function ratingMatrix(questions: readonly Question[], context: FieldContext): string {
  const [first] = questions;
  if (!first?.scale) return '';
  const t = respondentWords[context.locale];
  const label = (text: string): string => `<span>${escapeHtml(text)}</span>`;
  const head = first.scale.points.map((point) => label(textIn(point.label, context.locale))).join('');
  const outside = outsideOf(first)
    .map((key) => label(t[key]))
    .join('');
  const rows = questions.map((question) => {
    const answers = answerRows(question, context);
    return `<fieldset class="m${problemClass(question, context)}"><legend>${wordingOf(question, context.locale)}${fieldProblem(question, context)}</legend><div class="r">${answers.scored}${answers.outside}</div></fieldset>`;
  });
  const prompt = first.scale.prompt ? `<h2>${headingHtml(textIn(first.scale.prompt, context.locale))}</h2>` : '';
  const hint = questions.some((question) => question.required) ? '' : `<p class="hint">${t.leaveEmpty}</p>`;
  return `<div class="block p${first.scale.points.length}${outside ? '' : ' no'}">${prompt}${hint}<div class="mh" aria-hidden="true"><b></b><div>${head}${outside ? `<div>${outside}</div>` : ''}</div></div>${rows.join('')}</div>`;
}

function sharesMatrix(one: Question, other: Question): boolean {
  if (one.type !== 'rating' || other.type !== 'rating' || !one.scale || !other.scale) return false;
  if (one.hint !== null || other.hint !== null || outsideOf(one).join() !== outsideOf(other).join()) return false;
  if (one.group !== undefined || other.group !== undefined)
    return one.group === other.group && one.scale.points.length <= 7 && samePoints(one.scale, other.scale);
  return (
    one.scale.points.length === 5 &&
    one.scale.prompt !== null &&
    one.scale.id === other.scale.id &&
    one.scale.version === other.scale.version
  );
}

/** Whether two scales offer the same answers in the same words, whatever they are called. */
function samePoints(one: ResponseScale, other: ResponseScale): boolean {
  const words = ({ points }: ResponseScale): string =>
    JSON.stringify(points.map(({ code, label }) => [code, label.en, label.fr]));
  return words(one) === words(other);
}
