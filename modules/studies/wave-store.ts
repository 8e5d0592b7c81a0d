import type { SamplingClass } from '@common-measure/dataset';
import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import type { EndReason } from './contract.ts';
import type { StudiesTables } from './tables.ts';
import { letsIn } from './wave-day.ts';

/** A wave that has been opened: what collection needs to take answers and to hand on a dataset. */
export interface FieldedWave {
  readonly organizationId: string;
  readonly waveId: string;
  readonly surveyId: string;
  readonly name: { readonly en: string; readonly fr: string };
  readonly state: 'open' | 'closed';
  readonly closesOn: string | null;
  /** The first day on which answers are taken; null: from publishing on. */
  readonly opensOn: string | null;
  readonly isPaused: boolean;
  /** As many stored answers as close it; null: any number. */
  readonly closesAfter: number | null;
  /** It closes when every quota is full. */
  readonly closesWhenFull: boolean;
  /** How long whoever has begun may finish once it lets nobody in any more. */
  readonly finishMinutes: number;
  readonly endingSince: Date | null;
  readonly endedBecause: EndReason | null;
  readonly openedAt: Date;
  readonly timeZone: string;
  readonly samplingClass: SamplingClass;
  readonly instrumentVersionId: string;
  readonly token: string;
  /** Another after every change of the wave or its study; null of what is no wave, such as a pretest. */
  readonly revision: string | null;
}

/**
 * The organization and the wave behind a public token, typed as people copy it from a poster: capitals, O for 0, I and L for 1.
 * Null where nobody has given it out. Sees nothing else.
 */
export async function findWave(tx: Tx, token: string): Promise<{ organizationId: string; waveId: string } | null> {
  const plain = token.toLowerCase().replaceAll('o', '0').replace(/[il]/g, '1');
  const found = await sql<{
    organization_id: string;
    wave_id: string;
  }>`SELECT * FROM studies.find_wave(${plain})`.execute(tx);
  const row = found.rows[0];
  return row ? { organizationId: row.organization_id, waveId: row.wave_id } : null;
}

/** A fielded wave of the organization in which the transaction works; null where it is unknown or still planned. */
export async function readFieldedWave(tx: Tx, organizationId: string, waveId: string): Promise<FieldedWave | null> {
  const row = await tx
    .withTables<StudiesTables>()
    .selectFrom('studies.wave as w')
    .innerJoin('studies.study as s', (join) =>
      join.onRef('s.organization_id', '=', 'w.organization_id').onRef('s.id', '=', 'w.study_id'),
    )
    .select(['w.id', 'w.state', 'w.token', 'w.instrument_version_id', 'w.opened_at', 'w.paused_at', 's.id as study_id'])
    .select(['s.name_en', 's.name_fr', 's.time_zone', 's.sampling_class'])
    .select(['w.closes_after', 'w.closes_when_full', 'w.finish_minutes', 'w.ending_since', 'w.ended_because'])
    .select(sql<string | null>`w.closes_on::text`.as('closes_on'))
    .select(sql<string | null>`w.opens_on::text`.as('opens_on'))
    .select(sql<string>`studies.wave_revision(w.id)`.as('revision'))
    .where('w.organization_id', '=', organizationId)
    .where('w.id', '=', waveId)
    .executeTakeFirst();
  if (!row || row.state === 'planned' || !row.token || !row.instrument_version_id || !row.opened_at) return null;
  return {
    organizationId,
    waveId: row.id,
    surveyId: row.study_id,
    name: { en: row.name_en, fr: row.name_fr },
    state: row.state,
    closesOn: row.closes_on,
    opensOn: row.opens_on,
    isPaused: row.paused_at !== null,
    closesAfter: row.closes_after,
    closesWhenFull: row.closes_when_full,
    finishMinutes: row.finish_minutes,
    endingSince: row.ending_since,
    endedBecause: row.ended_because,
    openedAt: row.opened_at,
    timeZone: row.time_zone,
    samplingClass: row.sampling_class,
    instrumentVersionId: row.instrument_version_id,
    token: row.token,
    revision: row.revision,
  };
}

/** Where the same survey takes answers now: the token of its open wave; null where it takes none. */
export async function presentToken(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  now: Date,
): Promise<string | null> {
  const row = await tx
    .withTables<StudiesTables>()
    .selectFrom('studies.wave as w')
    .innerJoin('studies.study as s', (join) =>
      join.onRef('s.organization_id', '=', 'w.organization_id').onRef('s.id', '=', 'w.study_id'),
    )
    .select(['w.token', 'w.state', 'w.ending_since', 's.time_zone'])
    .select(sql<string | null>`w.closes_on::text`.as('closes_on'))
    .where('w.organization_id', '=', organizationId)
    .where('w.study_id', '=', surveyId)
    .orderBy('w.number', 'desc')
    .executeTakeFirst();
  if (!row) return null;
  const days = { state: row.state, closesOn: row.closes_on, endingSince: row.ending_since, timeZone: row.time_zone };
  return letsIn(days, now) ? row.token : null;
}
