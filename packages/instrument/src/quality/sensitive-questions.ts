import type { Instrument, Question } from '../instrument.ts';
import { isAnswerable } from '../question-parts.ts';
import type { InstrumentCheck, QuestionCheck } from './quality-check.ts';
import { type Lexicon, quote, wordsIn } from './words-in.ts';

const topics: Lexicon = {
  en: [
    'income',
    'salary',
    'religion',
    'sexual orientation',
    'gender',
    'disabilit(?:y|ies)',
    'mental health',
    'long-term health',
    'racialized',
    'race',
    'ethnic\\p{L}*',
    'immigration status',
    'discriminat\\p{L}+',
    'harass\\p{L}+',
    'criminal',
    'indigenous',
    'union member\\p{L}*',
    'vote[ds]?',
  ],
  fr: [
    'revenus?',
    'salaire',
    'religion',
    'orientation sexuelle',
    '(?<!quel )genre(?! de)',
    'handicap\\p{L}*',
    'santé mentale',
    'racisée?s?',
    'race',
    'ethni\\p{L}+',
    'statut d’immigration',
    'discriminat\\p{L}+',
    'harcèlement',
    'criminel\\p{L}*',
    'autochtones?',
    'syndiquée?s?',
    'voté',
  ],
};
const earliest = 2;

function topicsOf({ wording }: Question): readonly string[] {
  return [...wordsIn(wording.en, topics.en), ...wordsIn(wording.fr, topics.fr)];
}

/**
 * A sensitive question among the first two. Tourangeau & Yan (2007), "Sensitive questions in surveys", Psychological Bulletin 133;
 * Dillman, Smyth & Christian (2014), ch. 7: begin with what the survey is about, sensitive matters near the end. Not said of a
 * questionnaire that asks nothing else.
 */
export const sensitiveFirst: InstrumentCheck = {
  of: 'instrument',
  code: 'sensitive-first',
  weight: 'important',
  name: { en: 'Sensitive question first', fr: 'Question délicate en premier' },
  why: {
    en: 'Who is asked about herself before anything else leaves sooner, and answers the rest with more caution.',
    fr: 'Une personne interrogée sur elle-même d’entrée de jeu part plus tôt et répond au reste avec plus de retenue.',
  },
  remedy: { en: 'Move it towards the end.', fr: 'Déplacez-la vers la fin.' },
  find: (instrument: Instrument) => {
    const asked = instrument.sections.flatMap(({ questions }) => questions).filter(isAnswerable);
    if (asked.length < 4 || asked.every((question) => topicsOf(question).length > 0)) return [];
    return asked.slice(0, earliest).flatMap((question) => {
      const found = topicsOf(question);
      const quoted = quote(found);
      return found.length > 0
        ? [
            {
              question: question.code,
              found,
              says: {
                en: `It is among the first questions: ${quoted.en}.`,
                fr: `Elle figure parmi les premières questions\u00a0: ${quoted.fr}.`,
              },
            },
          ]
        : [];
    });
  },
};

/** Profile and sensitive questions that can only be answered or left: people then leave the survey, not the question. Same sources. */
export const noRefusal: QuestionCheck = {
  of: 'question',
  code: 'no-refusal',
  weight: 'minor',
  name: { en: 'No “prefer not to answer”', fr: 'Pas de «\u00a0Je préfère ne pas répondre\u00a0»' },
  why: {
    en: 'Some people will not tell this about themselves. Without that answer they leave, or tell something untrue.',
    fr: 'Certaines personnes ne veulent pas le dire. Sans cette réponse, elles abandonnent ou disent autre chose que la vérité.',
  },
  remedy: { en: 'Offer “I prefer not to answer”.', fr: 'Offrez «\u00a0Je préfère ne pas répondre\u00a0».' },
  find: (question) => {
    const found = topicsOf(question);
    const isAsked = ['single', 'multiple', 'number', 'date', 'rating'].includes(question.type);
    const isPersonal =
      found.length > 0 ? question.role === 'profile' || question.type !== 'rating' : question.role === 'profile';
    return isAsked && isPersonal && !question.preferNotToSay
      ? [
          {
            found,
            says: {
              en: 'It asks about the person and does not offer “I prefer not to answer”.',
              fr: 'Elle porte sur la personne et n’offre pas «\u00a0Je préfère ne pas répondre\u00a0».',
            },
          },
        ]
      : [];
  },
};
