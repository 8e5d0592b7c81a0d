import type { ScreenedAnswers } from '@common-measure/instrument';
import type { FieldedWave } from '@common-measure/modules/studies/server';
import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import type { OriginalText } from './privacy-contract.ts';

type Texts = ScreenedAnswers['originals'];

/** Keeps what stood where something was masked, in the order of random ids; responses in which nothing was are left out. */
export async function keepOriginals(
  tx: Tx,
  wave: FieldedWave,
  responses: readonly { readonly id: string; readonly texts: Texts }[],
  day: string,
): Promise<void> {
  const kept = responses.filter(({ texts }) => Object.keys(texts).length > 0);
  if (kept.length === 0) return;
  await sql`
    INSERT INTO collection.original_text (organization_id, response_id, wave_id, texts, answered_on)
    SELECT ${wave.organizationId}::uuid, r.id, ${wave.waveId}::uuid, r.texts, ${day}::date
    FROM jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) AS r (id uuid, texts jsonb) ORDER BY r.id`.execute(tx);
}

/** What was masked in a wave, by the random ids of the responses. For those declared to read single responses, and audited. */
export async function readOriginals(tx: Tx, waveId: string): Promise<OriginalText[]> {
  const { rows } = await sql<{ response_id: string; texts: Texts }>`
    SELECT response_id, texts FROM collection.read_originals(${waveId})`.execute(tx);
  return rows.flatMap(({ response_id, texts }) =>
    Object.entries(texts).map(([question, { text, kinds }]) => ({
      responseId: response_id,
      question,
      text,
      kinds: [...kinds],
    })),
  );
}
