import type { Instrument } from '../instrument.ts';
import { isAnswerable } from '../question-parts.ts';
import type { InstrumentCheck } from './quality-check.ts';

const most = { questions: 20, texts: 3, required: 0.5 } as const;
const asked = (instrument: Instrument) =>
  instrument.sections.flatMap(({ questions }) => questions).filter(isAnswerable);

/**
 * More than 20 questions. Galesic & Bosnjak (2009), "Effects of questionnaire length on participation and indicators of response quality
 * in a web survey", Public Opinion Quarterly 73: the longer, the fewer begin and finish, and later answers are quicker and more alike.
 */
export const manyQuestions: InstrumentCheck = {
  of: 'instrument',
  code: 'many-questions',
  weight: 'minor',
  name: { en: 'Many questions', fr: 'Beaucoup de questions' },
  why: {
    en: 'Fewer people begin and finish a long survey, and the last answers are given with less care.',
    fr: 'Moins de gens commencent et terminent un long sondage, et les dernières réponses sont données avec moins de soin.',
  },
  remedy: {
    en: 'Keep what somebody will act on; ask the rest of a random part of the people.',
    fr: 'Gardez ce à quoi on donnera suite; posez le reste à une partie des gens, tirée au sort.',
  },
  find: (instrument) => {
    const count = asked(instrument).length;
    return count > most.questions
      ? [{ question: null, found: [], says: { en: `There are ${count} questions.`, fr: `Il y a ${count} questions.` } }]
      : [];
  },
};

/** More than three open answers. Reja et al. (2003), "Open-ended vs. close-ended questions in web questionnaires", Developments in Applied Statistics 19. */
export const manyTexts: InstrumentCheck = {
  of: 'instrument',
  code: 'many-texts',
  weight: 'minor',
  name: { en: 'Many open questions', fr: 'Beaucoup de questions ouvertes' },
  why: {
    en: 'Open questions are left empty more often with each one that comes, above all on a phone.',
    fr: 'Les questions ouvertes restent vides de plus en plus souvent à mesure qu’elles se suivent, surtout au téléphone.',
  },
  remedy: { en: 'Keep the one or two that somebody will read.', fr: 'Gardez celles, une ou deux, que quelqu’un lira.' },
  find: (instrument) => {
    const texts = asked(instrument).filter(({ type, lines }) => type === 'text' && lines !== 1);
    return texts.length > most.texts
      ? [
          {
            question: null,
            found: [],
            says: {
              en: `${texts.length} questions ask for free text.`,
              fr: `${texts.length} questions demandent un texte libre.`,
            },
          },
        ]
      : [];
  },
};

/** More than half of five or more questions required. Couper (2008), Designing Effective Web Surveys, ch. 5; Albaum et al. (2010), "Topic sensitivity and research design: effects on internet survey respondents’ motives", on forced answers. */
export const manyRequired: InstrumentCheck = {
  of: 'instrument',
  code: 'many-required',
  weight: 'minor',
  name: { en: 'Many required questions', fr: 'Beaucoup de questions obligatoires' },
  why: {
    en: 'Who must answer in order to go on gives any answer, or leaves.',
    fr: 'Une personne qui doit répondre pour continuer donne n’importe quelle réponse, ou abandonne.',
  },
  remedy: {
    en: 'Require only what decides who is asked what; elsewhere remind once and let go.',
    fr: 'N’exigez que ce qui décide de la suite; ailleurs, rappelez une fois et laissez aller.',
  },
  find: (instrument) => {
    const questions = asked(instrument).filter(({ type }) => type !== 'consent');
    const required = questions.filter((question) => question.required).length;
    return questions.length >= 5 && required > questions.length * most.required
      ? [
          {
            question: null,
            found: [],
            says: {
              en: `${required} of ${questions.length} questions must be answered.`,
              fr: `${required} des ${questions.length} questions sont obligatoires.`,
            },
          },
        ]
      : [];
  },
};
