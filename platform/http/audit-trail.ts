import { newId, type Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';

export interface AuditedAct {
  readonly name: string;
  /** Null where the platform itself acts, by the clock. */
  readonly accountId: string | null;
  readonly organizationId: string;
  readonly entity: string;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/** Writes one line of the audit trail into the act's own transaction. */
export async function recordEvent(tx: Tx, act: AuditedAct): Promise<void> {
  await sql`INSERT INTO cm.event (organization_id, id, name, account_id, entity, details)
    VALUES (${act.organizationId}, ${newId()}, ${act.name}, ${act.accountId}, ${act.entity}, ${JSON.stringify(act.details)})`.execute(
    tx,
  );
}
