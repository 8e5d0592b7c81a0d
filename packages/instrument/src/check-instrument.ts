import type { LocalizedText } from '@common-measure/kernel';
import { checkPipes } from './check-pipes.ts';
import { checkQuestion } from './check-question.ts';
import { checkQuotas } from './check-quotas.ts';
import { checkRouting, checkSectionRouting } from './check-routing.ts';
import { longTexts, missingTexts } from './check-texts.ts';
import { checkExpectation } from './expectation.ts';
import type { Instrument, Question } from './instrument.ts';
import {
  type FlawPlace,
  flawAt,
  type InstrumentFlaw,
  questionPlace,
  sectionPlace,
  wholeInstrument,
} from './instrument-flaw.ts';
import { pipedTexts } from './pipe.ts';
import { isAnswerable, namesOf } from './question-parts.ts';
import { reachable } from './reachable.ts';
import { routeOf } from './routing.ts';
import { filledInstrument } from './slots.ts';
import { checkLanguages } from './translation/check-languages.ts';

/** Roles that one question at most may have. */
const singleRoles = ['overall', 'channel', 'region'] as const;

/**
 * Every reason why an instrument cannot be published, in reading order; empty when it can.
 * Both official languages must be complete, and every further one of its own and of those `required`; codes must be unique, routing
 * must look backwards only, and there must be something to ask.
 */
export function checkInstrument(draft: Instrument, required: readonly string[] = []): readonly InstrumentFlaw[] {
  const instrument = filledInstrument(draft);
  const flaws: InstrumentFlaw[] = [];
  for (const language of ['en', 'fr'])
    if (!instrument.languages.includes(language))
      flaws.push(flawAt(wholeInstrument, 'language-missing', says.language(language)));
  const texts: readonly [LocalizedText, LocalizedText][] = [
    [instrument.title, { en: 'title', fr: 'titre' }],
    [instrument.introduction, { en: 'introduction', fr: 'texte d’introduction' }],
    [instrument.closing, { en: 'closing text', fr: 'texte de conclusion' }],
  ];
  for (const [text, name] of texts)
    flaws.push(
      ...missingTexts(wholeInstrument, text, name),
      ...longTexts(wholeInstrument, text, name, text === instrument.title ? 'short' : 'long'),
    );
  if (!instrument.sections.some((section) => section.questions.some(isAnswerable)))
    flaws.push(flawAt(wholeInstrument, 'no-questions', says.empty));
  const route = routeOf(instrument);
  const arms = (instrument.arms ?? []).map((arm) => arm.code);
  flaws.push(
    ...checkPipes(wholeInstrument, [instrument.closing], route.stops.length, null, route),
    ...armFlaws(instrument),
  );
  const hidden = new Set(reachable(instrument).unreachable);
  const taken = new Set<string>();
  const all: Question[] = [];
  const sectionCodes = new Set<string>();
  for (const [index, section] of instrument.sections.entries()) {
    const place = sectionPlace(section.code, index + 1);
    if (sectionCodes.has(section.code)) flaws.push(flawAt(place, 'code-duplicate', says.sectionTwice(section.code)));
    sectionCodes.add(section.code);
    const titleName = { en: 'title', fr: 'titre' };
    flaws.push(
      ...missingTexts(place, section.title, titleName),
      ...longTexts(place, section.title, titleName, 'short'),
    );
    flaws.push(...checkSectionRouting(place, section, all.length, route, arms));
    flaws.push(...checkPipes(place, [section.title], all.length, section.code, route));
    for (const question of section.questions) {
      const at = all.length;
      const here = questionPlace(section.code, question.code, at + 1);
      const twice = namesOf(question).find((code) => taken.has(code));
      if (twice !== undefined) flaws.push(flawAt(here, 'code-duplicate', says.questionTwice(twice)));
      for (const code of namesOf(question)) taken.add(code);
      flaws.push(...checkQuestion(here, question), ...checkRouting(here, question, at, route, arms));
      flaws.push(...checkPipes(here, pipedTexts(question), at, section.code, route));
      flaws.push(...groupFlaws(here, question, all.at(-1)), ...checkExpectation(here, question, all, instrument));
      all.push(question);
    }
  }
  const isBroken = flaws.some((flaw) => flaw.code.startsWith('routing-') || flaw.code === 'code-duplicate');
  if (!isBroken)
    for (const [at, { section, question }] of route.stops.entries())
      if (hidden.has(question.code))
        flaws.push(flawAt(questionPlace(section.code, question.code, at + 1), 'routing-unreachable', says.unreachable));
  return [...flaws, ...checkLanguages(draft, required), ...checkQuotas(instrument), ...roleFlaws(all)];
}

