import { versionNumbers } from '@common-measure/modules/instruments/server';
import { newId, type Tx } from '@common-measure/platform/database';
import { httpProblems } from '@common-measure/platform/http';
import { sql } from 'kysely';
import { type EndReason, inRound, type Survey, type SurveyRound } from './contract.ts';
import type { StudiesTables } from './tables.ts';
import { finishUntil, isOpen } from './wave-day.ts';

/** The surveys of an organization, newest first; removed ones are left out. */
export async function listSurveys(tx: Tx, organizationId: string): Promise<readonly Survey[]> {
  const rows = await surveyRows(tx, organizationId)
    .where('s.removed_at', 'is', null)
    .orderBy('s.created_at', 'desc')
    .orderBy('s.id', 'desc')
    .execute();
  const rounds = await roundsOf(tx, organizationId, null);
  return rows.map((row) => surveyOf(row, rounds.get(row.id) ?? []));
}

/** One survey, removed or not, in its present round or in the one of that number; a 404 where there is none. */
export async function readSurvey(tx: Tx, organizationId: string, id: string, round?: number): Promise<Survey> {
  const row = await surveyRows(tx, organizationId).where('s.id', '=', id).executeTakeFirst();
  if (row === undefined) return httpProblems.raise('not-found');
  const survey = surveyOf(row, (await roundsOf(tx, organizationId, id)).get(id) ?? []);
  if (round === undefined) return survey;
  return survey.rounds.some(({ number }) => number === round)
    ? inRound(survey, round)
    : httpProblems.raise('not-found');
}

export interface StudyFacts {
  readonly name: { readonly en: string; readonly fr: string };
  readonly samplingClass: Survey['samplingClass'];
  readonly timeZone: string;
  readonly instrumentId: string;
  readonly closesOn: string | null;
}

/** Keeps a study with its first wave, still planned. */
export async function insertSurvey(tx: Tx, organizationId: string, facts: StudyFacts): Promise<string> {
  const id = newId();
  const tables = tx.withTables<StudiesTables>();
  await tables
    .insertInto('studies.study')
    .values({
      organization_id: organizationId,
      id,
      name_en: facts.name.en,
      name_fr: facts.name.fr,
      instrument_id: facts.instrumentId,
      sampling_class: facts.samplingClass,
      time_zone: facts.timeZone,
    })
    .execute();
  await tables
    .insertInto('studies.wave')
    .values({
      organization_id: organizationId,
      id: newId(),
      study_id: id,
      number: 1,
      instrument_version_id: null,
      token: null,
      closes_on: facts.closesOn,
    })
    .execute();
  return id;
}

/** Adds a round that takes answers from now on, and gives the id of its wave. */
export async function insertRound(
  tx: Tx,
  organizationId: string,
  studyId: string,
  round: {
    readonly number: number;
    readonly versionId: string;
    readonly token: string;
    readonly closesOn: string | null;
  },
): Promise<string> {
  const id = newId();
  await tx
    .withTables<StudiesTables>()
    .insertInto('studies.wave')
    .values({
      organization_id: organizationId,
      id,
      study_id: studyId,
      number: round.number,
      state: 'open',
      instrument_version_id: round.versionId,
      token: round.token,
      closes_on: round.closesOn,
      opened_at: new Date().toISOString(),
    })
    .execute();
  return id;
}

export async function updateStudy(
  tx: Tx,
  organizationId: string,
  id: string,
  set: {
    name_en?: string;
    name_fr?: string;
    sampling_class?: Survey['samplingClass'];
    time_zone?: string;
    removed_at?: string | null;
  },
): Promise<void> {
  if (Object.keys(set).length === 0) return;
  await tx
    .withTables<StudiesTables>()
    .updateTable('studies.study')
    .set(set)
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute();
}

