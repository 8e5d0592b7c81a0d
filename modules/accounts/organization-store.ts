import { newId, type Tx } from '@common-measure/platform/database';
import type { Role } from '@common-measure/platform/http';
import type { z } from 'zod';
import type { newOrganizationSchema, organizationSchema } from './contract.ts';
import { listVersion } from './organization-lists.ts';
import { workIn } from './session-store.ts';
import type { AccountsTables } from './tables.ts';

type Organization = z.infer<typeof organizationSchema>;
type Facts = z.infer<typeof newOrganizationSchema>;

/** Founds an organization with its first owner, and works in it from here on. */
export async function foundOrganization(
  tx: Tx,
  ownerId: string,
  wanted: Facts,
  synthetic: boolean,
): Promise<Organization> {
  const organization: Organization = { id: newId(), ...wanted, synthetic };
  await workIn(tx, organization.id);
  const tables = tx.withTables<AccountsTables>();
  await tables
    .insertInto('accounts.organization')
    .values({ id: organization.id, ...columnsOf(wanted), synthetic })
    .execute();
  await addMember(tx, organization.id, ownerId, 'owner');
  return organization;
}

/** Gives the organization these facts in the place of those it had. */
export async function describeOrganization(tx: Tx, id: string, facts: Facts): Promise<void> {
  await tx
    .withTables<AccountsTables>()
    .updateTable('accounts.organization')
    .set(columnsOf(facts))
    .where('id', '=', id)
    .execute();
}

function columnsOf(facts: Facts) {
  return {
    name_en: facts.name.en,
    name_fr: facts.name.fr,
    level: facts.level,
    service_areas: facts.serviceAreas,
    client_types: facts.clientTypes,
    list_version: listVersion,
  };
}

/** Makes the account a member, or again one with this role where it was removed before. */
export async function addMember(tx: Tx, organizationId: string, accountId: string, role: Role): Promise<void> {
  await tx
    .withTables<AccountsTables>()
    .insertInto('accounts.membership')
    .values({ organization_id: organizationId, account_id: accountId, role })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'account_id']).doUpdateSet({ role, removed_at: null }),
    )
    .execute();
}

export async function findOrganization(tx: Tx, id: string): Promise<Organization | null> {
  const row = await tx
    .withTables<AccountsTables>()
    .selectFrom('accounts.organization')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    name: { en: row.name_en, fr: row.name_fr },
    level: row.level,
    serviceAreas: row.service_areas,
    clientTypes: row.client_types,
    synthetic: row.synthetic,
  };
}

export async function listOrganizationsOf(
  tx: Tx,
  accountId: string,
): Promise<readonly Pick<Organization, 'id' | 'name' | 'synthetic'>[]> {
  const rows = await tx
    .withTables<AccountsTables>()
    .selectFrom('accounts.organization as o')
    .innerJoin('accounts.membership as m', 'm.organization_id', 'o.id')
    .select(['o.id', 'o.name_en', 'o.name_fr', 'o.synthetic'])
    .where('m.account_id', '=', accountId)
    .where('m.removed_at', 'is', null)
    .orderBy('o.id')
    .execute();
  return rows.map((row) => ({ id: row.id, name: { en: row.name_en, fr: row.name_fr }, synthetic: row.synthetic }));
}
