import type pg from 'pg';

/** A round of any organization, for work by the clock. */
export interface FieldedRound {
  readonly organizationId: string;
  readonly surveyId: string;
  readonly waveId: string;
  readonly number: number;
  /** The day on which it ended in its time zone, as an ISO date: closed by somebody, or past its last day. Null while it takes answers. */
  readonly endedOn: string | null;
}

/** The rounds of every organization that have been opened, as they stand at `now`. */
export async function fieldedRounds(client: pg.ClientBase, now: Date): Promise<readonly FieldedRound[]> {
  const { rows } = await client.query<FieldedRound>(
    `SELECT w.organization_id AS "organizationId", w.study_id AS "surveyId", w.id AS "waveId", w.number,
       CASE WHEN w.state = 'closed'
           OR (w.closes_on + 1)::timestamp AT TIME ZONE s.time_zone + w.finish_minutes * interval '1 minute' <= $1::timestamptz
         THEN least((w.closed_at AT TIME ZONE s.time_zone)::date, w.closes_on)::text END AS "endedOn"
     FROM studies.wave w JOIN studies.study s ON s.organization_id = w.organization_id AND s.id = w.study_id
     WHERE w.state <> 'planned'`,
    [now],
  );
  return rows;
}
