import { type Beginning, lazyPage, type SlicePage, type Station } from '@common-measure/platform/web-kit';

import { OpenExampleButton } from './open-example.tsx';

export type { Session } from '../contract.ts';
export { sheetIn, useLook } from './look/look-query.ts';
export { fetchSession, sessionKey, useSession } from './session.ts';

export const pages: readonly SlicePage[] = [
  { path: '/account', component: lazyPage(() => import('./account-page.tsx'), 'AccountPage') },
  { path: '/people', component: lazyPage(() => import('./people-page.tsx'), 'PeoplePage') },
  { path: '/organization', component: lazyPage(() => import('./organization-facts.tsx'), 'OrganizationFactsPage') },
  { path: '/organization/look', component: lazyPage(() => import('./look/look-page.tsx'), 'LookPage') },
  { path: '/organizations/new', component: lazyPage(() => import('./organization-page.tsx'), 'OrganizationPage') },
  { path: '/begin', component: lazyPage(() => import('./begin-page.tsx'), 'BeginPage'), frame: 'open' },
  { path: '/sign-in', component: lazyPage(() => import('./sign-in-page.tsx'), 'SignInPage'), frame: 'entry' },
  {
    path: '/sign-in-link',
    component: lazyPage(() => import('./sign-in-link-page.tsx'), 'SignInLinkPage'),
    frame: 'entry',
  },
];

export const beginnings: readonly Beginning[] = [
  {
    key: 'example',
    icon: 'book',
    title: { en: 'Just a look around', fr: 'Un simple coup d’œil' },
    text: {
      en: 'An example organization with three waves. All of it is made up and says so.',
      fr: 'Une organisation d’exemple avec trois vagues. Tout y est inventé, et le dit.',
    },
    action: { en: 'Open the example', fr: 'Ouvrir l’exemple' },
    to: '/',
    button: OpenExampleButton,
    isLast: true,
  },
];

export const stations: readonly Station[] = [
  {
    path: '/people',
    label: { en: 'People and roles', fr: 'Personnes et rôles' },
    also: ['/organization'],
    minor: true,
  },
];
