import type { Engine } from '@common-measure/platform/analytics';
import type { Tx } from '@common-measure/platform/database';
import { defineRoute, RawReply } from '@common-measure/platform/http';
import { z } from 'zod';
import { codebookFor } from './closed-values.ts';
import { describedDesign } from './columns.ts';
import { type DatasetDetail, type DatasetSummary, datasetChangeSchema, datasetsApi } from './contract.ts';
import { listDatasets, readDataset, readDatasetRecord, retitleDataset, setDatasetRemoved } from './dataset-store.ts';
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
  summary: 'The codebook as a file, to reuse for the next wave',
  access: 'viewer',
  event: null,
  params: ofDataset,
  reply: null,
  handle: async ({ params, actor, tx }) => {
    const dataset = await readDataset(tx, actor.organizationId, params.id);
    return new RawReply(`${JSON.stringify(codebookFor(actor.role, dataset.codebook), null, 2)}\n`, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="codebook.json"',
      'cache-control': 'no-store',
    });
  },
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

export const datasetRoutes = [list, read, change, codebook, setRemoved(true), setRemoved(false), ofWave];
