import { type UiLanguage, uiLanguages } from '@common-measure/kernel';
import { withoutPipes } from '../pipe.ts';
import type { Finding, QuestionCheck } from './quality-check.ts';
import { type Lexicon, quote, wordsIn } from './words-in.ts';

const negations: Lexicon = {
  en: ['not', '\\p{L}+n’t', 'cannot', 'never', 'nobody', 'nothing', 'none', 'neither', 'no one'],
  fr: ['(?:ne|n’\\p{L}+|n’)[^.?!,;]{1,40}? (?:pas|jamais|plus|rien|aucune?|personne|ni)', 'ni'],
};
/** Negative too, but no denial by themselves. */
const halves: Lexicon = {
  en: [
    'without',
    'hardly',
    'unless',
    'unnoticed',
    'fail(?:ed|s)? to',
    'lack(?:ed|s)?',
    'un(?:able|clear|fair|necessary|reasonable|satisfied|happy|helpful|likely|important)',
    'dis(?:agree|satisfied|approve)',
    'needless',
    'oppose',
  ],
  fr: [
    'sans',
    'à peine',
    'à moins que',
    'inaperçue?s?',
    'manqu(?:e|é|ait)',
    'in(?:capable|juste|utile|satisfait|satisfaisant)e?s?',
    'im(?:possible|précis)e?s?',
    'déraisonnables?',
    'désapprouv\\p{L}+',
  ],
};
/** "Why or why not", "whether or not", « ou non », "not only": no denial of what is asked. */
const harmless: Lexicon = {
  en: ['why not', 'or not', 'if not', 'not only', 'nothing else'],
  fr: ['ou non', 'pourquoi pas', 'ou pas', 'n’est-ce pas', 'pas seulement', 'ne serait-ce que'],
};

/** What is only told beside the point ("when the phone was not answered", "that I did not know"): up to the next comma or the end. */
const asides: Readonly<Record<UiLanguage, RegExp>> = {
  en: /(?<!\p{L})(?:when|while|where|whether|if|because|so that|that|who|which|what|until|as)(?!\p{L})[^,.?]*/giu,
  fr: /(?<!\p{L})(?:quand|lorsque|si|parce que|pour que|que|qui|où|dont|ce que|tant que)(?!\p{L})[^,.?]*/giu,
};

/**
 * Denials, and two of them in one sentence. A statement with "not" in front of an agreement scale makes "disagree" a double negative.
 * Holyk (2008), "Questionnaire design", Encyclopedia of Survey Research Methods; Krosnick & Presser (2010), ch. 9. One denial is
 * advised against only where people agree or disagree or say yes or no; two of them everywhere.
 */
export const negation: QuestionCheck = {
  of: 'question',
  code: 'negation',
  weight: 'minor',
  name: { en: 'Negative wording', fr: 'Tournure négative' },
  why: {
    en: 'To disagree with “was not” is to say that it was: many people then tick the opposite of what they mean.',
    fr: 'Être en désaccord avec «\u00a0n’était pas\u00a0», c’est dire que c’était le cas\u00a0: bien des gens cochent alors le contraire de ce qu’ils pensent.',
  },
  remedy: { en: 'Say it the positive way round.', fr: 'Formulez l’idée de façon positive.' },
  find: (question) => {
    const wording = withoutPipes(question.wording);
    const isSaid =
      question.type === 'single' ? question.options.length === 2 : isAgreement(question.scale?.points ?? []);
    return uiLanguages.flatMap((language): readonly Finding[] => {
      const bare = wording[language]
        .replaceAll("'", '’')
        .replace(new RegExp(`(?<!\\p{L})(?:${harmless[language].join('|')})(?!\\p{L})`, 'giu'), ' ');
      const denials = wordsIn(bare, negations[language]);
      const main = bare.replace(asides[language], ' ');
      const others = wordsIn(bare, halves[language]);
      const isDouble = denials.length > 0 && denials.length + others.length > 1;
      if (!isDouble && !(isSaid && wordsIn(main, negations[language]).length > 0)) return [];
      const found = isDouble ? [...denials, ...others] : denials;
      const quoted = quote(found);
      return [
        {
          found,
          language,
          says: isDouble
            ? { en: `Two negatives meet: ${quoted.en}.`, fr: `Deux négations se rencontrent\u00a0: ${quoted.fr}.` }
            : {
                en: `The wording denies something: ${quoted.en}.`,
                fr: `Le libellé nie quelque chose\u00a0: ${quoted.fr}.`,
              },
        },
      ];
    });
  },
};

/** Whether people agree or disagree on a scale. */
export function isAgreement(
  points: readonly { readonly label: { readonly en: string; readonly fr: string } }[],
): boolean {
  const ends = [points.at(0), points.at(-1)].map((point) => `${point?.label.en ?? ''} ${point?.label.fr ?? ''}`);
  return ends.length > 0 && ends.every((label) => /agree|accord/i.test(label));
}
