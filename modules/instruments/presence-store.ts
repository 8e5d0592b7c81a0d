import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import type { InstrumentPresence } from './revision-contract.ts';
import type { RevisionTables } from './revision-tables.ts';

/** Who has not been seen for so long has closed the draft, or fallen asleep over it. */
const absentAfterSeconds = 45;

/** Notes that somebody has the draft open, or has closed it. */
export async function notePresence(
  tx: Tx,
  of: { readonly organizationId: string; readonly instrumentId: string },
  you: { readonly accountId: string; readonly name: string },
  leaves: boolean,
): Promise<void> {
  const { organizationId, instrumentId } = of;
  await sql`
    DELETE FROM instruments.presence WHERE organization_id = ${organizationId} AND instrument_id = ${instrumentId}
      AND (seen_at < now() - make_interval(secs => ${absentAfterSeconds}) OR (${leaves} AND account_id = ${you.accountId}))`.execute(
    tx,
  );
  if (leaves) return;
  await sql`
    INSERT INTO instruments.presence (organization_id, instrument_id, account_id, account_name)
    VALUES (${organizationId}, ${instrumentId}, ${you.accountId}, ${you.name})
    ON CONFLICT (organization_id, instrument_id, account_id)
    DO UPDATE SET seen_at = now(), account_name = excluded.account_name`.execute(tx);
}

/** Who else has the draft open, the longest first. */
export async function othersPresent(
  tx: Tx,
  of: { readonly organizationId: string; readonly instrumentId: string },
  accountId: string,
): Promise<InstrumentPresence['others']> {
  const rows = await tx
    .withTables<RevisionTables>()
    .selectFrom('instruments.presence')
    .select(['account_id', 'account_name', 'since'])
    .where('organization_id', '=', of.organizationId)
    .where('instrument_id', '=', of.instrumentId)
    .where('account_id', '!=', accountId)
    .where('seen_at', '>=', new Date(Date.now() - absentAfterSeconds * 1000))
    .orderBy('since')
    .orderBy('account_id')
    .execute();
  return rows.map((row) => ({ accountId: row.account_id, name: row.account_name, since: row.since.toISOString() }));
}
