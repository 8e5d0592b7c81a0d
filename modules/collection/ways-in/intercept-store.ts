import { randomInt } from 'node:crypto';
import { dayIn, type FieldedWave } from '@common-measure/modules/studies/server';
import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';

export const interceptMoments = ['load', 'task', 'exit'] as const;

/** How pages elsewhere invite to a survey: one visit in `every`, at a moment of the visit. */
export interface Intercept {
  readonly every: number;
  readonly moment: (typeof interceptMoments)[number];
  /** How many days a browser remembers that somebody does not want to be asked; 0 for this visit only. */
  readonly rememberDays: number;
  readonly isOn: boolean;
}

export const interceptCounts = [
  'visits',
  'drawn',
  'remembered',
  'invited',
  'accepted',
  'declined',
  'answered',
] as const;
export type InterceptCount = (typeof interceptCounts)[number];

export async function readIntercept(tx: Tx, organizationId: string, studyId: string): Promise<Intercept | null> {
  const { rows } = await sql<Intercept>`
    SELECT every, moment, remember_days AS "rememberDays", is_on AS "isOn" FROM collection.intercept
    WHERE organization_id = ${organizationId} AND study_id = ${studyId}`.execute(tx);
  return rows[0] ?? null;
}

/** A new rate begins its draw anew, at a random start. */
export async function saveIntercept(tx: Tx, organizationId: string, studyId: string, wanted: Intercept): Promise<void> {
  const { every, moment, rememberDays, isOn } = wanted;
  await sql`
    INSERT INTO collection.intercept AS kept (organization_id, study_id, every, start, moment, remember_days, is_on)
    VALUES (${organizationId}, ${studyId}, ${every}, ${randomInt(every)}, ${moment}, ${rememberDays}, ${isOn})
    ON CONFLICT (organization_id, study_id) DO UPDATE SET every = excluded.every, moment = excluded.moment,
      remember_days = excluded.remember_days, is_on = excluded.is_on,
      start = CASE WHEN kept.every = excluded.every THEN kept.start ELSE excluded.start END,
      counted = CASE WHEN kept.every = excluded.every THEN kept.counted ELSE 0 END`.execute(tx);
}

/**
 * Counts one visit and says whether it is drawn: the visits of a survey in their order, one in `every`, from a random start. Null where
 * the survey invites nobody.
 */
export async function drawVisit(
  tx: Tx,
  wave: FieldedWave,
  hasRefused: boolean,
  now: Date,
): Promise<{ readonly isDrawn: boolean; readonly intercept: Intercept } | null> {
  const { rows } = await sql<Intercept & { place: string; start: number }>`
    UPDATE collection.intercept SET counted = counted + 1
    WHERE organization_id = ${wave.organizationId} AND study_id = ${wave.surveyId} AND is_on
    RETURNING every, moment, remember_days AS "rememberDays", is_on AS "isOn", counted - 1 AS place, start`.execute(tx);
  const [row] = rows;
  if (!row) return null;
  const isDrawn = Number(row.place) % row.every === row.start;
  const counts: InterceptCount[] = ['visits'];
  if (isDrawn) counts.push('drawn', hasRefused ? 'remembered' : 'invited');
  await count(tx, wave, row.every, counts, now);
  return { isDrawn, intercept: row };
}

/** Counts what became of an invitation. */
export async function countInvited(tx: Tx, wave: FieldedWave, what: 'accepted' | 'declined', now: Date): Promise<void> {
  const intercept = await readIntercept(tx, wave.organizationId, wave.surveyId);
  if (intercept) await count(tx, wave, intercept.every, [what], now);
}

/** Counts answers that came by an invitation, with the rate at which people were invited. */
export async function countAnswered(tx: Tx, wave: FieldedWave, now: Date): Promise<void> {
  const intercept = await readIntercept(tx, wave.organizationId, wave.surveyId);
  if (intercept) await count(tx, wave, intercept.every, ['answered'], now);
}

async function count(
  tx: Tx,
  wave: FieldedWave,
  every: number,
  counts: readonly InterceptCount[],
  now: Date,
): Promise<void> {
  const one = (name: InterceptCount): number => (counts.includes(name) ? 1 : 0);
  await sql`
    INSERT INTO collection.intercept_count AS kept
      (organization_id, wave_id, counted_on, every, visits, drawn, remembered, invited, accepted, declined, answered)
    VALUES (${wave.organizationId}, ${wave.waveId}, ${dayIn(wave.timeZone, now)}::date, ${every}, ${one('visits')}, ${one('drawn')},
      ${one('remembered')}, ${one('invited')}, ${one('accepted')}, ${one('declined')}, ${one('answered')})
    ON CONFLICT (organization_id, wave_id, counted_on, every) DO UPDATE SET
      visits = kept.visits + excluded.visits, drawn = kept.drawn + excluded.drawn,
      remembered = kept.remembered + excluded.remembered, invited = kept.invited + excluded.invited,
      accepted = kept.accepted + excluded.accepted, declined = kept.declined + excluded.declined,
      answered = kept.answered + excluded.answered`.execute(tx);
}

/** The counts of a wave by rate, all days together. */
export async function sumIntercept(
  tx: Tx,
  organizationId: string,
  waveId: string,
): Promise<({ readonly every: number } & Readonly<Record<InterceptCount, number>>)[]> {
  const { rows } = await sql<{ every: number } & Record<InterceptCount, number>>`
    SELECT every, sum(visits)::integer AS visits, sum(drawn)::integer AS drawn, sum(remembered)::integer AS remembered,
      sum(invited)::integer AS invited, sum(accepted)::integer AS accepted, sum(declined)::integer AS declined,
      sum(answered)::integer AS answered
    FROM collection.intercept_count WHERE organization_id = ${organizationId} AND wave_id = ${waveId}
    GROUP BY every ORDER BY every`.execute(tx);
  return rows;
}
