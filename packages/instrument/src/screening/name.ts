import type { Found } from './found.ts';
import { ambiguousGivenNames, givenNames } from './given-names.ts';
import { isNoName, plainWord } from './name-words.ts';

const capital = String.raw`\p{Lu}[\p{L}'’]*(?:-[\p{L}'’]+)*`;
const initial = String.raw`(?:\p{Lu}\.\s?)`;
const joined = String.raw`(?:(?:de|du|des|la|le|van|von|el|al|bin|ben|da|di|dos|Mac|Mc|O['’]|St\.?)[ -]?)`;
/** One to four capitalised words, with initials and particles between them. */
const named = String.raw`(?:${initial}*${capital})(?:[ \u00a0](?:${initial}|${joined})*${capital}){0,3}`;

/** What tells that a person's name comes next. Courtesy titles: whatever is capitalised behind them is a name. */
const titles = String.raw`(?:[Mm]r|[Mm]rs|[Mm]s|[Mm]x|[Mm]iss|[Mm]ister|[Dd]r|[Dd]re|[Dd]octor|[Dd]octeure?|[Pp]rof|[Pp]rofess(?:or|eure?)|M|MM|[Mm]me|[Mm]mes|[Mm]lle|[Mm]adame|[Mm]onsieur|[Mm]ademoiselle|Me|[Nn]urse|[Ii]nfirmi(?:er|ère)|[Cc]onstable|[Ss]gt)\.?`;
/** Saying who one is. */
const introductions = String.raw`(?:[Mm]y name(?:['’]s| is| was)|[Nn]ame\s*:|[Ii]['’]m called|[Tt]his is|[Jj]e m['’]appelle|[Mm]on nom (?:est|c['’]est)|[Jj]e me nomme|[Nn]om\s*:|[Mm]oi,? c['’]est|[Ss]igned,?|[Ss]igné\s*:?|(?:is|was|lady|man|woman|someone|person|agent) called|[Nn]amed|[Nn]ommée?s?|[Aa]ppelée?s?|[Pp]rénommée?s?)`;
/** Saying with whom one had to do. */
const encounters = `(?:(?:[Ss]poke|[Tt]alked|[Ss]peak|[Tt]alk|[Dd]ealt|[Mm]et|[Cc]hatted) (?:with|to)|(?:[Ss]erved|[Hh]elped|[Aa]ssisted|[Ss]een|[Hh]andled) by|[Aa]sk for|[Tt]hank(?:s| you)(?: so much| very much)?,?(?: to)?|[Kk]udos to|[Ss]hout-?out to|[Mm]y (?:agent|advisor|husband|wife|son|daughter|brother|sister|mother|father|neighbour|doctor|caseworker|case worker|social worker),?|(?:[Aa]gent|[Cc]lerk|[Oo]fficer|[Ee]mployee|[Aa]dvisor|[Cc]aseworker|[Ss]upervisor|[Mm]anager),?|(?:[Pp]arlé|[Dd]iscuté|[Aa]ffaire|[Rr]encontré)(?: à| avec)?|(?:[Ss]ervie?|[Aa]idée?|[Rr]eçue?|[Aa]ccueillie?|[Rr]épondue?) par|[Gg]râce à|[Mm]erci(?: beaucoup| infiniment| encore)?,?(?: à)?|[Dd]emand(?:ez|é|er)(?: à)?|[Ff]élicitations à|[Bb]ravo à|(?:[Mm]on|[Mm]a) (?:agente?|conjointe?|mari|femme|fils|fille|frère|sœur|soeur|mère|père|voisine?|médecin|conseill(?:er|ère)|intervenante?),?|(?:[Ll]['’]agente?|[Ll]['’]employée?|[Ll]a préposée|[Ll]e préposé|[Cc]onseill(?:er|ère)|[Pp]réposée?|[Cc]ommis),?)`;
const closings = String.raw`(?:^|\n|[.!?…]\s+)(?:[-–—]\s*|(?:[Rr]egards|[Ss]incerely|[Bb]est|[Cc]heers|[Cc]ordialement|[Bb]ien à vous|[Ss]alutations|[Ss]incèrement),?\s+)`;

const afterTitle = new RegExp(String.raw`(?<![\p{L}\d])${titles}[ \u00a0]+(${named})`, 'gu');
const afterIntroduction = new RegExp(String.raw`(?<![\p{L}\d])${introductions}[ \u00a0]+(${named})`, 'gu');
const afterEncounter = new RegExp(String.raw`(?<![\p{L}\d])${encounters}[ \u00a0]+(${named})`, 'gu');
const atTheEnd = new RegExp(String.raw`${closings}(${named})\s*$`, 'gu');
const anywhere = new RegExp(String.raw`(?<![\p{L}\d'’.-])${named}`, 'gu');
/** Without capitals, as many people type: only given names that can be nothing else, after words that leave no doubt. */
const inSmallLetters =
  /(?<![\p{L}\d])(?:my name is|name is|je m['’]appelle|mon nom est|served by|helped by|spoke (?:with|to)|servie? par|aidée? par|parlé (?:à|avec)|mr\.?|mrs\.?|ms\.?|mme|dr\.?) (\p{Ll}+(?: \p{Ll}+)?)/giu;

/**
 * Names of persons: what follows a courtesy title, an introduction or a signature; known given names after words of an encounter, and
 * anywhere where another capitalised word follows or the name can be nothing else. Names that no list knows, without such words around
 * them, are not found.
 */
export function findNames(text: string): readonly Found[] {
  const capitals = text === text.toUpperCase() ? titleCase(text) : text;
  return [
    ...following(capitals, afterTitle, (words) => words.length > 0),
    ...following(capitals, afterIntroduction, (words) => words.length > 0),
    ...following(capitals, afterEncounter, (words) => words.length > 0),
    ...following(capitals, atTheEnd, (words) => words.length > 0 && words.length <= 3),
    ...following(capitals, anywhere, (words) => words.some((_, at) => isKnown(words, at)), true),
    ...following(text, inSmallLetters, (words) => givenNames.has(plainWord(words[0] ?? ''))),
  ];
}

/** Whether a known given name stands at that place; one that is a word as well counts only before another capitalised word. */
function isKnown(words: readonly string[], at: number): boolean {
  const given = plainWord((words[at] ?? '').replace(/-.*$/, ''));
  return givenNames.has(given) || (at + 1 < words.length && ambiguousGivenNames.has(given));
}

/**
 * Where the last part of each match is a name by `isMeant`, without words that are none; with `fromGiven` from its first known given name
 * on: the word before it only began the sentence.
 */
function following(
  text: string,
  pattern: RegExp,
  isMeant: (words: readonly string[]) => boolean,
  fromGiven = false,
): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(pattern)) {
    const phrase = match[1] ?? match[0];
    const start = match.index + match[0].lastIndexOf(phrase);
    for (const part of namesIn(phrase)) {
      const words = part.text.split(/[ \u00a0]+/);
      if (!isMeant(words)) continue;
      const before = fromGiven
        ? words.slice(
            0,
            words.findIndex((_, at) => isKnown(words, at)),
          )
        : [];
      const skipped = before.reduce((length, word) => length + word.length + 1, 0);
      found.push({ kind: 'name', start: start + part.at + skipped, end: start + part.at + part.text.length });
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
    if (isNoName(word[0].replace(/['’]s$/, '')) && !(at !== null && /^\p{Ll}/u.test(word[0]))) close();
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
