import type { Database, Tx } from '@common-measure/platform/database';
import { networkOf } from '@common-measure/platform/http';
import { sql } from 'kysely';
import { accountsProblems } from './problems.ts';
import { hashOfSecret } from './secrets.ts';

/**
 * Failures an hour without a wait; each one beyond doubles the wait, from 15 seconds to 15 minutes at most. `own`: one account from one
 * network, or from one device that it has signed in on. `account` and `network`: all from unknown devices together, so that neither
 * many addresses against one account nor one address against many accounts gets far. A known device has nothing to do with these two:
 * whoever guesses elsewhere keeps nobody out who has been in before, and one-time links are not counted at all.
 */
const failuresAnHour = { own: 10, account: 100, network: 300 } as const;

export interface SignInAttempt {
  readonly own: Buffer;
  readonly shared: readonly Buffer[];
}

/** What an attempt counts for. `device` is the secret of a device that this account has signed in on, else null. */
export function attemptOf(email: string, address: string, device: string | null): SignInAttempt {
  const network = networkOf(address);
  if (device !== null) return { own: hashOfSecret(`device:${device}:${email}`), shared: [] };
  return {
    own: hashOfSecret(`pair:${network}:${email}`),
    shared: [hashOfSecret(`email:${email}`), hashOfSecret(`network:${network}`)],
  };
}

/** Counts the attempt before its password is looked at, in a transaction of its own; ends the request where it comes too early. */
export async function takeAttempt(database: Database, attempt: SignInAttempt): Promise<void> {
  const subjects = [attempt.own, ...attempt.shared];
  const free = [failuresAnHour.own, failuresAnHour.account, failuresAnHour.network].slice(0, subjects.length);
  const taken = await database.transact({ organizationId: null, accountId: null }, (own) =>
    sql<{ wait: number }>`SELECT accounts.take_sign_in_attempt(${subjects}::bytea[], ${free}::int[]) AS wait`.execute(
      own,
    ),
  );
  const wait = taken.rows[0]?.wait ?? 0;
  if (wait > 0) accountsProblems.raise('too-many-attempts', { seconds: Math.max(2, wait) });
}

/** The password was right: the attempt counts for nothing. */
export async function forgiveAttempt(tx: Tx, attempt: SignInAttempt): Promise<void> {
  await sql`SELECT accounts.forgive_sign_in_attempt(${attempt.own}, ${attempt.shared}::bytea[])`.execute(tx);
}
