import { uiLanguages } from '@common-measure/kernel';
import { withoutPipes } from '../pipe.ts';
import type { InstrumentCheck } from './quality-check.ts';
import { quote } from './words-in.ts';

/** Known to nearly everyone as letters. */
const known = new Set([
  'ID',
  'PDF',
  'TV',
  'OK',
  'QR',
  'SMS',
  'GPS',
  'USB',
  'CV',
  'AM',
  'PM',
  'USA',
  'COVID',
  'FAQ',
  'CD',
  'DVD',
  'URL',
  'II',
  'III',
  'IV',
]);

/**
 * Letters that stand for words nobody has said yet. Spelled out once, with the letters in brackets, they may be used from then on.
 * Canada.ca Content Style Guide, "Abbreviations and acronyms"; Conrad & Schober (2000), "Clarifying question meaning", Public Opinion
 * Quarterly 64. A text in capitals throughout is left alone.
 */
export const acronyms: InstrumentCheck = {
  of: 'instrument',
  code: 'acronym',
  weight: 'minor',
  name: { en: 'Letters not spelled out', fr: 'Sigle non expliqué' },
  why: {
    en: 'Whoever does not know the letters guesses what is asked, and newcomers guess most often.',
    fr: 'Une personne qui ne connaît pas le sigle devine ce qu’on demande, et les nouveaux venus devinent le plus souvent.',
  },
  remedy: {
    en: 'Write the words once, with the letters in brackets.',
    fr: 'Écrivez les mots une fois, suivis du sigle entre parenthèses.',
  },
  find: (instrument) => {
    const spelled = { en: new Set<string>(), fr: new Set<string>() };
    const learn = (text: { en: string; fr: string }): void => {
      for (const language of uiLanguages)
        for (const [, letters = ''] of text[language].matchAll(/\((\p{Lu}{2,7})s?\)/gu)) spelled[language].add(letters);
    };
    learn(instrument.introduction);
    return instrument.sections.flatMap((section) => {
      learn(section.title);
      return section.questions.flatMap(({ code, wording, hint }) => {
        for (const text of [wording, ...(hint ? [hint] : [])]) learn(text);
        const plain = withoutPipes(wording);
        return uiLanguages.flatMap((language) => {
          if (plain[language] === plain[language].toUpperCase()) return [];
          const letters = plain[language].match(/(?<![\p{L}\d-])\p{Lu}{2,7}(?=s?(?![\p{L}\d-]))/gu) ?? [];
          const found = [...new Set(letters)].filter((one) => !known.has(one) && !spelled[language].has(one));
          const quoted = quote(found);
          return found.length > 0
            ? [
                {
                  question: code,
                  found,
                  language,
                  says: {
                    en: `${quoted.en} is not spelled out before.`,
                    fr: `${quoted.fr} n’est pas expliqué auparavant.`,
                  },
                },
              ]
            : [];
        });
      });
    });
  },
};
