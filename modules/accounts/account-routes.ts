import { defineRoute, httpProblems } from '@common-measure/platform/http';
import { sql } from 'kysely';
import {
  accountChangeSchema,
  accountsApi,
  chosenOrganizationSchema,
  clientTypes,
  levelsOfGovernment,
  newOrganizationSchema,
  organizationSchema,
  serviceAreas,
} from './contract.ts';
import type { ListEntry } from './organization-lists.ts';
import { foundOrganization, listOrganizationsOf } from './organization-store.ts';
import { accountsProblems } from './problems.ts';
import { hashOfPassword, passwordFits } from './secrets.ts';
import { chooseOrganization, closeOtherSessions } from './session-store.ts';
import type { AccountsTables } from './tables.ts';

const changeAccount = defineRoute({
  method: 'PATCH',
  path: accountsApi.account,
  summary: 'Change one’s name, e-mail address, language or password',
  access: 'signed-in',
  event: null,
  body: accountChangeSchema,
  reply: null,
  handle: async ({ body, actor, tx }) => {
    const { password, presentPassword, ...plain } = body;
    const change: { name?: string; email?: string; language?: 'en' | 'fr'; password_hash?: string } = {};
    for (const [name, value] of Object.entries(plain))
      if (value !== undefined) Object.assign(change, { [name]: value });
    const kept = await sql<{
      hash: string | null;
    }>`SELECT accounts.password_hash_of(${actor.accountId}) AS hash`.execute(tx);
    const hash = kept.rows[0]?.hash ?? null;
    const isSensitive = password !== undefined || plain.email !== undefined;
    if (isSensitive && hash !== null && !(await passwordFits(hash, presentPassword ?? '')))
      return accountsProblems.raise('wrong-present-password');
    if (password !== undefined) {
      change.password_hash = await hashOfPassword(password);
      await closeOtherSessions(tx, actor.accountId, actor.sessionId);
    }
    if (Object.keys(change).length > 0) await updateAccount(tx, actor.accountId, change);
    return undefined;
  },
});

async function updateAccount(
  tx: Parameters<typeof closeOtherSessions>[0],
  accountId: string,
  change: { name?: string; email?: string; language?: 'en' | 'fr'; password_hash?: string },
): Promise<void> {
  try {
    await tx
      .withTables<AccountsTables>()
      .updateTable('accounts.account')
      .set(change)
      .where('id', '=', accountId)
      .execute();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23505')
      accountsProblems.raise('email-taken', { email: change.email ?? '' });
    throw error;
  }
}

const createOrganization = defineRoute({
  method: 'POST',
  path: accountsApi.organizations,
  summary: 'Set up an organization and become its owner',
  access: 'signed-in',
  event: 'organization.created',
  body: newOrganizationSchema,
  reply: organizationSchema,
  handle: async ({ body, actor, tx, auditIn }) => {
    checkCodes('level of government', levelsOfGovernment, [body.level]);
    checkCodes('service areas', serviceAreas, body.serviceAreas);
    checkCodes('client types', clientTypes, body.clientTypes);
    const organization = await foundOrganization(tx, actor.accountId, body, false);
    await chooseOrganization(tx, actor.sessionId, organization.id);
    await auditIn(organization.id, `organization:${organization.id}`);
    return organization;
  },
});

function checkCodes(list: string, entries: readonly ListEntry[], codes: readonly string[]): void {
  const unknown = codes.find((code) => !entries.some((entry) => entry.code === code));
  if (unknown !== undefined) accountsProblems.raise('unknown-list-code', { code: unknown, list });
}

const chooseOrganizationRoute = defineRoute({
  method: 'POST',
  path: accountsApi.chosenOrganization,
  summary: 'Work in another of one’s organizations',
  access: 'signed-in',
  event: null,
  body: chosenOrganizationSchema,
  reply: null,
  handle: async ({ body, actor, tx }) => {
    const mine = await listOrganizationsOf(tx, actor.accountId);
    if (!mine.some((organization) => organization.id === body.organizationId)) return httpProblems.raise('not-found');
    await chooseOrganization(tx, actor.sessionId, body.organizationId);
    return undefined;
  },
});

export const accountRoutes = [changeAccount, createOrganization, chooseOrganizationRoute];
