import type { Database } from '@common-measure/platform/database';
import type pg from 'pg';
import { type Posted, post } from './post.ts';
import { type SecretKeys, secretKeys } from './secret-keys.ts';
import { signatureOf } from './signature.ts';

/** Seconds to wait after each failed attempt: half a minute, then longer and longer, some 17 hours in all. */
export const waitSeconds: readonly number[] = [30, 120, 600, 1800, 7200, 21_600, 28_800];
/** So many deliveries given up in a row switch a subscriber off. */
export const mostFailures = 5;
const atOnce = 10;

export interface DeliveryOptions {
  /** Lets addresses of private networks and plain HTTP in: for receivers in one's own network, and tests. */
  readonly allowsInside: boolean;
  readonly timeoutMs: number;
}

interface Due {
  organization_id: string;
  id: string;
  subscriber_id: string;
  event_id: string;
  event: string;
  body: string;
  attempts: number;
  address: string;
  secret: Buffer;
  earlier_secret: Buffer | null;
}

/** Sends what is due, each delivery once; gives how many were tried. */
export async function deliverDue(database: Database, options: DeliveryOptions, now: Date): Promise<number> {
  return database.withOwner(async (client) => {
    // A delivery is put off before it is tried: whatever happens meanwhile, it is tried again and never lost.
    const due = await client.query<Due>(
      `WITH taken AS (
         SELECT d.organization_id, d.id FROM webhooks.delivery d
           JOIN webhooks.subscriber s ON s.organization_id = d.organization_id AND s.id = d.subscriber_id
           WHERE d.state = 'waiting' AND d.next_at <= $1 AND s.state = 'on'
           ORDER BY d.next_at LIMIT ${atOnce} FOR UPDATE OF d SKIP LOCKED)
       UPDATE webhooks.delivery d SET next_at = $1::timestamptz + interval '5 minutes', attempts = d.attempts + 1
         FROM taken t, webhooks.subscriber s
         WHERE d.organization_id = t.organization_id AND d.id = t.id
           AND s.organization_id = d.organization_id AND s.id = d.subscriber_id
         RETURNING d.organization_id, d.id, d.subscriber_id, d.event_id, d.event, d.body::text AS body, d.attempts, s.address, s.secret,
           CASE WHEN s.earlier_until > $1 THEN s.earlier_secret END AS earlier_secret`,
      [now],
    );
    const posted = await Promise.all(
      due.rows.map(async (one) => [one, await send(one, secretKeys.of(database), options, now)] as const),
    );
    for (const [one, result] of posted) await note(client, one, result, now);
    return due.rows.length;
  });
}

const keptDays = 30;

/** Deletes deliveries that came to an end and are older than thirty days; gives their number. */
export async function forgetOld(database: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  const gone = await database.withOwner((client) =>
    client.query("DELETE FROM webhooks.delivery WHERE state <> 'waiting' AND created_at < $1", [before]),
  );
  return gone.rowCount ?? 0;
}

async function send(
  due: Due,
  keys: SecretKeys,
  { allowsInside, timeoutMs }: DeliveryOptions,
  now: Date,
): Promise<Posted> {
  const seconds = Math.floor(now.getTime() / 1000);
  const secrets = [due.secret, due.earlier_secret].flatMap((kept) => {
    const secret = kept === null ? null : keys.open(kept, due.subscriber_id);
    return secret === null ? [] : [secret];
  });
  // Nothing goes out unsigned: after a restore the key is gone, and the webhook has to be given another secret.
  if (secrets.length === 0) return { arrived: false, outcome: 'no-secret' };
  return post({
    address: due.address,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Common-Measure-Webhook/1',
      'common-measure-event': due.event,
      'common-measure-event-id': due.event_id,
      'common-measure-signature': signatureOf(secrets, seconds, due.body),
    },
    body: due.body,
    allowsInside,
    timeoutMs,
  });
}

async function note(client: pg.Client, due: Due, { arrived, outcome }: Posted, now: Date): Promise<void> {
  const wait = waitSeconds[due.attempts - 1];
  const state = arrived ? 'delivered' : wait === undefined ? 'given-up' : 'waiting';
  await client.query(
    `UPDATE webhooks.delivery SET state = $3, outcome = $4, next_at = $5::timestamptz + make_interval(secs => $6)
       WHERE organization_id = $1 AND id = $2`,
    [due.organization_id, due.id, state, outcome, now, state === 'waiting' ? (wait ?? 0) : 0],
  );
  if (state === 'waiting') return;
  await client.query(
    `UPDATE webhooks.subscriber SET failures = CASE WHEN $3 THEN 0 ELSE failures + 1 END,
         state = CASE WHEN NOT $3 AND state = 'on' AND failures + 1 >= ${mostFailures} THEN 'failing' ELSE state END
       WHERE organization_id = $1 AND id = $2`,
    [due.organization_id, due.subscriber_id, arrived],
  );
}
