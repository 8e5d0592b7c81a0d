import { accountsApi } from '@common-measure/modules/accounts/contract';
import { chooseOrganization, workIn } from '@common-measure/modules/accounts/server';
import { defineRoute } from '@common-measure/platform/http';
import { z } from 'zod';
import { openExample } from './open-example.ts';

export const exampleRoute = defineRoute({
  method: 'POST',
  path: accountsApi.example,
  summary: 'Open one’s example organization, with three synthetic waves; makes it the first time',
  access: 'signed-in',
  event: 'example.opened',
  reply: z.object({ organizationId: z.uuid() }),
  handle: async ({ actor, tx, analytics, auditIn }) => {
    const { id, isNew } = await openExample(tx, analytics, actor.accountId);
    await workIn(tx, id);
    await chooseOrganization(tx, actor.sessionId, id);
    if (isNew) await auditIn(id, `organization:${id}`);
    return { organizationId: id };
  },
});
