import { folded } from './folded.ts';
import { isLittleWord, rootsOf, wordsOf } from './word-forms.ts';

/** A text of a document, with how much a hit in it counts. */
export interface IndexedText {
  readonly text: string;
  readonly weight: number;
}

/** Documents by their words and roots; the places are the documents' numbers in the order given. */
export interface SearchIndex {
  readonly size: number;
  /** Every folded word, sorted, so that beginnings of words are found by halving. */
  readonly words: readonly string[];
  readonly byWord: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly byRoot: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

export function buildIndex(documents: readonly (readonly IndexedText[])[]): SearchIndex {
  const byWord = new Map<string, Map<number, number>>();
  const byRoot = new Map<string, Map<number, number>>();
  // The same answers and constructs stand in many documents: each text is read once.
  const read = new Map<string, Keys>();
  documents.forEach((texts, place) => {
    for (const { text, weight } of texts) {
      const keys = read.get(text) ?? keysOf(text);
      read.set(text, keys);
      for (const word of keys.words) note(byWord, word, place, weight);
      for (const root of keys.roots) note(byRoot, root, place, weight);
    }
  });
  byWord.delete('');
  return { size: documents.length, words: [...byWord.keys()].sort(), byWord, byRoot };
}

interface Keys {
  readonly words: ReadonlySet<string>;
  readonly roots: ReadonlySet<string>;
}

function keysOf(text: string): Keys {
  const written = new Set(wordsOf(text).map(({ word }) => word));
  return {
    words: new Set([...written].flatMap((word) => folded(word).split(' '))),
    roots: new Set([...written].flatMap((word) => rootsOf(word))),
  };
}

function note(into: Map<string, Map<number, number>>, key: string, place: number, weight: number): void {
  const places = into.get(key);
  if (places === undefined) into.set(key, new Map([[place, weight]]));
  else if ((places.get(place) ?? 0) < weight) places.set(place, weight);
}

/**
 * The documents in which every word of the search occurs, in any form, or as the beginning of a word, each with its score (higher is
 * nearer). Null where the search has no word: everything fits.
 */
export function lookUp(index: SearchIndex, search: string): ReadonlyMap<number, number> | null {
  const asked = termsOf(search);
  if (asked.length === 0) return null;
  let fits: Map<number, number> | null = null;
  for (const term of asked) {
    const found = oneTerm(index, term);
    if (fits === null) fits = found;
    else
      for (const [place, score] of fits) {
        const more = found.get(place);
        if (more === undefined) fits.delete(place);
        else fits.set(place, score + more);
      }
  }
  return fits;
}

/** The words of a search that are looked for. */
function termsOf(search: string): readonly string[] {
  const all = wordsOf(search).map(({ word }) => word);
  const telling = all.filter((word) => !isLittleWord(word));
  return (telling.length > 0 ? telling : all).slice(0, 12);
}

/** Exact words count three times, other forms twice, beginnings once. */
function oneTerm(index: SearchIndex, term: string): Map<number, number> {
  const scores = new Map<number, number>();
  const add = (places: ReadonlyMap<number, number> | undefined, times: number) => {
    for (const [place, weight] of places ?? [])
      if ((scores.get(place) ?? 0) < weight * times) scores.set(place, weight * times);
  };
  const plain = folded(term);
  if (plain === '') return scores;
  add(index.byWord.get(plain), 3);
  for (const root of rootsOf(term)) add(index.byRoot.get(root), 2);
  if (plain.length >= 2)
    for (let at = firstFrom(index.words, plain); index.words[at]?.startsWith(plain); at++)
      add(index.byWord.get(index.words[at] ?? ''), 1);
  return scores;
}

function firstFrom(sorted: readonly string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the words of a search, or other forms of them, stand in a text: pairs of beginning and end. */
export function hitsIn(text: string, search: string): readonly (readonly [number, number])[] {
  const asked = termsOf(search).map((term) => ({ plain: folded(term), roots: new Set(rootsOf(term)) }));
  if (asked.length === 0) return [];
  return wordsOf(text)
    .filter(({ word }) => {
      const plain = folded(word);
      return asked.some(
        (term) =>
          plain === term.plain ||
          (term.plain.length >= 2 && plain.startsWith(term.plain)) ||
          rootsOf(word).some((root) => term.roots.has(root)),
      );
    })
    .map(({ word, at }) => [at, at + word.length] as const);
}
