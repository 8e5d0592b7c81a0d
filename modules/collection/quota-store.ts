import type { Quota } from '@common-measure/instrument';
import type { FieldedWave } from '@common-measure/modules/studies/server';
import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import type { Fieldwork } from './contract.ts';

/** How a quota of a wave is written with each response that counts in it. */
export function quotaKey(waveId: string, code: string): string {
  return `${waveId}/${code}`;
}

/** The first of these quotas that has as many responses as are wanted. */
export async function fullQuota(tx: Tx, wave: FieldedWave, quotas: readonly Quota[]): Promise<Quota | null> {
  for (const quota of quotas)
    if ((await countQuota(tx, wave.waveId, quota.code, quota.target)) >= quota.target) return quota;
  return null;
}

/** How many stored, not withdrawn responses count in a quota, as far as `most`. */
async function countQuota(tx: Tx, waveId: string, code: string, most: number): Promise<number> {
  const { rows } = await sql<{ counted: number }>`
    SELECT collection.count_quota(${waveId}, ${code}, ${most}) AS counted`.execute(tx);
  return rows[0]?.counted ?? 0;
}

/** Counts that somebody was not asked further because a quota was full. */
export async function noteRefusal(tx: Tx, wave: FieldedWave, quota: string): Promise<void> {
  await sql`
    INSERT INTO collection.quota_refusal AS kept (organization_id, wave_id, quota, times)
    VALUES (${wave.organizationId}, ${wave.waveId}, ${quota}, 1)
    ON CONFLICT (organization_id, wave_id, quota) DO UPDATE SET times = kept.times + 1`.execute(tx);
}

/** How a quota stands, as it may be told: whoever counts in it has given certain answers. */
export type QuotaStanding = Fieldwork['quotas'][number];

/**
 * How the quotas of a wave stand, told in steps of `step` people and down from the last whole one, so that a count on view never gains
 * fewer; 1 tells them exactly. That a quota is full is told as it is: the pages for respondents tell it too.
 */
export async function standingQuotas(
  tx: Tx,
  wave: FieldedWave,
  quotas: readonly Quota[],
  step: number,
): Promise<QuotaStanding[]> {
  if (quotas.length === 0) return [];
  const told = (count: number): number => count - (count % step);
  const counted = await countQuotas(tx, wave);
  const { rows } = await sql<{ quota: string; times: number }>`
    SELECT quota, times FROM collection.quota_refusal
    WHERE organization_id = ${wave.organizationId} AND wave_id = ${wave.waveId}`.execute(tx);
  const refused = new Map(rows.map(({ quota, times }) => [quota, times]));
  const standing: QuotaStanding[] = [];
  for (const { code, label, target, whenFull } of quotas) {
    const count = counted.get(quotaKey(wave.waveId, code)) ?? 0;
    const isFull = count >= target;
    standing.push({ code, label, target, whenFull, isFull, count: told(count), refused: told(refused.get(code) ?? 0) });
  }
  return standing;
}

/** How many responses count in each quota, by its key: of days that are over as they were counted when mixed, of the present day one by one. */
async function countQuotas(tx: Tx, wave: FieldedWave): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ quota: string; count: number }>`
    SELECT quota, sum(count)::integer AS count FROM (
      SELECT quota, count FROM collection.quota_count
        WHERE organization_id = ${wave.organizationId} AND wave_id = ${wave.waveId}
      UNION ALL
      SELECT q.quota, count(*) FROM collection.response CROSS JOIN LATERAL unnest(quotas) AS q (quota)
        WHERE organization_id = ${wave.organizationId} AND wave_id = ${wave.waveId} AND NOT mixed GROUP BY 1
    ) AS counted GROUP BY quota`.execute(tx);
  return new Map(rows.map(({ quota, count }) => [quota, count]));
}
