import type { RespondentWords } from './respondent-words.ts';

/** One tick per part, said in words beside it. */
export function progress(t: RespondentWords, position: number, of: number): string {
  const ticks = Array.from({ length: of }, (_, index) => (index < position ? '<i class="on"></i>' : '<i></i>'));
  return `<p class="prog">${t.part(position, of)}<span aria-hidden="true">${ticks.join('')}</span></p>`;
}
