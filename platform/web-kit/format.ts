import { formatChange, formatNumber, formatPercent, type UiLanguage } from '@common-measure/kernel';
import { useLanguage } from './language.tsx';

export interface Format {
  /** "1,234.5" or « 1 234,5 ». */
  readonly number: (value: number, digits?: number) => string;
  /** Of 0 to 100: "81.4%" or « 81,4 % ». */
  readonly percent: (value: number, digits?: number) => string;
  /** With its sign: "+0.2". */
  readonly change: (value: number, digits?: number) => string;
  /** "22 November 2026" or « 22 novembre 2026 », of an ISO instant or day. */
  readonly date: (iso: string, timeZone?: string) => string;
  /** With the time of day. */
  readonly dateTime: (iso: string, timeZone?: string) => string;
  /** "14:32" or « 14 h 32 ». */
  readonly time: (iso: string, timeZone?: string) => string;
  /** "A, B and C" or « A, B et C ». */
  readonly list: (parts: readonly string[]) => string;
}

const locales: Readonly<Record<UiLanguage, string>> = { en: 'en-CA', fr: 'fr-CA' };

/** Numbers, dates and lists as the reader of `language` writes them. A plain day (2026-11-22) is not moved by the time zone. */
export function formatFor(language: UiLanguage): Format {
  const locale = locales[language];
  const zone = (iso: string, timeZone: string | undefined) => (/^\d{4}-\d{2}-\d{2}$/.test(iso) ? 'UTC' : timeZone);
  const instant = (iso: string, options: Intl.DateTimeFormatOptions, timeZone: string | undefined) => {
    const at = zone(iso, timeZone);
    const words = new Intl.DateTimeFormat(locale, at === undefined ? options : { ...options, timeZone: at }).format(
      new Date(iso),
    );
    return language === 'fr' ? words.replace(/^1 /, '1er ').replace(/(\d) h (\d)/, '$1\u00a0h\u00a0$2') : words;
  };
  return {
    number: (value, digits) => formatNumber(value, language, digits),
    percent: (value, digits) => formatPercent(value, language, digits),
    change: (value, digits) => formatChange(value, language, digits),
    date: (iso, timeZone) => instant(iso, { dateStyle: 'long' }, timeZone),
    dateTime: (iso, timeZone) => instant(iso, { dateStyle: 'long', timeStyle: 'short' }, timeZone),
    time: (iso, timeZone) => instant(iso, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, timeZone),
    list: (parts) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts),
  };
}

export function useFormat(): Format {
  return formatFor(useLanguage());
}

/** A label as a name within a sentence: one that ends as a sentence does ("How easy was it?") stands in quotation marks. */
export function asName(label: string, language: UiLanguage): string {
  if (!/[?!.:;…]\s*$/u.test(label)) return label;
  return language === 'fr' ? `«\u00a0${label}\u00a0»` : `“${label}”`;
}

/** A label inside a sentence: "Restaurants" becomes "restaurants"; "AirTrain", "Wi-Fi" and "BART" stay as they are. */
export function insideSentence(label: string): string {
  return /^\p{Lu}\p{Ll}+(?!\p{Lu}|-\p{Lu})(?!\p{L})/u.test(label)
    ? label.charAt(0).toLocaleLowerCase('fr-CA') + label.slice(1)
    : label;
}
