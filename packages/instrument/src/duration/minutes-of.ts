import type { Instrument, Question, Section } from '../instrument.ts';
import { pagesOf } from '../pages.ts';
import { type Lead, reachable } from '../reachable.ts';
import { durationOf } from './duration-of.ts';

/** How long a questionnaire takes in one language, in whole minutes, 1 or more. */
export interface Minutes {
  /** The quickest way from the first question to the end. */
  readonly shortest: number;
  /** What it takes on average if every answer that leads somewhere else is given equally often. */
  readonly typical: number;
  readonly longest: number;
}

/** To see that a page has changed and to press "Continue": a working value. */
const secondsForEachPage = 2;

/**
 * Minutes that the questions take, by the routes that people can follow: reading at the usual speed, thinking, answering and turning
 * pages ({@link durationOf}). The introduction is not counted: who reads it has not begun. An average person; one half as fast is not
 * rare. Where the paths are too many to follow, the shortest way leaves out every question with a condition and the longest none.
 */
export function minutesOf(instrument: Instrument, language: string): Minutes {
  const known = counted.get(instrument)?.get(language);
  if (known) return known;
  const minutes = count(instrument, language);
  counted.set(instrument, (counted.get(instrument) ?? new Map<string, Minutes>()).set(language, minutes));
  return minutes;
}

/** An instrument never changes, and an introduction is shown many times. */
const counted = new WeakMap<Instrument, Map<string, Minutes>>();

function count(instrument: Instrument, language: string): Minutes {
  const stops = stopsOf(instrument);
  const { leads, complete } = reachable(instrument);
  const seconds = complete ? followed(stops, leads, language) : bounded(stops, language);
  const whole = (sum: number): number => Math.max(1, Math.round(sum / 60));
  return { shortest: whole(seconds.shortest), typical: whole(seconds.typical), longest: whole(seconds.longest) };
}

type Seconds = Minutes;

interface Stop {
  readonly question: Question;
  readonly isConditional: boolean;
  /** Questions with the same page stand on one. */
  readonly page: number;
}

function stopsOf(instrument: Instrument): ReadonlyMap<string, Stop> {
  const stops = pagesOf(instrument.sections).flatMap(({ section }, page) =>
    section.questions.map((question): [string, Stop] => [
      question.code,
      { question, isConditional: isConditional(section, question), page },
    ]),
  );
  return new Map(stops);
}

function isConditional(section: Section, question: Question): boolean {
  return Boolean(section.showIf || section.arms || question.showIf || question.arms);
}

function stepSeconds(stop: Stop, before: Stop | undefined, language: string): number {
  const turn = stop.page === before?.page ? 0 : secondsForEachPage;
  return turn + durationOf(stop.question, language, before?.question ?? null);
}

/** Along the leads, which go forward only: least, greatest and mean sum of the steps. */
function followed(stops: ReadonlyMap<string, Stop>, leads: readonly Lead[], language: string): Seconds {
  const start = { shortest: 0, longest: 0, share: 1 };
  const at = new Map<string | null, typeof start>();
  const end = { shortest: Number.POSITIVE_INFINITY, longest: 0, share: 0 };
  let typical = 0;
  const ways = Map.groupBy(leads, (lead) => lead.from);
  for (const [from, onward] of ways) {
    const here = from === null ? start : at.get(from);
    if (!here) continue;
    const weights = onward.map(({ by }) => (by === 'any' ? 1 : by.length));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    for (const [index, { to }] of onward.entries()) {
      const stop = to === null ? undefined : stops.get(to);
      const step = stop ? stepSeconds(stop, from === null ? undefined : stops.get(from), language) : 0;
      const share = (here.share * (weights[index] ?? 0)) / all;
      typical += share * step;
      const there = to === null ? end : (at.get(to) ?? { shortest: Number.POSITIVE_INFINITY, longest: 0, share: 0 });
      there.shortest = Math.min(there.shortest, here.shortest + step);
      there.longest = Math.max(there.longest, here.longest + step);
      there.share += share;
      if (to !== null) at.set(to, there);
    }
  }
  return { shortest: Number.isFinite(end.shortest) ? end.shortest : 0, typical, longest: end.longest };
}

/** Without following the paths: the questions asked of everyone, all questions, and half-way between. */
function bounded(stops: ReadonlyMap<string, Stop>, language: string): Seconds {
  const sum = (asked: readonly Stop[]): number =>
    asked.reduce((total, stop, index) => total + stepSeconds(stop, asked[index - 1], language), 0);
  const all = [...stops.values()];
  const longest = sum(all);
  const shortest = sum(all.filter((stop) => !stop.isConditional));
  return { shortest, typical: (shortest + longest) / 2, longest };
}
