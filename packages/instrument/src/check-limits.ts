import type { LocalizedText } from '@common-measure/kernel';
import type { Question } from './instrument.ts';
import { type FlawPlace, flawAt, type InstrumentFlaw } from './instrument-flaw.ts';

/** Limits of a question that no answer can keep: a least above the most, or more answers asked for than there are. */
export function checkLimits(place: FlawPlace, question: Question): readonly InstrumentFlaw[] {
  const { min, max, decimals = 0, earliest, latest, atLeast, atMost, options } = question;
  const flaws: LocalizedText[] = [];
  if (question.type === 'number') {
    if (min !== undefined && max !== undefined && min > max) flaws.push(says.numbers(min, max));
    if ([min, max].some((limit) => limit !== undefined && Math.abs(limit) >= 1e12)) flaws.push(says.large);
    else if (question.decimals !== undefined)
      for (const limit of [min, max])
        if (limit !== undefined && Number(limit.toFixed(decimals)) !== limit) flaws.push(says.places(limit, decimals));
  }
  if (question.type === 'date' && earliest !== undefined && latest !== undefined && earliest > latest)
    flaws.push(says.days(earliest, latest));
  if (question.type === 'multiple' || question.type === 'ranking') {
    const most = Math.min(atMost ?? options.length, options.length);
    if (atLeast !== undefined && options.length > 1 && atLeast > most) flaws.push(says.answers(atLeast, most));
  }
  return flaws.map((says) => flawAt(place, 'limits-crossed', says));
}

const inFrench = (value: number): string => String(value).replace('.', ',');

const says = {
  numbers: (min: number, max: number): LocalizedText => ({
    en: `the least number, ${min}, is above the greatest, ${max}. Change one of them.`,
    fr: `le plus petit nombre, ${inFrench(min)}, dépasse le plus grand, ${inFrench(max)}. Changez l’un des deux.`,
  }),
  large: {
    en: 'a limit has more than twelve digits. Choose a smaller one.',
    fr: 'une limite compte plus de douze chiffres. Choisissez-en une plus petite.',
  },
  places: (limit: number, decimals: number): LocalizedText => ({
    en: `the limit ${limit} has more than ${decimals} decimal places, which an answer cannot have. Change one of them.`,
    fr: `la limite ${inFrench(limit)} compte plus de ${decimals} décimales, ce qu’une réponse ne peut avoir. Changez l’une ou l’autre.`,
  }),
  days: (earliest: string, latest: string): LocalizedText => ({
    en: `the earliest day, ${earliest}, comes after the latest, ${latest}. Change one of them.`,
    fr: `le premier jour, ${earliest}, vient après le dernier, ${latest}. Changez l’un des deux.`,
  }),
  answers: (atLeast: number, most: number): LocalizedText => ({
    en: `it asks for at least ${atLeast} answers where ${most} can be given. Lower the one or raise the other.`,
    fr: `elle demande au moins ${atLeast} réponses, alors qu’on peut en donner ${most}. Baissez l’un ou haussez l’autre.`,
  }),
};
