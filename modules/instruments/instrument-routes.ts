import { defineRoute } from '@common-measure/platform/http';
import { z } from 'zod';
import { draftChangeSchema, type InstrumentDraft, instrumentsApi } from './contract.ts';
import { readInstrumentDraft, saveInstrumentDraft } from './instrument-store.ts';

const ofInstrument = z.object({ id: z.uuid() });

const read = defineRoute({
  method: 'GET',
  path: instrumentsApi.instrument,
  summary: 'A questionnaire as it is worked on, and what still stands in the way of publishing',
  access: 'viewer',
  event: null,
  params: ofInstrument,
  reply: z.custom<InstrumentDraft>(),
  handle: ({ params, actor, tx }) => readInstrumentDraft(tx, actor.organizationId, params.id),
});

const save = defineRoute({
  method: 'PUT',
  path: instrumentsApi.instrument,
  summary: 'Save the whole draft over the revision that was read',
  access: 'manager',
  event: 'instrument.drafted',
  params: ofInstrument,
  body: draftChangeSchema,
  reply: z.custom<InstrumentDraft>(),
  handle: async ({ params, body, actor, tx, audit }) => {
    const saved = await saveInstrumentDraft(tx, actor.organizationId, params.id, body, actor);
    await audit(`instrument:${params.id}`, { revision: saved.revision });
    return saved;
  },
});

export const instrumentRoutes = [read, save];
