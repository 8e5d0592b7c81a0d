import { type Database, discardLog, rewriteTables } from '@common-measure/platform/database';
import type pg from 'pg';
import type { SecretKeys } from './secret-keys.ts';

/** How long a key seals before another takes its place. */
export const keyDays = 90;

interface Row {
  readonly organization_id: string;
  readonly id: string;
  readonly secret: Buffer;
  readonly earlier_secret: Buffer | null;
}

/** Secrets of earlier versions lie plain, as their 32 bytes. */
const isPlain = (kept: Buffer) => kept.length === 32;

/**
 * Brings every secret under the newest key: those that an earlier version left plain, and once a key is older than ninety days, all under
 * another. The run after, which finds nothing left under the former keys, destroys them. After plain ones the table is written anew and the log given up, so that they stand
 * nowhere. A secret whose key is gone stays as it is: its webhook has to be given another. Gives how many were sealed.
 */
export async function sealSecrets(database: Database, keys: SecretKeys, now: Date): Promise<number> {
  const today = now.toISOString().slice(0, 10);
  const oldest = new Date(now.getTime() - keyDays * 86_400_000).toISOString().slice(0, 10);
  if (keys.madeOn !== null && keys.madeOn < oldest) keys.renew(today);
  return database.withOwner(async (client) => {
    const { sealed, werePlain } = await sealRows(client, keys, today);
    if (sealed === 0) keys.destroyFormer();
    if (werePlain && (await rewriteTables(client, ['webhooks.subscriber']))) await discardLog(client);
    return sealed;
  });
}

async function sealRows(client: pg.ClientBase, keys: SecretKeys, today: string) {
  await client.query('BEGIN');
  try {
    const { rows } = await client.query<Row>(
      'SELECT organization_id, id, secret, earlier_secret FROM webhooks.subscriber FOR UPDATE',
    );
    let sealed = 0;
    let werePlain = false;
    for (const { organization_id, id, secret, earlier_secret } of rows) {
      const anew = (kept: Buffer | null): Buffer | null => {
        if (kept === null || keys.isPresent(kept)) return kept;
        const opened = isPlain(kept) ? kept : keys.open(kept, id);
        return opened === null ? kept : keys.seal(opened, id, today);
      };
      werePlain ||= isPlain(secret) || (earlier_secret !== null && isPlain(earlier_secret));
      const [fresh, earlier] = [anew(secret), anew(earlier_secret)];
      if (fresh === secret && earlier === earlier_secret) continue;
      await client.query(
        'UPDATE webhooks.subscriber SET secret = $3, earlier_secret = $4 WHERE organization_id = $1 AND id = $2',
        [organization_id, id, fresh, earlier],
      );
      sealed += 1;
    }
    await client.query('COMMIT');
    return { sealed, werePlain };
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
