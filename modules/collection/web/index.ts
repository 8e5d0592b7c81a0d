import { lazyPage, type SlicePage, type Station } from '@common-measure/platform/web-kit';

export { useStationNotices } from './alert-notice.ts';
export { useHome } from './home.tsx';

export const pages: readonly SlicePage[] = [
  { path: '/surveys', component: lazyPage(() => import('./surveys-page.tsx'), 'SurveysPage') },
  { path: '/surveys/$surveyId/answers', component: lazyPage(() => import('./fieldwork-page.tsx'), 'FieldworkPage') },
  { path: '/surveys/$surveyId/ways', component: lazyPage(() => import('./ways/ways-page.tsx'), 'WaysPage') },
  { path: '/webhooks', component: lazyPage(() => import('./ways/webhooks-page.tsx'), 'WebhooksPage') },
  { path: '/surveys/$surveyId/kept', component: lazyPage(() => import('./kept/kept-page.tsx'), 'KeptPage') },
];
export const stations: readonly Station[] = [];
