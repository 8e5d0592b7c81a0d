import type { MarkKind, ResponseMarks } from '@common-measure/dataset';
import { type Answers, canStraightLine, type Instrument, straightLining } from '@common-measure/instrument';
import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import { isHasty, type PageLooks } from './page-haste.ts';

/** What is marked on a response as it is recorded: nothing of it changes an answer or leaves one out. */
export function marksOf(
  instrument: Instrument,
  answers: Answers,
  beside: { readonly looks?: PageLooks | undefined; readonly invitedEvery?: number | null } = {},
): ResponseMarks {
  return {
    straightLined: straightLining(instrument, answers),
    hasty: isHasty(beside.looks ?? {}),
    invitedEvery: beside.invitedEvery ?? null,
  };
}

/** What can be marked in a wave: invitations only where other pages have invited to it. */
export async function markKindsOf(
  tx: Tx,
  organizationId: string,
  waveId: string,
  instrument: Instrument,
): Promise<readonly MarkKind[]> {
  const { rows } = await sql`
    SELECT 1 FROM collection.intercept_count WHERE organization_id = ${organizationId} AND wave_id = ${waveId} LIMIT 1`.execute(
    tx,
  );
  return [
    ...(canStraightLine(instrument) ? (['straight-lining'] as const) : []),
    'speeding',
    ...(rows.length > 0 ? (['invitation'] as const) : []),
  ];
}

/** How many responses a wave has, how many carry each mark, and of how many it can be told. */
export interface MarkCounts {
  readonly responses: number;
  readonly linesTold: number;
  readonly straightLined: number;
  readonly hasteTold: number;
  readonly hasty: number;
}

/** Of days that are over from what was counted as they were mixed, of the present day from the responses. */
export async function countMarks(tx: Tx, organizationId: string, waveId: string): Promise<MarkCounts> {
  const { rows } = await sql<MarkCounts>`
    SELECT coalesce(sum(responses), 0)::integer AS responses, coalesce(sum(lines_told), 0)::integer AS "linesTold", coalesce(sum(straight_lined), 0)::integer AS "straightLined",
      coalesce(sum(haste_told), 0)::integer AS "hasteTold", coalesce(sum(hasty), 0)::integer AS hasty
    FROM (
      SELECT 0 AS responses, lines_told, straight_lined, haste_told, hasty FROM collection.mark_count
        WHERE organization_id = ${organizationId} AND wave_id = ${waveId}
      UNION ALL
      SELECT sum(count), 0, 0, 0, 0 FROM collection.wave_count
        WHERE organization_id = ${organizationId} AND wave_id = ${waveId}
      UNION ALL
      SELECT count(*), count(straight_lined), count(*) FILTER (WHERE straight_lined), count(hasty), count(*) FILTER (WHERE hasty)
        FROM collection.response WHERE organization_id = ${organizationId} AND wave_id = ${waveId} AND NOT mixed
    ) AS counted`.execute(tx);
  return rows[0] ?? { responses: 0, linesTold: 0, straightLined: 0, hasteTold: 0, hasty: 0 };
}
