import { type DatasetRecord, listDatasets, readDatasetRecord } from '@common-measure/modules/datasets/server';
import type { Engine } from '@common-measure/platform/analytics';
import type { Tx } from '@common-measure/platform/database';

/** Most earlier waves that a trend goes back. */
const longestTrend = 12;

/**
 * The waves before a dataset, oldest first: those earlier ones that it follows, one after the other; where it follows none, the
 * organization's other datasets of earlier waves that have its overall item. None for a dataset whose wave is not named.
 */
export async function earlierWaves(
  tx: Tx,
  engine: Engine,
  organizationId: string,
  record: DatasetRecord,
): Promise<readonly DatasetRecord[]> {
  const present = await listDatasets(tx, organizationId);
  const { wave, roles } = record.codebook;
  if (wave === null) return [];
  const isThere = (id: string) => present.some((one) => one.id === id);
  const followed: DatasetRecord[] = [];
  for (let id = record.follows; id !== null && isThere(id) && followed.length < longestTrend; ) {
    const before: DatasetRecord = await readDatasetRecord(tx, engine, organizationId, id);
    if (followed.some((one) => one.id === before.id)) break;
    followed.push(before);
    id = before.follows;
  }
  // A file takes over the choices of another also where it was brought later and is of an earlier wave.
  const chain = followed.filter(({ codebook }) => codebook.wave !== null && codebook.wave.start < wave.start);
  if (chain.length > 0) return chain.reverse();
  if (roles.overall === null) return [];
  const others = present
    .filter((one) => one.id !== record.id && one.wave !== null && one.wave.start < wave.start)
    .slice(0, longestTrend);
  const records = await Promise.all(others.map(({ id }) => readDatasetRecord(tx, engine, organizationId, id)));
  return records
    .filter(
      ({ codebook }) => codebook.title.en === record.codebook.title.en || codebook.roles.overall === roles.overall,
    )
    .reverse();
}

/** What a wave is called in a trend. */
export function waveLabel({ codebook }: DatasetRecord): string {
  return codebook.wave?.label ?? codebook.title.en;
}
