import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';

/**
 * How many answers were erased from the dataset of a report since each of its editions was made: withdrawn, erased at request or by a rule.
 * By the id of the edition; those from which nothing was erased are left out. An edition and its figures stand.
 */
export async function erasedSince(
  tx: Tx,
  organizationId: string,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; erased: number }>`
    WITH erasing AS (
      SELECT v.entity, v.at, CASE v.name WHEN 'dataset.purged' THEN (v.details ->> 'rows')::integer
          ELSE (v.details ->> 'before')::integer - (v.details ->> 'after')::integer END AS erased
      FROM cm.event v WHERE v.organization_id = ${organizationId}
        AND v.name IN ('dataset.rewritten', 'dataset.purged') AND v.details ? 'wave'
    )
    SELECT e.id, sum(g.erased)::integer AS erased FROM reports.edition e
      JOIN reports.report r ON r.organization_id = e.organization_id AND r.id = e.report_id
      JOIN erasing g ON g.entity = 'dataset:' || r.dataset_id AND g.at > e.created_at
    WHERE e.organization_id = ${organizationId} AND e.report_id = ANY (${reportIds}::uuid[])
    GROUP BY e.id HAVING sum(g.erased) > 0`.execute(tx);
  return new Map(rows.map(({ id, erased }) => [id, erased]));
}
