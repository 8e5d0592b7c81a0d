import { lazyPage, type SlicePage, type Station } from '@common-measure/platform/web-kit';

export type { FoundItem } from '../contract.ts';
export { BankFinder } from './bank-finder.tsx';
export { useBank, useBankItems } from './bank-queries.ts';

export const pages: readonly SlicePage[] = [
  { path: '/bank', component: lazyPage(() => import('./bank-page.tsx'), 'BankPage') },
  { path: '/bank/selection', component: lazyPage(() => import('./selection-page.tsx'), 'SelectionPage') },
  { path: '/bank/new', component: lazyPage(() => import('./propose-page.tsx'), 'ProposeNewPage') },
  { path: '/bank/proposals', component: lazyPage(() => import('./proposals-page.tsx'), 'ProposalsPage') },
  { path: '/bank/proposals/$proposal', component: lazyPage(() => import('./proposal-page.tsx'), 'ProposalPage') },
  {
    path: '/bank/proposals/$proposal/change',
    component: lazyPage(() => import('./propose-page.tsx'), 'ReviseProposalPage'),
  },
  { path: '/bank/stewardship', component: lazyPage(() => import('./stewardship-page.tsx'), 'StewardshipPage') },
  { path: '/bank/packs/$pack', component: lazyPage(() => import('./pack-page.tsx'), 'PackPage') },
  { path: '/bank/$code', component: lazyPage(() => import('./item-page.tsx'), 'ItemPage') },
  { path: '/bank/$code/change', component: lazyPage(() => import('./propose-page.tsx'), 'ProposeChangePage') },
  { path: '/bank/$code/retire', component: lazyPage(() => import('./retire-page.tsx'), 'RetirePage') },
];
export const stations: readonly Station[] = [
  { path: '/bank', label: { en: 'Question bank', fr: 'Banque de questions' } },
];
