import { defineRoute, httpProblems } from '@common-measure/platform/http';
import { z } from 'zod';
import {
  accountsApi,
  auditEventSchema,
  invitationReplySchema,
  invitationSchema,
  memberChangeSchema,
  memberSchema,
} from './contract.ts';
import { makeLink, revokeLinksOf } from './link-store.ts';
import { accountForInvitation, changeMember, countOwners, listMembers, type MemberChange } from './member-store.ts';
import { addMember } from './organization-store.ts';
import { accountsProblems } from './problems.ts';
import type { AccountsTables } from './tables.ts';

const ofMember = z.object({ accountId: z.uuid() });

const members = defineRoute({
  method: 'GET',
  path: accountsApi.members,
  summary: 'The members of the organization',
  access: 'viewer',
  event: null,
  reply: z.array(memberSchema),
  handle: async ({ actor, tx }) => [...(await listMembers(tx, actor.organizationId, actor.accountId))],
});

const invite = defineRoute({
  method: 'POST',
  path: accountsApi.members,
  summary: 'Invite a person: makes them a member and gives a one-time link to hand over',
  access: 'owner',
  event: 'member.invited',
  body: invitationSchema,
  reply: invitationReplySchema,
  handle: async ({ body, actor, tx, audit, baseUrl }) => {
    const present = (await listMembers(tx, actor.organizationId, actor.accountId)).find(
      (each) => each.email === body.email,
    );
    // Nobody has checked whose address it is: a member's role changes by name, in the list, and never by an address alone.
    if (present !== undefined && present.role !== body.role)
      accountsProblems.raise('member-already', { name: present.name, email: body.email });
    const account =
      present === undefined
        ? await accountForInvitation(tx, body.email, body.name, body.language)
        : { id: present.accountId, isNew: false };
    const joins = present === undefined && !account.isNew;
    if (account.isNew) await addMember(tx, actor.organizationId, account.id, body.role);
    const { secret, expiresAt } = await makeLink(tx, {
      organizationId: actor.organizationId,
      accountId: account.id,
      joinsAs: joins ? body.role : null,
      name: body.name,
      email: body.email,
    });
    await audit(`account:${account.id}`, { role: body.role });
    const { name, email, role } = body;
    const invited = { accountId: account.id, name, email, role, mayReadSingleResponses: false, isYou: false };
    return { member: present ?? invited, joins, link: `${baseUrl}/${body.language}/sign-in-link#${secret}`, expiresAt };
  },
});

const change = defineRoute({
  method: 'PATCH',
  path: `${accountsApi.members}/:accountId`,
  summary: 'Change a member’s role, or the right to read single responses',
  access: 'owner',
  event: 'member.changed',
  params: ofMember,
  body: memberChangeSchema,
  reply: z.array(memberSchema),
  handle: async ({ params, body, actor, tx, audit }) => {
    await alter(tx, actor.organizationId, params.accountId, body, body.role !== undefined && body.role !== 'owner');
    await audit(`account:${params.accountId}`, {
      role: body.role ?? null,
      singleResponses: body.mayReadSingleResponses ?? null,
    });
    return [...(await listMembers(tx, actor.organizationId, actor.accountId))];
  },
});

const remove = defineRoute({
  method: 'DELETE',
  path: `${accountsApi.members}/:accountId`,
  summary: 'Remove a member; can be undone',
  access: 'owner',
  event: 'member.removed',
  params: ofMember,
  reply: z.array(memberSchema),
  handle: async ({ params, actor, tx, audit }) => {
    await alter(tx, actor.organizationId, params.accountId, { removed: true }, true);
    await revokeLinksOf(tx, actor.organizationId, params.accountId);
    await audit(`account:${params.accountId}`);
    return [...(await listMembers(tx, actor.organizationId, actor.accountId))];
  },
});

const restore = defineRoute({
  method: 'POST',
  path: `${accountsApi.members}/:accountId/restore`,
  summary: 'Bring back a removed member with the role they had',
  access: 'owner',
  event: 'member.restored',
  params: ofMember,
  reply: z.array(memberSchema),
  handle: async ({ params, actor, tx, audit }) => {
    await alter(tx, actor.organizationId, params.accountId, { removed: false }, false);
    await audit(`account:${params.accountId}`);
    return [...(await listMembers(tx, actor.organizationId, actor.accountId))];
  },
});

type MemberTx = Parameters<typeof changeMember>[0];

async function alter(
  tx: MemberTx,
  organizationId: string,
  accountId: string,
  wanted: MemberChange,
  endsOwnership: boolean,
): Promise<void> {
  if (endsOwnership) {
    const present = (await listMembers(tx, organizationId, accountId)).find((each) => each.accountId === accountId);
    if (present?.role === 'owner') await refuseLastOwner(tx, organizationId);
  }
  if (!(await changeMember(tx, organizationId, accountId, wanted))) httpProblems.raise('not-found');
}

async function refuseLastOwner(tx: MemberTx, organizationId: string): Promise<void> {
  if ((await countOwners(tx, organizationId)) < 2) accountsProblems.raise('last-owner');
}

const auditTrail = defineRoute({
  method: 'GET',
  path: accountsApi.audit,
  summary: 'The last 200 acts in the organization, newest first',
  access: 'owner',
  event: null,
  reply: z.array(auditEventSchema),
  handle: async ({ actor, tx }) => {
    const rows = await tx
      .withTables<AccountsTables>()
      .selectFrom('cm.event as e')
      .leftJoin('accounts.account as a', 'a.id', 'e.account_id')
      .select(['e.id', 'e.name', 'a.name as by', 'e.entity', 'e.details', 'e.at'])
      .where('e.organization_id', '=', actor.organizationId)
      .orderBy('e.at', 'desc')
      .orderBy('e.id', 'desc')
      .limit(200)
      .execute();
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  },
});

export const memberRoutes = [members, invite, change, remove, restore, auditTrail];
