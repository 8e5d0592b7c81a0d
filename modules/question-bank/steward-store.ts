import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import type { Stewardship } from './contract.ts';
import { listLicences, organizations, restrictions } from './licence-store.ts';
import { bankProblems } from './problems.ts';
import type { BankTables } from './tables.ts';

/** Ends the request of anybody but a steward of the bank. */
export async function refuseOthers(tx: Tx): Promise<void> {
  if (!(await standing(tx)).isSteward) bankProblems.raise('bank-steward-needed');
}

export async function standing(tx: Tx): Promise<Pick<Stewardship, 'isSteward' | 'mayAppoint'>> {
  const { rows } = await sql<{
    steward: boolean;
    appoint: boolean;
  }>`SELECT bank.is_steward() AS steward, bank.may_appoint() AS appoint`.execute(tx);
  return { isSteward: rows[0]?.steward === true, mayAppoint: rows[0]?.appoint === true };
}

/** Makes the account with that address a steward; gives its name. */
export async function appointSteward(tx: Tx, email: string): Promise<string> {
  if (!(await standing(tx)).mayAppoint) bankProblems.raise('bank-steward-needed');
  const { rows } = await sql<{ name: string | null }>`SELECT bank.appoint(${email}) AS name`.execute(tx);
  return rows[0]?.name ?? bankProblems.raise('bank-account-unknown', { email });
}

export async function dismissSteward(tx: Tx, accountId: string): Promise<void> {
  if (!(await standing(tx)).mayAppoint) bankProblems.raise('bank-steward-needed');
  await sql`SELECT bank.dismiss(${accountId})`.execute(tx);
}

/** Who looks after the bank and what needs a licence, as far as the reader may know. */
export async function stewardship(tx: Tx): Promise<Stewardship> {
  const rows = await tx
    .withTables<BankTables>()
    .selectFrom('bank.steward')
    .select(['account_id', 'name', 'granted_at'])
    .orderBy('name')
    .execute();
  const names = await organizations(tx);
  return {
    ...(await standing(tx)),
    stewards: rows.map((row) => ({ accountId: row.account_id, name: row.name, since: row.granted_at.toISOString() })),
    restrictions: await restrictions(tx),
    licences: await listLicences(tx, names),
    organizations: names,
  };
}
