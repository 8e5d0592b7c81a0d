import { uiLanguages } from '@common-measure/kernel';
import { countWords } from '../duration/reading-speed.ts';
import { sentencesOf } from '../readability/text-counts.ts';
import type { QuestionCheck } from './quality-check.ts';

/** Words of one sentence; French says the same in about a sixth more words. */
const mostWords = { en: 25, fr: 29 } as const;

/**
 * A sentence that is too long to be kept in mind. Lenzner, Kaczmirek & Lenzner (2010), "Cognitive burden of survey questions and response
 * times", Applied Cognitive Psychology 24; Canada.ca Content Style Guide: fewer than 20 words as a rule, so 25 is generous. Information
 * is text to read and left alone.
 */
export const longWording: QuestionCheck = {
  of: 'question',
  code: 'long-wording',
  weight: 'minor',
  name: { en: 'Long sentence', fr: 'Phrase longue' },
  why: {
    en: 'Long questions are read again, skipped over or misread, most of all on a phone.',
    fr: 'Les questions longues sont relues, survolées ou mal lues, surtout au téléphone.',
  },
  remedy: {
    en: 'Say it in fewer words, or move the explanation to the hint.',
    fr: 'Dites-le en moins de mots ou placez l’explication dans le texte d’aide.',
  },
  find: ({ type, wording }) =>
    type === 'information' || type === 'consent'
      ? []
      : uiLanguages.flatMap((language) => {
          const words = Math.max(0, ...sentencesOf(wording[language]).map(countWords));
          return words > mostWords[language]
            ? [
                {
                  found: [],
                  language,
                  says: {
                    en: `The ${language === 'fr' ? 'French' : 'English'} has a sentence of ${words} words.`,
                    fr: `Le texte ${language === 'fr' ? 'français' : 'anglais'} a une phrase de ${words} mots.`,
                  },
                },
              ]
            : [];
        }),
};
