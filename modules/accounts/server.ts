import { accountRoutes } from './account-routes.ts';
import { linkRoutes } from './link-routes.ts';
import { lookRoutes } from './look/look-routes.ts';
import { memberRoutes } from './member-routes.ts';
import { organizationRoutes } from './organization-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';

export { firstAccount, makeFirstLink, makeLinkFor } from './first-link.ts';
export { findPublicOrganization, type PublicOrganization } from './look/look-store.ts';
export { listMembers } from './member-store.ts';
export { findOrganization, foundOrganization } from './organization-store.ts';
export { actAs, authenticate, chooseOrganization, workIn } from './session-store.ts';

export const accountsRoutes = [
  ...signInRoutes,
  ...accountRoutes,
  ...sessionRoutes,
  ...organizationRoutes,
  ...lookRoutes,
  ...memberRoutes,
  ...linkRoutes,
];
export const accountsMigrations = new URL('./migrations/', import.meta.url).pathname;
