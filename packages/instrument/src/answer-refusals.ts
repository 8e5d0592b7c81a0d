import { formatNumber, type LocalizedText } from '@common-measure/kernel';
import { dayInWords } from './answer-words.ts';
import { longestText } from './entry.ts';
import type { Question } from './instrument.ts';

/** What a page says of an answer that cannot be taken: what to do, in both languages. */
export const answerRefusals = {
  choose: { en: 'Choose an answer', fr: 'Choisissez une réponse' },
  write: { en: 'Write an answer', fr: 'Écrivez une réponse' },
  rank: { en: 'Give at least the first place', fr: 'Attribuez au moins la première place' },
  consent: {
    en: 'To go on, tick this box. Without it, leave the survey: nothing is sent',
    fr: 'Pour continuer, cochez cette case. Sinon, quittez le sondage\u00a0: rien n’est envoyé',
  },
  unknown: { en: 'Choose one of the answers shown', fr: 'Choisissez l’une des réponses affichées' },
  one: { en: 'Choose one answer only', fr: 'Choisissez une seule réponse' },
  alone: (label: LocalizedText): LocalizedText => ({
    en: `Choose either “${label.en ?? ''}” or other answers, not both`,
    fr: `Choisissez «\u00a0${label.fr ?? ''}\u00a0» ou d’autres réponses, mais pas les deux`,
  }),
  atMost: (count: number): LocalizedText => ({
    en: count === 1 ? 'Choose one answer only' : `Choose at most ${count} answers`,
    fr: count === 1 ? 'Choisissez une seule réponse' : `Choisissez au plus ${count} réponses`,
  }),
  atLeast: (count: number): LocalizedText => ({
    en: count === 1 ? 'Choose an answer' : `Choose at least ${count} answers`,
    fr: count === 1 ? 'Choisissez une réponse' : `Choisissez au moins ${count} réponses`,
  }),
  places: (most: number): LocalizedText => ({
    en: `Give the places from 1 to ${most} only`,
    fr: `Attribuez seulement les places de 1 à ${most}`,
  }),
  tie: (place: number): LocalizedText => ({
    en: `Give place ${place} to one answer only`,
    fr: `Attribuez la place ${place} à une seule réponse`,
  }),
  gap: {
    en: 'Give the places in turn from 1 on, without leaving one out',
    fr: 'Attribuez les places à la suite à partir de 1, sans en sauter',
  },
  atLeastPlaces: (count: number): LocalizedText => ({
    en: count === 1 ? 'Give at least the first place' : `Give at least the places from 1 to ${count}`,
    fr: count === 1 ? 'Attribuez au moins la première place' : `Attribuez au moins les places de 1 à ${count}`,
  }),
  both: {
    en: 'Choose the answers that apply, or the one after “or”, not both',
    fr: 'Choisissez les réponses qui s’appliquent, ou celle qui suit «\u00a0ou\u00a0», mais pas les deux',
  },
  numberAndBox: {
    en: 'Enter a number or tick the box below it, not both',
    fr: 'Entrez un nombre ou cochez la case qui suit, mais pas les deux',
  },
  answerAndBox: {
    en: 'Answer or tick the box below, not both',
    fr: 'Répondez ou cochez la case qui suit, mais pas les deux',
  },
  number: (question: Question): LocalizedText => numberWanted(question),
  date: (question: Question): LocalizedText => dateWanted(question),
  otherUnchosen: (label: LocalizedText): LocalizedText => ({
    en: `You wrote beside “${label.en}”: choose that answer too, or clear what you wrote`,
    fr: `Vous avez écrit à côté de «\u00a0${label.fr}\u00a0»\u00a0: choisissez aussi cette réponse, ou effacez ce que vous avez écrit`,
  }),
  long: {
    en: `Shorten your answer to ${formatNumber(longestText, 'en', 0)} characters`,
    fr: `Raccourcissez votre réponse à ${formatNumber(longestText, 'fr', 0)} caractères`,
  },
  emptyOnce: {
    en: 'You left this empty. Answer it, or continue without',
    fr: 'Vous n’avez pas répondu. Répondez, ou continuez sans réponse',
  },
};

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
