import type { TextCounts } from './text-counts.ts';

/**
 * Flesch-Kincaid grade level of English: 0.39 words per sentence + 11.8 syllables per word - 15.59, in years of school.
 * Kincaid, Fishburne, Rogers & Chissom (1975), Derivation of new readability formulas for Navy enlisted personnel, RBR 8-75.
 */
export function fleschKincaidGrade({ words, sentences, syllables }: TextCounts): number {
  return (0.39 * words) / sentences + (11.8 * syllables) / words - 15.59;
}

/**
 * Coleman-Liau index of English: 0.0588 letters per 100 words - 0.296 sentences per 100 words - 15.8, in years of school; needs no
 * syllables. Coleman & Liau (1975), "A computer readability formula designed for machine scoring", Journal of Applied Psychology 60.
 */
export function colemanLiauIndex({ words, sentences, letters }: TextCounts): number {
  return (5.88 * letters) / words - (29.6 * sentences) / words - 15.8;
}

/**
 * Reading ease of French: 207 - 1.015 words per sentence - 73.6 syllables per word; 100 is very easy, 0 very hard. Kandel & Moles
 * (1958), "Application de l’indice de Flesch à la langue française", Cahiers d’études de radio-télévision 19, 253-274.
 */
export function kandelMolesEase({ words, sentences, syllables }: TextCounts): number {
  return 207 - (1.015 * words) / sentences - (73.6 * syllables) / words;
}

/**
 * Lix, made for any language of Europe: words per sentence + percentage of words of more than six letters. Björnsson (1968),
 * Läsbarhet; it ranks French texts as their readers do (Cornaire 1988, "La lisibilité : essai d’application de la formule courte
 * d’Henry et de Lix au français langue étrangère", Canadian Modern Language Review 44).
 */
export function lix({ words, sentences, longWords }: TextCounts): number {
  return words / sentences + (100 * longWords) / words;
}

/** Lix at which each year of school begins, from the second to beyond the twelfth. Anderson (1983), "Lix and Rix", Journal of Reading 26, 490-496. */
const lixOfGrades = [10, 15, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56] as const;

/** The year of school, 1 to 13 (13: beyond school), in which a text of that Lix is read; straight lines between the years. */
export function gradeOfLix(value: number): number {
  const first = lixOfGrades[0];
  if (value < first) return 1 + Math.max(0, value) / first;
  const at = lixOfGrades.findLastIndex((begin) => value >= begin);
  const [begin = 56, end] = [lixOfGrades[at], lixOfGrades[at + 1]];
  return at + 2 + (end === undefined ? 0 : (value - begin) / (end - begin));
}
