import { defineRoute, httpProblems } from '@common-measure/platform/http';
import { z } from 'zod';
import {
  deliverySchema,
  madeWebhookSchema,
  newWebhookSchema,
  webhookChangeSchema,
  webhookSchema,
  webhooksApi,
} from './contract.ts';
import { secretKeys } from './secret-keys.ts';
import { printedSecret } from './signature.ts';
import {
  addWebhook,
  listDeliveries,
  listWebhooks,
  readWebhook,
  redeliver,
  removeWebhook,
  rotateSecret,
  setWebhookState,
} from './webhook-store.ts';

const ofWebhook = z.object({ id: z.uuid() });
type Call = { readonly tx: Parameters<typeof readWebhook>[0]; readonly actor: { readonly organizationId: string } };
const found = async ({ tx, actor }: Call, id: string) =>
  (await readWebhook(tx, actor.organizationId, id)) ?? httpProblems.raise('not-found');

const list = defineRoute({
  method: 'GET',
  path: webhooksApi.webhooks,
  summary: 'Which systems outside are told when something happens',
  access: 'owner',
  event: null,
  reply: z.array(webhookSchema),
  handle: async ({ tx, actor }) => listWebhooks(tx, actor.organizationId),
});

const add = defineRoute({
  method: 'POST',
  path: webhooksApi.webhooks,
  summary: 'Tell a system outside when something happens; its secret is told in this reply and never again',
  access: 'owner',
  event: 'webhook.added',
  body: newWebhookSchema,
  reply: madeWebhookSchema,
  handle: async (call) => {
    const { id, secret } = await addWebhook(
      call.tx,
      secretKeys.of(call.database),
      call.actor.organizationId,
      call.body,
    );
    await call.audit(`webhook:${id}`, { host: new URL(call.body.address).hostname });
    return { ...(await found(call, id)), secret: printedSecret(secret) };
  },
});

const change = defineRoute({
  method: 'PATCH',
  path: webhooksApi.webhook,
  summary: 'Switch a webhook on or off; what happens while it is off is not told later',
  access: 'owner',
  event: 'webhook.changed',
  params: ofWebhook,
  body: webhookChangeSchema,
  reply: webhookSchema,
  handle: async (call) => {
    await found(call, call.params.id);
    await setWebhookState(call.tx, call.actor.organizationId, call.params.id, call.body.state);
    await call.audit(`webhook:${call.params.id}`, { state: call.body.state });
    return found(call, call.params.id);
  },
});

const remove = defineRoute({
  method: 'DELETE',
  path: webhooksApi.webhook,
  summary: 'Remove a webhook with its deliveries',
  access: 'owner',
  event: 'webhook.removed',
  params: ofWebhook,
  reply: null,
  handle: async ({ params, tx, actor, audit }) => {
    if (!(await removeWebhook(tx, actor.organizationId, params.id))) httpProblems.raise('not-found');
    await audit(`webhook:${params.id}`);
    return undefined;
  },
});

const rotate = defineRoute({
  method: 'POST',
  path: webhooksApi.secret,
  summary: 'Give a webhook a new secret; the one before signs beside it for a day',
  access: 'owner',
  event: 'webhook.changed',
  params: ofWebhook,
  reply: madeWebhookSchema,
  handle: async (call) => {
    await found(call, call.params.id);
    const secret = await rotateSecret(call.tx, secretKeys.of(call.database), call.params.id);
    await call.audit(`webhook:${call.params.id}`, { secret: 'new' });
    return { ...(await found(call, call.params.id)), secret: printedSecret(secret) };
  },
});

const deliveries = defineRoute({
  method: 'GET',
  path: webhooksApi.deliveries,
  summary: 'What was sent to a webhook, and what came of it',
  access: 'owner',
  event: null,
  params: ofWebhook,
  reply: z.array(deliverySchema),
  handle: async (call) => {
    await found(call, call.params.id);
    return listDeliveries(call.tx, call.actor.organizationId, call.params.id);
  },
});

const again = defineRoute({
  method: 'POST',
  path: webhooksApi.redeliver,
  summary: 'Send a delivery again, with the same event id',
  access: 'owner',
  event: 'webhook.redelivered',
  params: ofWebhook.extend({ deliveryId: z.uuid() }),
  reply: null,
  handle: async ({ params, tx, actor, audit }) => {
    if (!(await redeliver(tx, actor.organizationId, params.id, params.deliveryId))) httpProblems.raise('not-found');
    await audit(`webhook:${params.id}`, { delivery: params.deliveryId });
    return undefined;
  },
});

export const webhookRoutes = [list, add, change, remove, rotate, deliveries, again];
