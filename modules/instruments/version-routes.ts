import { defineRoute } from '@common-measure/platform/http';
import { z } from 'zod';
import type { InstrumentDraft } from './contract.ts';
import { giveUpRevision, reviseInstrument } from './instrument-store.ts';
import { type InstrumentVersion, type KeptVersion, revisionsApi } from './revision-contract.ts';
import { presentRevision } from './revision-store.ts';
import { listVersions, readVersion } from './version-store.ts';

const ofInstrument = z.object({ id: z.uuid() });

const list = defineRoute({
  method: 'GET',
  path: revisionsApi.versions,
  summary: 'The published versions of a questionnaire, newest first',
  access: 'viewer',
  event: null,
  params: ofInstrument,
  reply: z.custom<readonly InstrumentVersion[]>(),
  handle: async ({ params, actor, tx }) => {
    await presentRevision(tx, actor.organizationId, params.id);
    return listVersions(tx, actor.organizationId, params.id);
  },
});

const read = defineRoute({
  method: 'GET',
  path: revisionsApi.version,
  summary: 'One published version of a questionnaire in full, as it was fielded',
  access: 'viewer',
  event: null,
  params: ofInstrument.extend({ number: z.coerce.number().int().min(1).max(1_000_000) }),
  reply: z.custom<KeptVersion>(),
  handle: ({ params, actor, tx }) => readVersion(tx, actor.organizationId, params.id, params.number),
});

const revise = defineRoute({
  method: 'POST',
  path: revisionsApi.revising,
  summary: 'Begin to revise the published version; what is fielded stays as it is',
  access: 'manager',
  event: 'instrument.revised',
  params: ofInstrument,
  reply: z.custom<InstrumentDraft>(),
  handle: async ({ params, actor, tx, audit }) => {
    const draft = await reviseInstrument(tx, actor.organizationId, params.id);
    await audit(`instrument:${params.id}`, { version: draft.revises?.number ?? null });
    return draft;
  },
});

const giveUp = defineRoute({
  method: 'DELETE',
  path: revisionsApi.revising,
  summary:
    'Give a revision up: the draft is again as it was published, and what was written stays among the saved states',
  access: 'manager',
  event: 'instrument.revision-given-up',
  params: ofInstrument,
  reply: z.custom<InstrumentDraft>(),
  handle: async ({ params, actor, tx, audit }) => {
    const draft = await giveUpRevision(tx, actor.organizationId, params.id, actor);
    await audit(`instrument:${params.id}`, { version: draft.published?.number ?? null });
    return draft;
  },
});

export const versionRoutes = [list, read, revise, giveUp];
