import { untranslated } from '@common-measure/kernel';
import type { Tx } from '@common-measure/platform/database';
import { type RemovedThing, undoDays } from './contract.ts';
import type { DatasetsTables } from './tables.ts';

/** What was removed in an organization and is not purged yet, latest first. */
export async function removedThings(tx: Tx, organizationId: string): Promise<readonly RemovedThing[]> {
  const of = tx.withTables<DatasetsTables>();
  const datasets = await of
    .selectFrom('datasets.dataset')
    .select(['id', 'codebook', 'rows', 'removed_at'])
    .where('organization_id', '=', organizationId)
    .where('removed_at', 'is not', null)
    .execute();
  const imports = await of
    .selectFrom('datasets.import')
    .select(['id', 'file_name', 'reading', 'removed_at'])
    .where('organization_id', '=', organizationId)
    .where('removed_at', 'is not', null)
    .execute();
  const times = (removed: Date | null) => {
    const removedAt = removed ?? new Date(0);
    return { removedAt: removedAt.toISOString(), purgedAfter: purgedAfter(removedAt).toISOString() };
  };
  const things: RemovedThing[] = [
    ...datasets.map(({ id, codebook, rows, removed_at }) => ({
      what: 'dataset' as const,
      id,
      name: codebook.title,
      rows,
      ...times(removed_at),
    })),
    ...imports.map(({ id, file_name, reading, removed_at }) => ({
      what: 'import' as const,
      id,
      name: untranslated(file_name),
      rows: reading?.rows ?? null,
      ...times(removed_at),
    })),
  ];
  return things.sort((a, b) => (a.removedAt < b.removedAt ? 1 : -1));
}

/** When what was removed at a moment is gone for good. */
function purgedAfter(removedAt: Date): Date {
  return new Date(removedAt.getTime() + undoDays * 24 * 60 * 60 * 1000);
}
