import { isAgreement } from './negation.ts';
import type { QuestionCheck } from './quality-check.ts';
import { findWords, type Lexicon } from './words-in.ts';

const lexicon: Lexicon = {
  en: [
    'always',
    'never',
    'everyone',
    'everybody',
    'nobody',
    'everything',
    'nothing',
    'every time',
    'all the time',
    'completely',
    'totally',
    'entirely',
    'perfectly',
    'in every respect',
  ],
  fr: [
    'toujours',
    'ne [^.?]{1,30}? jamais',
    'jamais',
    'tout le monde',
    'personne ne',
    'chaque fois',
    'tout le temps',
    'en tout temps',
    'complètement',
    'totalement',
    'entièrement',
    'parfaitement',
    'à tous égards',
  ],
};

/**
 * Words that leave no exception: one bad day is enough to disagree. Fowler (1995), Improving Survey Questions, ch. 2; Choi & Pak (2005),
 * "A catalog of biases in questionnaires", Preventing Chronic Disease 2(1). Looked for where people agree or
 * disagree, or say yes or no: how important something is has degrees anyhow.
 */
export const absoluteTerms: QuestionCheck = {
  of: 'question',
  code: 'absolute-terms',
  weight: 'minor',
  name: { en: 'Words without exception', fr: 'Mots sans exception' },
  why: {
    en: 'A single exception is enough to deny “always”, so nearly the same experiences get opposite answers.',
    fr: 'Une seule exception suffit à nier «\u00a0toujours\u00a0»\u00a0: des expériences presque pareilles donnent alors des réponses opposées.',
  },
  remedy: {
    en: 'Leave the word out, or ask how often.',
    fr: 'Retirez le mot ou demandez à quelle fréquence.',
  },
  find: ({ type, wording, scale, options }) =>
    (type === 'rating' && isAgreement(scale?.points ?? [])) || (type === 'single' && options.length <= 3)
      ? findWords(wording, lexicon, (quoted) => ({
          en: `${quoted.en} leaves no exception.`,
          fr: `${quoted.fr} n’admet aucune exception.`,
        }))
      : [],
};
