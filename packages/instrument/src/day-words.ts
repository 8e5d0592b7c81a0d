import type { UiLanguage } from '@common-measure/kernel';

/** "June 1, 2027", "1er juin 2027", in one piece. */
export function dayInWords(isoDate: string, locale: UiLanguage): string {
  const date = new Date(`${isoDate}T12:00:00Z`);
  const words = new Intl.DateTimeFormat(`${locale}-CA`, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
  return locale === 'fr' ? words.replace(/^1 /, '1er ').replaceAll(' ', '\u00a0') : words;
}
