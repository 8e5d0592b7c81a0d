import { lazyPage, type SlicePage, type Station } from '@common-measure/platform/web-kit';

export { useHome } from './home.tsx';

export const pages: readonly SlicePage[] = [
  { path: '/reports', component: lazyPage(() => import('./reports-page.tsx'), 'ReportsPage') },
  { path: '/reports/new', component: lazyPage(() => import('./new-report-page.tsx'), 'NewReportPage') },
];

export const stations: readonly Station[] = [{ path: '/reports', label: { en: 'Reports', fr: 'Rapports' } }];
