import { checkPipes } from './check-pipes.ts';
import type { Instrument, Question } from './instrument.ts';
import { wholeInstrument } from './instrument-flaw.ts';
import { isAnswerable } from './question-parts.ts';
import { type Route, routeOf } from './routing.ts';

/** What may look at earlier answers: a question, its skips (which see its own answer too), or a part. */
export type Looking = { readonly question: string } | { readonly skipOf: string } | { readonly section: string };

/** The questions that a condition there may look at, in order. */
export function conditionSources(instrument: Instrument, looking: Looking): readonly Question[] {
  const route = routeOf(instrument);
  return route.stops
    .slice(0, before(route, looking))
    .map((stop) => stop.question)
    .filter(isAnswerable);
}

function before(route: Route, looking: Looking): number {
  if ('section' in looking) return route.sections.get(looking.section) ?? 0;
  if ('skipOf' in looking) return (route.questions.get(looking.skipOf) ?? -1) + 1;
  return route.questions.get(looking.question) ?? 0;
}

/** The questions whose answer may stand in the texts of a question, or with null in the closing: those answered on an earlier page. */
export function pipeSources(instrument: Instrument, code: string | null): readonly Question[] {
  const route = routeOf(instrument);
  const at = code === null ? route.stops.length : (route.questions.get(code) ?? 0);
  const section = code === null ? null : (route.stops[at]?.section.code ?? null);
  return route.stops
    .map((stop) => stop.question)
    .filter((question) => {
      const pipe = `{{${question.code}|…}}`;
      return checkPipes(wholeInstrument, [{ en: pipe, fr: pipe }], at, section, route).length === 0;
    });
}

/** Where a skip of a question may lead: later questions and later parts, in order. */
export function skipTargets(
  instrument: Instrument,
  code: string,
): { readonly questions: readonly Question[]; readonly sections: Instrument['sections'] } {
  const route = routeOf(instrument);
  const at = route.questions.get(code) ?? route.stops.length;
  return {
    questions: route.stops.slice(at + 1).map((stop) => stop.question),
    sections: instrument.sections.filter((section) => (route.sections.get(section.code) ?? 0) > at),
  };
}
