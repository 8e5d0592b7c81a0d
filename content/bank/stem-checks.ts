/** Checks that a stem is one question, in its own language, that fits anybody and its scale. Each gives the words it objects to. */

export type StemLanguage = 'en' | 'fr';

const joins: Readonly<Record<StemLanguage, readonly RegExp[]>> = {
  en: [/\band\b/giu, /\bas well as\b/giu, /\bboth\b/giu, /\bbut also\b/giu, /\balong with\b/giu, /;/gu],
  fr: [/\bet\b/giu, /\bainsi que\b/giu, /\bà la fois\b/giu, /\bmais aussi\b/giu, /\bde même que\b/giu, /;/gu],
};

/** Alternatives that are the two ends of one answer, or one choice: they make no second question. */
const poles: Readonly<Record<StemLanguage, readonly RegExp[]>> = {
  en: [
    /\beasy or difficult\b/giu,
    /\bbelow or above\b/giu,
    /\bpoor, fair, good or excellent\b/giu,
    /\bwhether [^.?]+? or\b/giu,
    /\bless [^.?]+? or\b/giu,
    /\bEnglish or French\b/gu,
  ],
  fr: [
    /\bfacile ou difficile\b/giu,
    /en deçà ou au-dessus/giu,
    /mauvais, passable, bon ou excellent/giu,
    /\bsi [^.?]+? ou\b/giu,
    /moins [^.?]+? ou (?:meilleur|plus)/giu,
    /français ou (?:en |l’)?anglais/giu,
  ],
};

/**
 * What makes a rating ask two things under one answer: words that join two judgements, a semicolon, a second question.
 * Empty where it asks one. "Or" is judged apart, by {@link alternatives}, because either part may be enough for an answer.
 */
export function doubleBarrelled(stem: string, language: StemLanguage): readonly string[] {
  const found = joins[language].flatMap((join) => stem.match(join) ?? []);
  const questions = stem.match(/\?/gu) ?? [];
  return questions.length > 1 ? [...found, questions.join('')] : found;
}

/** "Or" between two things that are not the ends of one answer; a person decides whether either of them is enough. */
export function alternatives(stem: string, language: StemLanguage): readonly string[] {
  const without = poles[language].reduce((text, pole) => text.replace(pole, ''), stem);
  return without.match(language === 'en' ? /\bor\b/giu : /\bou\b/giu) ?? [];
}

/** Whether two stems are the same words in the same order but for one word: they should be one item with a slot. */
export function differByOneWord(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const longest = Math.max(a.length, b.length);
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return longest >= 3 && longest - start - end <= 1;
}

/** English words left in French: words of grammar that French does not have. */
export function englishIn(french: string): readonly string[] {
  const grammar =
    /\b(?:the|of|with|your|you|was|were|how|which|what|this|that|from|my|it|they|and|any|been|their|staff|feedback|e-?mail)\b/giu;
  return french.match(grammar) ?? [];
}

/** French that only English explains, with what is written here instead. */
const calques: readonly (readonly [RegExp, string])[] = [
  [/en tout temps/iu, 'toujours, à tout moment'],
  [/réseaux sociaux/iu, 'médias sociaux'],
  [/identifi\p{L}+(?:-vous)? comme/iu, 'se considérer comme'],
  [/(?:compl[ée]t|rempl)\p{L}* (?:les|des) exigences/iu, 'respecter les exigences'],
  [/compl[ée]t\p{L}+ (?:un|le|ce|votre|mon) formulaire/iu, 'remplir'],
  [/éligib/iu, 'admissible, avoir droit'],
  [/rencontr\p{L}+ (?:les|vos|mes|nos) (?:attentes|besoins)/iu, 'répondre à'],
  [/adress\p{L}+ (?:un|le|ce|votre|mon|des|les) (?:problème|enjeu|question)/iu, 'régler, traiter'],
  [/faire du sens|fait du sens/iu, 'avoir du sens'],
  [/(?<!in)dépendamment/iu, 'selon'],
  [
    /définitivement|opportunité|appliquer pour|contacter|initier/iu,
    'certainement, occasion, demander, joindre, lancer',
  ],
  [/au niveau d|en termes d/iu, 'quant à, sur le plan de'],
  [/couvr\p{L}+ (?:toutes )?(?:mes|vos) questions/iu, 'répondre aux questions'],
];

/** Calques in a French text, each with the remedy. */
export function calquesIn(french: string): readonly string[] {
  return calques.flatMap(([calque, instead]) => {
    const found = calque.exec(french);
    return found ? [`${found[0]} → ${instead}`] : [];
  });
}

const agreeing =
  'traité|accueilli|informé|prévenu|averti|aidé|appelé|dirigé|orienté|renvoyé|écouté|consulté|mené|satisfait|compris';

/** French that would have to agree with the gender of the person who answers or of those served. */
export function agreesWithPerson(french: string): readonly string[] {
  const passive =
    /(?<!\p{L})(?:ai été|avez(?:-vous)? été|je suis|j’étais|êtes-vous|étiez-vous|vous êtes|vous étiez|me suis)\s+\p{L}+(?:é|i|u|t)(?!\p{L})/giu;
  const object = new RegExp(
    `(?<!\\p{L})(?:m’a|m’ont|vous a(?:-t-on)?|vous ont)\\s+(?:bien |été )?(?:${agreeing}|servi)(?!\\p{L})`,
    'giu',
  );
  return [...(french.match(passive) ?? []), ...(french.match(object) ?? [])];
}

/** What French rates with labels in the masculine singular, such as « satisfaisant » or « bon », although it is feminine or plural. */
export function tornFromScale(french: string): readonly string[] {
  return (
    french.match(/(?:évaluez|jugez|qualifiez)-vous (?:la|cette|une|l’aide|l’expérience|les|ces|vos|des) ?\p{L}*/giu) ??
    []
  );
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
