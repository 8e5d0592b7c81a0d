import { type Allotment, allottedAnswers, shownParts } from '../allotment.ts';
import type { Entries } from '../entry.ts';
import type { Answers, Instrument, Section } from '../instrument.ts';
import { pagesOf, type QuestionPage } from '../pages.ts';
import { type AnswerProblem, readAnswers } from '../read-answers.ts';
import { whichQuestions, whichSections } from '../routing.ts';
import { respondentPage } from './respondent-page.ts';
import type { RespondentFrame, RespondentStep } from './respondent-view.ts';

/** What is kept of a person between two pages, until she sends it: her entries and the page she worked on last. */
export interface KeptAnswers {
  readonly entries: Entries;
  readonly section: string | null;
  /** Where that section has several pages: a question of the page. */
  readonly question?: string | null | undefined;
}

/** One person at one survey between two pages. */
export interface Standing {
  /** Null before she begins and after she discarded everything. */
  readonly draft: KeptAnswers | null;
  readonly allotment: Allotment;
}

/** What entries lead to. */
export interface WayAhead {
  readonly answers: Answers;
  /** The parts that this person sees, each with the questions asked of her only. */
  readonly parts: readonly Section[];
  /** The same, page by page. */
  readonly pages: readonly QuestionPage[];
  /** What could not be read, of the questions asked of her. */
  readonly problems: readonly AnswerProblem[];
}

export function wayAhead(instrument: Instrument, entries: Entries, allotment: Allotment): WayAhead {
  const questions = instrument.sections.flatMap((section) => section.questions);
  const { answers: given, problems } = readAnswers(questions, entries);
  const answers = { ...given, ...allottedAnswers(allotment) };
  const asked = new Set(whichQuestions(instrument, answers).map((question) => question.code));
  const parts = shownParts(whichSections(instrument, answers), allotment);
  return {
    answers,
    parts,
    pages: pagesOf(parts),
    problems: problems.filter(({ question }) => asked.has(question) && allotment.given?.[question] === undefined),
  };
}

/**
 * The page of a step as this person reads it. `strict` also shows which required questions were left empty, and which were better
 * answered; otherwise only what she entered and could not be read.
 */
export function pageOfStep(
  instrument: Instrument,
  entries: Entries,
  allotment: Allotment,
  { step, strict, locale, frame }: { step: RespondentStep; strict: boolean; locale: string; frame: RespondentFrame },
): string {
  const { problems } = wayAhead(instrument, entries, allotment);
  return respondentPage({
    instrument,
    entries,
    allotment,
    locale,
    step,
    problems: strict ? problems : problems.filter((problem) => entries[problem.question] !== undefined),
    frame,
  });
}
