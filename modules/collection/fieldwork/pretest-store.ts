import { randomBytes } from 'node:crypto';
import type { Answers, Instrument } from '@common-measure/instrument';
import { dayIn, type FieldedWave, readSurvey } from '@common-measure/modules/studies/server';
import { newId, type Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import type { PretestRecord } from './pretest-report.ts';

export interface StoredPretest {
  readonly id: string;
  readonly surveyId: string;
  readonly token: string;
  readonly instrument: Instrument;
  readonly begunOn: string;
}

/** The organization and the pretest behind a token; null where nobody has given it out. Sees nothing else. */
export async function findPretest(
  tx: Tx,
  token: string,
): Promise<{ readonly organizationId: string; readonly pretestId: string } | null> {
  const { rows } = await sql<{ organization_id: string; pretest_id: string }>`
    SELECT * FROM collection.find_pretest(${token.toLowerCase()})`.execute(tx);
  const [row] = rows;
  return row ? { organizationId: row.organization_id, pretestId: row.pretest_id } : null;
}

/** The pretest with that id, or that of a survey; null where there is none. */
export async function readPretest(
  tx: Tx,
  organizationId: string,
  of: { readonly id: string } | { readonly surveyId: string },
): Promise<StoredPretest | null> {
  const which = 'id' in of ? sql`id = ${of.id}` : sql`study_id = ${of.surveyId}`;
  const { rows } = await sql<StoredPretest>`
    SELECT id, study_id AS "surveyId", token, instrument, begun_on::text AS "begunOn" FROM collection.pretest
    WHERE organization_id = ${organizationId} AND ${which}`.execute(tx);
  return rows[0] ?? null;
}

/** A pretest as the pages for respondents know a wave. */
export async function waveOfPretest(tx: Tx, organizationId: string, pretest: StoredPretest): Promise<FieldedWave> {
  const survey = await readSurvey(tx, organizationId, pretest.surveyId);
  return {
    organizationId,
    waveId: pretest.id,
    surveyId: pretest.surveyId,
    name: survey.name,
    state: 'open',
    closesOn: null,
    opensOn: null,
    isPaused: false,
    closesAfter: null,
    closesWhenFull: false,
    finishMinutes: 0,
    endingSince: null,
    endedBecause: null,
    openedAt: new Date(`${pretest.begunOn}T00:00:00Z`),
    timeZone: survey.timeZone,
    samplingClass: 'non-probability',
    instrumentVersionId: pretest.id,
    token: pretest.token,
    revision: null,
  };
}

/** Begins the pretest of a survey; false where one is under way. */
export async function beginPretest(
  tx: Tx,
  organizationId: string,
  survey: { readonly id: string; readonly timeZone: string },
  instrument: Instrument,
  now: Date,
): Promise<boolean> {
  const token = Array.from(randomBytes(12), (byte) => '0123456789abcdefghjkmnpqrstvwxyz'[byte % 32]).join('');
  const { rows } = await sql`
    INSERT INTO collection.pretest (organization_id, id, study_id, token, instrument, begun_on)
    VALUES (${organizationId}, ${newId()}, ${survey.id}, ${token}, ${JSON.stringify(instrument)}::jsonb,
      ${dayIn(survey.timeZone, now)}::date)
    ON CONFLICT (organization_id, study_id) DO NOTHING RETURNING id`.execute(tx);
  return rows.length === 1;
}

/** Deletes the pretest of a survey with all that was sent; gives how many responses that were, null where there is none. */
export async function deletePretest(tx: Tx, surveyId: string): Promise<number | null> {
  const { rows } = await sql<{ gone: number | null }>`SELECT collection.delete_pretest(${surveyId}) AS gone`.execute(
    tx,
  );
  return rows[0]?.gone ?? null;
}

export async function readPretestRecord(tx: Tx, organizationId: string, id: string): Promise<PretestRecord> {
  const of = sql`organization_id = ${organizationId} AND wave_id = ${id}`;
  const responses = await sql<{ language: string; answers: Answers }>`
    SELECT language, answers FROM collection.response WHERE ${of} ORDER BY id`.execute(tx);
  const drafts = await sql<PretestRecord['drafts'][number]>`
    SELECT language, coalesce(section, '') AS section, coalesce(question, '') AS question, count(*)::integer AS count
    FROM collection.draft WHERE ${of} GROUP BY 1, 2, 3`.execute(tx);
  const times = await sql<PretestRecord['times'][number]>`
    SELECT split_part(section, ':', 1) AS language, split_part(section, ':', 2) AS section, question, seconds, count
    FROM collection.page_time WHERE ${of}`.execute(tx);
  return { responses: responses.rows, drafts: drafts.rows, times: times.rows };
}
