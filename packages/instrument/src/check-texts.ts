import { type LocalizedText, uiLanguages } from '@common-measure/kernel';
import { type FlawPlace, flawAt, type InstrumentFlaw } from './instrument-flaw.ts';

/** One flaw for each official language in which `text` is empty; `name` says which text it is. */
export function missingTexts(place: FlawPlace, text: LocalizedText, name: LocalizedText): readonly InstrumentFlaw[] {
  return uiLanguages
    .filter((language) => text[language].trim() === '')
    .map((language) =>
      flawAt(
        place,
        'text-missing',
        language === 'fr'
          ? {
              en: `the French ${name.en} is missing. Write it in the French column.`,
              fr: `le français manque pour le ${name.fr}. Écrivez-le dans la colonne «\u00a0Français\u00a0».`,
            }
          : {
              en: `the English ${name.en} is missing. Write it in the English column.`,
              fr: `l’anglais manque pour le ${name.fr}. Écrivez-le dans la colonne «\u00a0Anglais\u00a0».`,
            },
        language,
      ),
    );
}

/** Characters up to which a text can be read on a page: titles and answers, questions and hints, introduction and closing. */
const mostCharacters = { short: 300, medium: 2000, long: 10_000 } as const;

/** One flaw for each language in which `text` is longer than a page can show. */
export function longTexts(
  place: FlawPlace,
  text: LocalizedText,
  name: LocalizedText,
  size: keyof typeof mostCharacters,
): readonly InstrumentFlaw[] {
  const most = mostCharacters[size];
  return uiLanguages
    .filter((language) => text[language].length > most)
    .map((language) =>
      flawAt(
        place,
        'text-long',
        {
          en: `the ${language === 'fr' ? 'French' : 'English'} ${name.en} has ${text[language].length} characters. Shorten it to ${most}.`,
          fr: `le ${name.fr} en ${language === 'fr' ? 'français' : 'anglais'} compte ${text[language].length} caractères. Ramenez-le à ${most}.`,
        },
        language,
      ),
    );
}
