import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { waveDataset } from '@common-measure/modules/collection/server';
import type { Tx } from '@common-measure/platform/database';
import { recordEvent } from '@common-measure/platform/http';
import { writeRows } from './columns.ts';
import { replaceSegment } from './dataset-store.ts';
import { segmentPath } from './files.ts';
import { keepShownAnswers, shownAnswers } from './live-answers.ts';
import type { PurgePlace } from './purge-removed.ts';
import type { DatasetsTables } from './tables.ts';

const of = (tx: Tx) => tx.withTables<DatasetsTables>();

/**
 * Writes the columns of every dataset of a wave anew from what the wave still holds, without what was erased, removed datasets too; where
 * nothing is left the dataset goes with its files and with what later slices keep of it. Published editions and their figures stand.
 * Gives how many datasets were changed.
 */
export async function eraseFromColumns(place: PurgePlace, organizationId: string, waveId: string): Promise<number> {
  const scope = { organizationId, accountId: null };
  const ids = await place.database.transact(scope, async (tx) => {
    const rows = await of(tx)
      .selectFrom('datasets.dataset')
      .select('id')
      .where('organization_id', '=', organizationId)
      .where('wave_id', '=', waveId)
      .execute();
    return rows.map(({ id }) => id);
  });
  for (const id of ids) {
    const present = await place.database.transact(scope, (tx) => rewrite(tx, place, organizationId, waveId, id));
    // The former files go once the manifest that names the new one is on the disk.
    await removeOthers(join(place.engine.directory, dirname(segmentPath(organizationId, id, 'any'))), present);
  }
  return ids.length;
}

/** Gives the path of the new columns; null where no row is left. */
async function rewrite(
  tx: Tx,
  place: PurgePlace,
  organizationId: string,
  waveId: string,
  id: string,
): Promise<string | null> {
  const { engine } = place;
  const dataset = await of(tx)
    .selectFrom('datasets.dataset')
    .select(['codebook', 'rows'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const shown = await shownAnswers(tx, organizationId, id);
  const wave = await waveDataset(tx, organizationId, waveId);
  const stays = (wave?.ids ?? []).map((each) => shown.has(each));
  const rows = (wave?.rows ?? []).filter((_, at) => stays[at]);
  const event = { accountId: null, organizationId, entity: `dataset:${id}` };
  if (wave === null || rows.length === 0) {
    await forgetDataset(tx, place, organizationId, id);
    await recordEvent(tx, { ...event, name: 'dataset.purged', details: { rows: dataset.rows, wave: waveId } });
    return null;
  }
  const name = `columns-${rows.length}-${Date.now()}`;
  const given = { codebook: dataset.codebook, headers: wave.headers, rows };
  const segment = await writeRows(engine, given, organizationId, id, name);
  try {
    await replaceSegment(tx, engine, { organizationId, id, codebook: dataset.codebook, segment });
    const kept = wave.ids.filter((_, at) => stays[at]);
    await keepShownAnswers(tx, organizationId, id, kept);
    const details = { wave: waveId, before: dataset.rows, after: rows.length };
    await recordEvent(tx, { ...event, name: 'dataset.rewritten', details });
    return segment.path;
  } catch (error) {
    await rm(segment.path, { force: true });
    throw error;
  }
}

async function forgetDataset(tx: Tx, place: PurgePlace, organizationId: string, id: string): Promise<void> {
  for (const table of ['datasets.live_answer', 'datasets.segment', 'datasets.former_codebook'] as const)
    await of(tx).deleteFrom(table).where('organization_id', '=', organizationId).where('dataset_id', '=', id).execute();
  await of(tx)
    .deleteFrom('datasets.dataset')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
  await place.forget(tx, organizationId, id);
}

async function removeOthers(folder: string, present: string | null): Promise<void> {
  if (present === null) return rm(folder, { recursive: true, force: true });
  for (const name of await readdir(folder))
    if (join(folder, name) !== present) await rm(join(folder, name), { force: true });
}
