import { defineMessages, formatFor } from '@common-measure/platform/web-kit';

const en = formatFor('en');
const fr = formatFor('fr');

export const questionMessages = defineMessages({
  en: {
    choose: 'Question',
    most: (answer: string, percent: number) => `Most frequent answer: ${answer}, ${en.percent(percent)}`,
    none: 'No answer is clearly the most frequent',
    withheld: 'The answers to this question are withheld for this audience',
    base: (question: string, valid: string, hasIntervals: boolean) =>
      `“${question}” Share of each answer among ${valid} valid answers${hasIntervals ? ', with 95% intervals' : ''}.`,
    answer: 'Answer',
    share: 'Share',
    standardError: 'Standard error, points',
    interval: 'Share with its interval',
  },
  fr: {
    choose: 'Question',
    most: (answer: string, percent: number) => `Réponse la plus fréquente : ${answer}, ${fr.percent(percent)}`,
    none: 'Aucune réponse n’est nettement la plus fréquente',
    withheld: 'Les réponses à cette question sont retenues pour ce public',
    base: (question: string, valid: string, hasIntervals: boolean) =>
      `« ${question} » Part de chaque réponse parmi ${valid} réponses valides${hasIntervals ? ', avec intervalles à 95 %' : ''}.`,
    answer: 'Réponse',
    share: 'Part',
    standardError: 'Erreur type, en points',
    interval: 'Part avec son intervalle',
  },
});
