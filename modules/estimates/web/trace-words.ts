import { defineMessages } from '@common-measure/platform/web-kit';

export const traceMessages = defineMessages({
  en: {
    change: (wave: string) => `Change since ${wave}`,
    againstRest: 'Against the rest:',
    which: 'Figure',
    of: 'Of',
    headline: 'Headline scores',
    groups: (by: string) => `Scores by ${by}`,
    items: 'Scores and answers of the items',
    waves: 'Scores over the waves',
    answers: 'Shares of the answers',
  },
  fr: {
    change: (wave: string) => `Changement depuis ${wave}`,
    againstRest: 'Par rapport au reste\u00a0:',
    which: 'Chiffre',
    of: 'Pour',
    headline: 'Scores principaux',
    groups: (by: string) => `Scores selon la variable «\u00a0${by}\u00a0»`,
    items: 'Scores et réponses des éléments',
    waves: 'Scores au fil des vagues',
    answers: 'Parts des réponses',
  },
});
