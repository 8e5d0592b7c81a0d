import type { Engine } from '@common-measure/platform/analytics';
import type { Tx } from '@common-measure/platform/database';
import { defineRoute, RawReply } from '@common-measure/platform/http';
import { z } from 'zod';
import { codebookFor } from './closed-values.ts';
import { codebookHistory, codebookOfVersion } from './codebook-history.ts';
import { describedDesign } from './columns.ts';
import {
  type CodebookVersion,
  type DatasetDetail,
  type DatasetSummary,
  datasetChangeSchema,
  datasetsApi,
  type RemovedThing,
} from './contract.ts';
import { listDatasets, readDataset, readDatasetRecord, retitleDataset, setDatasetRemoved } from './dataset-store.ts';
import { removedThings } from './removed-things.ts';
import { openRevision } from './revise-dataset.ts';
import { datasetOfWave } from './wave-dataset.ts';

const ofDataset = z.object({ id: z.uuid() });

const list = defineRoute({
  method: 'GET',
  path: datasetsApi.datasets,
  summary: 'The datasets of the organization, newest wave first',
  access: 'viewer',
  event: null,
  reply: z.custom<DatasetSummary[]>(),
  handle: async ({ actor, tx }) => [...(await listDatasets(tx, actor.organizationId))],
});

const read = defineRoute({
  method: 'GET',
  path: datasetsApi.dataset,
  summary: 'One dataset with its codebook',
  access: 'viewer',
  event: null,
  params: ofDataset,
  reply: z.custom<DatasetDetail>(),
  handle: async ({ params, actor, tx, analytics }) => {
    const detail = await datasetDetail(tx, analytics, actor.organizationId, params.id);
    return { ...detail, codebook: codebookFor(actor.role, detail.codebook) };
  },
});

const change = defineRoute({
  method: 'PATCH',
  path: datasetsApi.dataset,
  summary: 'Give a dataset another title',
  access: 'analyst',
  event: 'dataset.renamed',
  params: ofDataset,
  body: datasetChangeSchema,
  reply: z.custom<DatasetDetail>(),
  handle: async ({ params, body, actor, tx, analytics, audit }) => {
    await retitleDataset(tx, actor.organizationId, params.id, body.title);
    await audit(`dataset:${params.id}`);
    return datasetDetail(tx, analytics, actor.organizationId, params.id);
  },
});

async function datasetDetail(tx: Tx, engine: Engine, organizationId: string, id: string): Promise<DatasetDetail> {
  const dataset = await readDataset(tx, organizationId, id);
  const { paths } = await readDatasetRecord(tx, engine, organizationId, id);
  return { ...dataset, notices: await describedDesign(engine, paths, dataset.codebook, dataset.stratumLabels) };
}

const codebook = defineRoute({
  method: 'GET',
  path: datasetsApi.codebook,
  summary: 'The codebook as a file, to reuse for the next wave; a former one by its version',
  access: 'viewer',
  event: null,
  params: ofDataset,
  query: z.object({ version: z.coerce.number().int().min(1).optional() }),
  reply: null,
  handle: async ({ params, query, actor, tx }) => {
    const codebook = await codebookOfVersion(tx, actor.organizationId, params.id, query.version);
    const name = query.version === undefined ? 'codebook.json' : `codebook-${query.version}.json`;
    return new RawReply(`${JSON.stringify(codebookFor(actor.role, codebook), null, 2)}\n`, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    });
  },
});

const revise = defineRoute({
  method: 'POST',
  path: datasetsApi.revision,
  summary: 'Open the choices of a saved dataset again; saving them makes a new version of its codebook',
  access: 'analyst',
  event: 'dataset.reopened',
  params: ofDataset,
  reply: z.object({ importId: z.string() }),
  handle: async ({ params, actor, tx, audit }) => {
    const importId = await openRevision(tx, actor.organizationId, params.id);
    await audit(`dataset:${params.id}`);
    return { importId };
  },
});

const history = defineRoute({
  method: 'GET',
  path: datasetsApi.history,
  summary: 'The versions of a dataset’s codebook, and what each changed',
  access: 'viewer',
  event: null,
  params: ofDataset,
  reply: z.custom<CodebookVersion[]>(),
  handle: async ({ params, actor, tx }) => [...(await codebookHistory(tx, actor.organizationId, params.id))],
});

const removed = defineRoute({
  method: 'GET',
  path: datasetsApi.removed,
  summary: 'What was removed and can still be brought back, latest first',
  access: 'analyst',
  event: null,
  reply: z.custom<RemovedThing[]>(),
  handle: async ({ actor, tx }) => [...(await removedThings(tx, actor.organizationId))],
});

const setRemoved = (removed: boolean) =>
  defineRoute({
    method: removed ? 'DELETE' : 'POST',
    path: removed ? datasetsApi.dataset : datasetsApi.restore,
    summary: removed ? 'Remove a dataset; can be undone' : 'Bring a removed dataset back',
    access: 'analyst',
    event: removed ? 'dataset.removed' : 'dataset.restored',
    params: ofDataset,
    reply: null,
    handle: async ({ params, actor, tx, audit }) => {
      await setDatasetRemoved(tx, actor.organizationId, params.id, removed);
      await audit(`dataset:${params.id}`);
      return undefined;
    },
  });

const ofWave = defineRoute({
  method: 'POST',
  path: datasetsApi.waveDataset,
  summary: 'Make the answers of a wave a dataset, or bring it up to date once enough have arrived',
  access: 'viewer',
  event: 'dataset.saved',
  params: ofDataset,
  reply: z.custom<{ readonly id: string; readonly changed: boolean }>(),
  handle: async ({ params, actor, tx, analytics, audit }) => {
    const made = await datasetOfWave(tx, analytics, actor.organizationId, params.id, actor.accountId);
    if (made.changed) await audit(`dataset:${made.id}`, { wave: params.id });
    return made;
  },
});

export const datasetRoutes = [
  list,
  read,
  change,
  codebook,
  revise,
  history,
  removed,
  setRemoved(true),
  setRemoved(false),
  ofWave,
];
