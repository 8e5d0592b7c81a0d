import type { UiLanguage } from '@common-measure/kernel';

/**
 * Syllables of one word as it is spoken, 1 or more, by rules of spelling: right for about nine words in ten, and the errors of a text
 * largely cancel. Numbers count one syllable a figure. English: groups of vowels without the mute e; French: as in ordinary speech,
 * a final e mute and "-tion", "-ience" one syllable each.
 */
export function countSyllables(word: string, language: UiLanguage): number {
  const letters = word.toLowerCase().normalize('NFC');
  const figures = letters.match(/\d/g)?.length ?? 0;
  const spelled = letters.replace(/[^\p{L}]/gu, '');
  if (spelled === '') return Math.max(1, figures);
  return Math.max(1, language === 'fr' ? french(spelled) : english(spelled)) + figures;
}

const exceptions: Readonly<Record<string, number>> = {
  business: 2,
  every: 2,
  everyone: 3,
  everything: 3,
  online: 2,
  someone: 2,
  something: 2,
  sometimes: 2,
  website: 2,
  people: 2,
  area: 3,
  being: 2,
  idea: 3,
  science: 2,
  quiet: 2,
};

function english(word: string): number {
  const known = exceptions[word];
  if (known !== undefined) return known;
  const spoken = word
    .replace(/(?<=[^aeiouyl]|[aeiouy]l)e$/, '')
    .replace(/(?<=[^aeiouydt])ed$/, 'd')
    .replace(/(?<=[^aeiouyscxzgh]|[^sc]h(?<!ch))es$/, 's')
    .replace(/(?<=[^aeiouy])e(?=ly$|ment|ful|less|ness)/, '')
    .replace(/^y/, '')
    .replace(/(?<=[aeiou])y(?=[aeiou])/g, 'j');
  const groups = spoken.match(/[aeiouy]+/g)?.length ?? 0;
  return groups + (spoken.match(hiatus)?.length ?? 0) - (spoken.match(joined)?.length ?? 0);
}

/** Vowels that stand together and are spoken apart: "reli-able", "previ-ous", "audi-ence", "vari-ety", "usu-al", "go-ing". */
const hiatus =
  /i(?:a|um)|io(?!us|n)|(?<=[^cstgx])ious|(?<![tc])ien(?:c|t)|ie(?=t[yi])|(?<![qg])u(?:al|ou|a(?!y))|eu(?=m)|eo(?!u)|(?<!g)eous|[aeouy]ing|creat(?!ur)|^coo(?=[pr])/g;
/** What {@link hiatus} takes apart although it is one: "spe-cial". */
const joined = /[cst]ia(?:l|n)|geo/g;

/** Exceptions of French, too few for rules. */
const frenchExceptions: Readonly<Record<string, number>> = { pays: 2, paysage: 3, août: 1, client: 2, clients: 2 };

function french(word: string): number {
  const known = frenchExceptions[word];
  if (known !== undefined) return known;
  const spoken = word
    .replace(/(?<=[aou]i|[uéy])ent$/u, '')
    .replace(/([qg])ues?$/u, '$1')
    .replace(/(?<=[^aàâeèêoôœ])es?$/u, '')
    .replace(/qu(?=[aeiouyéèêàâôî])/gu, 'k')
    .replace(/gu(?=[eiyéèêî])/gu, 'g')
    .replace(/(?<=[aouâô])y(?=[aeiouéèêë])/gu, 'j')
    .replace(/(?<=[aeou])ill?(?=[aeiouéèê])|(?<=[aeou])il(?:s|les?)?$/gu, 'j')
    .replace(/ill(?=[aeiouéèê])/gu, 'ij');
  const groups = spoken.match(/[aeiouyàâæéèêëîïôœûùü]+/gu) ?? [];
  const apart = groups.map((group) => group.match(/é(?=[aeiouèé])|[aou](?=[éèïë])(?<![iu]u)/gu)?.length ?? 0);
  return groups.length + apart.reduce((sum, more) => sum + more, 0);
}
