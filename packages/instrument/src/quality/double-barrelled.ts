import { uiLanguages } from '@common-measure/kernel';
import { withoutPipes } from '../pipe.ts';
import type { Finding, QuestionCheck } from './quality-check.ts';
import { type Lexicon, quote, wordsIn } from './words-in.ts';

/** Words that join two judgements. */
const joins: Lexicon = {
  en: ['and/or', 'and', 'as well as', 'but also', 'along with'],
  fr: ['et/ou', 'et', 'ainsi que', 'mais aussi', 'de même que', 'à la fois'],
};

/** Pairs that are one thing, two ends of one span, or parts of a name; taken out before the search. */
const oneThing: Lexicon = {
  en: [
    'between [^,?.]{1,40}? and',
    'both sides and',
    '(?:terms|health|rules|research|back|pros|wear|supply|arts|trial|questions|provinces|time|safe|first|parks|roads|nuts|peace) and (?:conditions|safety|regulations|development|forth|cons|tear|demand|culture|error|answers|territories|again|sound|last|recreation|streets|bolts|quiet)',
    'and (?:so on|why|how)',
    '\\d+ and \\d+',
    'more and more',
    'now and (?:then|again)',
  ],
  fr: [
    'entre [^,?.]{1,40}? et',
    '(?:santé|règles|recherche|allers?|arts|questions|provinces|temps|parcs|sain|frais|va|tout) et (?:sécurité|règlements|développement|retours?|culture|réponses|territoires|lieu|loisirs|sauf|charges|vient|son contraire)',
    'et (?:ainsi de suite|pourquoi|comment|ce)',
    '\\d+ et \\d+',
    'de plus en plus',
  ],
};
/** "Immigration and Citizenship": a capital on both sides. */
const names: Readonly<Record<'en' | 'fr', RegExp>> = {
  en: /\p{Lu}[\p{L}’'-]+ and (?:the )?\p{Lu}[\p{L}’'-]+/gu,
  fr: /\p{Lu}[\p{L}’'-]+ et (?:l[ae’]s? ?)?\p{Lu}[\p{L}’'-]+/gu,
};

/**
 * Two questions under one answer. Whoever agrees with one half only cannot say so. Dillman, Smyth & Christian (2014), Internet, Phone,
 * Mail, and Mixed-Mode Surveys, ch. 4; Olson (2008), "Double-barreled question", Encyclopedia of Survey Research Methods. "Or" is left
 * alone: either part is often enough for one answer. What follows a colon is a
 * name that is put in. Of several answers and open answers it says nothing.
 */
export const doubleBarrelled: QuestionCheck = {
  of: 'question',
  code: 'double-barrelled',
  weight: 'important',
  name: { en: 'Two questions in one', fr: 'Deux questions en une' },
  why: {
    en: 'Whoever would answer the two parts differently cannot say so, and nobody can tell which part the answer is about.',
    fr: 'Une personne qui répondrait autrement à chacune des parties ne peut pas le dire, et on ne sait pas de laquelle parle la réponse.',
  },
  remedy: {
    en: 'Ask the part that matters more, or make two questions of it.',
    fr: 'Posez la partie qui compte le plus ou faites-en deux questions.',
  },
  find: (question) => {
    if (!['rating', 'single', 'number'].includes(question.type)) return [];
    const wording = withoutPipes(question.wording);
    return uiLanguages.flatMap((language): readonly Finding[] => {
      const bare = oneThing[language].reduce(
        (text, pair) => text.replace(new RegExp(`(?<!\\p{L})${pair}(?!\\p{L})`, 'giu'), ' '),
        wording[language].replace(names[language], ' ').replace(/:[^?]*/u, ' '),
      );
      const found = wordsIn(bare, joins[language]);
      const isTwice = (bare.match(/\?/g)?.length ?? 0) > 1;
      if (found.length === 0 && !isTwice) return [];
      const quoted = quote(found);
      return [
        {
          found: isTwice ? [...found, '?'] : found,
          language,
          says: isTwice
            ? {
                en: 'There are two question marks under one answer.',
                fr: 'Il y a deux points d’interrogation pour une seule réponse.',
              }
            : {
                en: `The word ${quoted.en} may join two questions.`,
                fr: `Le mot ${quoted.fr} réunit peut-être deux questions.`,
              },
        },
      ];
    });
  },
};
