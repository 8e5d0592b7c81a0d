import { formatNumber, type LocalizedText, type UiLanguage } from '@common-measure/kernel';
import { dayInWords } from './day-words.ts';
import { longestText } from './entry.ts';
import type { Question } from './instrument.ts';
import { isCounted, type WordTemplate } from './respondent/page-word.ts';
import { refusalWords } from './respondent/refusal-words.ts';
import { fillPlaces, type Refusal, type SaidPart, type Saying } from './saying.ts';

/** What a page says of an answer that cannot be taken: what to do, in English and French and by its words for any other language. */
export const answerRefusals = {
  choose: refusal('refusal.choose'),
  write: refusal('refusal.write'),
  rank: refusal('refusal.rank'),
  consent: refusal('refusal.consent'),
  unknown: refusal('refusal.unknown'),
  one: refusal('refusal.one'),
  alone: (label: LocalizedText): Refusal => refusal('refusal.alone', { label: { text: label } }),
  atMost: (count: number): Refusal => refusal('refusal.atMost', { count }),
  atLeast: (count: number): Refusal => refusal('refusal.atLeast', { count }),
  places: (most: number): Refusal => refusal('refusal.places', { most }),
  tie: (place: number): Refusal => refusal('refusal.tie', { place }),
  gap: refusal('refusal.gap'),
  atLeastPlaces: (count: number): Refusal => refusal('refusal.atLeastPlaces', { count }),
  both: refusal('refusal.both'),
  numberAndBox: refusal('refusal.numberAndBox'),
  answerAndBox: refusal('refusal.answerAndBox'),
  number: (question: Question): Refusal => ({ message: numberWanted(question), says: numberSaying(question) }),
  date: (question: Question): Refusal => ({ message: dateWanted(question), says: dateSaying(question) }),
  otherUnchosen: (label: LocalizedText): Refusal => refusal('refusal.otherUnchosen', { label: { text: label } }),
  long: refusal('refusal.long', { most: longestText }),
  emptyOnce: refusal('refusal.emptyOnce'),
};

/** A refusal whose English and French are its page word with the values in their places. */
function refusal(
  word: keyof typeof refusalWords,
  values: Readonly<Record<string, number | { readonly text: LocalizedText }>> = {},
): Refusal {
  const template: WordTemplate = refusalWords[word];
  const text = !isCounted(template) ? template : values.count === 1 ? template.one : template.other;
  const filled = (language: UiLanguage): string =>
    fillPlaces(
      text[language],
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'number' ? formatNumber(value, language) : value.text[language],
        ]),
      ),
    );
  return { message: { en: filled('en'), fr: filled('fr') }, says: { word, values } };
}

function numberSaying({ unit, min = 0, max, decimals }: Question): Saying {
  const limits: readonly SaidPart[] = [
    ...(unit ? [{ text: unit }] : []),
    max === undefined
      ? { word: 'limit.from', values: { least: min } }
      : { word: 'limit.between', values: { least: min, most: max } },
    ...(decimals ? [{ word: 'limit.places', values: { count: decimals } }] : []),
  ];
  const word = decimals === 0 ? 'refusal.wholeNumber' : 'refusal.number';
  return { word, values: { limits, sample: 15 >= min && 15 <= (max ?? 15) ? 15 : min } };
}

function dateSaying({ earliest, latest }: Question): Saying {
  const limits: readonly SaidPart[] = [
    ...(earliest ? [{ word: 'limit.earliest', values: { day: { day: earliest } } }] : []),
    ...(latest ? [{ word: 'limit.latest', values: { day: { day: latest } } }] : []),
  ];
  return limits.length > 0 ? { word: 'refusal.dateWithin', values: { limits } } : { word: 'refusal.date', values: {} };
}

function numberWanted({ unit, min = 0, max, decimals }: Question): LocalizedText {
  const sample = 15 >= min && 15 <= (max ?? 15) ? 15 : min;
  const say = (value: number, locale: 'en' | 'fr'): string =>
    formatNumber(value, locale, String(value).split('.')[1]?.length ?? 0);
  const en = max === undefined ? `, ${say(min, 'en')} or more,` : ` from ${say(min, 'en')} to ${say(max, 'en')},`;
  const fr = max === undefined ? `(${say(min, 'fr')} ou plus)` : `(de ${say(min, 'fr')} à ${say(max, 'fr')})`;
  const places = decimals === undefined || decimals === 0 ? null : decimals;
  const wanted =
    decimals === 0 ? { en: 'a whole number', fr: 'un nombre entier' } : { en: 'a number', fr: 'un nombre' };
  return {
    en: `Enter ${wanted.en}${unit ? ` of ${unit.en}` : ''}${en}${places ? ` with at most ${places} decimal places,` : ''} such as ${say(sample, 'en')}`,
    fr: `Entrez ${wanted.fr}${unit ? ` ${ofUnit(unit.fr)}` : ''} ${fr}${places ? `, au plus ${places} décimales` : ''}, par exemple ${say(sample, 'fr')}`,
  };
}

/** "de minutes", "d’heures". */
function ofUnit(unit: string): string {
  return /^[aeiouyàâéèêîôûœh]/i.test(unit) ? `d’${unit}` : `de ${unit}`;
}

function dateWanted({ earliest, latest }: Question): LocalizedText {
  const en = [earliest && `from ${dayInWords(earliest, 'en')}`, latest && `up to ${dayInWords(latest, 'en')}`];
  const fr = [
    earliest && `à partir du ${dayInWords(earliest, 'fr')}`,
    latest && `jusqu’au ${dayInWords(latest, 'fr')}`,
  ];
  const between = (parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' ');
  return {
    en: `Enter a day that exists${between(en) ? ` ${between(en)}` : ''}, with its year in four digits`,
    fr: `Entrez une date qui existe${between(fr) ? ` ${between(fr)}` : ''}, avec l’année en quatre chiffres`,
  };
}
