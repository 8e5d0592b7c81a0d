/** Which rules these are: what was stored under earlier ones is screened again by these. */
export const screeningRules = 2;

/** What comments are searched for before anybody reads them. */
export const screenedKinds = ['email', 'card', 'sin', 'health-card', 'phone', 'postal-code', 'name'] as const;
export type ScreenedKind = (typeof screenedKinds)[number];

/** A stretch of a text, by UTF-16 offsets: from `start` up to, not including, `end`. */
export interface Found {
  readonly kind: ScreenedKind;
  readonly start: number;
  readonly end: number;
}

/** Every match of a global pattern that `isMeant` agrees to, as found of that kind. */
export function foundBy(
  kind: ScreenedKind,
  text: string,
  pattern: RegExp,
  isMeant: (match: string, start: number) => boolean = () => true,
): readonly Found[] {
  return [...text.matchAll(pattern)]
    .filter((match) => isMeant(match[0], match.index))
    .map((match) => ({ kind, start: match.index, end: match.index + match[0].length }));
}

/** The digits of a text and nothing else. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/**
 * Whether the last digit checks the others by the Luhn formula (ISO/IEC 7812-1, annex B), as in social insurance numbers, payment cards
 * and Ontario health numbers. One number in ten that is written at random passes.
 */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}
