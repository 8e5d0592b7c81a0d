import type { FieldedWave } from '@common-measure/modules/studies/server';
import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import type { LateRow } from './late-file.ts';
import { uuidOf } from './row-id.ts';

/** A row with the id under which it is recorded. */
export type PlacedRow = LateRow & { readonly id: string };

/** What a file means for the batch under whose name it is joined. */
export interface LateBatch {
  readonly rows: readonly PlacedRow[];
  /** Some of the batch was joined before. */
  readonly isKnown: boolean;
  /** Ids of responses of the batch that the file no longer has: joining it takes them out. */
  readonly gone: readonly string[];
}

/**
 * Places the rows of a file in its batch. The id of a row follows from the wave, the batch, the row's content and how many rows like it
 * stand before it: the same file again is the same responses, and in a corrected one the rows that were left as they are stay the same.
 * A row that was taken out and comes back is a new response.
 */
export async function placeInBatch(
  tx: Tx,
  wave: FieldedWave,
  batch: string,
  rows: readonly LateRow[],
): Promise<LateBatch> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`collection.late ${wave.waveId} ${batch}`}, 0))`.execute(
    tx,
  );
  const { rows: known } = await sql<{ id: string; replaced: boolean }>`
    SELECT response_id AS id, replaced FROM collection.late_row
    WHERE organization_id = ${wave.organizationId} AND wave_id = ${wave.waveId} AND batch = ${batch}`.execute(tx);
  const states = new Map(known.map(({ id, replaced }) => [id, replaced]));
  const earlier = await recordedOf(
    tx,
    wave,
    rows.map(({ earlierId }) => earlierId),
  );
  const ids = idsOf(wave.waveId, batch, rows, (id) => states.get(id) === true);
  const placed = rows.map((row, at) => ({ ...row, id: earlier.has(row.earlierId) ? row.earlierId : (ids[at] ?? '') }));
  const present = new Set(placed.map(({ id }) => id));
  const stand = known.filter(({ replaced }) => !replaced).map(({ id }) => id);
  return { rows: placed, isKnown: stand.length > 0, gone: stand.filter((id) => !present.has(id)) };
}

/** From how many of its rows a file looks like another batch corrected. */
const alike = 0.5;
const mostBatches = 20;
const mostRows = 200;

/** A batch that was joined under another name and has at least half of these rows; null where there is none. */
export async function resembledBatch(
  tx: Tx,
  wave: FieldedWave,
  batch: string,
  rows: readonly LateRow[],
): Promise<{ readonly batch: string; readonly share: number } | null> {
  const { rows: others } = await sql<{ batch: string }>`
    SELECT batch FROM collection.late_row
    WHERE organization_id = ${wave.organizationId} AND wave_id = ${wave.waveId} AND batch <> ${batch} AND NOT replaced
    GROUP BY batch ORDER BY count(*) DESC LIMIT ${mostBatches}`.execute(tx);
  const some = rows.slice(0, mostRows);
  for (const other of others) {
    const ids = JSON.stringify(idsOf(wave.waveId, other.batch, some, () => false));
    const { rows: found } = await sql<{ same: number }>`
      SELECT count(*)::integer AS same FROM collection.late_row
      WHERE organization_id = ${wave.organizationId} AND batch = ${other.batch} AND NOT replaced
        AND response_id IN (SELECT value::uuid FROM jsonb_array_elements_text(${ids}::jsonb))`.execute(tx);
    const share = (found[0]?.same ?? 0) / some.length;
    if (share >= alike) return { batch: other.batch, share };
  }
  return null;
}

/** Notes which responses the batch consists of, after it was joined. */
export async function keepBatch(tx: Tx, wave: FieldedWave, batch: string, rows: readonly PlacedRow[]): Promise<void> {
  const ids = JSON.stringify(rows.map(({ id }) => id).toSorted());
  await sql`INSERT INTO collection.late_row (organization_id, wave_id, batch, response_id)
    SELECT ${wave.organizationId}::uuid, ${wave.waveId}::uuid, ${batch}, value::uuid
    FROM jsonb_array_elements_text(${ids}::jsonb) ON CONFLICT DO NOTHING`.execute(tx);
}

/** Erases what a corrected file no longer has; gives how many responses that were. */
export async function takeOut(tx: Tx, wave: FieldedWave, ids: readonly string[], day: string): Promise<number> {
  if (ids.length === 0) return 0;
  const { rows } = await sql<{ count: number }>`
    WITH gone AS (
      UPDATE collection.late_row SET replaced = true WHERE organization_id = ${wave.organizationId}
        AND response_id IN (SELECT value::uuid FROM jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
      RETURNING response_id)
    SELECT count(*) FILTER (WHERE collection.erase_response(${wave.waveId}, response_id, ${day}::date))::integer AS count
    FROM gone`.execute(tx);
  return rows[0]?.count ?? 0;
}

async function recordedOf(tx: Tx, wave: FieldedWave, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`SELECT r.id FROM collection.response r
    WHERE r.organization_id = ${wave.organizationId} AND r.wave_id = ${wave.waveId}
      AND r.id IN (SELECT value::uuid FROM jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

function idsOf(
  waveId: string,
  batch: string,
  rows: readonly LateRow[],
  isReplaced: (id: string) => boolean,
): readonly string[] {
  const met = new Map<string, number>();
  return rows.map(({ content }) => {
    const before = met.get(content) ?? 0;
    met.set(content, before + 1);
    for (let turn = 0; ; turn += 1) {
      const id = uuidOf(`common-measure late row of batch\0${waveId}\0${batch}\0${content}\0${before}\0${turn}`);
      if (!isReplaced(id)) return id;
    }
  });
}
