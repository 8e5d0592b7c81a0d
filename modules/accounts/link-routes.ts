import { defineRoute, httpProblems } from '@common-measure/platform/http';
import { z } from 'zod';
import { accountsApi, openLinkSchema } from './contract.ts';
import { listOpenLinks, revokeLink } from './link-store.ts';

const list = defineRoute({
  method: 'GET',
  path: accountsApi.links,
  summary: 'One-time links that were handed out and still work',
  access: 'owner',
  event: null,
  reply: z.array(openLinkSchema),
  handle: async ({ actor, tx }) => [...(await listOpenLinks(tx, actor.organizationId))],
});

const revoke = defineRoute({
  method: 'DELETE',
  path: `${accountsApi.links}/:linkId`,
  summary: 'End a one-time link before it is used',
  access: 'owner',
  event: 'link.revoked',
  params: z.object({ linkId: z.uuid() }),
  reply: z.array(openLinkSchema),
  handle: async ({ params, actor, tx, audit }) => {
    if (!(await revokeLink(tx, actor.organizationId, params.linkId))) return httpProblems.raise('not-found');
    await audit(`link:${params.linkId}`);
    return [...(await listOpenLinks(tx, actor.organizationId))];
  },
});

export const linkRoutes = [list, revoke];
