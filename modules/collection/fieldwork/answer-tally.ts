import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import type { AnswerTally } from './alert-look.ts';

/** What is tallied: the answers to a question in the days from `since` on, apart by the answers to `officeQuestion` where there is one. */
export interface Tallied {
  readonly surveyId: string;
  readonly question: string;
  readonly officeQuestion: string | null;
  /** An ISO date; later looks never ask for earlier days. */
  readonly since: string;
}

/**
 * How many gave which answer, by day and office: of days that are over from what is counted as they are mixed, of the present day from
 * the responses. The first look at a question of a wave counts its days once.
 */
export async function tallyAnswers(
  tx: Tx,
  organizationId: string,
  waveId: string,
  { surveyId, question, officeQuestion, since }: Tallied,
): Promise<readonly AnswerTally[]> {
  const watched = await sql<{ office: string | null }>`
    SELECT office_question AS office FROM collection.watched_question
    WHERE organization_id = ${organizationId} AND wave_id = ${waveId} AND question = ${question}`.execute(tx);
  if (watched.rows[0] === undefined || watched.rows[0].office !== officeQuestion)
    await sql`SELECT collection.watch_question(${waveId}, ${question}, ${surveyId}, ${officeQuestion}, ${since}::date)`.execute(
      tx,
    );
  const { rows } = await sql<AnswerTally>`
    SELECT day::text, office, codes, sum(count)::integer AS count FROM (
      SELECT answered_on AS day, office, codes, count FROM collection.watched_count
        WHERE organization_id = ${organizationId} AND wave_id = ${waveId} AND question = ${question} AND answered_on >= ${since}::date
      UNION ALL
      SELECT answered_on, coalesce(answers -> ${officeQuestion}::text -> 'codes' ->> 0, ''), answers -> ${question}::text -> 'codes', count(*)
        FROM collection.response
        WHERE organization_id = ${organizationId} AND wave_id = ${waveId} AND NOT mixed AND answered_on >= ${since}::date
          AND answers -> ${question}::text ? 'codes' GROUP BY 1, 2, 3
    ) AS counted GROUP BY day, office, codes HAVING sum(count) > 0`.execute(tx);
  return rows;
}

/** Answers that no rule of the survey watches any more are no longer counted. */
export async function forgetWatched(tx: Tx, surveyId: string): Promise<void> {
  await sql`SELECT collection.forget_watched(${surveyId})`.execute(tx);
}
