import { filledInstrument, type Instrument, plainQuestion, type Question } from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';

const words = {
  title: { en: 'Test: ', fr: 'Essai\u00a0: ' },
  notice: {
    en: 'This is a test of the questionnaire. What you enter is read as it stands by the people who make this survey, counts in no result and is deleted after the test.',
    fr: 'Ceci est un essai du questionnaire. Ce que vous entrez est lu tel quel par les personnes qui préparent le sondage, n’entre dans aucun résultat et sera supprimé après l’essai.',
  },
  comment: {
    en: 'For testers: was anything here unclear, missing or too long?',
    fr: 'Pour l’essai\u00a0: y a-t-il ici quelque chose d’obscur, de manquant ou de trop long?',
  },
} as const;

/** How the comment of a tester on the part at that place is stored. */
export const testerCode = (place: number): string => `tester_comment_${place + 1}`;

/**
 * A questionnaire as it is tried out: its slots are filled as when it is published, it says that it is a test, asks at the end of each part what was unclear, and has no quotas, which
 * would turn testers away.
 */
export function pretestInstrument(draft: Instrument): Instrument {
  const instrument = filledInstrument(draft);
  const { quotas: _, ...rest } = instrument;
  const said = (text: { readonly en: string; readonly fr: string }): LocalizedText => ({
    ...Object.fromEntries(instrument.languages.map((language) => [language, text.en])),
    ...text,
  });
  const before = (text: LocalizedText, first: LocalizedText, gap: string): LocalizedText => ({
    ...text,
    ...Object.fromEntries(
      Object.entries(text).map(([language, own]) => [language, `${first[language] ?? first.en}${gap}${own}`]),
    ),
  });
  return {
    ...rest,
    title: before(instrument.title, said(words.title), ''),
    introduction: before(instrument.introduction, said(words.notice), '\n\n'),
    sections: instrument.sections.map((section, place) => ({
      ...section,
      questions: [...section.questions, testerQuestion(place, said(words.comment))],
    })),
  };
}

function testerQuestion(place: number, wording: LocalizedText): Question {
  return plainQuestion(testerCode(place), 'text', wording, { lines: 2 });
}
