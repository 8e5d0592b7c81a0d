import { type DatasetRecord, listDatasets, readDatasetRecord } from '@common-measure/modules/datasets/server';
import type { Engine } from '@common-measure/platform/analytics';
import type { Tx } from '@common-measure/platform/database';

/** Most earlier waves that a trend goes back. */
const longestTrend = 12;

/**
 * The waves before a dataset, oldest first: those it follows, one after the other; where it follows none, the organisation's
 * other datasets of earlier waves that have its overall item.
 */
export async function earlierWaves(
  tx: Tx,
  engine: Engine,
  organizationId: string,
  record: DatasetRecord,
): Promise<readonly DatasetRecord[]> {
  const present = await listDatasets(tx, organizationId);
  const isThere = (id: string) => present.some((one) => one.id === id);
  const chain: DatasetRecord[] = [];
  for (let id = record.follows; id !== null && isThere(id) && chain.length < longestTrend; ) {
    const before: DatasetRecord = await readDatasetRecord(tx, engine, organizationId, id);
    if (chain.some((one) => one.id === before.id)) break;
    chain.push(before);
    id = before.follows;
  }
  if (chain.length > 0) return chain.reverse();
  const { wave, roles } = record.codebook;
  if (wave === null || roles.overall === null) return [];
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
