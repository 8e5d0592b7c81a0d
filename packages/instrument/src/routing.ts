import { holds } from './condition.ts';
import type { Answer, Answers, Instrument, Question, Section, SkipTarget } from './instrument.ts';
import { armCode, isAnswerable, isShuffled, orderCode, otherCode, specifyOption } from './question-parts.ts';

/**
 * The questions that a person with these answers is asked, in order: one pass from the first to the last, so that routing always
 * ends. A question behind one that is not asked is not asked either; a skip that does not lead forward is not taken.
 */
export function whichQuestions(instrument: Instrument, answers: Answers): readonly Question[] {
  const route = routeOf(instrument);
  const asked = new Set<string>();
  const questions: Question[] = [];
  for (let at = 0; at < route.stops.length; ) {
    const stop = route.stops[at];
    if (stop && isAsked(stop, answers, asked)) {
      asked.add(stop.question.code);
      questions.push(stop.question);
      at = nextStop(route, at, answers, asked);
    } else at += 1;
  }
  return questions;
}

/** The sections that hold at least one question for this person, each with those questions only. */
export function whichSections(instrument: Instrument, answers: Answers): readonly Section[] {
  const asked = new Set(whichQuestions(instrument, answers));
  return instrument.sections
    .map((section) => ({ ...section, questions: section.questions.filter((question) => asked.has(question)) }))
    .filter((section) => section.questions.length > 0);
}

/**
 * The answers as they are recorded: one entry for everything that the instrument stores. What was asked and left empty is
 * `no-answer`, what was not asked is `not-asked`; an answer to a question that no longer applies is left out.
 */
export function recordedAnswers(instrument: Instrument, answers: Answers): Answers {
  const asked = new Set(whichQuestions(instrument, answers));
  const entries: Record<string, Answer> = {};
  for (const { question } of routeOf(instrument).stops) {
    if (!isAnswerable(question)) continue;
    const { code } = question;
    const isOn = asked.has(question);
    const other = specifyOption(question);
    entries[code] = recorded(code, answers, isOn);
    if (other) {
      const answer = answers[code];
      const isOther = isOn && answer?.kind === 'codes' && answer.codes.includes(other.code);
      entries[otherCode(code)] = recorded(otherCode(code), answers, isOther);
    }
    if (isShuffled(question)) entries[orderCode(code)] = recorded(orderCode(code), answers, isOn);
  }
  if (instrument.arms) entries[armCode] = recorded(armCode, answers, true);
  return entries;
}

const notAsked: Answer = { kind: 'missing', missing: 'not-asked' };
const noAnswer: Answer = { kind: 'missing', missing: 'no-answer' };

function recorded(code: string, answers: Answers, isAsked: boolean): Answer {
  return isAsked ? (answers[code] ?? noAnswer) : notAsked;
}

/** A question at its place, with the section around it. */
export interface Stop {
  readonly section: Section;
  readonly question: Question;
}
/** The questions of an instrument in a row, and at which of them each section and each question begins. */
export interface Route {
  readonly stops: readonly Stop[];
  readonly sections: ReadonlyMap<string, number>;
  readonly questions: ReadonlyMap<string, number>;
}

/** By instrument: nobody changes one in its place, and a route is asked for with every answer. */
const routes = new WeakMap<Instrument, Route>();

export function routeOf(instrument: Instrument): Route {
  const known = routes.get(instrument);
  if (known) return known;
  const route = layRoute(instrument);
  routes.set(instrument, route);
  return route;
}

function layRoute(instrument: Instrument): Route {
  const stops: Stop[] = [];
  const sections = new Map<string, number>();
  const questions = new Map<string, number>();
  for (const section of instrument.sections) {
    if (!sections.has(section.code)) sections.set(section.code, stops.length);
    for (const question of section.questions) {
      if (!questions.has(question.code)) questions.set(question.code, stops.length);
      stops.push({ section, question });
    }
  }
  return { stops, sections, questions };
}

/** Whether somebody with these answers, who was asked these questions, is asked the one at `stop`. */
export function isAsked({ section, question }: Stop, answers: Answers, asked: ReadonlySet<string>): boolean {
  const drawn = answers[armCode];
  const arm = drawn?.kind === 'codes' ? drawn.codes[0] : undefined;
  return [section, question].every(
    ({ showIf, arms }) =>
      (!arms || arm === undefined || arms.includes(arm)) && (!showIf || holds(showIf, answers, asked)),
  );
}

/** The place to look at after the question at `at` was asked: always a later one. */
export function nextStop(route: Route, at: number, answers: Answers, asked: ReadonlySet<string>): number {
  const skip = route.stops[at]?.question.skips?.find((one) => holds(one.if, answers, asked));
  return Math.max(at + 1, skip ? (placeOf(route, skip.to) ?? 0) : 0);
}

/** Where a skip leads; undefined where nothing of that code is left. */
export function placeOf(route: Route, target: SkipTarget): number | undefined {
  if (target === 'end') return route.stops.length;
  return 'section' in target ? route.sections.get(target.section) : route.questions.get(target.question);
}
