import { type Instrument, questionsOf } from '@common-measure/instrument';
import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';

/** What the people who run a wave set for its fieldwork. */
export interface WavePlan {
  /** The question whose answer says the office or region; null where the questionnaire has none. */
  readonly officeQuestion: string | null;
  /** How many responses are wanted; null where nobody has said. */
  readonly target: number | null;
}

/** Waves whose plan is known to stand, of this process. */
const planned = new Set<string>();

/**
 * Says before the first answer arrives which question tells the office, so that responses are counted by it as they are mixed, and the
 * first look at a wave of a million has nothing to count.
 */
export async function planBeforeAnswers(
  tx: Tx,
  organizationId: string,
  waveId: string,
  instrument: Instrument,
): Promise<void> {
  if (planned.has(waveId)) return;
  await readWavePlan(tx, organizationId, waveId, instrument);
  planned.add(waveId);
}

/** The plan of a wave. The first look at a wave whose questionnaire asks for the office counts it by office, once. */
export async function readWavePlan(
  tx: Tx,
  organizationId: string,
  waveId: string,
  instrument: Instrument | null,
): Promise<WavePlan> {
  const { rows } = await sql<WavePlan>`
    SELECT office_question AS "officeQuestion", target FROM collection.wave_plan
    WHERE organization_id = ${organizationId} AND wave_id = ${waveId}`.execute(tx);
  const plan = rows[0] ?? { officeQuestion: null, target: null };
  const asked = instrument ? officeQuestionOf(instrument) : null;
  if (asked === null || plan.officeQuestion === asked) return plan;
  await sql`SELECT collection.set_office(${waveId}, ${asked})`.execute(tx);
  return { ...plan, officeQuestion: asked };
}

export async function saveTarget(tx: Tx, organizationId: string, waveId: string, target: number | null): Promise<void> {
  await sql`
    INSERT INTO collection.wave_plan (organization_id, wave_id, target) VALUES (${organizationId}, ${waveId}, ${target})
    ON CONFLICT (organization_id, wave_id) DO UPDATE SET target = excluded.target`.execute(tx);
}

/** The first question whose answer is one office or region; null where there is none. */
function officeQuestionOf(instrument: Instrument): string | null {
  const found = questionsOf(instrument).find(({ role, type }) => role === 'region' && type === 'single');
  return found?.code ?? null;
}
