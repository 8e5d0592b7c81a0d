import { digitsOf, type Found, foundBy, passesLuhn } from './found.ts';

/** Words that name a health card, in the 60 characters before a number or the 30 behind it. */
const words =
  /health (?:card|insurance|care number|number)|healthcare (?:card|number)|medical card|medicare|\b(?:ohip|phn|phin|ahcip|msp|mcp|msi|ramq|nam|uli|cspq|hcn)\b|care ?card|carte (?:d['’]assurance[ -]maladie|sant[ée]|soleil|m[ée]dicale)|assurance[ -]maladie|num[ée]ro de sant[ée]|num[ée]ro m[ée]dical/iu;

/** Québec (RAMQ): three letters of the name and one of the given name, year, month (plus 50 for women), day, two more digits. */
const quebec =
  /(?<![\p{L}\d])\p{L}{4}[ -]?\d{2}(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])[ -]?(?:0[1-9]|[12]\d|3[01])[ -]?\d{2}(?![\p{L}\d])/giu;
/** Ontario (OHIP): 4-3-3 digits, not beginning with 0, and a version of one or two letters on newer cards. */
const ontarioGrouped = /(?<![\d-])[1-9]\d{3}[ -]\d{3}[ -]\d{3}(?:[ -]?[A-Z]{1,2}(?![\p{L}\d]))?(?![\d]|-\d)/gu;
const ontarioWithVersion = /(?<![\d-])[1-9]\d{9}[ -]?[A-Z]{2}(?![\p{L}\d])/gu;
/** British Columbia: ten digits that begin with 9 and pass a check. */
const britishColumbia = /(?<![\d-])9\d{3}[ -]?\d{3}[ -]?\d{3}(?![\d]|-\d)/g;
/** Northwest Territories: a letter and seven digits. */
const northwestTerritories = /(?<![\p{L}\d])[HMNTD][ -]?\d{7}(?![\p{L}\d])/giu;
/**
 * Eight digits (Prince Edward Island), nine (Alberta, Saskatchewan, Manitoba, New Brunswick, Yukon, Nunavut), ten (Nova Scotia,
 * Ontario, British Columbia) or twelve (Newfoundland and Labrador), in any groups: such numbers may be of anything, so they count
 * only where words name a health card.
 */
const named = /(?<![\d-])\d(?:[ -]?\d){7,11}(?:[ -]?[A-Z]{2}(?![\p{L}\d]))?(?![\d]|-\d)/gu;

/** Numbers of the health cards of every province and territory. */
export function findHealthCards(text: string): readonly Found[] {
  const isNamed = (match: string, start: number) =>
    words.test(text.slice(Math.max(0, start - 60), start)) ||
    words.test(text.slice(start + match.length, start + match.length + 30));
  return [
    ...foundBy('health-card', text, quebec),
    ...foundBy('health-card', text, ontarioGrouped),
    ...foundBy('health-card', text, ontarioWithVersion, (match) => passesLuhn(digitsOf(match))),
    ...foundBy('health-card', text, britishColumbia, (match) => passesBritishColumbia(digitsOf(match))),
    ...foundBy('health-card', text, northwestTerritories, isNamed),
    ...foundBy('health-card', text, named, (match, start) => {
      const { length } = digitsOf(match);
      return length !== 11 && isNamed(match, start);
    }),
  ];
}

/**
 * The check of British Columbia's personal health number: digits 2 to 9 weighted 2, 4, 8, 5, 10, 9, 7, 3, each product modulo 11;
 * eleven minus their sum modulo 11 is the last digit.
 */
function passesBritishColumbia(digits: string): boolean {
  const weights = [2, 4, 8, 5, 10, 9, 7, 3];
  const sum = weights.reduce((total, weight, at) => total + ((Number(digits[at + 1]) * weight) % 11), 0);
  return digits.length === 10 && digits.startsWith('9') && 11 - (sum % 11) === Number(digits[9]);
}
