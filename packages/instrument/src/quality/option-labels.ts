import { uiLanguages } from '@common-measure/kernel';
import { choicesOf } from '../question-parts.ts';
import type { QuestionCheck } from './quality-check.ts';
import { quote } from './words-in.ts';

/** Two answers with the same words are one answer to those who read them, and two in the data. */
export const sameLabels: QuestionCheck = {
  of: 'question',
  code: 'same-labels',
  weight: 'important',
  name: { en: 'Answers with the same words', fr: 'Réponses aux mêmes mots' },
  why: {
    en: 'People cannot tell them apart, so the data hold two codes for one answer.',
    fr: 'On ne peut pas les distinguer\u00a0: les données ont alors deux codes pour une même réponse.',
  },
  remedy: { en: 'Reword one of them, or remove it.', fr: 'Reformulez l’une d’elles ou retirez-la.' },
  find: (question) =>
    uiLanguages.flatMap((language) => {
      const labels = choicesOf(question).map(({ label }) => label[language].trim().toLowerCase());
      const twice = [...new Set(labels.filter((label, index) => label !== '' && labels.indexOf(label) !== index))];
      const quoted = quote(twice);
      return twice.length > 0
        ? [
            {
              found: twice,
              language,
              says: { en: `More than one answer reads ${quoted.en}.`, fr: `Plus d’une réponse se lit ${quoted.fr}.` },
            },
          ]
        : [];
    }),
};

const mostOptions = 12;

/**
 * More answers than people read to the end: first ones are chosen more often on a screen. Krosnick & Alwin (1987), "An evaluation of a
 * cognitive theory of response-order effects", Public Opinion Quarterly 51. Lists of places are looked up, not read, and left alone.
 */
export const manyOptions: QuestionCheck = {
  of: 'question',
  code: 'many-options',
  weight: 'minor',
  name: { en: 'Long list of answers', fr: 'Longue liste de réponses' },
  why: {
    en: 'On a screen the first answers of a long list are chosen more often, whatever they say.',
    fr: 'À l’écran, les premières réponses d’une longue liste sont plus souvent choisies, quelles qu’elles soient.',
  },
  remedy: {
    en: 'Group the answers, or show them in random order.',
    fr: 'Regroupez les réponses ou présentez-les dans un ordre aléatoire.',
  },
  find: ({ type, options, role, order }) =>
    ['single', 'multiple', 'ranking'].includes(type) &&
    options.length > mostOptions &&
    role !== 'region' &&
    order !== 'random'
      ? [
          {
            found: [],
            says: {
              en: `There are ${options.length} answers to choose from.`,
              fr: `Il y a ${options.length} réponses au choix.`,
            },
          },
        ]
      : [],
};
