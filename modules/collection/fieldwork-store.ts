import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import type { Fieldwork } from './contract.ts';

interface GroupRow {
  by: 'all' | 'day' | 'mode' | 'language' | 'office';
  key: string;
  count: number;
}

/** What is counted of a wave before anything is rounded: whoever tells the offices tells them in steps. */
export interface WaveCounts
  extends Pick<Fieldwork, 'total' | 'drafts' | 'withdrawn' | 'byDay' | 'byMode' | 'byLanguage'> {
  /** By the code of the office; those who said none are left out. */
  readonly byOffice: ReadonlyMap<string, number>;
}

/**
 * How many responses a wave has by day, mode, language and office, how many were begun and how many withdrawn: of days that are over from
 * what was counted as they were mixed, of the present day from the responses. `office` is the question that says it.
 */
export async function countFieldwork(
  tx: Tx,
  organizationId: string,
  waveId: string,
  office: string | null = null,
): Promise<WaveCounts> {
  const ofToday = office === null ? sql`''` : sql`coalesce(answers -> ${office}::text -> 'codes' ->> 0, '')`;
  const { rows } = await sql<GroupRow>`
    SELECT CASE grouping(answered_on, mode, language, office)
        WHEN 15 THEN 'all' WHEN 7 THEN 'day' WHEN 11 THEN 'mode' WHEN 13 THEN 'language' ELSE 'office' END AS by,
      coalesce(answered_on::text, mode, language, office, '') AS key, sum(count)::integer AS count
    FROM (
      SELECT answered_on, mode, language, office, count FROM collection.wave_count
        WHERE organization_id = ${organizationId} AND wave_id = ${waveId}
      UNION ALL
      SELECT answered_on, mode, language, office, count(*) FROM (
        SELECT answered_on, mode, language, ${ofToday} AS office FROM collection.response
          WHERE organization_id = ${organizationId} AND wave_id = ${waveId} AND NOT mixed) AS today
        GROUP BY 1, 2, 3, 4
    ) AS counted
    GROUP BY GROUPING SETS ((), (answered_on), (mode), (language), (office)) HAVING sum(count) > 0 ORDER BY key`.execute(
    tx,
  );
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
    byOffice: new Map(
      of('office')
        .filter(({ key }) => key !== '')
        .map(({ key, count }) => [key, count]),
    ),
  };
}

/** How many responses each wave of the organization has; waves without any are left out. */
export async function countByWave(tx: Tx, organizationId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ wave_id: string; count: number }>`
    SELECT wave_id, sum(count)::integer AS count FROM (
      SELECT wave_id, sum(count) AS count FROM collection.wave_count WHERE organization_id = ${organizationId} GROUP BY 1
      UNION ALL
      SELECT wave_id, count(*) FROM collection.response WHERE organization_id = ${organizationId} AND NOT mixed GROUP BY 1
    ) AS counted GROUP BY wave_id HAVING sum(count) > 0`.execute(tx);
  return new Map(rows.map((row) => [row.wave_id, row.count]));
}
