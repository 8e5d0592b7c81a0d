import type { UiLanguage } from './localized-text.ts';

/**
 * A number as a reader of that language writes it: "1,234.5" in English, "1 234,5" in French (no-break space, decimal comma).
 * The true minus sign is used. `digits` is the number of decimals, 0 to 10; ties go away from zero in the decimal notation.
 */
export function formatNumber(value: number, language: UiLanguage, digits = 0): string {
  const [whole = '', decimals] = Math.abs(value).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u00a0' : ',');
  const body = decimals === undefined ? grouped : `${grouped}${language === 'fr' ? ',' : '.'}${decimals}`;
  return value < 0 && /[1-9]/.test(body) ? `\u2212${body}` : body;
}

/** A percentage of 0 to 100 with its sign: "81.4%" in English, "81,4 %" in French. */
export function formatPercent(value: number, language: UiLanguage, digits = 0): string {
  return formatNumber(value, language, digits) + (language === 'fr' ? '\u00a0%' : '%');
}

/** A change with its sign always written: "+0.2", "−1.0", "0.0". */
export function formatChange(value: number, language: UiLanguage, digits = 1): string {
  const text = formatNumber(value, language, digits);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
