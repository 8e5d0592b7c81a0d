import {
  type Advice,
  adviceOn,
  gradeInWords,
  type Instrument,
  type Minutes,
  minutesOf,
  type Readability,
  readabilityOf,
} from '@common-measure/instrument';
import { type UiLanguage, uiLanguages } from '@common-measure/kernel';

/** What can be said of a questionnaire beside whether it can be published. */
export interface QuestionnaireAdvice {
  readonly advice: readonly Advice[];
  readonly minutes: Readonly<Record<UiLanguage, Minutes>>;
  readonly readability: Readonly<Record<UiLanguage, Readability | null>>;
}

export function questionnaireAdvice(instrument: Instrument): QuestionnaireAdvice {
  return {
    advice: adviceOn(instrument),
    minutes: { en: minutesOf(instrument, 'en'), fr: minutesOf(instrument, 'fr') },
    readability: readabilityOf(instrument),
  };
}

/** The same in lines: minutes and reading level of each language, then each piece of advice with its remedy. */
export function adviceLines(
  { advice, minutes, readability }: QuestionnaireAdvice,
  language: UiLanguage,
): readonly string[] {
  const text = words[language];
  const facts = uiLanguages.flatMap((of) => {
    const read = readability[of];
    return [
      text.minutes(text.languages[of], minutes[of]),
      ...(read ? [text.grade(text.languages[of], gradeInWords(read.grade)[language], read.range !== null)] : []),
    ];
  });
  const pieces = advice.map(({ label, name, says, remedy }) =>
    text.advice(label[language], name[language], says[language], remedy[language]),
  );
  return [...facts, text.count(advice.length), ...pieces];
}

const words = {
  en: {
    languages: { en: 'English', fr: 'French' },
    minutes: (language: string, { shortest, typical, longest }: Minutes) =>
      `${language}: about ${typical} min (${shortest} to ${longest} by route).`,
    grade: (language: string, grade: string, isSure: boolean) =>
      `${language}: reads at ${grade}${isSure ? '' : ', a hint only: fewer than 100 words'}.`,
    count: (count: number) =>
      count === 0 ? 'No advice.' : count === 1 ? '1 piece of advice.' : `${count} pieces of advice.`,
    advice: (label: string, name: string, says: string, remedy: string) => `${label}: ${name}. ${says} ${remedy}`,
  },
  fr: {
    languages: { en: 'Anglais', fr: 'Français' },
    minutes: (language: string, { shortest, typical, longest }: Minutes) =>
      `${language}\u00a0: environ ${typical}\u00a0min (de ${shortest} à ${longest} selon le parcours).`,
    grade: (language: string, grade: string, isSure: boolean) =>
      `${language}\u00a0: niveau de lecture ${grade}${isSure ? '' : ', simple indication\u00a0: moins de 100 mots'}.`,
    count: (count: number) =>
      count === 0 ? 'Aucun conseil.' : count === 1 ? '1\u00a0conseil.' : `${count}\u00a0conseils.`,
    advice: (label: string, name: string, says: string, remedy: string) => `${label}\u00a0: ${name}. ${says} ${remedy}`,
  },
} as const;
