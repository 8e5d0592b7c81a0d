import { lazyPage, type SlicePage, type Station } from '@common-measure/platform/web-kit';

/** Pages of the console itself, which no slice owns: the home page gathers what all have to say, the statements speak for the whole. */
export const pages: readonly SlicePage[] = [
  { path: '/', component: lazyPage(() => import('./home-page.tsx'), 'HomePage') },
  {
    path: '/accessibility',
    component: lazyPage(() => import('./statements/accessibility-page.tsx'), 'AccessibilityPage'),
    frame: 'open',
  },
  {
    path: '/privacy',
    component: lazyPage(() => import('./statements/privacy-page.tsx'), 'PrivacyPage'),
    frame: 'open',
  },
  {
    path: '/methods',
    component: lazyPage(() => import('./statements/methods-page.tsx'), 'MethodsPage'),
    frame: 'open',
  },
];

export const stations: readonly Station[] = [{ path: '/', label: { en: 'Home', fr: 'Accueil' } }];
