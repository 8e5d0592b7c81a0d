import { type Found, foundBy } from './found.ts';

/** Canadian: without D, F, I, O, Q, U anywhere and W, Z in the first place. */
const canadian = /(?<![\p{L}\d])[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d(?![\p{L}\d])/giu;
/** United States: nine digits, or five where a word says so. */
const zipPlusFour = /(?<![\d-])\d{5}-\d{4}(?![\d-])/g;
const zip = /(?<![\d-])\d{5}(?![\d-])/g;

/** Postal codes of Canada and of the United States. The first three signs of a Canadian one alone, an area of thousands, are left. */
export function findPostalCodes(text: string): readonly Found[] {
  return [
    ...foundBy('postal-code', text, canadian),
    ...foundBy('postal-code', text, zipPlusFour),
    ...foundBy('postal-code', text, zip, (_, start) => /\bzip(?: code)?\W{0,6}$/iu.test(text.slice(0, start))),
  ];
}
