import type { LocalizedText } from '@common-measure/kernel';
import { checkQuestion } from './check-question.ts';
import { checkRouting } from './check-routing.ts';
import { missingTexts } from './check-texts.ts';
import type { Instrument, Question } from './instrument.ts';
import { flawAt, type InstrumentFlaw, questionPlace, sectionPlace, wholeInstrument } from './instrument-flaw.ts';

/** Roles that one question at most may have. */
const singleRoles = ['overall', 'channel', 'region'] as const;

/**
 * Every reason why an instrument cannot be published, in reading order; empty when it can.
 * Both official languages must be complete, codes unique, routing must look backwards only, and there must be something to ask.
 */
export function checkInstrument(instrument: Instrument): readonly InstrumentFlaw[] {
  const flaws: InstrumentFlaw[] = [];
  for (const language of ['en', 'fr'])
    if (!instrument.languages.includes(language))
      flaws.push(flawAt(wholeInstrument, 'language-missing', says.language(language)));
  const texts: readonly [LocalizedText, LocalizedText][] = [
    [instrument.title, { en: 'title', fr: 'titre' }],
    [instrument.introduction, { en: 'introduction', fr: 'texte d’introduction' }],
    [instrument.closing, { en: 'closing text', fr: 'texte de conclusion' }],
  ];
  for (const [text, name] of texts) flaws.push(...missingTexts(wholeInstrument, text, name));
  if (instrument.sections.every((section) => section.questions.length === 0))
    flaws.push(flawAt(wholeInstrument, 'no-questions', says.empty));
  const earlier = new Map<string, Question>();
  const sectionCodes = new Set<string>();
  let number = 0;
  for (const [index, section] of instrument.sections.entries()) {
    const place = sectionPlace(section.code, index + 1);
    if (sectionCodes.has(section.code)) flaws.push(flawAt(place, 'code-duplicate', says.sectionTwice(section.code)));
    sectionCodes.add(section.code);
    flaws.push(...missingTexts(place, section.title, { en: 'title', fr: 'titre' }));
    for (const question of section.questions) {
      number += 1;
      const here = questionPlace(section.code, question.code, number);
      if (earlier.has(question.code)) flaws.push(flawAt(here, 'code-duplicate', says.questionTwice(question.code)));
      flaws.push(...checkQuestion(here, question), ...checkRouting(here, question, earlier, instrument));
      earlier.set(question.code, question);
    }
  }
  return [...flaws, ...roleFlaws(earlier)];
}

function roleFlaws(questions: ReadonlyMap<string, Question>): readonly InstrumentFlaw[] {
  return singleRoles.flatMap((role) => {
    const numbers = [...questions.values()].flatMap((question, index) => (question.role === role ? [index + 1] : []));
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
