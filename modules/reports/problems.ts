import { problemCatalogue } from '@common-measure/kernel';

export const reportsProblems = problemCatalogue({
  'drivers-at-work': {
    status: 503,
    title: {
      en: 'The key drivers of this dataset are still being computed.',
      fr: 'Les facteurs associés de cet ensemble de données sont encore en cours de calcul.',
    },
    remedy: {
      en: 'Try again in a minute. Nothing was saved.',
      fr: 'Réessayez dans une minute. Rien n’a été enregistré.',
    },
  },
  'report-no-items': {
    status: 422,
    title: {
      en: '"{dataset}" has no rated item, category or quantity that a report could show.',
      fr: '«\u00a0{dataset}\u00a0» n’a ni élément noté, ni catégorie, ni quantité qu’un rapport puisse montrer.',
    },
    remedy: {
      en: 'Decide the variables of the dataset first, above all the rated items.',
      fr: 'Décidez d’abord des variables de l’ensemble de données, surtout des éléments notés.',
    },
  },
});
