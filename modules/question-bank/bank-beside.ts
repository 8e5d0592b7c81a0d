import { transactOver } from '@common-measure/platform/database';
import { presentBank } from './bank-store.ts';
import type { EffectiveBank } from './effective-bank.ts';

type OwnerClient = Parameters<typeof transactOver>[0];

/** The bank as it stands, read over a connection of the owner beside a running platform; null before the bank had tables. */
export async function bankBeside(client: OwnerClient): Promise<EffectiveBank | null> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM information_schema.columns
       WHERE table_schema = 'bank' AND table_name = 'item_version' AND column_name = 'reason') AS there`,
  );
  if (rows[0]?.there !== true) return null;
  return transactOver(client, { organizationId: null, accountId: null }, presentBank);
}
