import type { Tx } from '@common-measure/platform/database';
import type { Role } from '@common-measure/platform/http';
import { sql } from 'kysely';
import type { OpenLink } from './contract.ts';
import { hashOfSecret, newSecret } from './secrets.ts';
import type { AccountsTables } from './tables.ts';

const linkHours = 72;

export interface LinkToMake {
  readonly organizationId: string;
  readonly accountId: string;
  /** The role in which the account joins, where it is no member yet. */
  readonly joinsAs: Role | null;
  /** As the owner addressed the person; the account's own name is not hers to see before it has joined. */
  readonly name: string;
  readonly email: string;
}

/** A one-time link for that account into that organization. Its secret is given once and kept as a hash. Lasts three days. */
export async function makeLink(tx: Tx, link: LinkToMake): Promise<{ secret: string; expiresAt: string }> {
  const secret = newSecret();
  // By the clock that also ends it, which may be another machine's.
  const row = await tx
    .withTables<AccountsTables>()
    .insertInto('accounts.sign_in_link')
    .values({
      token_hash: hashOfSecret(secret),
      account_id: link.accountId,
      organization_id: link.organizationId,
      joins_as: link.joinsAs,
      invited_name: link.name,
      invited_email: link.email,
      expires_at: sql<string>`now() + make_interval(hours => ${linkHours})`,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow();
  return { secret, expiresAt: row.expires_at.toISOString() };
}

/** The links of the organization that would still let somebody in, the latest first. */
export async function listOpenLinks(tx: Tx, organizationId: string): Promise<readonly OpenLink[]> {
  const rows = await openLinks(tx, organizationId)
    .leftJoin('accounts.account as a', 'a.id', 'l.account_id')
    .select([
      'l.id',
      'l.invited_name',
      'l.invited_email',
      'a.name',
      'a.email',
      'l.joins_as',
      'l.made_at',
      'l.expires_at',
    ])
    .orderBy('l.made_at', 'desc')
    .orderBy('l.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.invited_name ?? row.name ?? '',
    email: row.invited_email ?? row.email ?? '',
    role: row.joins_as,
    madeAt: row.made_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }));
}

function openLinks(tx: Tx, organizationId: string) {
  return tx
    .withTables<AccountsTables>()
    .selectFrom('accounts.sign_in_link as l')
    .where('l.organization_id', '=', organizationId)
    .where('l.used_at', 'is', null)
    .where('l.revoked_at', 'is', null)
    .where('l.expires_at', '>', sql<Date>`now()`);
}

/** Ends a link that nobody has used yet; false where there is none. */
export async function revokeLink(tx: Tx, organizationId: string, id: string): Promise<boolean> {
  const result = await revocation(tx, organizationId).where('id', '=', id).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Ends every unused link of the account into the organization. */
export async function revokeLinksOf(tx: Tx, organizationId: string, accountId: string): Promise<void> {
  await revocation(tx, organizationId).where('account_id', '=', accountId).execute();
}

function revocation(tx: Tx, organizationId: string) {
  return tx
    .withTables<AccountsTables>()
    .updateTable('accounts.sign_in_link')
    .set({ revoked_at: new Date().toISOString() })
    .where('organization_id', '=', organizationId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null);
}
