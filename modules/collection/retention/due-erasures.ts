import { fieldedRounds } from '@common-measure/modules/studies/server';
import type pg from 'pg';
import { defaultRetention, type ErasedThing, pretestDays, retentionSchema } from '../privacy-contract.ts';

/** Something that a survey's rule says is to be erased now. */
export interface DueErasure {
  readonly organizationId: string;
  readonly surveyId: string;
  readonly waveId: string;
  /** 0 for a pretest, which is no round. */
  readonly round: number;
  readonly what: Exclude<ErasedThing, 'response'>;
  /** Up to and with that day, as an ISO date. */
  readonly until: string;
  /** How many it are. */
  readonly number: number;
}

/** What is to be erased by the rules of all surveys at that moment, or of one; counted, and nothing done yet. */
export async function dueErasures(
  client: pg.ClientBase,
  now: Date,
  surveyId: string | null = null,
): Promise<readonly DueErasure[]> {
  const rules = await client.query<{ organization_id: string; study_id: string; content: unknown }>(
    'SELECT organization_id, study_id, content FROM collection.retention',
  );
  const ruleOf = new Map(
    rules.rows.map((row) => [`${row.organization_id} ${row.study_id}`, retentionSchema.parse(row.content)]),
  );
  const today = dayOf(now);
  const due: DueErasure[] = [];
  const add = async (one: Omit<DueErasure, 'number'>) => {
    const number = await countDue(client, one);
    if (number > 0) due.push({ ...one, number });
  };
  for (const round of await fieldedRounds(client, now)) {
    if (surveyId !== null && round.surveyId !== surveyId) continue;
    const { organizationId, waveId, endedOn } = round;
    const rule = ruleOf.get(`${organizationId} ${round.surveyId}`) ?? defaultRetention;
    const isOver = (days: number | null) => days !== null && endedOn !== null && endedOn < daysBefore(now, days);
    const one = { organizationId, surveyId: round.surveyId, waveId, round: round.number, until: today };
    if (isOver(rule.drafts)) await add({ ...one, what: 'drafts' });
    if (isOver(rule.responses)) await add({ ...one, what: 'responses' });
    else if (isOver(rule.comments)) await add({ ...one, what: 'comments' });
    // What was masked goes by the day of the answers: a survey may be open for years.
    await add({ ...one, what: 'originals', until: daysBefore(now, rule.originals + 1) });
  }
  for (const pretest of await overduePretests(client, daysBefore(now, pretestDays)))
    if (surveyId === null || pretest.surveyId === surveyId)
      await add({ ...pretest, round: 0, what: 'pretest', until: today });
  return due;
}

/** Pretests in which nothing was sent since that day. */
async function overduePretests(
  client: pg.ClientBase,
  since: string,
): Promise<readonly { readonly organizationId: string; readonly surveyId: string; readonly waveId: string }[]> {
  const { rows } = await client.query<{ organizationId: string; surveyId: string; waveId: string }>(
    `SELECT p.organization_id AS "organizationId", p.study_id AS "surveyId", p.id AS "waveId" FROM collection.pretest p
     WHERE p.begun_on < $1::date AND NOT EXISTS (SELECT 1 FROM collection.response r
       WHERE r.organization_id = p.organization_id AND r.wave_id = p.id AND r.answered_on >= $1::date)`,
    [since],
  );
  return rows;
}

async function countDue(client: pg.ClientBase, due: Omit<DueErasure, 'number'>): Promise<number> {
  const of = 'organization_id = $1 AND wave_id = $2';
  const counts: Readonly<Record<DueErasure['what'], string>> = {
    drafts: `SELECT count(*)::integer AS n FROM collection.draft WHERE ${of} AND $3::date IS NOT NULL`,
    responses: `SELECT count(*)::integer AS n FROM collection.response WHERE ${of} AND answered_on <= $3::date`,
    comments: `SELECT count(*)::integer AS n FROM collection.response
      WHERE ${of} AND answered_on <= $3::date AND collection.has_comment(answers, language)`,
    pretest: `SELECT (SELECT count(*) FROM collection.response WHERE ${of} AND answered_on <= $3::date)::integer
      + (SELECT count(*) FROM collection.draft WHERE ${of})::integer AS n`,
    originals: `SELECT count(*)::integer AS n FROM collection.original_text WHERE ${of} AND answered_on <= $3::date`,
  };
  const { rows } = await client.query<{ n: number }>(counts[due.what], [due.organizationId, due.waveId, due.until]);
  return rows[0]?.n ?? 0;
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

function daysBefore(now: Date, days: number): string {
  return dayOf(new Date(now.getTime() - days * 86_400_000));
}
