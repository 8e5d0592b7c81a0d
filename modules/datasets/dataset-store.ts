import { join } from 'node:path';
import type { Codebook } from '@common-measure/dataset';
import type { Engine, Segment } from '@common-measure/platform/analytics';
import type { Tx } from '@common-measure/platform/database';
import { httpProblems } from '@common-measure/platform/http';
import type { Selectable } from 'kysely';
import type { DatasetDetail, DatasetSummary } from './contract.ts';
import { fileFacts } from './files.ts';
import type { DatasetsTables } from './tables.ts';

export type DatasetRow = Selectable<DatasetsTables['datasets.dataset']>;
const of = (tx: Tx) => tx.withTables<DatasetsTables>();

/** A dataset as estimates are made from it. */
export interface DatasetRecord {
  readonly id: string;
  readonly codebook: Codebook;
  readonly rows: number;
  readonly stratumLabels: readonly string[];
  readonly psuCount: number;
  readonly waveId: string | null;
  readonly follows: string | null;
  /** Absolute paths of its segments, in order. */
  readonly paths: readonly string[];
  /** Of the segments, in order: what a result was made from. */
  readonly checksums: readonly string[];
}

export interface NewDataset {
  readonly organizationId: string;
  readonly id: string;
  readonly codebook: Codebook;
  readonly segment: Segment;
  readonly importId: string | null;
  readonly waveId: string | null;
  readonly follows: string | null;
  readonly createdBy: string | null;
}

export async function insertDataset(tx: Tx, engine: Engine, dataset: NewDataset): Promise<void> {
  const { organizationId, id, codebook, segment } = dataset;
  await of(tx)
    .insertInto('datasets.dataset')
    .values({
      organization_id: organizationId,
      id,
      codebook: JSON.stringify(codebook),
      rows: segment.rows,
      stratum_labels: JSON.stringify(segment.stratumLabels),
      psu_count: segment.psuCount,
      import_id: dataset.importId,
      wave_id: dataset.waveId,
      follows: dataset.follows,
      created_by: dataset.createdBy,
    })
    .execute();
  await insertSegment(tx, engine, organizationId, id, segment);
}

