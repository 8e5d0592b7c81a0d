import { escapeHtml } from './html.ts';
import type { RespondentWords } from './respondent-words.ts';

/** The list of what could not be understood, each with a link to its field; nothing where all is well. */
export function errorSummary(
  t: RespondentWords,
  links: readonly { readonly href: string; readonly text: string }[],
): string {
  if (links.length === 0) return '';
  const items = links.map(({ href, text }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(text)}</a></li>`);
  return `<div class="n er" role="alert" tabindex="-1" id="es" aria-labelledby="est"><h2 id="est">${t.errorHeading}</h2><ul>${items.join('')}</ul></div>`;
}
