import { textIn, unreachable } from '@common-measure/kernel';
import type { Question } from '../instrument.ts';
import { choiceField } from './choice-field.ts';
import { type FieldContext, problemClass } from './field-frame.ts';
import { attributes, escapeHtml, paragraphs } from './html.ts';
import { rankingField } from './ranking-field.ts';
import { dateField, numberField, textField } from './typed-field.ts';

/** The field of one question with its legend or label, hint, message and what was entered so far. */
export function questionField(question: Question, context: FieldContext): string {
  return `<div${attributes({ class: `block${problemClass(question, context)}` })}>${fieldOf(question, context)}</div>`;
}

function fieldOf(question: Question, context: FieldContext): string {
  switch (question.type) {
    case 'rating':
    case 'single':
    case 'multiple':
    case 'consent':
      return choiceField(question, context);
    case 'ranking':
      return rankingField(question, context);
    case 'number':
      return numberField(question, context);
    case 'date':
      return dateField(question, context);
    case 'text':
      return textField(question, context);
    case 'information':
      return information(question, context);
    default:
      return unreachable(question.type);
  }
}

/** A text to read between the questions; empty lines part its paragraphs. */
function information({ wording, hint }: Question, { locale }: FieldContext): string {
  const more = hint ? `<p class="hint">${escapeHtml(textIn(hint, locale))}</p>` : '';
  return `<div class="info">${paragraphs(textIn(wording, locale))}${more}</div>`;
}
