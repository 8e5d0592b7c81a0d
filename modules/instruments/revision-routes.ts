import { defineRoute } from '@common-measure/platform/http';
import { z } from 'zod';
import { draftSent } from './instrument-store.ts';
import { notePresence, othersPresent } from './presence-store.ts';
import {
  asideSchema,
  type InstrumentPresence,
  type InstrumentRevision,
  type KeptRevision,
  presenceSchema,
  revisionsApi,
  revisionsQuery,
} from './revision-contract.ts';
import { keepRevision, listRevisions, presentRevision, readRevision, whoSaved } from './revision-store.ts';

const ofInstrument = z.object({ id: z.uuid() });

const list = defineRoute({
  method: 'GET',
  path: revisionsApi.revisions,
  summary: 'Every saved state of a questionnaire, newest first: when, by whom; 200 at a time',
  access: 'viewer',
  event: null,
  params: ofInstrument,
  query: revisionsQuery,
  reply: z.custom<readonly InstrumentRevision[]>(),
  handle: async ({ params, query, actor, tx }) => {
    await presentRevision(tx, actor.organizationId, params.id);
    return listRevisions(tx, actor.organizationId, params.id, query.before);
  },
});

const read = defineRoute({
  method: 'GET',
  path: revisionsApi.revision,
  summary: 'One saved state of a questionnaire in full',
  access: 'viewer',
  event: null,
  params: ofInstrument.extend({ revisionId: z.uuid() }),
  reply: z.custom<KeptRevision>(),
  handle: ({ params, actor, tx }) => readRevision(tx, actor.organizationId, params.id, params.revisionId),
});

const setAside = defineRoute({
  method: 'POST',
  path: revisionsApi.revisions,
  summary: 'Keep a state beside the draft, which somebody else has changed meanwhile, so that it is not lost',
  access: 'manager',
  event: 'instrument.set-aside',
  params: ofInstrument,
  body: asideSchema,
  reply: z.custom<{ readonly id: string }>(),
  handle: async ({ params, body, actor, tx, audit }) => {
    await presentRevision(tx, actor.organizationId, params.id);
    const instrument = draftSent(body.instrument);
    const id = await keepRevision(tx, actor.organizationId, params.id, { number: null, instrument, by: actor });
    await audit(`instrument:${params.id}`, { revision: id });
    return { id };
  },
});

const present = defineRoute({
  method: 'POST',
  path: revisionsApi.presence,
  summary: 'Say that you have the draft open, or that you leave it; learn who else has it open and how far it is',
  access: 'manager',
  event: null,
  params: ofInstrument,
  body: presenceSchema,
  reply: z.custom<InstrumentPresence>(),
  handle: async ({ params, body, actor, tx }) => {
    const revision = await presentRevision(tx, actor.organizationId, params.id);
    const of = { organizationId: actor.organizationId, instrumentId: params.id };
    await notePresence(tx, of, actor, body.leaves);
    return {
      revision,
      savedBy: await whoSaved(tx, actor.organizationId, params.id, revision, actor.accountId),
      others: await othersPresent(tx, of, actor.accountId),
    };
  },
});

export const revisionRoutes = [list, read, setAside, present];
