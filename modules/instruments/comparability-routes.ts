import { defineRoute } from '@common-measure/platform/http';
import { z } from 'zod';
import { type ComparabilityFacts, comparabilityApi } from './comparability-contract.ts';
import { presentComparability, publishedComparability } from './comparability-store.ts';
import { readInstrumentDraft } from './instrument-store.ts';

const read = defineRoute({
  method: 'GET',
  path: comparabilityApi.comparability,
  summary: 'What can be compared of a questionnaire: recorded once it is published, of a draft as the bank stands',
  access: 'viewer',
  event: null,
  params: z.object({ id: z.uuid() }),
  reply: z.custom<ComparabilityFacts>(),
  handle: async ({ params, actor, tx }) => {
    const { instrument, published } = await readInstrumentDraft(tx, actor.organizationId, params.id);
    const recorded = published && (await publishedComparability(tx, actor.organizationId, published.versionId));
    const comparability = recorded ?? (await presentComparability(tx, instrument));
    return { isRecorded: recorded !== null, comparability };
  },
});

export const comparabilityRoutes = [read];
