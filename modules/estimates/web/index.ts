import { lazyPage, type SlicePage, type Station } from '@common-measure/platform/web-kit';

export { byNewest, DatasetChooser, useDatasets } from './dataset-chooser.tsx';
export { useHome } from './home.tsx';
export { useResults } from './results-query.ts';

export const pages: readonly SlicePage[] = [
  { path: '/results', component: lazyPage(() => import('./results-list-page.tsx'), 'ResultsListPage') },
  {
    path: '/surveys/$surveyId/results',
    component: lazyPage(() => import('./survey-results-page.tsx'), 'SurveyResultsPage'),
  },
  { path: '/results/$datasetId', component: lazyPage(() => import('./results-page.tsx'), 'ResultsPage') },
];

export const stations: readonly Station[] = [{ path: '/results', label: { en: 'Results', fr: 'Résultats' } }];
