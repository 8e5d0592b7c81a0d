import { type Answers, screenAnswers, screeningRules } from '@common-measure/instrument';
import type pg from 'pg';

/** Responses looked at in one transaction. */
const batch = 200;
const nobody = '00000000-0000-0000-0000-000000000000';

/** Responses that are read before others have their turn: each takes a fraction of a millisecond. */
const atOnce = 20;

export interface EarlierScreening {
  /** Nothing is left that the present rules have not looked at. */
  readonly isOver: boolean;
  /** Responses with words of somebody's own that were looked at now. */
  readonly looked: number;
  /** Those in which something was masked now. */
  readonly masked: number;
  /** Rounds in which something was masked that still stands in columns, pages or log, by this run or one that was stopped. */
  readonly waves: readonly Round[];
}

interface Round {
  readonly organizationId: string;
  readonly waveId: string;
}

interface Stored {
  readonly organization_id: string;
  readonly id: string;
  readonly wave_id: string;
  readonly language: string;
  readonly day: string;
  readonly answers: Answers;
}

/**
 * Masks by the present rules what was stored before them: responses from before there was screening, and those that earlier rules read.
 * What stood there is kept apart as on arrival; where something is kept already, that is the earlier and stays. In batches, each of which
 * notes how far it came: stopped in the middle, or after `mostBatches`, the next run goes on. What is masked already is left as it is.
 */
export async function screenEarlier(
  client: pg.ClientBase,
  mostBatches = Number.POSITIVE_INFINITY,
): Promise<EarlierScreening> {
  await client.query(
    `INSERT INTO collection.screening_pass (rules, after_organization, after_response) VALUES ($1, $2, $2) ON CONFLICT DO NOTHING`,
    [screeningRules, nobody],
  );
  let looked = 0;
  let masked = 0;
  for (let batches = 0; ; batches += 1) {
    const stored = batches < mostBatches ? await nextBatch(client) : [];
    if (stored === null) return { isOver: true, looked, masked, waves: await unclearedRounds(client) };
    if (batches >= mostBatches) return { isOver: false, looked, masked, waves: await unclearedRounds(client) };
    const screened = await screenedOf(stored);
    await client.query('BEGIN');
    try {
      const waves = new Map<string, Round>();
      for (const { one, answers, originals } of screened) {
        if (!(await keepMasked(client, one, answers, originals))) continue;
        masked += 1;
        waves.set(one.wave_id, { organizationId: one.organization_id, waveId: one.wave_id });
      }
      await noteReached(client, stored, [...waves.values()]);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
    looked += stored.length;
  }
}

/** Those of them in which something is masked now; whoever answers meanwhile has their turn between. */
async function screenedOf(stored: readonly Stored[]) {
  const screened = [];
  for (const [at, one] of stored.entries()) {
    if (at % atOnce === 0) await new Promise((resume) => setImmediate(resume));
    const { answers, originals } = screenAnswers(one.answers, one.language);
    if (Object.keys(originals).length > 0) screened.push({ one, answers, originals });
  }
  return screened;
}

/** Whether something was stored before the present rules that they have not looked at, or have masked and not cleared away. */
export async function screeningDue(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ over: boolean }>(
    `SELECT done AND waves = '[]' AS over FROM collection.screening_pass WHERE rules = $1`,
    [screeningRules],
  );
  return rows[0]?.over !== true;
}

/** The next responses with a text among their answers; null where the pass is done. */
async function nextBatch(client: pg.ClientBase): Promise<readonly Stored[] | null> {
  const { rows: passes } = await client.query<{ after_organization: string; after_response: string; done: boolean }>(
    'SELECT after_organization, after_response, done FROM collection.screening_pass WHERE rules = $1',
    [screeningRules],
  );
  const [pass] = passes;
  if (pass === undefined || pass.done) return null;
  const { rows } = await client.query<Stored>(
    `SELECT organization_id, id, wave_id, language, answered_on::text AS day, answers FROM collection.response
     WHERE (organization_id, id) > ($1, $2) AND collection.has_comment(answers, language)
     ORDER BY organization_id, id LIMIT ${batch}`,
    [pass.after_organization, pass.after_response],
  );
  return rows;
}

/** False where the response was withdrawn or changed since it was read. */
async function keepMasked(client: pg.ClientBase, one: Stored, answers: Answers, texts: object): Promise<boolean> {
  const changed = await client.query(
    `UPDATE collection.response SET answers = $3 WHERE organization_id = $1 AND id = $2 AND answers = $4::jsonb`,
    [one.organization_id, one.id, JSON.stringify(answers), JSON.stringify(one.answers)],
  );
  if (changed.rowCount !== 1) return false;
  await client.query(
    `INSERT INTO collection.original_text AS kept (organization_id, response_id, wave_id, texts, answered_on)
       VALUES ($1, $2, $3, $4, $5::date)
       ON CONFLICT (organization_id, response_id) DO UPDATE SET texts = excluded.texts || kept.texts`,
    [one.organization_id, one.id, one.wave_id, JSON.stringify(texts), one.day],
  );
  return true;
}

async function noteReached(client: pg.ClientBase, stored: readonly Stored[], waves: readonly Round[]): Promise<void> {
  const last = stored.at(-1);
  await client.query(
    `UPDATE collection.screening_pass SET done = $4, after_organization = coalesce($2, after_organization),
       after_response = coalesce($3, after_response),
       waves = (SELECT coalesce(jsonb_agg(DISTINCT w), '[]') FROM jsonb_array_elements(waves || $5::jsonb) AS w)
     WHERE rules = $1`,
    [screeningRules, last?.organization_id ?? null, last?.id ?? null, stored.length < batch, JSON.stringify(waves)],
  );
}

async function unclearedRounds(client: pg.ClientBase): Promise<readonly Round[]> {
  const { rows } = await client.query<{ waves: readonly Round[] }>(
    'SELECT waves FROM collection.screening_pass WHERE rules = $1',
    [screeningRules],
  );
  return rows[0]?.waves ?? [];
}

/** Says that columns, pages and log were written anew since. */
export async function noteScreeningCleared(client: pg.ClientBase): Promise<void> {
  await client.query(`UPDATE collection.screening_pass SET waves = '[]' WHERE rules = $1`, [screeningRules]);
}
