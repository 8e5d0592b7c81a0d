import { type Beginning, lazyPage, type SlicePage, type Station } from '@common-measure/platform/web-kit';

export { useDatasetLabel } from './dataset-label.ts';
export { useHome } from './home.tsx';

export const pages: readonly SlicePage[] = [
  { path: '/datasets', component: lazyPage(() => import('./data-page.tsx'), 'DataPage') },
  { path: '/datasets/import', component: lazyPage(() => import('./bring-file-page.tsx'), 'BringFilePage') },
  { path: '/datasets/imports/$importId', component: lazyPage(() => import('./import-page.tsx'), 'ImportPage') },
  { path: '/datasets/$datasetId', component: lazyPage(() => import('./dataset-page.tsx'), 'DatasetPage') },
];

export const stations: readonly Station[] = [{ path: '/datasets', label: { en: 'Data', fr: 'Données' } }];

export const beginnings: readonly Beginning[] = [
  {
    key: 'file',
    icon: 'file',
    title: { en: 'A file of answers', fr: 'Un fichier de réponses' },
    text: {
      en: 'CSV from any survey tool. You see what was understood, correct it, and read results you can defend.',
      fr: 'Un CSV de n’importe quel outil de sondage. Vous voyez ce qui a été compris, le corrigez, et lisez des résultats défendables.',
    },
    action: { en: 'Bring a file', fr: 'Déposer un fichier' },
    to: '/datasets/import',
  },
];
