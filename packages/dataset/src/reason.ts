import { formatNumber, type LocalizedText, type UiLanguage } from '@common-measure/kernel';
import { reasonTexts } from './reason-texts.ts';

export type ReasonCode = keyof typeof reasonTexts;

/** The evidence for one guess: a code whose meaning never changes, and the facts it rests on. Rendered by {@link explainReason}. */
export interface Reason {
  readonly code: ReasonCode;
  readonly values: Readonly<Record<string, string | number>>;
}

export function because(code: ReasonCode, values: Reason['values'] = {}): Reason {
  return { code, values };
}

/** The sentence of a reason in both languages; numbers are written as each language writes them. */
export function explainReason(reason: Reason): LocalizedText {
  const text = reasonTexts[reason.code];
  const fill = (language: UiLanguage) =>
    plural(text[language], reason.values, language).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = reason.values[name];
      if (value === undefined) return whole;
      if (typeof value === 'string') return value;
      return formatNumber(value, language, Number.isInteger(value) ? 0 : 2);
    });
  return { en: fill('en'), fr: fill('fr') };
}

/** `{n|row|rows}` becomes the form that goes with the number n: in French 0 and 1 are singular, in English 1 only. */
function plural(text: string, values: Reason['values'], language: UiLanguage): string {
  return text.replace(/\{(\w+)\|([^|}]*)\|([^}]*)\}/g, (_whole, name: string, one: string, many: string) => {
    const n = Number(values[name]);
    return (language === 'fr' ? n < 2 : n === 1) ? one : many;
  });
}
