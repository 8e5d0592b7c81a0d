import { durationOf } from './duration/duration-of.ts';
import { minutesOf } from './duration/minutes-of.ts';
import { entriesOf } from './entries-of.ts';
import type { Entries } from './entry.ts';
import type { Answer, Answers, Instrument } from './instrument.ts';
import { armCode, isAnswerable } from './question-parts.ts';
import { forgetful, keyOf, type Looks, looksOf, type Walker } from './reachable.ts';
import { readAnswers } from './read-answers.ts';
import { isAsked, nextStop, type Route, routeOf, whichQuestions } from './routing.ts';
import { answerKinds, triesAll } from './stand-in-answers.ts';

/** One way through a questionnaire: the questions that somebody is asked, in order. */
export interface RouteThrough {
  readonly codes: readonly string[];
  /** Whole minutes, 1 or more. */
  readonly minutes: number;
  /** Entries that lead this way, those of required questions on the way included. */
  readonly entries: Entries;
  /** The group of a split sample that is led this way; null without one. */
  readonly arm: string | null;
}

export interface RouteOverview {
  /** How many different ways there are; null where they are too many to follow. */
  readonly count: number | null;
  readonly shortest: RouteThrough | null;
  readonly longest: RouteThrough | null;
  /** Some of them, in the order in which their first difference comes; all of them where they are few. */
  readonly some: readonly RouteThrough[];
}

/** Beyond so many people to follow, a fraction of a second, the ways are not counted. */
const mostSteps = 4_000;
const none: RouteOverview = { count: null, shortest: null, longest: null, some: [] };

/**
 * The different ways that people can take through a questionnaire on a screen, where required questions are answered: every set of
 * people who were asked the same so far is followed as one. Two ways differ where one question does. `language` is that of the minutes.
 */
export function routesThrough(instrument: Instrument, language: string, most = 24): RouteOverview {
  const route = routeOf(instrument);
  const looks = looksOf(route);
  const search: Search = { instrument, route, looks, language, steps: 0, known: new Map() };
  const isWhole = route.stops.every(({ question }) =>
    triesAll(
      question,
      (looks.get(question.code) ?? []).map(({ test }) => test),
    ),
  );
  const groups = onward(
    search,
    beginnings(instrument).map((walker) => ({ at: 0, walker })),
  );
  const ends = groups.map((group) => summed(search, group));
  if (search.steps > mostSteps) return none;
  const least = ends.reduce(
    (best, one) => (one.shortest.seconds < best.shortest.seconds ? one : best),
    ends[0] ?? nothing,
  );
  const greatest = ends.reduce(
    (best, one) => (one.longest.seconds > best.longest.seconds ? one : best),
    ends[0] ?? nothing,
  );
  const told = (codes: readonly string[]): RouteThrough | null => routeAlong(search, codes);
  return {
    count: isWhole ? ends.reduce((sum, one) => sum + one.count, 0) : null,
    shortest: told(listed(least.shortest.codes)),
    longest: told(listed(greatest.longest.codes)),
    some: first(search, groups, most).flatMap((codes) => told(codes) ?? []),
  };
}

interface Search {
  readonly instrument: Instrument;
  readonly route: Route;
  readonly looks: Looks;
  readonly language: string;
  steps: number;
  readonly known: Map<string, Summed>;
}

/** Somebody, and the place that she looks at next. */
interface Coming {
  readonly at: number;
  readonly walker: Walker;
}

/** People who were asked the same so far and are asked the question at `at` next; at the end where there is none. */
interface Group {
  readonly at: number;
  readonly walkers: ReadonlyMap<string, Walker>;
}

interface Chain {
  readonly code: string;
  readonly next: Chain | null;
}
interface Way {
  readonly seconds: number;
  readonly codes: Chain | null;
}
interface Summed {
  readonly count: number;
  readonly shortest: Way;
  readonly longest: Way;
}
const nothing: Summed = { count: 1, shortest: { seconds: 0, codes: null }, longest: { seconds: 0, codes: null } };

function beginnings(instrument: Instrument): readonly Walker[] {
  return (instrument.arms ?? [null]).map((arm) => ({
    answers: arm ? { [armCode]: { kind: 'codes', codes: [arm.code] } } : {},
    asked: new Set<string>(),
    last: null,
    kind: null,
  }));
}

/** Everyone at the next question asked of her, by that question. */
function onward({ route, looks }: Search, coming: readonly Coming[]): readonly Group[] {
  const groups = new Map<number, Map<string, Walker>>();
  for (const { at: from, walker } of coming) {
    let at = from;
    for (let stop = route.stops[at]; stop && !isAsked(stop, walker.answers, walker.asked); stop = route.stops[at])
      at += 1;
    const kept = forgetful(walker, looks, at);
    const group = groups.get(at) ?? new Map<string, Walker>();
    groups.set(at, group.set(keyOf(kept, looks, at), kept));
  }
  return [...groups].sort(([one], [other]) => one - other).map(([at, walkers]) => ({ at, walkers }));
}

/** Everyone after the question of a group, with each kind of answer that can be given on a screen. */
function answered(search: Search, group: Group): readonly Coming[] {
  return [...group.walkers.values()].flatMap((walker) =>
    choicesAt(search, group.at).map((answer) => stepped(search, group.at, walker, answer)),
  );
}

