import { withoutPipes } from '../pipe.ts';

/**
 * Words of running text that an adult reads silently in a minute. English: 238, the mean of 190 studies of non-fiction (Brysbaert
 * 2019, "How many words do we read per minute?", Journal of Memory and Language 109, 104047; most adults read 175 to 300). French: the
 * English speed times 195/228, the ratio of both languages on texts of equal content (Trauzettel-Klosinski & Dietz 2012, "Standardized
 * assessment of reading performance: IReST", IOVS 53, 5452-5461). Any other language: times 184/228, the mean of its 17 languages.
 */
export function wordsPerMinute(language: string): number {
  const english = 238;
  if (language.startsWith('en')) return english;
  return Math.round((english * (language.startsWith('fr') ? 195 : 184)) / 228);
}

/** Words of a text as one reads them: what stands between spaces and holds a letter or a figure. Pipes count as their fallback. */
export function countWords(text: string): number {
  const plain = text.includes('{{') ? withoutPipes({ en: text, fr: '' }).en : text;
  return (plain.match(/[^\s\u00a0\u202f]*[\p{L}\p{N}][^\s\u00a0\u202f]*/gu) ?? []).length;
}

/** Seconds that reading a text takes. */
export function readingSeconds(text: string, language: string): number {
  return (countWords(text) / wordsPerMinute(language)) * 60;
}
