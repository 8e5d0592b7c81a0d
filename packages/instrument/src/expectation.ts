import type { LocalizedText } from '@common-measure/kernel';
import type { Instrument, Question } from './instrument.ts';
import { type FlawPlace, flawAt, type InstrumentFlaw } from './instrument-flaw.ts';

/** The earlier question that asks what was expected; undefined where a question has none. */
export function expectationOf(instrument: Instrument, question: Question): Question | undefined {
  if (question.expectation === undefined) return undefined;
  return instrument.sections
    .flatMap((section) => section.questions)
    .find((one) => one.code === question.expectation && one.code !== question.code);
}

/** Whether two questions can be subtracted: ratings on the same points, or numbers of the same unit. */
export function areAlike(one: Question, other: Question): boolean {
  if (one.type !== other.type) return false;
  const pointsOf = ({ scale }: Question): string =>
    JSON.stringify(scale && [scale.higher, scale.points.map(({ code, label }) => [code, label.en, label.fr])]);
  if (one.type === 'rating') return one.scale !== null && pointsOf(one) === pointsOf(other);
  return one.type === 'number' && one.unit?.en === other.unit?.en && one.unit?.fr === other.unit?.fr;
}

/** What is wrong with the pair that a question says it is part of; `earlier` are the questions before it. */
export function checkExpectation(
  place: FlawPlace,
  question: Question,
  earlier: readonly Question[],
  instrument: Instrument,
): readonly InstrumentFlaw[] {
  const code = question.expectation;
  if (code === undefined) return [];
  const partner = expectationOf(instrument, question);
  if (!partner) return [flawAt(place, 'expectation-unknown', says.unknown(code))];
  if (!earlier.some((one) => one.code === code)) return [flawAt(place, 'expectation-later', says.later(code))];
  return areAlike(question, partner) ? [] : [flawAt(place, 'expectation-unlike', says.unlike(code))];
}

const says = {
  unknown: (code: string): LocalizedText => ({
    en: `it is compared with what was expected in "${code}", which is not another question here. Choose an earlier question, or compare it with none.`,
    fr: `elle se compare à ce qu’on attendait selon «\u00a0${code}\u00a0», qui n’est pas une autre question d’ici. Choisissez une question précédente ou ne la comparez à aucune.`,
  }),
  later: (code: string): LocalizedText => ({
    en: `what was expected ("${code}") is asked after it. Move that question before this one.`,
    fr: `ce qu’on attendait («\u00a0${code}\u00a0») est demandé après. Placez cette question-là avant celle-ci.`,
  }),
  unlike: (code: string): LocalizedText => ({
    en: `it cannot be subtracted from "${code}": both must be ratings on the same scale, or numbers of the same unit. Give both the same.`,
    fr: `on ne peut en soustraire «\u00a0${code}\u00a0»\u00a0: il faut deux évaluations sur la même échelle ou deux nombres de la même unité. Donnez la même aux deux.`,
  }),
};
