import type pg from 'pg';
import { dayIn, endOfDay } from './wave-day.ts';

/** A round of any organization, for work by the clock. */
export interface FieldedRound {
  readonly organizationId: string;
  readonly surveyId: string;
  readonly waveId: string;
  readonly number: number;
  /** The day on which it ended in its time zone, as an ISO date: closed by somebody, or past its last day. Null while it takes answers. */
  readonly endedOn: string | null;
}

interface Row extends Omit<FieldedRound, 'endedOn'> {
  readonly isClosed: boolean;
  readonly closedAt: Date | null;
  readonly closesOn: string | null;
  readonly finishMinutes: number;
  readonly timeZone: string;
}

/**
 * The rounds of every organization that have been opened, as they stand at `now`. Days are told here and not by the database: one time
 * zone that it does not know would keep the rounds of everybody.
 */
export async function fieldedRounds(client: pg.ClientBase, now: Date): Promise<readonly FieldedRound[]> {
  const { rows } = await client.query<Row>(
    `SELECT w.organization_id AS "organizationId", w.study_id AS "surveyId", w.id AS "waveId", w.number,
       w.state = 'closed' AS "isClosed", w.closed_at AS "closedAt", w.closes_on::text AS "closesOn",
       w.finish_minutes AS "finishMinutes", s.time_zone AS "timeZone"
     FROM studies.wave w JOIN studies.study s ON s.organization_id = w.organization_id AND s.id = w.study_id
     WHERE w.state <> 'planned'`,
  );
  return rows.map(({ isClosed, closedAt, closesOn, finishMinutes, timeZone, ...round }) => {
    const over = closesOn === null ? null : endOfDay(timeZone, closesOn).getTime() + finishMinutes * 60_000;
    const isOver = isClosed || (over !== null && over <= now.getTime());
    const days = [closedAt && dayIn(timeZone, closedAt), closesOn].filter((day) => day !== null);
    return { ...round, endedOn: isOver ? (days.toSorted()[0] ?? null) : null };
  });
}
