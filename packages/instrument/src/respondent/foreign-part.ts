import type { LocalizedText } from '@common-measure/kernel';
import { directionOf } from '../languages/language-tag.ts';

/**
 * The attributes of an element whose text a page in `locale` has to say in English, for want of its own: screen readers change their
 * voice there, and lines their direction (WCAG 2.2, 3.1.2). Nothing where the text is in the language of the page.
 */
export function foreignPart(text: LocalizedText, locale: string): Readonly<Record<string, string | null>> {
  if (locale === 'en' || text[locale]) return {};
  return { lang: 'en-CA', dir: directionOf(locale) === 'ltr' ? null : 'ltr' };
}
