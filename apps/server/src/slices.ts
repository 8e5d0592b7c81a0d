import { accountsMigrations, accountsRoutes } from '@common-measure/modules/accounts/server';
import type { Route } from '@common-measure/platform/http';

/** Every slice that the server is made of. */
export const routes: readonly Route[] = [...accountsRoutes];

/** The folders of the schema's steps; their names give the one order of all. */
export const migrationFolders: readonly string[] = [
  new URL('../../../platform/database/migrations/', import.meta.url).pathname,
  accountsMigrations,
];
