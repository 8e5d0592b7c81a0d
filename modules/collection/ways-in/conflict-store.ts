import { type Answers, screenAnswers } from '@common-measure/instrument';
import { dayIn, type FieldedWave } from '@common-measure/modules/studies/server';
import type { Database, Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import { contentHash, type SentResponse } from '../response-store.ts';
import type { Conflicts } from './contract.ts';

/** Keeps what was sent under an id that stands for other content, once; durable before the sender is told. */
export async function keepConflict(
  database: Database,
  wave: FieldedWave,
  sent: SentResponse,
  now: Date,
): Promise<void> {
  const scope = { organizationId: wave.organizationId, accountId: null };
  await database.transact(scope, (tx) => writeConflict(tx, wave, sent, now));
}

/** The same in a transaction that is under way. */
export async function writeConflict(tx: Tx, wave: FieldedWave, sent: SentResponse, now: Date): Promise<void> {
  const { answers } = screenAnswers(sent.answers, sent.language);
  await sql`
    INSERT INTO collection.conflicting_response
      (organization_id, response_id, content_hash, wave_id, language, mode, sent_on, answers)
    VALUES (${wave.organizationId}, ${sent.id}, ${contentHash(wave.waveId, sent)}, ${wave.waveId}, ${sent.language}, ${sent.mode},
      ${dayIn(wave.timeZone, now)}::date, ${JSON.stringify(answers)}::jsonb)
    ON CONFLICT DO NOTHING`.execute(tx);
}

export async function countConflicts(tx: Tx, organizationId: string, waveId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::integer AS count FROM collection.conflicting_response
    WHERE organization_id = ${organizationId} AND wave_id = ${waveId}`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** What was sent, beside what stands under the same id, in the order of the random ids. */
export async function listConflicts(
  tx: Tx,
  organizationId: string,
  waveId: string,
): Promise<NonNullable<Conflicts['responses']>> {
  const { rows } = await sql<{
    responseId: string;
    sentOn: string;
    language: string;
    mode: string;
    answers: Answers;
    first: Answers | null;
  }>`
    SELECT c.response_id AS "responseId", c.sent_on::text AS "sentOn", c.language, c.mode, c.answers, r.answers AS first
    FROM collection.conflicting_response c
    LEFT JOIN collection.response r ON r.organization_id = c.organization_id AND r.id = c.response_id
    WHERE c.organization_id = ${organizationId} AND c.wave_id = ${waveId} ORDER BY c.response_id, c.content_hash LIMIT 500`.execute(
    tx,
  );
  return rows;
}