/** Puts newly written columns and their codebook in the place of the earlier ones: a wave that is still collecting, choices revised. */
export async function replaceSegment(
  tx: Tx,
  engine: Engine,
  dataset: Pick<NewDataset, 'organizationId' | 'id' | 'codebook' | 'segment'>,
): Promise<void> {
  const { organizationId, id, codebook, segment } = dataset;
  await of(tx)
    .updateTable('datasets.dataset')
    .set({
      codebook: JSON.stringify(codebook),
      rows: segment.rows,
      stratum_labels: JSON.stringify(segment.stratumLabels),
      psu_count: segment.psuCount,
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
  await of(tx)
    .deleteFrom('datasets.segment')
    .where('organization_id', '=', organizationId)
    .where('dataset_id', '=', id)
    .execute();
  await insertSegment(tx, engine, organizationId, id, segment);
}

async function insertSegment(
  tx: Tx,
  engine: Engine,
  organizationId: string,
  id: string,
  segment: Segment,
): Promise<void> {
  const { bytes, sha256 } = await fileFacts(segment.path);
  const path = segment.path.slice(engine.directory.length + 1);
  await of(tx)
    .insertInto('datasets.segment')
    .values({ organization_id: organizationId, dataset_id: id, place: 0, path, rows: segment.rows, bytes, sha256 })
    .execute();
}

/** The dataset with its files; a 404 where there is none or it was removed. */
export async function readDatasetRecord(
  tx: Tx,
  engine: Engine,
  organizationId: string,
  id: string,
): Promise<DatasetRecord> {
  const row = await findDataset(tx, organizationId, id);
  const segments = await of(tx)
    .selectFrom('datasets.segment')
    .select(['path', 'sha256'])
    .where('organization_id', '=', organizationId)
    .where('dataset_id', '=', id)
    .orderBy('place')
    .execute();
  return {
    id: row.id,
    codebook: row.codebook,
    rows: row.rows,
    stratumLabels: row.stratum_labels,
    psuCount: row.psu_count,
    waveId: row.wave_id,
    follows: row.follows,
    paths: segments.map((segment) => join(engine.directory, segment.path)),
    checksums: segments.map((segment) => segment.sha256),
  };
}

export async function findDatasetCodebook(tx: Tx, organizationId: string, id: string): Promise<Codebook> {
  return (await findDataset(tx, organizationId, id)).codebook;
}

export async function readDataset(tx: Tx, organizationId: string, id: string): Promise<Omit<DatasetDetail, 'notices'>> {
  const row = await findDataset(tx, organizationId, id);
  return {
    ...datasetSummary(row),
    codebook: row.codebook,
    version: row.version,
    psuCount: row.psu_count,
    stratumLabels: row.stratum_labels,
    fileName: row.codebook.source?.fileName ?? null,
  };
}

/** Newest wave first; datasets without a wave by the day they were saved. */
export async function listDatasets(tx: Tx, organizationId: string): Promise<readonly DatasetSummary[]> {
  const rows = [...(await listDatasetRows(tx, organizationId))];
  const order = (row: DatasetRow) => row.codebook.wave?.start ?? row.created_at.toISOString();
  return rows.sort((a, b) => (order(a) < order(b) ? 1 : -1)).map(datasetSummary);
}

export function listDatasetRows(tx: Tx, organizationId: string): Promise<readonly DatasetRow[]> {
  return of(tx)
    .selectFrom('datasets.dataset')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('removed_at', 'is', null)
    .execute();
}

/** The dataset that holds the answers of a wave; null where none was made. */
export async function findWaveDataset(tx: Tx, organizationId: string, waveId: string): Promise<DatasetRow | null> {
  const row = await of(tx)
    .selectFrom('datasets.dataset')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('wave_id', '=', waveId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function setDatasetRemoved(tx: Tx, organizationId: string, id: string, removed: boolean): Promise<void> {
  const changed = await of(tx)
    .updateTable('datasets.dataset')
    .set({ removed_at: removed ? new Date().toISOString() : null })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('removed_at', removed ? 'is' : 'is not', null)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) httpProblems.raise('not-found');
  // Choices that were opened again are laid aside with their dataset.
  if (removed)
    await of(tx)
      .updateTable('datasets.import')
      .set({ state: 'saved' })
      .where('organization_id', '=', organizationId)
      .where('dataset_id', '=', id)
      .execute();
}

/** Gives a dataset another title; everything else in its codebook stays as it was saved. */
export async function retitleDataset(
  tx: Tx,
  organizationId: string,
  id: string,
  title: Codebook['title'],
): Promise<void> {
  const { codebook } = await findDataset(tx, organizationId, id);
  await of(tx)
    .updateTable('datasets.dataset')
    .set({ codebook: JSON.stringify({ ...codebook, title }) })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
  await retitleOpenedChoices(tx, organizationId, id, title);
}

/** Choices that were opened again and are not saved yet take the new title too, or saving them would undo it. */
async function retitleOpenedChoices(
  tx: Tx,
  organizationId: string,
  datasetId: string,
  title: Codebook['title'],
): Promise<void> {
  const opened = await of(tx)
    .selectFrom('datasets.import')
    .select(['id', 'codebook', 'revision'])
    .where('organization_id', '=', organizationId)
    .where('dataset_id', '=', datasetId)
    .where('state', '=', 'ready')
    .executeTakeFirst();
  if (!opened?.codebook) return;
  await of(tx)
    .updateTable('datasets.import')
    .set({ codebook: JSON.stringify({ ...opened.codebook, title }), revision: opened.revision + 1 })
    .where('organization_id', '=', organizationId)
    .where('id', '=', opened.id)
    .execute();
}

/** The dataset; a 404 where there is none or it was removed. */
export async function findDataset(tx: Tx, organizationId: string, id: string): Promise<DatasetRow> {
  const row = await of(tx)
    .selectFrom('datasets.dataset')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row ?? httpProblems.raise('not-found');
}

function datasetSummary(row: DatasetRow): DatasetSummary {
  const { codebook } = row;
  return {
    id: row.id,
    title: codebook.title,
    wave: codebook.wave,
    rows: row.rows,
    variables: codebook.variables.length,
    synthetic: codebook.synthetic,
    samplingClass: codebook.design.samplingClass,
    weighted: codebook.design.weight !== null,
    undecided: codebook.variables.filter((variable) => !variable.decided).length,
    origin: row.wave_id === null ? 'file' : 'survey',
    follows: row.follows,
    createdAt: row.created_at.toISOString(),
  };
}
