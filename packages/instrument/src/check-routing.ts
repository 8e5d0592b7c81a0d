import type { LocalizedText } from '@common-measure/kernel';
import { testsOf } from './condition.ts';
import type { AnswerTest, Condition, Question, Section, SkipTarget } from './instrument.ts';
import { type FlawPlace, flawAt, type InstrumentFlaw } from './instrument-flaw.ts';
import { answerCodes, isAnswerable } from './question-parts.ts';
import { placeOf, type Route } from './routing.ts';

/** What is wrong with the conditions and skips of a question, which stands at `at` of the route. */
export function checkRouting(
  place: FlawPlace,
  question: Question,
  at: number,
  route: Route,
  arms: readonly string[],
): readonly InstrumentFlaw[] {
  const flaws = question.showIf ? [...checkCondition(place, question.showIf, at, route)] : [];
  for (const skip of question.skips ?? [])
    flaws.push(...checkCondition(place, skip.if, at + 1, route), ...targetFlaws(place, skip.to, at, route));
  return [...flaws, ...armFlaws(place, question.arms ?? [], arms)];
}

/** What is wrong with the condition of a whole section, whose questions begin at `at` of the route. */
export function checkSectionRouting(
  place: FlawPlace,
  section: Section,
  at: number,
  route: Route,
  arms: readonly string[],
): readonly InstrumentFlaw[] {
  return [
    ...(section.showIf ? checkCondition(place, section.showIf, at, route) : []),
    ...armFlaws(place, section.arms ?? [], arms),
  ];
}

/** The condition may look at questions before the place `before` of the route only, and at answers that one can give. */
export function checkCondition(
  place: FlawPlace,
  condition: Condition,
  before: number,
  route: Route,
): readonly InstrumentFlaw[] {
  return testsOf(condition).flatMap((test) => {
    const found = route.questions.get(test.question);
    const source = found === undefined ? undefined : route.stops[found]?.question;
    if (found === undefined || source === undefined)
      return [flawAt(place, 'routing-unknown', says.unknown(test.question))];
    if (found >= before) return [flawAt(place, 'routing-later', says.later(nameOf(source)))];
    return testFlaws(place, test, source);
  });
}

function testFlaws(place: FlawPlace, test: AnswerTest, source: Question): readonly InstrumentFlaw[] {
  const name = nameOf(source);
  if (!isAnswerable(source)) return [flawAt(place, 'routing-unanswerable', says.information(name))];
  if ('state' in test) return [];
  if ('compare' in test)
    return source.type === 'number' || source.type === 'rating'
      ? []
      : [flawAt(place, 'routing-incomparable', says.incomparable(name, test.value))];
  const codes = 'answered' in test ? test.answered : test.notAnswered;
  const possible = answerCodes(source);
  return codes.length === 0 || codes.some((code) => !possible.includes(code))
    ? [flawAt(place, 'routing-unanswerable', says.unanswerable(name))]
    : [];
}

function targetFlaws(place: FlawPlace, target: SkipTarget, at: number, route: Route): readonly InstrumentFlaw[] {
  if (target === 'end') return [];
  const code = 'section' in target ? target.section : target.question;
  const found = placeOf(route, target);
  if (found === undefined) return [flawAt(place, 'routing-unknown', says.nowhere(code))];
  return found <= at ? [flawAt(place, 'routing-backward', says.backward(code))] : [];
}

function armFlaws(place: FlawPlace, named: readonly string[], arms: readonly string[]): readonly InstrumentFlaw[] {
  return named.filter((arm) => !arms.includes(arm)).map((arm) => flawAt(place, 'arm-unknown', says.arm(arm)));
}

/** A question as people know it: by its words, or while it has none, by its code. */
function nameOf(question: Question): LocalizedText {
  return { en: question.wording.en || question.code, fr: question.wording.fr || question.code };
}

const says = {
  later: (name: LocalizedText): LocalizedText => ({
    en: `it depends on “${name.en}”, which is asked later. Move it after that question.`,
    fr: `elle dépend de «\u00a0${name.fr}\u00a0», posée plus loin. Placez-la après cette question.`,
  }),
  unknown: (code: string): LocalizedText => ({
    en: `it depends on “${code}”, which is not in the questionnaire. Remove the condition or add that question before it.`,
    fr: `elle dépend de «\u00a0${code}\u00a0», qui n’est pas dans le questionnaire. Retirez la condition ou ajoutez cette question avant elle.`,
  }),
  unanswerable: (name: LocalizedText): LocalizedText => ({
    en: `it waits for an answer that “${name.en}” does not offer. Choose among the answers of that question.`,
    fr: `elle attend une réponse que «\u00a0${name.fr}\u00a0» n’offre pas. Choisissez parmi les réponses de cette question.`,
  }),
  information: (name: LocalizedText): LocalizedText => ({
    en: `it depends on “${name.en}”, which is a text without an answer. Choose a question.`,
    fr: `elle dépend de «\u00a0${name.fr}\u00a0», un texte sans réponse. Choisissez une question.`,
  }),
  incomparable: (name: LocalizedText, value: number): LocalizedText => ({
    en: `it compares the answer to “${name.en}” with the number ${value}, but that answer is not a number. Choose among its answers, or ask whether it was answered.`,
    fr: `elle compare la réponse à «\u00a0${name.fr}\u00a0» au nombre ${String(value).replace('.', ',')}, mais cette réponse n’est pas un nombre. Choisissez parmi ses réponses, ou demandez si elle a reçu une réponse.`,
  }),
  nowhere: (code: string): LocalizedText => ({
    en: `it leads to “${code}”, which is not in the questionnaire. Remove the skip or choose another place.`,
    fr: `elle mène à «\u00a0${code}\u00a0», qui n’est pas dans le questionnaire. Retirez le saut ou choisissez un autre endroit.`,
  }),
  backward: (code: string): LocalizedText => ({
    en: `it leads back to “${code}”. A skip leads to a later place: choose one, or move this question.`,
    fr: `elle ramène à «\u00a0${code}\u00a0». Un saut mène plus loin\u00a0: choisissez un endroit plus loin ou déplacez cette question.`,
  }),
  arm: (code: string): LocalizedText => ({
    en: `it is meant for the group “${code}”, which the split sample does not have. Choose one of its groups.`,
    fr: `elle est destinée au groupe «\u00a0${code}\u00a0», absent du partage de l’échantillon. Choisissez l’un de ses groupes.`,
  }),
};
