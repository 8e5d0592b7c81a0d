import { freeCode } from './edit-instrument.ts';
import type { ResponseOption } from './instrument.ts';

/** A list is never longer than people read. */
export const mostOptions = 100;

/**
 * Answers from two pasted texts, one a line, the English paired with the French by their order; added behind `before` under free codes.
 * Marks of lists ("-", "•", "1.", "a)") and empty lines are left out; where one language has fewer lines, its words stay empty.
 */
export function pastedOptions(
  before: readonly ResponseOption[],
  english: string,
  french: string,
): readonly ResponseOption[] {
  const en = linesOf(english);
  const fr = linesOf(french);
  const options = [...before];
  for (let line = 0; line < Math.max(en.length, fr.length) && options.length < mostOptions; line += 1) {
    const code = freeCode(
      options.map((option) => option.code),
      'answer',
    );
    options.push({ code, label: { en: en[line] ?? '', fr: fr[line] ?? '' } });
  }
  return options;
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*(?:[-–—•*·▪◦]|\d{1,3}[.)]|[a-zA-Z][.)])\s+/, '').trim())
    .filter((line) => line !== '');
}
