import { testsOf } from '../condition.ts';
import type { Condition, Instrument } from '../instrument.ts';
import type { QuestionPage } from '../pages.ts';

/**
 * Whether pages may still join those that a person sees: something that is hidden now and comes after this page waits for an answer of
 * this page or of a later one. What earlier answers have decided is counted already; a skip only ever takes pages away.
 */
export function mayGrow(instrument: Instrument, pages: readonly QuestionPage[], at: number): boolean {
  const place = pages[at]?.section.code;
  const open = new Set(pages.slice(at).flatMap(({ section }) => section.questions.map(({ code }) => code)));
  const seen = new Set(pages.map(({ section }) => section.code));
  const asked = new Set(pages.flatMap(({ section }) => section.questions.map(({ code }) => code)));
  const waits = (condition: Condition | null | undefined): boolean =>
    condition !== null && condition !== undefined && testsOf(condition).some(({ question }) => open.has(question));
  const from = instrument.sections.findIndex(({ code }) => code === place);
  for (const section of instrument.sections.slice(Math.max(0, from))) {
    const isShown = seen.has(section.code);
    if (!isShown && waits(section.showIf)) return true;
    for (const question of section.questions) {
      if (asked.has(question.code) || !waits(question.showIf)) continue;
      if (!isShown || section.paging === 'each') return true;
      // It would stand on a page that is counted, and what waits for its answer may follow.
      open.add(question.code);
    }
  }
  return false;
}
