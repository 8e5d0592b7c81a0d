import { lazyPage, type SlicePage, type Station } from '@common-measure/platform/web-kit';

export { useHome } from './home.ts';

export const pages: readonly SlicePage[] = [
  { path: '/drivers', component: lazyPage(() => import('./drivers-list-page.tsx'), 'DriversListPage') },
  { path: '/drivers/$datasetId', component: lazyPage(() => import('./drivers-page.tsx'), 'DriversPage') },
];

export const stations: readonly Station[] = [
  { path: '/drivers', label: { en: 'Drivers and priorities', fr: 'Déterminants et priorités' } },
];
