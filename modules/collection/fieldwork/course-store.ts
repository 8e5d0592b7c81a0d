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

/** What was begun and not sent. */
export interface Unsent {
  /** Drafts that are kept. */
  readonly drafts: number;
  /** Begun and left: drafts that nobody has touched on this day or the one before, all of them where the wave is over, and those erased since. */
  readonly left: number;
  /** Drafts among them that are kept still. */
  readonly idle: number;
  /** Where those who left stopped. */
  readonly stops: readonly (PageKey & { readonly count: number })[];
}

export async function readUnsent(tx: Tx, organizationId: string, waveId: string, isOver: boolean): Promise<Unsent> {
  const { rows } = await sql<PageKey & { state: 'idle' | 'fresh' | 'erased'; count: number }>`
    SELECT section, question, CASE WHEN ${isOver} OR touched_on < (now() AT TIME ZONE 'UTC')::date - 1 THEN 'idle' ELSE 'fresh' END AS state,
      sum(count)::integer AS count
    FROM (SELECT coalesce(section, '') AS section, coalesce(question, '') AS question, touched_on, count(*) AS count
      FROM collection.draft WHERE organization_id = ${organizationId} AND wave_id = ${waveId} GROUP BY 1, 2, 3) AS drafts
    GROUP BY 1, 2, 3
    UNION ALL
    SELECT section, question, 'erased', count FROM collection.left_at
      WHERE organization_id = ${organizationId} AND wave_id = ${waveId}`.execute(tx);
  const sum = (states: readonly string[]): number =>
    rows.reduce((all, { state, count }) => all + (states.includes(state) ? count : 0), 0);
  return {
    drafts: sum(['idle', 'fresh']),
    left: sum(['idle', 'erased']),
    idle: sum(['idle']),
    stops: rows.filter(({ state, section }) => state !== 'fresh' && section !== ''),
  };
}

/** How many people a wave has of each kind of ending; `sent` and what is unsent as they were counted. */
export async function readOutcomes(
  tx: Tx,
  organizationId: string,
  waveId: string,
  sent: number,
  unsent: Unsent,
): Promise<WaveOutcomes> {
  const { rows } = await sql<{ withdrawn: number; refused: number }>`
    SELECT (SELECT count(*)::integer FROM collection.withdrawal
        WHERE organization_id = ${organizationId} AND wave_id = ${waveId}) AS withdrawn,
      (SELECT coalesce(sum(times), 0)::integer FROM collection.quota_refusal
        WHERE organization_id = ${organizationId} AND wave_id = ${waveId}) AS refused`.execute(tx);
  const { issued, onlyWay } = await readOnceSeries(tx, organizationId, waveId);
  const { withdrawn = 0, refused = 0 } = rows[0] ?? {};
  return {
    sent,
    withdrawn,
    brokenOff: unsent.left,
    underWay: unsent.drafts - unsent.idle,
    quotaFull: refused,
    issued: onlyWay ? issued : null,
  };
}
