import type { LocalizedText } from '@common-measure/kernel';
import { questionsOf } from './edit-instrument.ts';
import type { Instrument, Question } from './instrument.ts';
import { type FlawPlace, flawAt, type InstrumentFlaw } from './instrument-flaw.ts';

/** The substantive answer codes of a question that is answered by codes; empty for numbers and texts. */
export function answerCodes(question: Question): readonly string[] {
  if (question.type === 'rating') return question.scale?.points.map((point) => point.code) ?? [];
  if (question.type === 'single' || question.type === 'multiple') return question.options.map((option) => option.code);
  return [];
}

/** What is wrong with the condition of a question: it may look at an earlier question and at answers that one can give. */
export function checkRouting(
  place: FlawPlace,
  question: Question,
  earlier: ReadonlyMap<string, Question>,
  instrument: Instrument,
): readonly InstrumentFlaw[] {
  if (!question.showIf) return [];
  const { question: source, answered } = question.showIf;
  const target = earlier.get(source);
  if (!target) {
    const later = questionsOf(instrument).find((other) => other.code === source);
    return [
      later
        ? flawAt(place, 'routing-later', says.later(nameOf(later)))
        : flawAt(place, 'routing-unknown', says.unknown(source)),
    ];
  }
  const possible = answerCodes(target);
  const impossible = answered.filter((code) => !possible.includes(code));
  return impossible.length > 0 || answered.length === 0
    ? [flawAt(place, 'routing-unanswerable', says.unanswerable(nameOf(target)))]
    : [];
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
};
