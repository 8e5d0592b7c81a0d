/** The languages in which every page, message and report of the platform exists. */
export const uiLanguages = ['en', 'fr'] as const;
export type UiLanguage = (typeof uiLanguages)[number];

/** A text in English and French; further languages under their BCP 47 tag. */
export type LocalizedText = { readonly en: string; readonly fr: string } & { readonly [language: string]: string };

/** The text in `language`, or in English where that language has none. */
export function textIn(text: LocalizedText, language: string): string {
  return text[language] || text.en;
}

/** The same characters in every language: for names and codes that are not translated. */
export function untranslated(text: string): LocalizedText {
  return { en: text, fr: text };
}
