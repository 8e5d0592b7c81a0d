import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import { defaultRetention, type Erasure, type Retention, retentionSchema } from '../privacy-contract.ts';

/** How long a survey keeps what people sent and began. */
export async function readRetention(tx: Tx, organizationId: string, surveyId: string): Promise<Retention> {
  const { rows } = await sql<{ content: unknown }>`SELECT content FROM collection.retention
    WHERE organization_id = ${organizationId} AND study_id = ${surveyId}`.execute(tx);
  return retentionSchema.parse(rows[0]?.content ?? defaultRetention);
}

export async function saveRetention(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  retention: Retention,
): Promise<void> {
  await sql`INSERT INTO collection.retention AS kept (organization_id, study_id, content)
    VALUES (${organizationId}, ${surveyId}, ${JSON.stringify(retention)})
    ON CONFLICT (organization_id, study_id) DO UPDATE SET content = excluded.content`.execute(tx);
}

/** What was erased of these rounds and of pretests of the survey, latest first; single responses of one day and round are told together. */
export async function listErasures(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  rounds: readonly { readonly waveId: string; readonly number: number }[],
): Promise<Erasure[]> {
  const { rows } = await sql<Erasure & { wave_id: string }>`
    SELECT what, wave_id, erased_on::text AS "erasedOn", sum(number)::integer AS number, bool_and(cleared) AS cleared
    FROM collection.erasure WHERE organization_id = ${organizationId}
      AND (wave_id = ANY (${rounds.map(({ waveId }) => waveId)}::uuid[]) OR study_id = ${surveyId})
    GROUP BY what, wave_id, erased_on ORDER BY erased_on DESC, what`.execute(tx);
  const numbers = new Map(rounds.map(({ waveId, number }) => [waveId, number]));
  return rows.map(({ wave_id, what, erasedOn, number, cleared }) => ({
    ...{ what, erasedOn, number, cleared },
    round: numbers.get(wave_id) ?? 0,
  }));
}

/** How many comments with something masked are still kept as they were written. */
export async function countOriginals(tx: Tx, waveIds: readonly string[]): Promise<number> {
  let count = 0;
  for (const waveId of waveIds) {
    const { rows } = await sql<{
      n: number;
    }>`SELECT count(*)::integer AS n FROM collection.read_originals(${waveId})`.execute(tx);
    count += rows[0]?.n ?? 0;
  }
  return count;
}
