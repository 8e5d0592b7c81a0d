import { digitsOf, type Found, foundBy, passesLuhn } from './found.ts';

const pattern = /(?<![\p{L}\d-])\d{3}[ .-]?\d{3}[ .-]?\d{3}(?![\p{L}\d]|-\d)/gu;
const named = /\b(?:sin|s\.i\.n\.?|social insurance|nas|n\.a\.s\.?|assurance[ -]sociale)\b[^.\n]{0,40}$/iu;

/**
 * Canadian social insurance numbers: nine digits that pass the Luhn check, in threes or together; without the check where the words
 * before them name one (people mistype). Numbers that begin with 0 or 8 are not given out, and count only where named.
 */
export function findSocialInsuranceNumbers(text: string): readonly Found[] {
  return foundBy('sin', text, pattern, (match, start) => {
    const digits = digitsOf(match);
    return named.test(text.slice(0, start)) || (!/^[08]/.test(digits) && passesLuhn(digits));
  });
}
