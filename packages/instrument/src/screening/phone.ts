import { type Found, foundBy } from './found.ts';

const extension = String.raw`(?:\s*(?:,|x|ext\.?|extension|poste|p\.)\s*\d{1,6})?`;
/** North America: an area code and an exchange that begin with 2 to 9. */
const northAmerican = new RegExp(
  String.raw`(?<![\p{L}\d-])(?:\+?1[ .-]?)?(?:\([2-9]\d{2}\)\s?|[2-9]\d{2}[ .\/-]?)[2-9]\d{2}[ .-]?\d{4}(?!\d|-\d|\p{L}*\d)${extension}`,
  'giu',
);
const international = /(?<!\d)(?:\+|00)[1-9]\d{0,2}(?:[ .-]?\(?\d{1,4}\)?){2,6}(?!\d)/g;
/** Seven digits, where a word says that one can call there. */
const local = /(?<![\d-])[2-9]\d{2}[ .-]\d{4}(?!\d|-\d)/g;
const calling =
  /(?:call|phone|tel|cell|mobile|text|reach|fax|number|appel|joindre|rejoindre|t[ée]l|cellulaire|num[ée]ro|rappel)[^\d]{0,30}$/iu;

/** Telephone numbers: North American ones in every usual form, international ones that begin with + or 00, local ones near a word of calling. */
export function findPhones(text: string): readonly Found[] {
  return [
    ...foundBy('phone', text, northAmerican),
    ...foundBy('phone', text, international, (match) => match.replace(/\D/g, '').length >= 8),
    ...foundBy('phone', text, local, (_, start) => calling.test(text.slice(Math.max(0, start - 45), start))),
  ];
}
