import { unreachable } from '@common-measure/kernel';
import { allottedAnswers, nothingAllotted, shownParts } from '../allotment.ts';
import { minutesOf } from '../duration/minutes-of.ts';
import { pageAt, pagesOf } from '../pages.ts';
import { pipedInstrument } from '../pipe.ts';
import { readAnswers } from '../read-answers.ts';
import { whichSections } from '../routing.ts';
import { checkPage } from './check-page.ts';
import { conflictPage, fullPage, receiptPage, savedPage } from './closing-page.ts';
import { introductionPage } from './introduction-page.ts';
import { partPage } from './part-page.ts';
import type { RespondentView } from './respondent-view.ts';

/**
 * The page that a person sees, as one HTML text: everything follows from the instrument, what was entered, the language and the step.
 * It works without a script, holds no inline style, and every button keeps what was entered. A page that routing no longer reaches
 * gives way to the one that follows it, and in the end to the check page. The same function runs on the server, in a preview and in an offline client.
 */
export function respondentPage(asked: RespondentView): string {
  const questions = asked.instrument.sections.flatMap((section) => section.questions);
  const answers = {
    ...readAnswers(questions, asked.entries).answers,
    ...allottedAnswers(asked.allotment ?? nothingAllotted),
  };
  const view = { ...asked, instrument: pipedInstrument(asked.instrument, answers, asked.locale) };
  const parts = shownParts(whichSections(view.instrument, answers), asked.allotment ?? nothingAllotted);
  const { step } = view;
  switch (step.kind) {
    case 'introduction':
      return introductionPage(view, parts, minutesOf(asked.instrument, asked.locale).typical);
    case 'part': {
      const pages = pagesOf(parts);
      const at = pageAt(view.instrument, pages, step);
      return at < 0 ? checkPage(view, parts) : partPage(view, pages, at);
    }
    case 'check':
      return checkPage(view, parts);
    case 'saved':
      return savedPage(view, step.code ?? null);
    case 'receipt':
      return receiptPage(view);
    case 'conflict':
      return conflictPage(view);
    case 'full':
      return fullPage(view);
    default:
      return unreachable(step);
  }
}
