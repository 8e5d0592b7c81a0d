import { lazyPage, type SlicePage, type Station } from '@common-measure/platform/web-kit';

export type { FoundItem } from '../contract.ts';
export { BankFinder } from './bank-finder.tsx';
export { useBank, useBankItems } from './bank-queries.ts';

export const pages: readonly SlicePage[] = [
  { path: '/bank', component: lazyPage(() => import('./bank-page.tsx'), 'BankPage') },
];
export const stations: readonly Station[] = [
  { path: '/bank', label: { en: 'Question bank', fr: 'Banque de questions' } },
];
