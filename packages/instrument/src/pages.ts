import type { Instrument, Section } from './instrument.ts';
import { questionGroups } from './question-groups.ts';
import { isAnswerable } from './question-parts.ts';

/** What a person sees at one time: a section with the questions of this page only. */
export interface QuestionPage {
  readonly section: Section;
  /** How the address of the page names it within its section: its first question with an answer; null where the section is one page. */
  readonly question: string | null;
}

/** Which page: a section, and one of its questions; without a question its first page. */
export interface PagePlace {
  readonly section: string;
  readonly question?: string | null | undefined;
}

/**
 * The pages of the sections that a person sees, in order. A section is one page, or with `paging: 'each'` one page for every question,
 * matrix, or information with what follows it; information at the end of a section has a page of its own.
 */
export function pagesOf(sections: readonly Section[]): readonly QuestionPage[] {
  return sections.flatMap((section) =>
    section.paging === 'each' ? pagesOfEach(section) : [{ section, question: null }],
  );
}

function pagesOfEach(section: Section): readonly QuestionPage[] {
  const pages: Section['questions'][number][][] = [];
  let told: Section['questions'][number][] = [];
  for (const group of questionGroups(section.questions)) {
    told = [...told, ...group];
    if (!group.some(isAnswerable)) continue;
    pages.push(told);
    told = [];
  }
  if (told.length > 0) pages.push(told);
  return pages.map((questions) => ({
    section: { ...section, questions },
    question: (questions.find(isAnswerable) ?? questions[0])?.code ?? null,
  }));
}

/**
 * The index of a page among those a person sees. Where her answers have taken it away since, that of the next one in the order of the
 * questionnaire; -1 where none follows, or the questionnaire has no such place.
 */
export function pageAt(instrument: Instrument, pages: readonly QuestionPage[], place: PagePlace): number {
  const { section } = place;
  const home = instrument.sections.find((one) => one.code === section);
  const question = home?.questions.some(({ code }) => code === place.question) ? place.question : null;
  const here = pages.findIndex(
    (page) =>
      page.section.code === section &&
      (!question || page.question === null || page.section.questions.some((one) => one.code === question)),
  );
  if (here >= 0) return here;
  const order = instrument.sections.flatMap((one) => one.questions.map(({ code }) => ({ section: one.code, code })));
  const gone = order.findIndex((one) => one.section === section && (!question || one.code === question));
  if (gone < 0) return -1;
  const later = new Set(order.slice(gone).map(({ code }) => code));
  return pages.findIndex((page) => page.section.questions.some((one) => later.has(one.code)));
}

/** Where the page of a question stands, for an address that leads to it. */
export function placeOfQuestion(sections: readonly Section[], code: string): PagePlace | null {
  const page = pagesOf(sections).find(({ section }) => section.questions.some((one) => one.code === code));
  return page ? { section: page.section.code, question: page.question } : null;
}
