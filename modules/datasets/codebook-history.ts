import { type Codebook, changesBetween } from '@common-measure/dataset';
import type { Tx } from '@common-measure/platform/database';
import { httpProblems } from '@common-measure/platform/http';
import type { CodebookVersion } from './contract.ts';
import { type DatasetRow, findDataset } from './dataset-store.ts';
import type { DatasetsTables } from './tables.ts';

const of = (tx: Tx) => tx.withTables<DatasetsTables>();

/** Keeps the present codebook of a dataset as a former one, for the next version to take its place. */
export async function keepFormerCodebook(tx: Tx, row: DatasetRow): Promise<void> {
  await of(tx)
    .insertInto('datasets.former_codebook')
    .values({
      organization_id: row.organization_id,
      dataset_id: row.id,
      version: row.version,
      codebook: JSON.stringify(row.codebook),
      saved_at: (row.revised_at ?? row.created_at).toISOString(),
      saved_by: row.revised_by ?? row.created_by,
    })
    .execute();
}

/** Every version of a dataset's codebook, the present one first, each with what it changed of the one before. */
export async function codebookHistory(tx: Tx, organizationId: string, id: string): Promise<readonly CodebookVersion[]> {
  const present = await findDataset(tx, organizationId, id);
  const former = await formerCodebooks(tx, organizationId, id);
  const versions = [
    ...former.map((row) => ({ version: row.version, codebook: row.codebook, at: row.saved_at })),
    { version: present.version, codebook: present.codebook, at: present.revised_at ?? present.created_at },
  ];
  return versions
    .map(({ version, codebook, at }, place) => {
      const before = versions[place - 1];
      const changes = before ? changesBetween(before.codebook, codebook) : { parts: [], columns: [] };
      return { version, savedAt: at.toISOString(), ...changes };
    })
    .reverse();
}

/** A dataset's codebook as it stood in one version; the present one where none is named. A 404 where there is no such version. */
export async function codebookOfVersion(
  tx: Tx,
  organizationId: string,
  id: string,
  version: number | undefined,
): Promise<Codebook> {
  const present = await findDataset(tx, organizationId, id);
  if (version === undefined || version === present.version) return present.codebook;
  const former = await formerCodebooks(tx, organizationId, id);
  return former.find((row) => row.version === version)?.codebook ?? httpProblems.raise('not-found');
}

function formerCodebooks(tx: Tx, organizationId: string, id: string) {
  return of(tx)
    .selectFrom('datasets.former_codebook')
    .select(['version', 'codebook', 'saved_at'])
    .where('organization_id', '=', organizationId)
    .where('dataset_id', '=', id)
    .orderBy('version')
    .execute();
}
