import type { Tx } from '@common-measure/platform/database';
import type { Actor } from '@common-measure/platform/http';
import { sql } from 'kysely';
import type { Session } from './contract.ts';
import { findOrganization, listOrganizationsOf } from './organization-store.ts';
import type { AccountsTables } from './tables.ts';

const nobody: Session = {
  account: null,
  csrfToken: null,
  organization: null,
  role: null,
  mayReadSingleResponses: false,
  organizations: [],
};

/** What the console knows of the person before it: enough for every page's shell. */
export async function readSession(tx: Tx, actor: Actor | null): Promise<Session> {
  if (actor === null) return nobody;
  const account = await tx
    .withTables<AccountsTables>()
    .selectFrom('accounts.account')
    .select(['id', 'name', 'email', 'language'])
    .where('id', '=', actor.accountId)
    .executeTakeFirstOrThrow();
  const kept = await sql<{
    has: boolean;
  }>`SELECT accounts.password_hash_of(${actor.accountId}) IS NOT NULL AS has`.execute(tx);
  return {
    account: { ...account, hasPassword: kept.rows[0]?.has === true },
    csrfToken: actor.csrfToken,
    organization: actor.organizationId === null ? null : await findOrganization(tx, actor.organizationId),
    role: actor.role,
    mayReadSingleResponses: actor.mayReadSingleResponses,
    organizations: [...(await listOrganizationsOf(tx, actor.accountId))],
  };
}
