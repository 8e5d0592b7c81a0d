import type { LocalizedText, UiLanguage } from '@common-measure/kernel';
import type { Instrument, Question } from '../instrument.ts';
import { type FlawPlace, questionPlace, wholeInstrument } from '../instrument-flaw.ts';
import type { AdviceWeight, Finding, QualityCheck } from './quality-check.ts';
import { qualityChecks } from './quality-checks.ts';

/** Advice on one place of a questionnaire. It never stands in the way of publishing: who wrote the question knows more than a rule. */
export interface Advice extends FlawPlace {
  /** The check: `double-barrelled`. */
  readonly check: string;
  readonly weight: AdviceWeight;
  readonly name: LocalizedText;
  readonly language: UiLanguage | null;
  /** The very words that were found. */
  readonly found: readonly string[];
  readonly says: LocalizedText;
  readonly why: LocalizedText;
  readonly remedy: LocalizedText;
}

/** Every piece of advice, of the whole questionnaire first, then question by question. */
export function adviceOn(instrument: Instrument): readonly Advice[] {
  const known = given.get(instrument) ?? adviseOn(instrument);
  given.set(instrument, known);
  return known;
}

/** An instrument never changes, and several parts of a page ask for the same advice. */
const given = new WeakMap<Instrument, readonly Advice[]>();

function adviseOn(instrument: Instrument): readonly Advice[] {
  const places = new Map<string, FlawPlace>();
  let number = 0;
  for (const section of instrument.sections)
    for (const { code } of section.questions) {
      number += 1;
      places.set(code, questionPlace(section.code, code, number));
    }
  const questions = instrument.sections.flatMap((section) => section.questions);
  const all = [
    ...qualityChecks.flatMap((check) =>
      check.of === 'instrument'
        ? check.find(instrument).map((finding) => advice(check, finding, placeOf(places, finding.question)))
        : [],
    ),
    ...questions.flatMap((question) =>
      onQuestion(question).map(({ check, finding }) => advice(check, finding, placeOf(places, question.code))),
    ),
  ];
  const order = [null, ...places.keys()];
  return all.toSorted(
    (one, other) => order.indexOf(one.question) - order.indexOf(other.question) || rankOf(one) - rankOf(other),
  );
}

/** Advice of one check on one place stands together: what was found in each language, under one reason and one remedy. */
export function adviceTogether(advice: readonly Advice[]): readonly (readonly [Advice, ...Advice[]])[] {
  const places = Map.groupBy(advice, ({ check, question }) => `${check} ${question ?? ''}`);
  return [...places.values()].flatMap(([first, ...more]) => (first ? [[first, ...more] as const] : []));
}

interface OnQuestion {
  readonly check: QualityCheck;
  readonly finding: Finding;
}

/** A question never changes, so that of a long questionnaire only the one that is worked on is looked at again. */
const seen = new WeakMap<Question, readonly OnQuestion[]>();

function onQuestion(question: Question): readonly OnQuestion[] {
  const known = seen.get(question);
  if (known) return known;
  const found = qualityChecks.flatMap((check) =>
    check.of === 'question' ? check.find(question).map((finding) => ({ check, finding })) : [],
  );
  seen.set(question, found);
  return found;
}

function placeOf(places: ReadonlyMap<string, FlawPlace>, code: string | null): FlawPlace {
  return (code === null ? undefined : places.get(code)) ?? wholeInstrument;
}

function advice({ code, weight, name, why, remedy }: QualityCheck, finding: Finding, place: FlawPlace): Advice {
  const { found, says, language = null } = finding;
  return { ...place, check: code, weight, name, language, found, says, why, remedy };
}

function rankOf({ check }: Advice): number {
  return qualityChecks.findIndex(({ code }) => code === check);
}
