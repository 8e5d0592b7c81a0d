import type { WaveOutcomes } from '@common-measure/dataset';
import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import { readOnceSeries } from '../ways-in/once-store.ts';
import type { PageKey, PageTime } from './page-figures.ts';

export async function readPageTimes(tx: Tx, organizationId: string, waveId: string): Promise<readonly PageTime[]> {
  const { rows } = await sql<PageTime>`
    SELECT section, question, seconds, count FROM collection.page_time
    WHERE organization_id = ${organizationId} AND wave_id = ${waveId}`.execute(tx);
  return rows;
}

/**
 * Where people stopped: drafts that nobody has touched on this day or the one before, all of them where the wave is over, and those that
 * were erased since it was.
 */
export async function readStops(
  tx: Tx,
  organizationId: string,
  waveId: string,
  isOver: boolean,
): Promise<readonly (PageKey & { readonly count: number })[]> {
  const { rows } = await sql<PageKey & { readonly count: number }>`
    SELECT section, question, sum(count)::integer AS count FROM (
      SELECT section, coalesce(question, '') AS question, count(*) AS count FROM collection.draft
        WHERE organization_id = ${organizationId} AND wave_id = ${waveId} AND section IS NOT NULL
          AND (${isOver} OR touched_on < (now() AT TIME ZONE 'UTC')::date - 1) GROUP BY 1, 2
      UNION ALL
      SELECT section, question, count FROM collection.left_at
        WHERE organization_id = ${organizationId} AND wave_id = ${waveId}
    ) AS stopped GROUP BY 1, 2`.execute(tx);
  return rows;
}

/** How many people a wave has of each kind of ending; `sent` and `drafts` as they were counted. */
export async function readOutcomes(
  tx: Tx,
  organizationId: string,
  waveId: string,
  counts: { readonly total: number; readonly drafts: number; readonly withdrawn: number },
  isOver: boolean,
): Promise<WaveOutcomes> {
  const { rows } = await sql<{ idle: number; left: number; refused: number }>`
    SELECT (SELECT count(*)::integer FROM collection.draft WHERE organization_id = ${organizationId} AND wave_id = ${waveId}
        AND (${isOver} OR touched_on < (now() AT TIME ZONE 'UTC')::date - 1)) AS idle,
      (SELECT coalesce(sum(count), 0)::integer FROM collection.left_at
        WHERE organization_id = ${organizationId} AND wave_id = ${waveId}) AS left,
      (SELECT coalesce(sum(times), 0)::integer FROM collection.quota_refusal
        WHERE organization_id = ${organizationId} AND wave_id = ${waveId}) AS refused`.execute(tx);
  const { issued, onlyWay } = await readOnceSeries(tx, organizationId, waveId);
  const { idle = 0, left = 0, refused = 0 } = rows[0] ?? {};
  return {
    sent: counts.total,
    withdrawn: counts.withdrawn,
    brokenOff: idle + left,
    underWay: counts.drafts - idle,
    quotaFull: refused,
    issued: onlyWay ? issued : null,
  };
}
