import { type LocalizedText, type UiLanguage, uiLanguages } from '@common-measure/kernel';
import { withoutPipes } from '../pipe.ts';
import type { Finding } from './quality-check.ts';

/** Patterns for each official language: sources of regular expressions that match whole words, whatever their case. */
export type Lexicon = Readonly<Record<UiLanguage, readonly string[]>>;

/** The words of a text that a list of patterns names, as they stand there, each once. "’" and "'" are one sign. */
export function wordsIn(text: string, patterns: readonly string[]): readonly string[] {
  if (patterns.length === 0) return [];
  const any = compiled.get(patterns) ?? wholeWords(patterns);
  compiled.set(patterns, any);
  const same = text.replaceAll("'", '’').replaceAll('\u00a0', ' ');
  return [...new Set([...same.matchAll(any)].map(([found]) => found.trim()))];
}

const compiled = new WeakMap<readonly string[], RegExp>();

function wholeWords(patterns: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** One finding for each language whose text holds words of the lexicon; `says` makes the sentence of the quoted words. */
export function findWords(
  text: LocalizedText,
  lexicon: Lexicon,
  says: (quoted: LocalizedText) => LocalizedText,
): readonly Finding[] {
  const plain = withoutPipes(text);
  return uiLanguages.flatMap((language) => {
    const found = wordsIn(plain[language], lexicon[language]);
    return found.length > 0 ? [{ found, language, says: says(quote(found)) }] : [];
  });
}

/** Words in the quotation marks of each language. */
export function quote(words: readonly string[]): LocalizedText {
  return {
    en: words.map((word) => `“${word}”`).join(', '),
    fr: words.map((word) => `«\u00a0${word}\u00a0»`).join(', '),
  };
}
