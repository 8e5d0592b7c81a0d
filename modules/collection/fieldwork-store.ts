import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import type { Fieldwork } from './contract.ts';

interface GroupRow {
  by: 'all' | 'day' | 'mode' | 'language';
  key: string;
  count: number;
}

/** How many responses a wave has by day, mode and language, how many were begun and how many withdrawn. */
export async function countFieldwork(
  tx: Tx,
  organizationId: string,
  waveId: string,
): Promise<Omit<Fieldwork, 'link' | 'threshold' | 'exports' | 'quotas' | 'quotaStep' | 'asksContact'>> {
  const { rows } = await sql<GroupRow>`
    SELECT CASE grouping(answered_on, mode, language) WHEN 7 THEN 'all' WHEN 3 THEN 'day' WHEN 5 THEN 'mode' ELSE 'language' END AS by,
      coalesce(answered_on::text, mode, language, '') AS key, count(*)::integer AS count
    FROM collection.response WHERE organization_id = ${organizationId} AND wave_id = ${waveId}
    GROUP BY GROUPING SETS ((), (answered_on), (mode), (language)) ORDER BY key`.execute(tx);
  const others = await sql<{ drafts: number; withdrawn: number }>`
    SELECT (SELECT count(*)::integer FROM collection.draft WHERE organization_id = ${organizationId} AND wave_id = ${waveId}) AS drafts,
      (SELECT count(*)::integer FROM collection.withdrawal WHERE organization_id = ${organizationId} AND wave_id = ${waveId}) AS withdrawn`.execute(
    tx,
  );
  const of = (by: GroupRow['by']) => rows.filter((row) => row.by === by).map(({ key, count }) => ({ key, count }));
  return {
    total: of('all')[0]?.count ?? 0,
    drafts: others.rows[0]?.drafts ?? 0,
    withdrawn: others.rows[0]?.withdrawn ?? 0,
    byDay: of('day'),
    byMode: of('mode'),
    byLanguage: of('language'),
  };
}

/** How many responses each wave of the organization has; waves without any are left out. */
export async function countByWave(tx: Tx, organizationId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ wave_id: string; count: number }>`
    SELECT wave_id, count(*)::integer AS count FROM collection.response
    WHERE organization_id = ${organizationId} GROUP BY wave_id`.execute(tx);
  return new Map(rows.map((row) => [row.wave_id, row.count]));
}
