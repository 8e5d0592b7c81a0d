import stemmers from 'snowball-stemmers';
import { folded } from './folded.ts';

const english = stemmers.newStemmer('english');
const french = stemmers.newStemmer('french');

/**
 * Words of this field that Snowball keeps apart although they are one word in other forms: irregular verbs, and a verb with its noun.
 * Each line is one family, without accents; a search for one finds all.
 */
const families: readonly (readonly string[])[] = [
  ['attente', 'attentes', 'attendre', 'attendu', 'attendue', 'attendez', 'attend', 'attends', 'attendiez', 'attendent'],
  ['delai', 'delais'],
  ['recevoir', 'recu', 'recue', 'recus', 'recevez', 'recoit', 'reception'],
  ['comprendre', 'compris', 'comprise', 'comprenez', 'comprehension', 'comprehensible'],
  ['savoir', 'savait', 'saviez', 'su', 'savez'],
  ['satisfait', 'satisfaite', 'satisfaits', 'satisfaisant', 'satisfaisante', 'satisfaction', 'insatisfait'],
  ['repondre', 'repondu', 'reponse', 'reponses', 'repond', 'repondez'],
  ['obtenir', 'obtenu', 'obtenue', 'obtenez', 'obtention'],
  ['tenir', 'tenu', 'tenue', 'tient'],
  ['resoudre', 'resolu', 'resolue', 'resolution'],
  ['rapide', 'rapides', 'rapidement', 'rapidite'],
  ['know', 'knew', 'known', 'knowledge', 'knows'],
  ['keep', 'kept', 'keeps', 'keeping'],
  ['tell', 'told', 'tells', 'telling'],
  ['find', 'found', 'finds', 'finding'],
  ['get', 'got', 'gets', 'getting', 'gotten'],
  ['understand', 'understood', 'understands', 'understanding'],
  ['speak', 'spoke', 'spoken', 'speaking'],
  ['time', 'timely', 'timeliness', 'times'],
  ['queue', 'queues', 'queuing', 'queueing', 'queued'],
  ['easy', 'ease', 'easily', 'easier', 'easiness'],
  ['satisfy', 'satisfied', 'satisfaction', 'satisfying', 'dissatisfied'],
];
const familyOf = new Map(families.flatMap((family, index) => family.map((word) => [word, `=${index}`] as const)));

const known = new Map<string, readonly string[]>();

/**
 * The roots under which a word is kept and looked for, in both languages at once: its family of forms, where it has one, else its
 * stems by Snowball (Porter 2001). `word` as it is written, with accents; the French stemmer reads them.
 */
export function rootsOf(word: string): readonly string[] {
  const written = word.toLowerCase();
  const before = known.get(written);
  if (before) return before;
  const plain = folded(written);
  const roots = new Set([
    `e${folded(english.stem(plain))}`,
    `f${folded(french.stem(written))}`,
    `f${french.stem(plain)}`,
  ]);
  const family = familyOf.get(plain);
  // Not its stems as well: Snowball gives « attente » that of « attention ».
  const found = family === undefined ? [...roots] : [family];
  if (known.size > 100_000) known.clear();
  known.set(written, found);
  return found;
}

/** The words of a text, as they are written, with their places. */
export function wordsOf(text: string): readonly { readonly word: string; readonly at: number }[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}_]+/gu)].map((found) => ({ word: found[0], at: found.index }));
}

const little = new Set(
  'a an the of to in on at for and or is was were be it i my me you your le la les l de d du des un une et ou en au aux a est ete etait je j vous votre vos me m que qu ce c se s n ne'.split(
    ' ',
  ),
);

/** Words that say nothing of what is asked; left out of a search that has others. */
export function isLittleWord(word: string): boolean {
  return little.has(folded(word));
}
