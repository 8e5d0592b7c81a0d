import { rm } from 'node:fs/promises';
import { waveDataset } from '@common-measure/modules/collection/server';
import type { Engine } from '@common-measure/platform/analytics';
import type { Tx } from '@common-measure/platform/database';
import { httpProblems } from '@common-measure/platform/http';
import { writeRows } from './columns.ts';
import { findWaveDataset, replaceSegment } from './dataset-store.ts';
import { clearFormerColumns } from './former-columns.ts';
import { keepShownAnswers, liveRows, shownAnswers } from './live-answers.ts';
import { datasetsProblems } from './problems.ts';
import { saveRows } from './save-dataset.ts';

/**
 * The dataset of a wave's answers: made the first time; further answers enter in groups that tell of nobody alone, to the
 * end of the wave (see live-answers.ts). Returns its id.
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
  if (!before) {
    const { codebook, headers, rows } = wave;
    const given = { organizationId, codebook, headers, rows, waveId, follows: null, createdBy: accountId };
    const { id } = await saveRows(tx, engine, given);
    await keepShownAnswers(tx, organizationId, id, wave.ids);
    return { id, changed: true };
  }
  const shown = await shownAnswers(tx, organizationId, before.id);
  const isWhole = shown.size === wave.ids.length && wave.ids.every((id) => shown.has(id));
  const next = isWhole ? null : liveRows(wave, shown, wave.state === 'closed');
  if (next === null) return { id: before.id, changed: false };
  const { codebook, rows } = next;
  await clearFormerColumns(tx, engine, organizationId, before.id);
  const segment = await writeRows(engine, next, organizationId, before.id, `columns-${rows.length}-${Date.now()}`);
  try {
    await replaceSegment(tx, engine, { organizationId, id: before.id, codebook, segment });
    await keepShownAnswers(tx, organizationId, before.id, next.ids);
  } catch (error) {
    await rm(segment.path, { force: true });
    throw error;
  }
  return { id: before.id, changed: true };
}
