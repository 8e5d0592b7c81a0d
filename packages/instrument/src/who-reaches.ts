import type { UiLanguage } from '@common-measure/kernel';
import { conditionInWords, whoSees } from './condition-words.ts';
import type { Instrument } from './instrument.ts';
import { placeOf, routeOf } from './routing.ts';

/** Something that decides whether a question is asked, as a sentence without its full stop. */
export interface Reason {
  readonly kind: 'part' | 'question' | 'passed-over';
  readonly text: string;
  /** Of `passed-over`: the question whose rule leads past this one. */
  readonly by: string | null;
}

/** Everything that decides whether a question is asked, in the order in which it is decided; empty where everyone is asked. */
export function whoReaches(instrument: Instrument, code: string, locale: UiLanguage): readonly Reason[] {
  const route = routeOf(instrument);
  const at = route.questions.get(code);
  const stop = at === undefined ? undefined : route.stops[at];
  if (at === undefined || !stop) return [];
  const passed = route.stops.slice(0, at).flatMap(({ question }) =>
    (question.skips ?? [])
      .filter((skip) => (placeOf(route, skip.to) ?? 0) > at)
      .map(
        (skip): Reason => ({
          kind: 'passed-over',
          text: conditionInWords(instrument, skip.if, locale),
          by: question.code,
        }),
      ),
  );
  const said = (kind: 'part' | 'question', texts: readonly string[]): readonly Reason[] =>
    texts.map((text) => ({ kind, text, by: null }));
  return [
    ...passed,
    ...said('part', whoSees(instrument, stop.section, locale)),
    ...said('question', whoSees(instrument, stop.question, locale)),
  ];
}
