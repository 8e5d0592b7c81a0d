import { digitsOf, type Found, foundBy, passesLuhn } from './found.ts';

const pattern = /(?<![\p{L}\d-])\d(?:[ -]?\d){12,18}(?![\p{L}\d-])/gu;

/** Numbers of payment cards: 13 to 19 digits that pass the Luhn check and begin as a card network's numbers do (2 to 6). */
export function findPaymentCards(text: string): readonly Found[] {
  return foundBy('card', text, pattern, (match) => {
    const digits = digitsOf(match);
    return /^[2-6]/.test(digits) && passesLuhn(digits);
  });
}
