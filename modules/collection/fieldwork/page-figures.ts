import { type Instrument, isAnswerable, pagesOf, type QuestionPage } from '@common-measure/instrument';
import { canTellHaste, leastSeconds } from './page-haste.ts';

/** A page by its section and, where the section has several, its question; empty otherwise. */
export interface PageKey {
  readonly section: string;
  readonly question: string;
}
export interface PageTime extends PageKey {
  readonly seconds: number;
  readonly count: number;
}
export interface PageFigures {
  readonly section: string;
  readonly question: string | null;
  /** The middle time in seconds; null while fewer than the threshold were counted. */
  readonly medianSeconds: number | null;
  /** The share, in hundredths, that went on sooner than its words can be read; null as above or where that takes less than two seconds. */
  readonly fastPercent: number | null;
  /** How many people stopped here, down to whole steps. */
  readonly stopped: number;
}

/**
 * What is told of each page of a questionnaire, in its order: the middle time, the share of hasty ones and how many stopped there. A page
 * can be one that only certain answers lead to, so nothing is told of fewer than `threshold`, and counts go in steps of `step`.
 */
export function pageFigures(
  instrument: Instrument,
  times: readonly PageTime[],
  stops: readonly (PageKey & { readonly count: number })[],
  { threshold, step }: { readonly threshold: number; readonly step: number },
): readonly PageFigures[] {
  const [language = 'en'] = instrument.languages;
  const pages = pagesOf(instrument.sections).filter((page) => page.section.questions.some(isAnswerable));
  const isOf = (page: QuestionPage) => (one: PageKey) =>
    one.section === page.section.code &&
    (page.question === null || page.section.questions.some(({ code }) => code === one.question));
  return pages.map((page) => {
    const spans = times.filter(isOf(page)).toSorted((a, b) => a.seconds - b.seconds);
    const looks = sum(spans);
    const least = leastSeconds(page, language);
    const stopped = sum(stops.filter(isOf(page)));
    const hasty = sum(spans.filter(({ seconds }) => seconds + 1 <= least));
    return {
      section: page.section.code,
      question: page.question,
      medianSeconds: looks < threshold ? null : medianOf(spans, looks),
      fastPercent: looks < threshold || !canTellHaste(least) ? null : Math.round((100 * hasty) / looks / 5) * 5,
      stopped: stopped - (stopped % step),
    };
  });
}

/** The lower end of the span in which the middle one lies. */
function medianOf(spans: readonly PageTime[], looks: number): number {
  let before = 0;
  for (const { seconds, count } of spans) {
    before += count;
    if (before * 2 >= looks) return seconds;
  }
  throw new Error('no times to take the middle of');
}

const sum = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((all, { count }) => all + count, 0);
