import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { waveDataset } from '@common-measure/modules/collection/server';
import type { Engine } from '@common-measure/platform/analytics';
import type { Tx } from '@common-measure/platform/database';
import { httpProblems } from '@common-measure/platform/http';
import { writeRows } from './columns.ts';
import { findWaveDataset, readDatasetRecord, replaceSegment } from './dataset-store.ts';
import { datasetsProblems } from './problems.ts';
import { saveRows } from './save-dataset.ts';

/** Fewest new answers after which the dataset of an open wave is made anew: one more answer must never show by difference. */
const leastGain = 10;

/**
 * The dataset of a wave's answers: made the first time, and brought up to date once enough answers have arrived or the wave is closed.
 * Between that it stays as it is. Returns its id.
 */
export async function datasetOfWave(
  tx: Tx,
  engine: Engine,
  organizationId: string,
  waveId: string,
  accountId: string | null,
): Promise<{ readonly id: string; readonly changed: boolean }> {
  const wave = await waveDataset(tx, organizationId, waveId);
  if (!wave) return httpProblems.raise('not-found');
  if (wave.rows.length === 0) return datasetsProblems.raise('wave-without-answers');
  const before = await findWaveDataset(tx, organizationId, waveId);
  const { codebook, headers, rows } = wave;
  if (!before) {
    const given = { organizationId, codebook, headers, rows, waveId, follows: null, createdBy: accountId };
    return { id: (await saveRows(tx, engine, given)).id, changed: true };
  }
  const gain = rows.length - before.rows;
  const due = wave.state === 'closed' ? gain !== 0 : Math.abs(gain) >= leastGain;
  if (!due) return { id: before.id, changed: false };
  await clearFormerColumns(tx, engine, organizationId, before.id);
  const segment = await writeRows(engine, wave, organizationId, before.id, `columns-${rows.length}-${Date.now()}`);
  try {
    await replaceSegment(tx, engine, {
      organizationId,
      id: before.id,
      codebook,
      segment,
      importId: null,
      waveId,
      follows: before.follows,
      createdBy: accountId,
    });
  } catch (error) {
    await rm(segment.path, { force: true });
    throw error;
  }
  return { id: before.id, changed: true };
}

/** Files that the manifest no longer names go before the next ones come: answers withdrawn must not live on in old columns. */
async function clearFormerColumns(tx: Tx, engine: Engine, organizationId: string, id: string): Promise<void> {
  const { paths } = await readDatasetRecord(tx, engine, organizationId, id);
  const [present] = paths;
  if (present === undefined) return;
  for (const name of await readdir(dirname(present))) {
    const path = join(dirname(present), name);
    if (!paths.includes(path)) await rm(path, { force: true });
  }
}
