import type { UiLanguage } from '@common-measure/kernel';
import { withoutPipes } from '../pipe.ts';
import { countSyllables } from './count-syllables.ts';

/** What readability formulas count in a text. */
export interface TextCounts {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
  /** Letters and figures. */
  readonly letters: number;
  /** Words of more than six letters, an elided article not counted ("l’adresse" has seven). */
  readonly longWords: number;
}

export const nothingCounted: TextCounts = { sentences: 0, words: 0, syllables: 0, letters: 0, longWords: 0 };

/** The sentences of a text: a full stop, a question mark or a new line ends one, a point within a number or after an initial does not. */
export function sentencesOf(text: string): readonly string[] {
  const plain = text.includes('{{') ? withoutPipes({ en: text, fr: '' }).en.replaceAll('…', 'it') : text;
  return plain
    .split(/(?<=[.?!…])(?<!(?<!\p{L})\p{Lu}\.)[»”")\u00a0]*\s+(?=[\p{Lu}«“"(\d])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** The words of a sentence. Words joined by a hyphen are two ("êtes-vous"), an elided one is part of the next ("l’eau"). */
function wordsOf(sentence: string): readonly string[] {
  return sentence.match(/[\p{L}\p{N}]+(?:[’'.,][\p{L}\p{N}]+)*/gu) ?? [];
}

/** The counts of one sentence. */
export function countSentence(sentence: string, language: UiLanguage): TextCounts {
  const words = wordsOf(sentence);
  const sum = (of: (word: string) => number): number => words.reduce((total, word) => total + of(word), 0);
  return {
    sentences: 1,
    words: words.length,
    syllables: sum((word) => countSyllables(word, language)),
    letters: sum(lettersOf),
    longWords: words.filter((word) => lettersOf(word.replace(/^\p{L}{1,2}[’']/u, '')) > 6).length,
  };
}

export function addCounts(one: TextCounts, other: TextCounts, sign: 1 | -1 = 1): TextCounts {
  return {
    sentences: one.sentences + sign * other.sentences,
    words: one.words + sign * other.words,
    syllables: one.syllables + sign * other.syllables,
    letters: one.letters + sign * other.letters,
    longWords: one.longWords + sign * other.longWords,
  };
}

function lettersOf(word: string): number {
  return word.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