function stepped({ route }: Search, at: number, walker: Walker, answer: Answer | null): Coming {
  const code = route.stops[at]?.question.code ?? '';
  const asked = new Set([...walker.asked, code]);
  const answers = answer ? { ...walker.answers, [code]: answer } : walker.answers;
  return { at: nextStop(route, at, answers, asked), walker: { ...walker, answers, asked } };
}

/** One answer for each kind that routing tells apart; null for none. */
function choicesAt({ route, looks }: Search, at: number): readonly (Answer | null)[] {
  const question = route.stops[at]?.question;
  if (!question) return [];
  const tests = (looks.get(question.code) ?? []).map(({ test }) => test);
  const kinds = answerKinds(question, tests).map(([one]) => (one && one.kind !== 'missing' ? one : null));
  const possible = question.required ? kinds.filter((one) => one !== null) : kinds;
  return possible.length > 0 ? possible : [null];
}

function summed(search: Search, group: Group): Summed {
  const question = search.route.stops[group.at]?.question;
  if (!question) return nothing;
  const key = `${group.at} ${[...group.walkers.keys()].sort().join('\n')}`;
  const known = search.known.get(key);
  if (known) return known;
  search.steps += group.walkers.size;
  if (search.steps > mostSteps) return nothing;
  const parts = onward(search, answered(search, group)).map((one) => summed(search, one));
  const seconds = durationOf(question, search.language);
  const [begin = nothing] = parts;
  const grown = (way: Way): Way => ({
    seconds: way.seconds + seconds,
    codes: { code: question.code, next: way.codes },
  });
  const sum: Summed = {
    count: parts.reduce((total, part) => total + part.count, 0),
    shortest: grown(
      parts.reduce((best, one) => (one.shortest.seconds < best.seconds ? one.shortest : best), begin.shortest),
    ),
    longest: grown(
      parts.reduce((best, one) => (one.longest.seconds > best.seconds ? one.longest : best), begin.longest),
    ),
  };
  search.known.set(key, sum);
  return sum;
}

/** The first ways in order, at most so many. */
function first(search: Search, groups: readonly Group[], most: number): readonly (readonly string[])[] {
  const ways: (readonly string[])[] = [];
  const follow = (group: Group, before: readonly string[]): void => {
    if (ways.length >= most) return;
    const question = search.route.stops[group.at]?.question;
    if (!question) ways.push(before);
    else for (const one of onward(search, answered(search, group))) follow(one, [...before, question.code]);
  };
  for (const group of groups) follow(group, []);
  return ways;
}

/** The way along these questions, with entries that lead along it; null where none that can be read do. */
function routeAlong(search: Search, codes: readonly string[]): RouteThrough | null {
  const { instrument, route, looks, language } = search;
  let people: readonly (Coming & { readonly all: Answers })[] = beginnings(instrument).map((walker) => ({
    at: 0,
    walker,
    all: walker.answers,
  }));
  for (const code of [...codes, null]) {
    const met = new Map<string, Coming & { readonly all: Answers }>();
    for (const one of people)
      for (const { at, walkers } of onward(search, [one]))
        for (const [key, walker] of walkers)
          if ((route.stops[at]?.question.code ?? null) === code && !met.has(key))
            met.set(key, { at, walker, all: one.all });
    if (code === null) people = [...met.values()];
    else
      people = [...met.values()].flatMap(({ at, walker, all }) =>
        choicesAt(search, at).map((answer) => ({
          ...stepped(search, at, walker, answer),
          all: answer && looks.has(code) ? { ...all, [code]: answer } : all,
        })),
      );
  }
  const [somebody] = people;
  if (!somebody) return null;
  const arm = somebody.all[armCode];
  const entries = withRequired(instrument, codes, somebody.all);
  const questions = instrument.sections.flatMap((section) => section.questions);
  const given = { ...readAnswers(questions, entries).answers, ...(arm ? { [armCode]: arm } : {}) };
  const asked = whichQuestions(instrument, given).map((question) => question.code);
  if (asked.join() !== codes.join()) return null;
  return {
    codes,
    minutes: minutesOf(along(instrument, codes), language).shortest,
    entries,
    arm: arm?.kind === 'codes' ? (arm.codes[0] ?? null) : null,
  };
}

function withRequired(instrument: Instrument, codes: readonly string[], answers: Answers): Entries {
  const questions = instrument.sections.flatMap((section) => section.questions);
  const required = questions.filter(
    (question) =>
      question.required && isAnswerable(question) && codes.includes(question.code) && !answers[question.code],
  );
  const standIns = required.flatMap((question) => {
    const one = answerKinds(question, [])[0]?.find((answer) => answer.kind !== 'missing');
    return one ? [[question.code, one] as const] : [];
  });
  return entriesOf(questions, { ...answers, ...Object.fromEntries(standIns) });
}

/** A questionnaire of these questions, asked of everyone. */
function along(instrument: Instrument, codes: readonly string[]): Instrument {
  const { arms: _arms, ...rest } = instrument;
  return {
    ...rest,
    sections: instrument.sections.map((section) => ({
      ...section,
      showIf: undefined,
      arms: undefined,
      questions: section.questions
        .filter((question) => codes.includes(question.code))
        .map((question) => ({ ...question, showIf: null, skips: undefined, arms: undefined })),
    })),
  };
}

function listed(chain: Chain | null): readonly string[] {
  const codes: string[] = [];
  for (let link = chain; link; link = link.next) codes.push(link.code);
  return codes;
}
