import type { Codebook } from '@common-measure/dataset';
import type { AnalysisRequest } from '@common-measure/estimate';
import { readDatasetRecord } from '@common-measure/modules/datasets/server';
import { defineRoute } from '@common-measure/platform/http';
import { z } from 'zod';
import { analyse } from './analyse.ts';
import {
  analysisRequestSchema,
  analysisResultSchema,
  estimatesApi,
  explanationQuerySchema,
  explanationSchema,
  resultsQuerySchema,
  resultsSchema,
} from './contract.ts';
import { explanationOf } from './explanation.ts';
import { estimatesProblems } from './problems.ts';
import { resultsOf } from './results.ts';
import { software } from './software.ts';

const ofDataset = z.object({ id: z.uuid() });

const results = defineRoute({
  method: 'GET',
  path: estimatesApi.results,
  summary: 'All that the results page of a dataset shows, for people of the organization',
  access: 'viewer',
  event: null,
  params: ofDataset,
  query: resultsQuerySchema,
  reply: resultsSchema,
  handle: async ({ params, query, actor, tx, analytics: engine }) => {
    const { organizationId } = actor;
    const record = await readDatasetRecord(tx, engine, organizationId, params.id);
    const call = { tx, engine, organizationId, record, software };
    return resultsOf(call, { by: query.by ?? null, against: query.against ?? null });
  },
});

const explanation = defineRoute({
  method: 'GET',
  path: estimatesApi.explanation,
  summary: 'How one figure of the results page was computed, with an R script that computes it again',
  access: 'viewer',
  event: null,
  params: ofDataset,
  query: explanationQuerySchema,
  reply: explanationSchema,
  handle: async ({ params, query, actor, tx, analytics: engine }) => {
    const { organizationId } = actor;
    const record = await readDatasetRecord(tx, engine, organizationId, params.id);
    return explanationOf({ tx, engine, organizationId, record, software }, query);
  },
});

/**
 * Weights, strata and clusters are told with the result and in its refusals, value by value: so they are columns that the codebook
 * declares as such, and no others.
 */
function refuseForeignDesign(own: Codebook['design'], asked: NonNullable<AnalysisRequest['design']>): void {
  const declared = [own.weight, ...own.strata, ...own.clusters, ...own.fpc];
  const { weight = null, strata = [], clusters = [], fpc = [] } = asked;
  const foreign = [weight, ...strata, ...clusters, ...fpc].find((name) => name !== null && !declared.includes(name));
  if (foreign !== undefined && foreign !== null)
    estimatesProblems.raise('design-column-not-declared', { column: foreign });
}

const estimates = defineRoute({
  method: 'POST',
  path: estimatesApi.estimates,
  summary: 'Estimate by a written plan; single responses only for those declared to read them',
  access: 'analyst',
  event: 'estimates.made',
  params: ofDataset,
  body: analysisRequestSchema,
  reply: analysisResultSchema,
  handle: async ({ params, body, actor, tx, analytics: engine, audit }) => {
    const { organizationId } = actor;
    if (body.audience === 'single-responses' && !actor.mayReadSingleResponses) {
      estimatesProblems.raise('single-responses-not-allowed');
    }
    const record = await readDatasetRecord(tx, engine, organizationId, params.id);
    if (body.audience !== 'single-responses') refuseForeignDesign(record.codebook.design, body.design ?? {});
    const { result } = await analyse({ tx, engine, organizationId, record, software }, body);
    await audit(`dataset:${params.id}`, { audience: result.audience, entries: body.estimates.length });
    return result;
  },
});

export const estimatesRoutes = [results, explanation, estimates];
