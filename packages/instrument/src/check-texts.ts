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
