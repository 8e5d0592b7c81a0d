import { defineRoute, httpProblems } from '@common-measure/platform/http';
import type { z } from 'zod';
import {
  accountsApi,
  chosenOrganizationSchema,
  clientTypes,
  levelsOfGovernment,
  newOrganizationSchema,
  organizationSchema,
  serviceAreas,
} from './contract.ts';
import type { ListEntry } from './organization-lists.ts';
import {
  describeOrganization,
  findOrganization,
  foundOrganization,
  listOrganizationsOf,
} from './organization-store.ts';
import { accountsProblems } from './problems.ts';
import { chooseOrganization } from './session-store.ts';

const createOrganization = defineRoute({
  method: 'POST',
  path: accountsApi.organizations,
  summary: 'Set up an organization and become its owner',
  access: 'signed-in',
  event: 'organization.created',
  body: newOrganizationSchema,
  reply: organizationSchema,
  handle: async ({ body, actor, tx, auditIn }) => {
    checkLists(body);
    const organization = await foundOrganization(tx, actor.accountId, body, false);
    await chooseOrganization(tx, actor.sessionId, organization.id);
    await auditIn(organization.id, `organization:${organization.id}`);
    return organization;
  },
});

const changeOrganization = defineRoute({
  method: 'PATCH',
  path: accountsApi.organization,
  summary: 'Change the facts of the organization: names, level of government, service areas, client types',
  access: 'owner',
  event: 'organization.changed',
  body: newOrganizationSchema,
  reply: organizationSchema,
  handle: async ({ body, actor, tx, audit }) => {
    checkLists(body);
    const before = await findOrganization(tx, actor.organizationId);
    if (before === null) return httpProblems.raise('not-found');
    const changed = changedFacts(before, body);
    if (changed.length > 0) {
      await describeOrganization(tx, actor.organizationId, body);
      await audit(`organization:${actor.organizationId}`, { changed: changed.join(', ') });
    }
    return { ...before, ...body };
  },
});

type Facts = z.infer<typeof newOrganizationSchema>;

/** Which facts differ, by their names in the API. */
function changedFacts(before: Facts, after: Facts): readonly string[] {
  const names = ['name', 'level', 'serviceAreas', 'clientTypes'] as const;
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

function checkLists(facts: Facts): void {
  checkCodes('level of government', levelsOfGovernment, [facts.level]);
  checkCodes('service areas', serviceAreas, facts.serviceAreas);
  checkCodes('client types', clientTypes, facts.clientTypes);
}

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

export const organizationRoutes = [createOrganization, changeOrganization, chooseOrganizationRoute];
