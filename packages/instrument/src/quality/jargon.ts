import type { QuestionCheck } from './quality-check.ts';
import { findWords, type Lexicon } from './words-in.ts';

/** Words of offices, with nothing an everyday word would not say. */
const lexicon: Lexicon = {
  en: [
    'stakeholders?',
    'utili[sz](?:e|ed|ing)',
    'leverag(?:e|ed|ing)',
    'touchpoints?',
    'deliverables?',
    'facilitat(?:e|ed|ing)',
    'pursuant to',
    'prior to',
    'in order to',
    'omnichannel',
    'end[- ]users?',
    'user journey',
    'service offerings?',
    'implement(?:ed|ing)?',
    'modalit(?:y|ies)',
    'subsequent to',
    'commenced?',
    'aforementioned',
  ],
  fr: [
    'parties prenantes',
    'points? de contact clients?',
    'livrables?',
    'conformément à',
    'préalablement à',
    'omnicanal(?:e|es)?',
    'parcours (?:client|usager|utilisateur)',
    'offre de services',
    'mise en œuvre',
    'modalités',
    'subséquemment',
    'susmentionnée?s?',
    'adéquation',
    'problématiques?',
    'prestation de services',
  ],
};

/**
 * Office words where everyday words would do. Tourangeau, Rips & Rasinski (2000), The Psychology of Survey Response, ch. 2; Canada.ca
 * Content Style Guide, "Use simple, common words".
 */
export const jargon: QuestionCheck = {
  of: 'question',
  code: 'jargon',
  weight: 'minor',
  name: { en: 'Office words', fr: 'Mots de métier' },
  why: {
    en: 'People outside the office read them in different ways, or pass over them.',
    fr: 'Les gens de l’extérieur les comprennent de diverses façons ou passent outre.',
  },
  remedy: { en: 'Use the word you would use at a counter.', fr: 'Employez le mot que vous diriez au comptoir.' },
  find: ({ type, wording }) =>
    type === 'information'
      ? []
      : findWords(wording, lexicon, (quoted) => ({
          en: `The wording holds ${quoted.en}.`,
          fr: `Le libellé contient ${quoted.fr}.`,
        })),
};