/** A matrix has one scale: a neighbour of the same group with another one cannot be its row. */
function groupFlaws(place: FlawPlace, question: Question, before: Question | undefined): readonly InstrumentFlaw[] {
  if (question.group === undefined || before?.group !== question.group) return [];
  const scaleOf = ({ scale }: Question): string => JSON.stringify(scale?.points.map((point) => point.code) ?? null);
  const isOne = question.type === 'rating' && before.type === 'rating' && scaleOf(question) === scaleOf(before);
  return isOne ? [] : [flawAt(place, 'group-mixed', says.group)];
}

function armFlaws({ arms = [] }: Instrument): readonly InstrumentFlaw[] {
  return arms.flatMap((arm, index) => [
    ...(arms.findIndex((one) => one.code === arm.code) < index
      ? [flawAt(wholeInstrument, 'arm-duplicate', says.armTwice(arm.code))]
      : []),
    ...missingTexts(wholeInstrument, arm.label, {
      en: `name of the group “${arm.code}”`,
      fr: `nom du groupe «\u00a0${arm.code}\u00a0»`,
    }),
  ]);
}

function roleFlaws(questions: readonly Question[]): readonly InstrumentFlaw[] {
  return singleRoles.flatMap((role) => {
    const numbers = questions.flatMap((question, index) => (question.role === role ? [index + 1] : []));
    return numbers.length > 1 ? [flawAt(wholeInstrument, 'role-duplicate', says.role(role, numbers))] : [];
  });
}

function inRow(numbers: readonly number[], and: string): string {
  return `${numbers.slice(0, -1).join(', ')} ${and} ${numbers.at(-1)}`;
}

const roleNames = {
  overall: { en: 'overall question', fr: 'question globale' },
  channel: { en: 'channel question', fr: 'question sur le mode de service' },
  region: { en: 'region question', fr: 'question sur la région' },
} as const;

const says = {
  empty: {
    en: 'there is no question yet. Add at least one.',
    fr: 'aucune question pour l’instant. Ajoutez-en au moins une.',
  },
  unreachable: {
    en: 'nobody can reach it: its conditions and the skips before it shut everyone out. Change or remove one of them.',
    fr: 'personne ne peut y arriver\u00a0: ses conditions et les sauts qui la précèdent écartent tout le monde. Changez-en un ou retirez-le.',
  },
  group: {
    en: 'it stands in one matrix with the question before it, but has another scale. Give it the same scale, or another group.',
    fr: 'elle forme une grille avec la question précédente, mais son échelle est différente. Donnez-lui la même échelle ou un autre groupe.',
  },
  armTwice: (code: string): LocalizedText => ({
    en: `two groups of the split sample have the code "${code}". Give one of them another code.`,
    fr: `deux groupes tirés au hasard portent le code «\u00a0${code}\u00a0». Donnez un autre code à l’un des deux.`,
  }),
  language: (code: string): LocalizedText => ({
    en: `the language "${code}" is not in its list. English and French are both needed.`,
    fr: `la langue «\u00a0${code}\u00a0» n’est pas dans sa liste. Il faut l’anglais et le français.`,
  }),
  sectionTwice: (code: string): LocalizedText => ({
    en: `another section has the code "${code}" too. Give one of them another code.`,
    fr: `une autre section porte aussi le code «\u00a0${code}\u00a0». Donnez un autre code à l’une des deux.`,
  }),
  questionTwice: (code: string): LocalizedText => ({
    en: `an earlier question has the code "${code}" too. Give one of them another code.`,
    fr: `une question précédente porte aussi le code «\u00a0${code}\u00a0». Donnez un autre code à l’une des deux.`,
  }),
  role: (role: (typeof singleRoles)[number], numbers: readonly number[]): LocalizedText => ({
    en: `more than one question is the ${roleNames[role].en}: questions ${inRow(numbers, 'and')}. Keep one.`,
    fr: `plusieurs questions servent de ${roleNames[role].fr}\u00a0: les questions ${inRow(numbers, 'et')}. N’en gardez qu’une.`,
  }),
};
