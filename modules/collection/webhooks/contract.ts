import { z } from 'zod';

/** What outside systems may be told of. Submissions are told in batches, never answer by answer. */
export const webhookEvents = [
  'wave.opened',
  'wave.closed',
  'wave.reopened',
  'collection.advanced',
  'alert.raised',
] as const;

const address = z.url({ protocol: /^https?$/ }).max(500);

export const webhookSchema = z.object({
  id: z.uuid(),
  address: z.string(),
  events: z.array(z.enum(webhookEvents)),
  /** `failing`: switched off after too many deliveries were given up. */
  state: z.enum(['on', 'off', 'failing']),
  failures: z.int(),
  /** Until then the secret before the present one signs as well. */
  earlierUntil: z.string().nullable(),
});
export type Webhook = z.infer<typeof webhookSchema>;

export const newWebhookSchema = z.object({ address, events: z.array(z.enum(webhookEvents)).min(1).max(10) });
export const webhookChangeSchema = z.object({ state: z.enum(['on', 'off']) });
/** With the secret that is shown once. */
export const madeWebhookSchema = webhookSchema.extend({ secret: z.string() });
export type MadeWebhook = z.infer<typeof madeWebhookSchema>;

export const deliverySchema = z.object({
  id: z.uuid(),
  event: z.string(),
  state: z.enum(['waiting', 'delivered', 'given-up']),
  attempts: z.int(),
  nextAt: z.string(),
  /** What the last attempt came to. */
  outcome: z.string().nullable(),
  createdAt: z.string(),
});
export type Delivery = z.infer<typeof deliverySchema>;

export const webhooksApi = {
  webhooks: '/api/webhooks',
  webhook: '/api/webhooks/:id',
  secret: '/api/webhooks/:id/secret',
  deliveries: '/api/webhooks/:id/deliveries',
  redeliver: '/api/webhooks/:id/deliveries/:deliveryId/redelivery',
} as const;
