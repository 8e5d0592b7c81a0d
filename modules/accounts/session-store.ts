import type { Database, Tx } from '@common-measure/platform/database';
import { newId } from '@common-measure/platform/database';
import type { Actor, Role } from '@common-measure/platform/http';
import { sql } from 'kysely';
import type { Browser } from './browser-name.ts';
import type { OpenSession } from './contract.ts';
import { hashOfSecret, newSecret } from './secrets.ts';
import type { AccountsTables } from './tables.ts';

/** A session lasts twelve hours: one working day. */
export const sessionSeconds = 12 * 3600;

/** From here on the transaction acts for this account: row-level security lets it see what is theirs. */
export async function actAs(tx: Tx, accountId: string): Promise<void> {
  await sql`SELECT set_config('cm.account_id', ${accountId}, true)`.execute(tx);
}

/** From here on the transaction works in this organization. The caller has checked membership or is founding it. */
export async function workIn(tx: Tx, organizationId: string): Promise<void> {
  await sql`SELECT set_config('cm.organization_id', ${organizationId}, true)`.execute(tx);
}

/** Opens a session for the account and gives its secret, which goes into the cookie and is kept as a hash only. */
export async function openSession(
  tx: Tx,
  accountId: string,
  organizationId: string | null,
  where: Browser,
): Promise<string> {
  await actAs(tx, accountId);
  const chosen = organizationId ?? (await firstOrganization(tx, accountId));
  const secret = newSecret();
  await tx
    .withTables<AccountsTables>()
    .insertInto('accounts.session')
    .values({
      id: newId(),
      token_hash: hashOfSecret(secret),
      account_id: accountId,
      organization_id: chosen,
      csrf_token: newSecret(),
      ...where,
      // By the clock that also ends it: where the two differ, a session is neither over at once nor good for a year.
      expires_at: sql<string>`now() + make_interval(secs => ${sessionSeconds})`,
    })
    .execute();
  return secret;
}

async function firstOrganization(tx: Tx, accountId: string): Promise<string | null> {
  const row = await tx
    .withTables<AccountsTables>()
    .selectFrom('accounts.membership as m')
    .innerJoin('accounts.organization as o', 'o.id', 'm.organization_id')
    .select('m.organization_id')
    .where('m.account_id', '=', accountId)
    .where('m.removed_at', 'is', null)
    .orderBy('o.synthetic')
    .orderBy('o.id')
    .executeTakeFirst();
  return row?.organization_id ?? null;
}

interface SessionRow {
  session_id: string;
  csrf_token: string;
  account_id: string;
  name: string;
  language: 'en' | 'fr';
  organization_id: string | null;
  role: Role | null;
  may_read_single_responses: boolean;
}

/** The person behind a session cookie; null where the session is unknown or over. */
export async function authenticate(database: Database, secret: string): Promise<Actor | null> {
  const rows = await database.transact({ organizationId: null, accountId: null }, (tx) =>
    sql<SessionRow>`SELECT * FROM accounts.find_session(${hashOfSecret(secret)})`.execute(tx),
  );
  const row = rows.rows[0];
  if (row === undefined) return null;
  return {
    accountId: row.account_id,
    sessionId: row.session_id,
    csrfToken: row.csrf_token,
    name: row.name,
    language: row.language,
    organizationId: row.organization_id,
    role: row.role,
    mayReadSingleResponses: row.may_read_single_responses,
  };
}

/** Where the account is signed in, the latest first. */
export async function listSessions(tx: Tx, accountId: string, presentId: string): Promise<readonly OpenSession[]> {
  const rows = await tx
    .withTables<AccountsTables>()
    .selectFrom('accounts.session')
    .select(['id', 'browser', 'system', 'created_at', 'seen_at'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    browser: row.browser,
    system: row.system,
    since: row.created_at.toISOString(),
    lastSeen: row.seen_at.toISOString(),
    isThis: row.id === presentId,
  }));
}

/** Ends one session; false where the account has no such one. */
export async function closeSession(tx: Tx, sessionId: string): Promise<boolean> {
  const result = await tx
    .withTables<AccountsTables>()
    .deleteFrom('accounts.session')
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Ends every session of the account. */
export async function closeSessions(tx: Tx, accountId: string): Promise<void> {
  await tx.withTables<AccountsTables>().deleteFrom('accounts.session').where('account_id', '=', accountId).execute();
}

/** Ends every session of the account but the present one. */
export async function closeOtherSessions(tx: Tx, accountId: string, presentId: string): Promise<void> {
  await tx
    .withTables<AccountsTables>()
    .deleteFrom('accounts.session')
    .where('account_id', '=', accountId)
    .where('id', '!=', presentId)
    .execute();
}

export async function chooseOrganization(tx: Tx, sessionId: string, organizationId: string): Promise<void> {
  await tx
    .withTables<AccountsTables>()
    .updateTable('accounts.session')
    .set({ organization_id: organizationId })
    .where('id', '=', sessionId)
    .execute();
}
