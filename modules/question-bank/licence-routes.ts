import { defineRoute } from '@common-measure/platform/http';
import { z } from 'zod';
import { presentBank } from './bank-store.ts';
import { bankApi, licenceChangeSchema, licenceSchema, restrictionSchema, type Stewardship } from './contract.ts';
import { grantLicence, renewLicence, restrictions } from './licence-store.ts';
import { bankProblems } from './problems.ts';
import { appointSteward, dismissSteward, refuseOthers, stewardship } from './steward-store.ts';
import type { BankTables } from './tables.ts';

const reply = z.custom<Stewardship>();
const ofPack = z.object({ pack: z.string().max(48) });

const read = defineRoute({
  method: 'GET',
  path: bankApi.stewardship,
  summary: 'Who looks after the bank, which packs need a licence, and the licences that the reader may see',
  access: 'viewer',
  event: null,
  reply,
  handle: ({ tx }) => stewardship(tx),
});

const appoint = defineRoute({
  method: 'POST',
  path: bankApi.stewards,
  summary: 'Make an account a steward of the bank',
  access: 'viewer',
  event: 'bank.stewardAppointed',
  body: z.object({ email: z.email().max(254).toLowerCase() }),
  reply,
  handle: async ({ body, tx, audit }) => {
    await appointSteward(tx, body.email);
    await audit('bank:stewards', { email: body.email });
    return stewardship(tx);
  },
});

const dismiss = defineRoute({
  method: 'DELETE',
  path: `${bankApi.stewards}/:steward`,
  summary: 'End the stewardship of an account',
  access: 'viewer',
  event: 'bank.stewardDismissed',
  params: z.object({ steward: z.uuid() }),
  reply,
  handle: async ({ params, tx, audit }) => {
    await dismissSteward(tx, params.steward);
    await audit(`account:${params.steward}`);
    return stewardship(tx);
  },
});

const restrict = defineRoute({
  method: 'PUT',
  path: bankApi.restriction,
  summary: 'Restrict a pack to organizations with a licence, or change its terms',
  access: 'viewer',
  event: 'bank.packRestricted',
  params: ofPack,
  body: restrictionSchema,
  reply,
  handle: async ({ params, body, actor, tx, audit }) => {
    await refuseOthers(tx);
    const { bank } = await presentBank(tx);
    if (!bank.packs.some((pack) => pack.id === params.pack))
      bankProblems.raise('bank-pack-unknown', { pack: params.pack });
    const terms = { terms_en: body.terms.en, terms_fr: body.terms.fr };
    await tx
      .withTables<BankTables>()
      .insertInto('bank.restricted_pack')
      .values({ pack_id: params.pack, ...terms, restricted_by: actor.accountId })
      .onConflict((conflict) => conflict.column('pack_id').doUpdateSet(terms))
      .execute();
    await audit(`bank-pack:${params.pack}`);
    return stewardship(tx);
  },
});

const free = defineRoute({
  method: 'DELETE',
  path: bankApi.restriction,
  summary: 'Free a pack: it needs no licence any more',
  access: 'viewer',
  event: 'bank.packFreed',
  params: ofPack,
  reply,
  handle: async ({ params, tx, audit }) => {
    await refuseOthers(tx);
    if (!(await restrictions(tx)).some((one) => one.packId === params.pack))
      bankProblems.raise('bank-pack-free', { pack: params.pack });
    await tx.withTables<BankTables>().deleteFrom('bank.restricted_pack').where('pack_id', '=', params.pack).execute();
    await audit(`bank-pack:${params.pack}`);
    return stewardship(tx);
  },
});

const grant = defineRoute({
  method: 'POST',
  path: bankApi.licences,
  summary: 'Give an organization the licence for a restricted pack',
  access: 'viewer',
  event: 'bank.licenceGranted',
  body: licenceSchema,
  reply,
  handle: async ({ body, actor, tx, audit }) => {
    await refuseOthers(tx);
    const id = await grantLicence(tx, body, actor.accountId);
    await audit(`bank-licence:${id}`, { pack: body.packId, organization: body.organizationId, until: body.until });
    return stewardship(tx);
  },
});

const renew = defineRoute({
  method: 'PATCH',
  path: `${bankApi.licences}/:licence`,
  summary: 'Renew a licence, or end it, by its last day',
  access: 'viewer',
  event: 'bank.licenceRenewed',
  params: z.object({ licence: z.uuid() }),
  body: licenceChangeSchema,
  reply,
  handle: async ({ params, body, tx, audit }) => {
    await refuseOthers(tx);
    await renewLicence(tx, params.licence, body.until);
    await audit(`bank-licence:${params.licence}`, { until: body.until });
    return stewardship(tx);
  },
});

export const licenceRoutes = [read, appoint, dismiss, restrict, free, grant, renew];
