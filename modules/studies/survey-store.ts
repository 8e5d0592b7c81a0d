import { newId, type Tx } from '@common-measure/platform/database';
import { httpProblems } from '@common-measure/platform/http';
import { sql } from 'kysely';
import type { Survey } from './contract.ts';
import type { StudiesTables } from './tables.ts';
import { takesAnswers } from './wave-day.ts';

/** The surveys of an organization, newest first; removed ones are left out. */
export async function listSurveys(tx: Tx, organizationId: string): Promise<readonly Survey[]> {
  const rows = await surveyRows(tx, organizationId)
    .where('s.removed_at', 'is', null)
    .orderBy('s.created_at', 'desc')
    .orderBy('s.id', 'desc')
    .execute();
  return rows.map(surveyOf);
}

/** One survey, removed or not; a 404 where there is none. */
export async function readSurvey(tx: Tx, organizationId: string, id: string): Promise<Survey> {
  const row = await surveyRows(tx, organizationId).where('s.id', '=', id).executeTakeFirst();
  return row === undefined ? httpProblems.raise('not-found') : surveyOf(row);
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
    .innerJoin('studies.wave as w', (join) =>
      join.onRef('w.organization_id', '=', 's.organization_id').onRef('w.study_id', '=', 's.id').on('w.number', '=', 1),
    )
    .select(['s.id', 's.name_en', 's.name_fr', 's.sampling_class', 's.time_zone', 's.instrument_id', 's.created_at'])
    .select(['w.id as wave_id', 'w.state', 'w.token', 'w.opened_at', 'w.closed_at'])
    .select(sql<string | null>`w.closes_on::text`.as('closes_on'))
    .where('s.organization_id', '=', organizationId);
}

type SurveyRow = Awaited<ReturnType<ReturnType<typeof surveyRows>['execute']>>[number];

function surveyOf(row: SurveyRow): Survey {
  const open = takesAnswers({ state: row.state, closesOn: row.closes_on, timeZone: row.time_zone }, new Date());
  return {
    id: row.id,
    name: { en: row.name_en, fr: row.name_fr },
    samplingClass: row.sampling_class,
    timeZone: row.time_zone,
    instrumentId: row.instrument_id,
    waveId: row.wave_id,
    state: row.state === 'planned' ? 'draft' : open ? 'open' : 'finished',
    answerPath: row.token === null ? null : `/s/${row.token}`,
    closesOn: row.closes_on,
    openedAt: row.opened_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  };
}
