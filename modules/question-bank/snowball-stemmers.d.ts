declare module 'snowball-stemmers' {
  /** A stemmer of that language by its English name, such as "french". */
  export function newStemmer(language: 'english' | 'french'): { stem(word: string): string };
}
