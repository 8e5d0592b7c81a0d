import type { Tx } from '@common-measure/platform/database';
import { httpProblems } from '@common-measure/platform/http';
import type { Selectable, Updateable } from 'kysely';
import type { ImportSummary } from './contract.ts';
import type { DatasetsTables } from './tables.ts';

export type ImportRow = Selectable<DatasetsTables['datasets.import']>;

const of = (tx: Tx) => tx.withTables<DatasetsTables>();

export async function insertImport(
  tx: Tx,
  row: Pick<ImportRow, 'organization_id' | 'id' | 'file_name' | 'sha256' | 'based_on' | 'created_by'> & {
    bytes: number;
  },
): Promise<void> {
  await of(tx).insertInto('datasets.import').values(row).execute();
}

/** The import; a 404 where there is none. Removed ones are found only where `removed` says so. */
export async function findImport(tx: Tx, organizationId: string, id: string, removed = false): Promise<ImportRow> {
  let query = of(tx)
    .selectFrom('datasets.import')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id);
  if (!removed) query = query.where('removed_at', 'is', null);
  return (await query.executeTakeFirst()) ?? httpProblems.raise('not-found');
}

export async function listImports(tx: Tx, organizationId: string): Promise<readonly ImportSummary[]> {
  const rows = await of(tx)
    .selectFrom('datasets.import')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('removed_at', 'is', null)
    .where('state', '<>', 'saved')
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(importSummary);
}

/** Changes an import; with `revision`, only where that is the present one. False where nothing was changed. */
export async function updateImport(
  tx: Tx,
  organizationId: string,
  id: string,
  change: Updateable<DatasetsTables['datasets.import']>,
  revision?: number,
): Promise<boolean> {
  let query = of(tx)
    .updateTable('datasets.import')
    .set({ ...change, updated_at: new Date().toISOString() })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id);
  if (revision !== undefined) query = query.where('revision', '=', revision);
  return (await query.executeTakeFirst()).numUpdatedRows > 0n;
}

export function importSummary(row: ImportRow): ImportSummary {
  return {
    id: row.id,
    fileName: row.file_name,
    bytes: Number(row.bytes),
    state: row.state,
    step: row.step,
    share: row.share,
    problems: row.problems,
    datasetId: row.dataset_id,
    createdAt: row.created_at.toISOString(),
  };
}
