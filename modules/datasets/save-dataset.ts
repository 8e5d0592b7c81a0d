import { rm } from 'node:fs/promises';
import { applyCodebook, type Codebook } from '@common-measure/dataset';
import type { Engine } from '@common-measure/platform/analytics';
import { newId, type Tx } from '@common-measure/platform/database';
import { type CodedRows, describedDesign, refuseFaults, writeColumns, writeRows } from './columns.ts';
import { insertDataset } from './dataset-store.ts';
import { importFiles, readProfile } from './files.ts';
import { openImport, stagedOf } from './import-choices.ts';
import { updateImport } from './import-store.ts';
import { datasetsProblems } from './problems.ts';
import { saveRevision } from './revise-dataset.ts';
import type { SavedDataset } from './saved-dataset.ts';

/** Saves an import as a dataset, or as the next version of the one it became, columns and manifest together; refused where a fault stands, and nothing is written then. */
export async function saveImport(
  tx: Tx,
  engine: Engine,
  organizationId: string,
  id: string,
  by: { readonly revision: number; readonly accountId: string },
): Promise<SavedDataset> {
  const row = await openImport(tx, organizationId, id);
  const files = importFiles(engine, organizationId, id);
  const codebook = row.codebook as Codebook;
  refuseFaults(applyCodebook(codebook, await readProfile(files)));
  const datasetId = row.dataset_id ?? newId();
  const change = { state: 'saved', dataset_id: datasetId, revision: by.revision + 1 } as const;
  const claimed = await updateImport(tx, organizationId, id, change, by.revision);
  if (!claimed) datasetsProblems.raise('import-moved-on', { present: row.revision, yours: by.revision });
  if (row.dataset_id !== null)
    return saveRevision(tx, engine, { ...row, codebook, dataset_id: row.dataset_id }, by.accountId);
  const segment = await writeColumns(engine, stagedOf(row, files), codebook, organizationId, datasetId, 'columns');
  try {
    await insertDataset(tx, engine, {
      organizationId,
      id: datasetId,
      codebook,
      segment,
      importId: id,
      waveId: null,
      follows: row.based_on,
      createdBy: by.accountId,
    });
    return {
      id: datasetId,
      rows: segment.rows,
      notices: await describedDesign(engine, [segment.path], codebook, segment.stratumLabels),
    };
  } catch (error) {
    await rm(segment.path, { force: true });
    throw error;
  }
}

/** Saves rows that are in memory (a collected wave, an example) as a dataset. */
export async function saveRows(
  tx: Tx,
  engine: Engine,
  dataset: CodedRows & {
    readonly organizationId: string;
    readonly waveId: string | null;
    readonly follows: string | null;
    readonly createdBy: string | null;
  },
): Promise<SavedDataset> {
  const id = newId();
  const { codebook, organizationId } = dataset;
  const segment = await writeRows(engine, dataset, organizationId, id, 'columns');
  try {
    await insertDataset(tx, engine, { ...dataset, id, segment, importId: null });
    return {
      id,
      rows: segment.rows,
      notices: await describedDesign(engine, [segment.path], codebook, segment.stratumLabels),
    };
  } catch (error) {
    await rm(segment.path, { force: true });
    throw error;
  }
}
