import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Engine } from '@common-measure/platform/analytics';
import type { Database, Tx } from '@common-measure/platform/database';
import { recordEvent } from '@common-measure/platform/http';
import { undoDays } from './contract.ts';
import { importFiles, segmentPath } from './files.ts';
import type { DatasetsTables } from './tables.ts';

export interface PurgePlace {
  readonly database: Database;
  readonly engine: Engine;
  /** What later slices keep of a dataset (results, drivers) goes with it, in the same transaction. */
  readonly forget: (tx: Tx, organizationId: string, datasetId: string) => Promise<void>;
}

export interface Purged {
  readonly datasets: number;
  readonly imports: number;
}

const of = (tx: Tx) => tx.withTables<DatasetsTables>();

/**
 * Erases what was removed more than {@link undoDays} days before `now`: files first, then the record, one thing at a time, each with
 * an event in its organization's audit trail. Stopped in the middle, the next run goes on; nothing half erased can be brought back.
 */
export async function purgeRemoved(place: PurgePlace, now: Date): Promise<Purged> {
  const before = new Date(now.getTime() - undoDays * 24 * 60 * 60 * 1000).toISOString();
  const due = await place.database.withOwner((client) =>
    client.query<{ what: 'dataset' | 'import'; organization_id: string; id: string }>(
      `SELECT 'dataset' AS what, organization_id, id FROM datasets.dataset WHERE removed_at < $1
       UNION ALL
       SELECT 'import', organization_id, id FROM datasets.import WHERE removed_at < $1 AND dataset_id IS NULL`,
      [before],
    ),
  );
  const purged = { datasets: 0, imports: 0 };
  for (const { what, organization_id: organizationId, id } of due.rows) {
    const scope = { organizationId, accountId: null };
    const act = what === 'dataset' ? purgeDataset : purgeImport;
    const isDone = await place.database.transact(scope, (tx) => act(tx, place, organizationId, id, before));
    if (isDone) purged[what === 'dataset' ? 'datasets' : 'imports']++;
  }
  return purged;
}

async function purgeDataset(
  tx: Tx,
  place: PurgePlace,
  organizationId: string,
  id: string,
  before: string,
): Promise<boolean> {
  const row = await of(tx)
    .selectFrom('datasets.dataset')
    .select(['rows', 'import_id', 'version'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('removed_at', '<', new Date(before))
    .forUpdate()
    .executeTakeFirst();
  if (!row) return false;
  const { engine } = place;
  await rm(join(engine.directory, dirname(segmentPath(organizationId, id, 'any'))), { recursive: true, force: true });
  for (const table of ['datasets.live_answer', 'datasets.segment', 'datasets.former_codebook'] as const)
    await of(tx).deleteFrom(table).where('organization_id', '=', organizationId).where('dataset_id', '=', id).execute();
  await of(tx)
    .deleteFrom('datasets.dataset')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
  if (row.import_id !== null) await eraseImport(tx, engine, organizationId, row.import_id);
  await place.forget(tx, organizationId, id);
  await recordEvent(tx, {
    name: 'dataset.purged',
    accountId: null,
    organizationId,
    entity: `dataset:${id}`,
    details: { rows: row.rows, versions: row.version, import: row.import_id, afterDays: undoDays },
  });
  return true;
}

async function purgeImport(
  tx: Tx,
  { engine }: PurgePlace,
  organizationId: string,
  id: string,
  before: string,
): Promise<boolean> {
  const row = await of(tx)
    .selectFrom('datasets.import')
    .select(['bytes'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('removed_at', '<', new Date(before))
    .forUpdate()
    .executeTakeFirst();
  if (!row) return false;
  await eraseImport(tx, engine, organizationId, id);
  const details = { bytes: Number(row.bytes), afterDays: undoDays };
  await recordEvent(tx, { name: 'import.purged', accountId: null, organizationId, entity: `import:${id}`, details });
  return true;
}

async function eraseImport(tx: Tx, engine: Engine, organizationId: string, id: string): Promise<void> {
  await rm(importFiles(engine, organizationId, id).folder, { recursive: true, force: true });
  await of(tx)
    .deleteFrom('datasets.import')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

const hourMs = 60 * 60 * 1000;

/** Purges now and then every hour while `mayErase`, until stopped; a failure is logged and tried again an hour later. */
export function keepPurging(place: PurgePlace, mayErase: () => boolean): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const purge = () => {
    if (!mayErase()) return;
    running = purgeRemoved(place, new Date()).catch((error: unknown) =>
      console.error(`${new Date().toISOString()} purge`, error),
    );
  };
  purge();
  const timer = setInterval(purge, hourMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
