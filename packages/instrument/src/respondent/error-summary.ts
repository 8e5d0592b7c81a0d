import { textIn } from '@common-measure/kernel';
import type { Question } from '../instrument.ts';
import type { Refusal } from '../saying.ts';
import { escapeHtml } from './html.ts';
import type { RespondentWords } from './respondent-words.ts';

/**
 * The list of what could not be understood, each with a link to its field; nothing where all is well. `soft`: it only lists what was
 * left empty and may stay so.
 */
export function errorSummary(
  t: RespondentWords,
  links: readonly { readonly href: string; readonly text: string }[],
  soft = false,
): string {
  if (links.length === 0) return '';
  const items = links.map(({ href, text }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(text)}</a></li>`);
  return `<div class="n ${soft ? 'sf' : 'er'}" role="alert" tabindex="-1" id="es" aria-labelledby="est"><h2 id="est">${soft ? t.softHeading : t.errorHeading}</h2><ul>${items.join('')}</ul></div>`;
}

/** What is the matter with which question: several can lack the same. */
export function problemInWords(problem: Refusal, question: Question | undefined, t: RespondentWords): string {
  const says = t.refusal(problem);
  return question ? `${says}${t.colon} ${textIn(question.wording, t.locale)}` : says;
}
