import { defineMessages } from '@common-measure/platform/web-kit';

export const pagingMessages = defineMessages({
  en: {
    pages: 'How people see this part',
    whole: 'All questions on one page',
    wholeMore: 'Quick to answer and to look over. Good for a few short questions.',
    each: 'One question at a time',
    eachMore: (pages: number) =>
      `${pages < 2 ? '1 page' : `Up to ${pages} pages`}. Statements on one scale stay together, and an information stands above the question after it.`,
  },
  fr: {
    pages: 'Comment les gens voient cette partie',
    whole: 'Toutes les questions sur une page',
    wholeMore: 'On répond vite et on voit tout d’un coup d’œil. Convient à quelques questions courtes.',
    each: 'Une question à la fois',
    eachMore: (pages) =>
      `${pages < 2 ? '1\u00a0page' : `Jusqu’à ${pages}\u00a0pages`}. Les énoncés d’une même échelle restent ensemble, et une information précède la question qui la suit.`,
  },
});
