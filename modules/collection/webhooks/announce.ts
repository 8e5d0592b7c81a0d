import { policyFor } from '@common-measure/disclosure';
import { type Database, newId } from '@common-measure/platform/database';

/**
 * Announces by `collection.advanced` how many responses the waves of subscribers have, in whole steps of the disclosure threshold: a
 * count on the way out never gains fewer than that. Gives how many waves were announced.
 */
export async function announceAdvances(database: Database): Promise<number> {
  const { threshold } = policyFor('organization');
  return database.withOwner(async (client) => {
    await client.query('BEGIN');
    try {
      const advanced = await client.query<{
        organization_id: string;
        wave_id: string;
        study_id: string;
        total: number;
      }>(
        `SELECT w.organization_id, w.id AS wave_id, w.study_id, counted.total
           FROM studies.wave w
           CROSS JOIN LATERAL (SELECT (count(*) / $1 * $1)::integer AS total FROM collection.response r
             WHERE r.organization_id = w.organization_id AND r.wave_id = w.id) AS counted
           LEFT JOIN webhooks.advance a ON a.organization_id = w.organization_id AND a.wave_id = w.id
           WHERE w.state <> 'planned' AND counted.total > coalesce(a.announced, 0)
             AND EXISTS (SELECT 1 FROM webhooks.subscriber s WHERE s.organization_id = w.organization_id
               AND s.state = 'on' AND 'collection.advanced' = ANY (s.events))
           FOR UPDATE OF w SKIP LOCKED`,
        [threshold],
      );
      for (const { organization_id, wave_id, study_id, total } of advanced.rows) {
        await client.query(
          `INSERT INTO webhooks.advance (organization_id, wave_id, announced) VALUES ($1, $2, $3)
             ON CONFLICT (organization_id, wave_id) DO UPDATE SET announced = excluded.announced`,
          [organization_id, wave_id, total],
        );
        await client.query(
          `INSERT INTO cm.event (organization_id, id, name, account_id, entity, details) VALUES ($1, $2, 'collection.advanced', NULL, $3, $4)`,
          [organization_id, newId(), `wave:${wave_id}`, JSON.stringify({ survey: study_id, atLeast: total })],
        );
      }
      await client.query('COMMIT');
      return advanced.rows.length;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
  });
}
