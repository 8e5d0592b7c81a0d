import { rm } from 'node:fs/promises';
import type { Codebook } from '@common-measure/dataset';
import type { Engine } from '@common-measure/platform/analytics';
import type { Tx } from '@common-measure/platform/database';
import { keepFormerCodebook } from './codebook-history.ts';
import { describedDesign, writeColumns } from './columns.ts';
import { findDataset, replaceSegment } from './dataset-store.ts';
import { importFiles } from './files.ts';
import { clearFormerColumns } from './former-columns.ts';
import { stagedOf } from './import-choices.ts';
import { findImport, type ImportRow, updateImport } from './import-store.ts';
import { datasetsProblems } from './problems.ts';
import type { SavedDataset } from './saved-dataset.ts';
import type { DatasetsTables } from './tables.ts';

/**
 * Opens the choices of a saved dataset again, over the file it was made from, with its present codebook; choices that were opened
 * before and not saved go on. Results stay as they are until the new choices are saved. Returns the import to go to.
 */
export async function openRevision(tx: Tx, organizationId: string, id: string): Promise<string> {
  const dataset = await findDataset(tx, organizationId, id);
  if (dataset.import_id === null) return datasetsProblems.raise('dataset-not-from-file');
  const row = await findImport(tx, organizationId, dataset.import_id, true);
  if (row.state === 'saved') {
    await updateImport(tx, organizationId, row.id, {
      state: 'ready',
      codebook: JSON.stringify(dataset.codebook),
      differences: '[]',
      carried: '[]',
      revision: row.revision + 1,
    });
  }
  return row.id;
}

/** Saves choices that were opened again: new columns, a new version of the codebook, and the former one is kept. */
export async function saveRevision(
  tx: Tx,
  engine: Engine,
  row: ImportRow & { readonly codebook: Codebook; readonly dataset_id: string },
  accountId: string,
): Promise<SavedDataset> {
  const { organization_id: organizationId, dataset_id: id, codebook } = row;
  const present = await findDataset(tx, organizationId, id);
  await clearFormerColumns(tx, engine, organizationId, id);
  const version = present.version + 1;
  const staged = stagedOf(row, importFiles(engine, organizationId, row.id));
  const segment = await writeColumns(engine, staged, codebook, organizationId, id, `columns-${version}-${Date.now()}`);
  try {
    await keepFormerCodebook(tx, present);
    await replaceSegment(tx, engine, { organizationId, id, codebook, segment });
    await tx
      .withTables<DatasetsTables>()
      .updateTable('datasets.dataset')
      .set({ version, revised_at: new Date().toISOString(), revised_by: accountId })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id)
      .execute();
    const notices = await describedDesign(engine, [segment.path], codebook, segment.stratumLabels);
    return { id, rows: segment.rows, notices };
  } catch (error) {
    await rm(segment.path, { force: true });
    throw error;
  }
}