export async function updateWave(
  tx: Tx,
  organizationId: string,
  waveId: string,
  set: {
    closes_on?: string | null;
    state?: 'open' | 'closed';
    instrument_version_id?: string;
    token?: string;
    opened_at?: string;
    closed_at?: string | null;
    opens_on?: string | null;
    paused_at?: string | null;
    closes_after?: number | null;
    closes_when_full?: boolean;
    finish_minutes?: number;
    ending_since?: string | null;
    ended_because?: EndReason | null;
  },
): Promise<void> {
  if (Object.keys(set).length === 0) return;
  await tx
    .withTables<StudiesTables>()
    .updateTable('studies.wave')
    .set(set)
    .where('organization_id', '=', organizationId)
    .where('id', '=', waveId)
    .execute();
}

function surveyRows(tx: Tx, organizationId: string) {
  return tx
    .withTables<StudiesTables>()
    .selectFrom('studies.study as s')
    .select(['s.id', 's.name_en', 's.name_fr', 's.sampling_class', 's.time_zone', 's.instrument_id', 's.created_at'])
    .where('s.organization_id', '=', organizationId);
}

type SurveyRow = Awaited<ReturnType<ReturnType<typeof surveyRows>['execute']>>[number];

/** The rounds of one study or of all, by study, the newest first. */
async function roundsOf(
  tx: Tx,
  organizationId: string,
  studyId: string | null,
): Promise<ReadonlyMap<string, readonly SurveyRound[]>> {
  let query = tx
    .withTables<StudiesTables>()
    .selectFrom('studies.wave as w')
    .innerJoin('studies.study as s', (join) =>
      join.onRef('s.organization_id', '=', 'w.organization_id').onRef('s.id', '=', 'w.study_id'),
    )
    .select(['w.id', 'w.study_id', 'w.number', 'w.state', 'w.token', 'w.opened_at', 'w.closed_at', 's.time_zone'])
    .select(['w.paused_at', 'w.closes_after', 'w.closes_when_full', 'w.finish_minutes', 'w.ending_since'])
    .select('w.ended_because')
    .select(sql<string | null>`w.opens_on::text`.as('opens_on'))
    .select('w.instrument_version_id')
    .select(sql<string | null>`w.closes_on::text`.as('closes_on'))
    .where('w.organization_id', '=', organizationId)
    .orderBy('w.number', 'desc');
  if (studyId !== null) query = query.where('w.study_id', '=', studyId);
  const rows = await query.execute();
  const versions = await versionNumbers(tx, organizationId);
  const now = new Date();
  const all = rows.map((row): readonly [string, SurveyRound] => {
    const days = {
      state: row.state,
      closesOn: row.closes_on,
      timeZone: row.time_zone,
      finishMinutes: row.finish_minutes,
      endingSince: row.ending_since,
    };
    const open = isOpen(days, now);
    const round: SurveyRound = {
      waveId: row.id,
      number: row.number,
      version: row.instrument_version_id === null ? null : (versions.get(row.instrument_version_id) ?? null),
      state: row.state === 'planned' ? 'draft' : open ? 'open' : 'finished',
      answerPath: row.token === null ? null : `/s/${row.token}`,
      closesOn: row.closes_on,
      opensOn: row.opens_on,
      openedAt: row.opened_at?.toISOString() ?? null,
      closedAt: row.closed_at?.toISOString() ?? null,
      pausedAt: row.paused_at?.toISOString() ?? null,
      closesAfter: row.closes_after,
      closesWhenFull: row.closes_when_full,
      finishMinutes: row.finish_minutes,
      endingSince: row.ending_since?.toISOString() ?? null,
      endedBecause: row.ended_because,
      finishUntil: open ? (finishUntil(days, now)?.toISOString() ?? null) : null,
    };
    return [row.study_id, round];
  });
  return new Map([...Map.groupBy(all, ([id]) => id)].map(([id, rounds]) => [id, rounds.map(([, round]) => round)]));
}

function surveyOf(row: SurveyRow, rounds: readonly SurveyRound[]): Survey {
  const [present] = rounds;
  if (!present) throw new Error(`study ${row.id} has no wave`);
  const { number, ...wave } = present;
  return {
    id: row.id,
    name: { en: row.name_en, fr: row.name_fr },
    samplingClass: row.sampling_class,
    timeZone: row.time_zone,
    instrumentId: row.instrument_id,
    createdAt: row.created_at.toISOString(),
    ...wave,
    round: number,
    rounds: [...rounds],
  };
}
