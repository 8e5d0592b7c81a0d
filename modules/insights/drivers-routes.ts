import { readDatasetRecord } from '@common-measure/modules/datasets/server';
import { software } from '@common-measure/modules/estimates/server';
import { defineRoute } from '@common-measure/platform/http';
import { z } from 'zod';
import { driversQuerySchema, driversSchema, insightsApi } from './contract.ts';
import { driversOf } from './drivers.ts';

const drivers = defineRoute({
  method: 'GET',
  path: insightsApi.drivers,
  summary: 'What is associated with the overall item, and the priority matrix; ask again while it is at work',
  access: 'viewer',
  event: null,
  params: z.object({ id: z.uuid() }),
  query: driversQuerySchema,
  reply: driversSchema,
  handle: async ({ params, query, actor, tx, analytics: engine }) => {
    const { organizationId } = actor;
    const record = await readDatasetRecord(tx, engine, organizationId, params.id);
    return driversOf({ tx, engine, organizationId, record, software }, query.missing);
  },
});

export const insightsRoutes = [drivers];
