import type { SlicePage, Station } from '@common-measure/platform/web-kit';

export type { Session } from '../contract.ts';
export { fetchSession, sessionKey, useSession } from './session.ts';

export const pages: readonly SlicePage[] = [];
export const stations: readonly Station[] = [{ path: '/', label: { en: 'Home', fr: 'Accueil' } }];
