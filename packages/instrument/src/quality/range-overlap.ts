import type { ResponseOption } from '../instrument.ts';
import type { QuestionCheck } from './quality-check.ts';
import { quote } from './words-in.ts';

/**
 * Ranges of numbers that share a value ("1 to 5", "5 to 10"): who has it may tick either. Dillman, Smyth & Christian (2014), ch. 5,
 * guideline "make answer categories mutually exclusive".
 */
export const rangeOverlap: QuestionCheck = {
  of: 'question',
  code: 'range-overlap',
  weight: 'important',
  name: { en: 'Ranges that overlap', fr: 'Tranches qui se chevauchent' },
  why: {
    en: 'A value that lies in two ranges is counted in either by chance.',
    fr: 'Une valeur qui se trouve dans deux tranches est comptée dans l’une ou l’autre au hasard.',
  },
  remedy: {
    en: 'Let each range begin one step after the one before ends: “1 to 4”, “5 to 9”.',
    fr: 'Faites commencer chaque tranche un pas après la fin de la précédente\u00a0: «\u00a01 à 4\u00a0», «\u00a05 à 9\u00a0».',
  },
  find: ({ type, options }) => {
    if (type !== 'single' && type !== 'multiple') return [];
    const ranges = options.flatMap((option) => rangeOf(option) ?? []);
    return ranges.flatMap((one, index) =>
      ranges
        .slice(index + 1)
        .filter((other) => one.from <= other.to && other.from <= one.to)
        .map((other) => {
          const quoted = quote([one.label.en, other.label.en]);
          const french = quote([one.label.fr, other.label.fr]);
          return {
            found: [one.label.en, other.label.en],
            says: {
              en: `These ranges share a value: ${quoted.en}.`,
              fr: `Ces tranches ont une valeur commune\u00a0: ${french.fr}.`,
            },
          };
        }),
    );
  },
};

/** "18 to 34", "$5,000-9,999"; a range with words that end it before its number ("under 18", "less than") is left alone. */
function rangeOf({ label }: ResponseOption): { label: ResponseOption['label']; from: number; to: number } | null {
  const plain = label.en.replace(/(?<=\d)[,\u00a0 ](?=\d{3}(?!\d))/g, '');
  if (/\b(?:less than|under|below|up to but|fewer than)\b/i.test(plain)) return null;
  const found = /(\d+(?:\.\d+)?)\D{0,12}?(?:to|[-–—])\D{0,4}?(\d+(?:\.\d+)?)/i.exec(plain);
  if (!found) return null;
  const [from, to] = [Number(found[1]), Number(found[2])];
  return from < to ? { label, from, to } : null;
}
