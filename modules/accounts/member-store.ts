import { newId, type Tx } from '@common-measure/platform/database';
import type { Role } from '@common-measure/platform/http';
import { sql } from 'kysely';
import type { Member } from './contract.ts';
import type { AccountsTables } from './tables.ts';

export async function listMembers(tx: Tx, organizationId: string, yourId: string): Promise<readonly Member[]> {
  const rows = await tx
    .withTables<AccountsTables>()
    .selectFrom('accounts.membership as m')
    .innerJoin('accounts.account as a', 'a.id', 'm.account_id')
    .select(['a.id', 'a.name', 'a.email', 'm.role', 'm.may_read_single_responses'])
    .where('m.organization_id', '=', organizationId)
    .where('m.removed_at', 'is', null)
    .orderBy('a.name')
    .orderBy('a.id')
    .execute();
  return rows.map((row) => ({
    accountId: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    mayReadSingleResponses: row.may_read_single_responses,
    isYou: row.id === yourId,
  }));
}

/** The account with that address, else a new one. */
export async function accountForInvitation(
  tx: Tx,
  email: string,
  name: string,
  language: 'en' | 'fr',
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const fresh = newId();
  const found = await sql<{
    id: string;
  }>`SELECT accounts.account_for_invitation(${fresh}, ${email}, ${name}, ${language}) AS id`.execute(tx);
  const { id } = found.rows[0]!;
  return { id, isNew: id === fresh };
}

export interface MemberChange {
  readonly role?: Role | undefined;
  readonly mayReadSingleResponses?: boolean | undefined;
  readonly removed?: boolean;
}

/** Changes a membership; false where there is none. */
export async function changeMember(
  tx: Tx,
  organizationId: string,
  accountId: string,
  change: MemberChange,
): Promise<boolean> {
  const result = await tx
    .withTables<AccountsTables>()
    .updateTable('accounts.membership')
    .set({
      ...(change.role === undefined ? {} : { role: change.role }),
      ...(change.mayReadSingleResponses === undefined
        ? {}
        : { may_read_single_responses: change.mayReadSingleResponses }),
      ...(change.removed === undefined ? {} : { removed_at: change.removed ? new Date().toISOString() : null }),
    })
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** How many owners the organization has; the rows are held until the transaction ends, so that two removals cannot cross. */
export async function countOwners(tx: Tx, organizationId: string): Promise<number> {
  const rows = await tx
    .withTables<AccountsTables>()
    .selectFrom('accounts.membership')
    .select('account_id')
    .where('organization_id', '=', organizationId)
    .where('role', '=', 'owner')
    .where('removed_at', 'is', null)
    .forUpdate()
    .execute();
  return rows.length;
}
