import { randomBytes, randomUUID } from 'node:crypto';
import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import type { Delivery, Webhook } from './contract.ts';
import type { SecretKeys } from './secret-keys.ts';

interface Row extends Omit<Webhook, 'earlierUntil'> {
  earlierUntil: Date | null;
}
const webhookOf = (row: Row): Webhook => ({ ...row, earlierUntil: row.earlierUntil?.toISOString() ?? null });
const columns = sql`id, address, events, state, failures, earlier_until AS "earlierUntil"`;

const today = () => new Date().toISOString().slice(0, 10);

export async function listWebhooks(tx: Tx, organizationId: string): Promise<Webhook[]> {
  const { rows } = await sql<Row>`SELECT ${columns} FROM webhooks.subscriber
    WHERE organization_id = ${organizationId} ORDER BY created_at, id`.execute(tx);
  return rows.map(webhookOf);
}

export async function readWebhook(tx: Tx, organizationId: string, id: string): Promise<Webhook | null> {
  const { rows } = await sql<Row>`SELECT ${columns} FROM webhooks.subscriber
    WHERE organization_id = ${organizationId} AND id = ${id}`.execute(tx);
  return rows[0] ? webhookOf(rows[0]) : null;
}

export async function addWebhook(
  tx: Tx,
  keys: SecretKeys,
  organizationId: string,
  wanted: Pick<Webhook, 'address' | 'events'>,
): Promise<{ readonly id: string; readonly secret: Buffer }> {
  const id = randomUUID();
  const secret = randomBytes(32);
  await sql`INSERT INTO webhooks.subscriber (organization_id, id, address, events, secret)
    VALUES (${organizationId}, ${id}, ${wanted.address}, ${wanted.events}, ${keys.seal(secret, id, today())})`.execute(
    tx,
  );
  return { id, secret };
}

/** A fresh secret; the one before signs beside it for a day. */
export async function rotateSecret(tx: Tx, keys: SecretKeys, id: string): Promise<Buffer> {
  const secret = randomBytes(32);
  await sql`SELECT webhooks.rotate_secret(${id}, ${keys.seal(secret, id, today())})`.execute(tx);
  return secret;
}

export async function setWebhookState(tx: Tx, organizationId: string, id: string, state: 'on' | 'off'): Promise<void> {
  await sql`UPDATE webhooks.subscriber SET state = ${state}, failures = 0
    WHERE organization_id = ${organizationId} AND id = ${id}`.execute(tx);
}

export async function removeWebhook(tx: Tx, organizationId: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`DELETE FROM webhooks.subscriber
    WHERE organization_id = ${organizationId} AND id = ${id}`.execute(tx);
  return numAffectedRows === 1n;
}

/** The last hundred deliveries to a subscriber, the newest first. */
export async function listDeliveries(tx: Tx, organizationId: string, id: string): Promise<Delivery[]> {
  const { rows } = await sql<Omit<Delivery, 'nextAt' | 'createdAt'> & { nextAt: Date; createdAt: Date }>`
    SELECT id, event, state, attempts, next_at AS "nextAt", outcome, created_at AS "createdAt" FROM webhooks.delivery
    WHERE organization_id = ${organizationId} AND subscriber_id = ${id} ORDER BY created_at DESC, id LIMIT 100`.execute(
    tx,
  );
  return rows.map((row) => ({ ...row, nextAt: row.nextAt.toISOString(), createdAt: row.createdAt.toISOString() }));
}

/** Sends a delivery again, from the first attempt on, at the next opportunity; false where there is none. */
export async function redeliver(tx: Tx, organizationId: string, webhookId: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`UPDATE webhooks.delivery SET state = 'waiting', attempts = 0, next_at = now()
    WHERE organization_id = ${organizationId} AND subscriber_id = ${webhookId} AND id = ${id}`.execute(tx);
  return numAffectedRows === 1n;
}
