import type { Found } from './found.ts';
import { nameLists } from './given-names.ts';
import {
  afterBeing,
  afterEncounter,
  afterIntroduction,
  afterTitle,
  anywhere,
  atTheEnd,
  beforeDeed,
  beforeDeedOfSomebody,
  beforePlace,
  behindPlace,
  besidePerson,
  inSmallLetters,
  smallAfterTitle,
  smallSignature,
  smallWord,
  withInitial,
} from './name-context.ts';
import { isNoName, isNoSurname, plainWord } from './name-words.ts';

/** A stretch that may be a name: its words, whether it begins a sentence, and what stands before and behind it. */
interface Phrase {
  readonly words: readonly string[];
  readonly begins: boolean;
  readonly before: string;
  readonly behind: string;
}

/**
 * Names of persons: what follows a courtesy title, an introduction or a signature; capitalised words where somebody is told to have done
 * something; known given names anywhere, also in small letters where they are no word of English or French. Names that no list knows,
 * without such words around them, are not found.
 */
export function findNames(text: string): readonly Found[] {
  const capitals = text === text.toUpperCase() ? titleCase(text) : text;
  const isAny = ({ words }: Phrase) => words.length > 0;
  return [
    ...following(capitals, afterTitle, isAny),
    ...following(capitals, afterIntroduction, isAny),
    ...following(capitals, afterEncounter, isAny),
    ...following(capitals, besidePerson, isAny),
    ...following(capitals, withInitial, ({ words }) => words.length > 0 && !/^\p{Lu}\.$/u.test(words.at(-1) ?? '')),
    ...following(capitals, afterBeing, ({ words }) => words.length > 1 || knownAt(words) >= 0),
    ...following(capitals, atTheEnd, ({ words, begins }) => words.length <= 3 && (!begins || isLikely(words)), true),
    ...following(capitals, beforeDeed, ({ words, begins }) => !begins || isLikely(words), true),
    ...following(capitals, beforeDeedOfSomebody, isAny),
    ...following(capitals, anywhere, isKnownPerson, true),
    ...inSmall(text),
  ];
}

/** Where among the words the first known given name stands; one that is a word as well counts only before another capitalised word. */
function knownAt(words: readonly string[]): number {
  const { given, ambiguous } = nameLists();
  return words.findIndex((word, at) => {
    const first = plainWord(word.replace(/-.*$/, ''));
    return given.has(first) || (at + 1 < words.length && ambiguous.has(first));
  });
}

/** Whether words that begin a sentence are a name more likely than anything else. */
function isLikely(words: readonly string[]): boolean {
  const [first = ''] = words;
  const { ambiguous, family } = nameLists();
  return (
    knownAt(words) >= 0 ||
    (words.length > 1 && /^\p{Lu}/u.test(words[1] ?? '')) ||
    ambiguous.has(plainWord(first)) ||
    first.split('-').some((part) => family.has(plainWord(part))) ||
    /^(?:O['’]|Mc|Mac)\p{Lu}/u.test(first) ||
    /^\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+$/u.test(first)
  );
}

function isKnownPerson({ words, before, behind }: Phrase): boolean {
  const { given, family } = nameLists();
  const last = words.at(-1) ?? '';
  if (beforePlace.test(before) || behindPlace.test(behind) || behindPlace.test(last)) return false;
  if (words.length > 1 && family.has(plainWord(last))) return true;
  if (knownAt(words) < 0) return false;
  // "Henri-Bourassa" may be a station: one word with a hyphen is a person where both parts are given names.
  const [only = ''] = words;
  return words.length > 1 || !only.includes('-') || only.split('-').every((part) => given.has(plainWord(part)));
}

/** Names in small letters: known ones, surnames behind a title, signatures. */
function inSmall(text: string): readonly Found[] {
  const { given, unmistakable, ambiguous } = nameLists();
  const found: Found[] = [];
  const add = (start: number, value: string) => found.push({ kind: 'name', start, end: start + value.length });
  for (const match of text.matchAll(inSmallLetters)) {
    const phrase = match[1] ?? '';
    const [first = '', second = ''] = phrase.split(' ');
    const start = match.index + match[0].length - phrase.length;
    if (!given.has(plainWord(first))) continue;
    add(start, second === '' || isNoSurname(second) ? first : phrase);
  }
  for (const pattern of [smallAfterTitle, smallSignature])
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? '';
      if (!isNoSurname(value)) add(match.index + match[0].length - value.length, value);
    }
  for (const match of text.matchAll(smallWord)) {
    const word = plainWord(match[0]);
    if (unmistakable.has(word) && !ambiguous.has(word)) add(match.index, match[0]);
  }
  return found;
}

/**
 * Where the last part of each match is a name by `isMeant`, without words that are none; with `fromGiven` from its first known given name
 * on: the word before it only began the sentence.
 */
function following(
  text: string,
  pattern: RegExp,
  isMeant: (phrase: Phrase) => boolean,
  fromGiven = false,
): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(pattern)) {
    const phrase = match[1] ?? match[0];
    const start = match.index + match[0].lastIndexOf(phrase);
    for (const part of namesIn(phrase)) {
      const words = part.text.split(/[ \u00a0]+/);
      const [from, to] = [start + part.at, start + part.at + part.text.length];
      const before = text.slice(Math.max(0, from - 24), from);
      const begins =
        /(?:^|[.!?…:\n]\s*|^\s*["«“(–—-]\s*)$/u.test(before) && (from <= 24 || /[.!?…:\n]\s*$/u.test(before));
      if (!isMeant({ words, begins, before, behind: text.slice(to, to + 16) })) continue;
      const skipped = fromGiven
        ? words.slice(0, Math.max(0, knownAt(words))).reduce((length, word) => length + word.length + 1, 0)
        : 0;
      found.push({ kind: 'name', start: from + skipped, end: to });
    }
  }
  return found;
}

/** The stretches of a phrase between words that are no names. */
function namesIn(phrase: string): readonly { readonly at: number; readonly text: string }[] {
  const parts: { at: number; text: string }[] = [];
  let at: number | null = null;
  let end = 0;
  const close = () => {
    if (at !== null) parts.push({ at, text: phrase.slice(at, end) });
    at = null;
  };
  for (const word of phrase.matchAll(/[^ \u00a0]+/gu)) {
    const isTail = at !== null && /^(?:\p{Ll}|\p{Lu}\.?$)/u.test(word[0]);
    if (isNoName(word[0].replace(/['’]s$/, '')) && !isTail) close();
    else {
      at ??= word.index;
      end = word.index + word[0].replace(/['’]s$/, '').length;
    }
  }
  close();
  return parts;
}

/** "JULIE TREMBLAY" as "Julie Tremblay", letter for letter, so that offsets stay. */
function titleCase(text: string): string {
  return text.replace(/\p{Lu}[\p{L}]+/gu, (word) => {
    const lower = word.slice(1).toLowerCase();
    return lower.length === word.length - 1 ? word.slice(0, 1) + lower : word;
  });
}
