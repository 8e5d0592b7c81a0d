import { defineMessages } from '@common-measure/platform/web-kit';
import { comparisonMethods } from './methods-of-comparison.ts';
import { estimatorMethods } from './methods-of-estimators.ts';

/** The parts of the page: one for each page of docs/methods, under the same name, after what the sample allows. */
export const methodsMessages = defineMessages({
  en: {
    title: 'Methods',
    lede: 'Every number can be defended: how it was computed stands beside it, and an R script with which it comes out again.',
    contents: 'On this page',
    parts: [...estimatorMethods.en, ...comparisonMethods.en],
  },
  fr: {
    title: 'Méthodes',
    lede: 'Chaque chiffre peut être défendu\u00a0: son calcul est exposé à côté de lui, avec un script R qui le redonne.',
    contents: 'Sur cette page',
    parts: [...estimatorMethods.fr, ...comparisonMethods.fr],
  },
});
