import { type Instrument, pagesOf, type QuestionPage } from '@common-measure/instrument';

/** By page, whether its first look was shorter than it takes to read it: 1 for yes, 0 for no; pages that were not timed are left out. */
export type PageLooks = Readonly<Record<string, 0 | 1>>;

/** Pages with fewer words than can be read in so many seconds tell nothing: seconds are what is measured. */
const fewestSeconds = 2;

/**
 * Seconds below which a page can hardly have been read: 300 milliseconds for each word of its questions.
 * Zhang and Conrad (2014), Speeding in Web Surveys, Survey Research Methods 8(2), 127-135.
 */
export function leastSeconds(page: QuestionPage, language: string): number {
  const texts = page.section.questions.flatMap(({ wording, hint }) => [wording[language], hint?.[language]]);
  const words = texts.flatMap((text) => (text ?? '').split(/\s+/).filter(Boolean));
  return words.length * 0.3;
}

export const canTellHaste = (least: number): boolean => least >= fewestSeconds;

/** What somebody saw, for how long, and whether she pressed the button that goes on. */
export interface Look {
  readonly section: string;
  /** The codes of the questions that the page showed. */
  readonly shown: readonly string[];
  readonly language: string;
  /** Null where nobody measured. */
  readonly seconds: number | null;
  readonly goesOn: boolean;
}

/**
 * The looks of a person after one more. The first look of a page stands: whoever comes back to it has read it. Leaving a page early by
 * another button, to change the language or to go back, is no haste, and the page is judged when she is there again.
 */
export function withLook(instrument: Instrument, looks: PageLooks, look: Look): PageLooks {
  const found = pagesOf(instrument.sections).find(
    ({ section }) => section.code === look.section && section.questions.some(({ code }) => look.shown.includes(code)),
  );
  if (found === undefined || look.seconds === null) return looks;
  const { section, question } = found;
  const key = question === null ? section.code : `${section.code}/${question}`;
  const seen = {
    section: { ...section, questions: section.questions.filter(({ code }) => look.shown.includes(code)) },
    question,
  };
  const least = leastSeconds(seen, look.language);
  if (looks[key] !== undefined || !canTellHaste(least)) return looks;
  // The clock counts whole seconds: she may have stayed almost one more.
  const isHasty = look.seconds + 1 <= least;
  return isHasty && !look.goesOn ? looks : { ...looks, [key]: isHasty ? 1 : 0 };
}

/** Whether somebody went on from at least half of the pages that were timed sooner than they can be read; null where none was. */
export function isHasty(looks: PageLooks): boolean | null {
  const all = Object.values(looks);
  return all.length === 0 ? null : 2 * all.filter((one) => one === 1).length >= all.length;
}
