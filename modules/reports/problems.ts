import { problemCatalogue } from '@common-measure/kernel';

export const reportsProblems = problemCatalogue({
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
