import { type Answers, screenAnswers } from '@common-measure/instrument';
import { dayIn, type FieldedWave } from '@common-measure/modules/studies/server';
import type { Database, Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import { contentHash, type SentResponse } from '../response-store.ts';
import type { Conflicts } from './contract.ts';

/** Contents that differ from the first and are kept: of one id, and of one used link. More are refused and counted. */
export const mostDiffering = 5;

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

/** The same in a transaction that is under way; false where so much is kept of the id already that this was refused and counted. */
export async function writeConflict(tx: Tx, wave: FieldedWave, sent: SentResponse, now: Date): Promise<boolean> {
  const { answers } = screenAnswers(sent.answers, sent.language);
  const { organizationId, waveId } = wave;
  const hash = contentHash(waveId, sent);
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`collection.conflict ${sent.id}`}, 0))`.execute(tx);
  const { rows } = await sql<{ known: boolean; others: number }>`
    SELECT coalesce(bool_or(content_hash = ${hash}), false) AS known, count(*)::integer AS others
    FROM collection.conflicting_response WHERE organization_id = ${organizationId} AND response_id = ${sent.id}`.execute(
    tx,
  );
  if (rows[0]?.known) return true;
  if ((rows[0]?.others ?? 0) >= mostDiffering) {
    await countRefusal(tx, wave);
    return false;
  }
  await sql`
    INSERT INTO collection.conflicting_response
      (organization_id, response_id, content_hash, wave_id, language, mode, sent_on, answers)
    VALUES (${organizationId}, ${sent.id}, ${hash}, ${waveId}, ${sent.language}, ${sent.mode},
      ${dayIn(wave.timeZone, now)}::date, ${JSON.stringify(answers)}::jsonb)`.execute(tx);
  return true;
}

/** Counts that something was sent besides and not kept. */
export async function countRefusal(tx: Tx, { organizationId, waveId }: FieldedWave): Promise<void> {
  await sql`
    INSERT INTO collection.conflict_refusal AS kept (organization_id, wave_id, times) VALUES (${organizationId}, ${waveId}, 1)
    ON CONFLICT (organization_id, wave_id) DO UPDATE SET times = kept.times + 1`.execute(tx);
}

/** What was sent besides: how much waits to be looked at, was taken in as a response of its own, and was refused as too much. */
export async function countConflicts(
  tx: Tx,
  organizationId: string,
  waveId: string,
): Promise<Pick<Conflicts, 'count' | 'accepted' | 'refused'>> {
  const { rows } = await sql<Pick<Conflicts, 'count' | 'accepted' | 'refused'>>`
    SELECT count(*) FILTER (WHERE accepted_as IS NULL)::integer AS count, count(accepted_as)::integer AS accepted,
      coalesce((SELECT times FROM collection.conflict_refusal
        WHERE organization_id = ${organizationId} AND wave_id = ${waveId}), 0) AS refused
    FROM collection.conflicting_response WHERE organization_id = ${organizationId} AND wave_id = ${waveId}`.execute(tx);
  return rows[0] ?? { count: 0, accepted: 0, refused: 0 };
}

/** What was sent, beside what stands under the same id, in the order of the random ids. */
export async function listConflicts(
  tx: Tx,
  organizationId: string,
  waveId: string,
): Promise<NonNullable<Conflicts['responses']>> {
  const { rows } = await sql<NonNullable<Conflicts['responses']>[number]>`
    SELECT c.response_id AS "responseId", encode(c.content_hash, 'hex') AS content, c.sent_on::text AS "sentOn", c.language, c.mode,
      c.answers, r.answers AS first
    FROM collection.conflicting_response c
    LEFT JOIN collection.response r ON r.organization_id = c.organization_id AND r.id = c.response_id
    WHERE c.organization_id = ${organizationId} AND c.wave_id = ${waveId} AND c.accepted_as IS NULL
    ORDER BY c.response_id, c.content_hash LIMIT 500`.execute(tx);
  return rows;
}

/** One of them, as it is taken in; null where it is not kept, or was taken in before. */
export interface KeptConflict {
  readonly language: string;
  readonly mode: SentResponse['mode'];
  readonly sentOn: string;
  readonly answers: Answers;
}

/** Hands out what was kept, to stand under `freshId` from now on. */
export async function takeConflict(
  tx: Tx,
  { organizationId, waveId }: FieldedWave,
  { responseId, content }: { readonly responseId: string; readonly content: string },
  freshId: string,
): Promise<KeptConflict | null> {
  const { rows } = await sql<KeptConflict>`
    SELECT language, mode, sent_on::text AS "sentOn", answers FROM collection.conflicting_response
    WHERE organization_id = ${organizationId} AND wave_id = ${waveId} AND response_id = ${responseId}
      AND content_hash = decode(${content}, 'hex') AND accepted_as IS NULL`.execute(tx);
  const done = await sql<{ done: boolean }>`
    SELECT collection.accept_conflict(${waveId}, ${responseId}, decode(${content}, 'hex'), ${freshId}) AS done`.execute(
    tx,
  );
  return done.rows[0]?.done === true ? (rows[0] ?? null) : null;
}
