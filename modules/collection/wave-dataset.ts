import { type Codebook, codebookFromInstrument, type RecordedResponse, responseTable } from '@common-measure/dataset';
import { findOrganization } from '@common-measure/modules/accounts/server';
import { publishedInstrument } from '@common-measure/modules/instruments/server';
import { dayIn, readFieldedWave } from '@common-measure/modules/studies/server';
import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import { markKindsOf } from './fieldwork/response-marks.ts';
import { mixArrivals } from './mixing.ts';

/** Everything that a wave has collected up to now, as a dataset is made from it. */
export interface WaveDataset {
  readonly surveyId: string;
  readonly waveId: string;
  readonly state: 'open' | 'closed';
  readonly codebook: Codebook;
  /** The columns of the codebook, in its order. */
  readonly headers: readonly string[];
  /** One row per response, ordered by its random id: the order tells nothing. */
  readonly rows: readonly (readonly string[])[];
  /** The random id of each row's response, in the same order. */
  readonly ids: readonly string[];
}

/**
 * The responses of a wave as rows with their codebook, as they stand in this transaction; null where the wave is unknown or not
 * opened yet. Rows hold single answers: they go into a dataset behind disclosure control and nowhere else. Whoever publishes
 * results from a wave that is still open advances them only by the rule `admitToLive` of the disclosure package.
 */
export async function waveDataset(tx: Tx, organizationId: string, waveId: string): Promise<WaveDataset | null> {
  const wave = await readFieldedWave(tx, organizationId, waveId);
  const organization = await findOrganization(tx, organizationId);
  if (!wave || !organization) return null;
  const instrument = await publishedInstrument(tx, organizationId, wave.instrumentVersionId);
  const start = dayIn(wave.timeZone, wave.openedAt);
  const marks = await markKindsOf(tx, organizationId, waveId, instrument);
  const codebook = codebookFromInstrument(instrument, {
    title: wave.name,
    population: null,
    wave: { label: start, start },
    synthetic: organization.synthetic,
    design: {
      samplingClass: wave.samplingClass,
      weight: null,
      strata: [],
      clusters: [],
      fpc: [],
      nest: false,
      lonelyPsu: 'fail',
    },
    marks,
  });
  await mixArrivals(tx, waveId, wave.state === 'closed' ? 'closed' : { today: dayIn(wave.timeZone, new Date()) });
  const { headers } = responseTable(instrument, [], marks);
  const rows: (readonly string[])[] = [];
  const ids: string[] = [];
  for await (const some of recordedResponses(tx, organizationId, waveId)) {
    for (const row of responseTable(instrument, some, marks).rows) rows.push(row);
    for (const { id } of some) ids.push(id);
  }
  return { surveyId: wave.surveyId, waveId, state: wave.state, codebook, headers, rows, ids };
}

/** So many responses are in memory at once as they were recorded, each with an object for every question; their rows share most cells. */
const portion = 5000;

/** What was recorded of a wave, by the random id of each response, some thousands at a time. */
export async function* recordedResponses(
  tx: Tx,
  organizationId: string,
  waveId: string,
): AsyncGenerator<readonly (RecordedResponse & { readonly id: string })[]> {
  await sql`DECLARE recorded_responses NO SCROLL CURSOR FOR
    SELECT id, answers, language, mode, answered_on::text AS day, straight_lined, hasty, invited_every
    FROM collection.response WHERE organization_id = ${organizationId} AND wave_id = ${waveId} ORDER BY id`.execute(tx);
  for (;;) {
    const { rows } = await sql<RecordedRow>`FETCH ${sql.raw(String(portion))} FROM recorded_responses`.execute(tx);
    yield rows.map(({ straight_lined, hasty, invited_every, ...response }) => ({
      ...response,
      marks: { straightLined: straight_lined, hasty, invitedEvery: invited_every },
    }));
    if (rows.length < portion) break;
  }
  await sql`CLOSE recorded_responses`.execute(tx);
}

interface RecordedRow extends Omit<RecordedResponse, 'marks'> {
  readonly id: string;
  readonly straight_lined: boolean | null;
  readonly hasty: boolean | null;
  readonly invited_every: number | null;
}
