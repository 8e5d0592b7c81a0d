import { createHash } from 'node:crypto';
import { type Answers, canonicalAnswers } from '@common-measure/instrument';
import { dayIn, type FieldedWave } from '@common-measure/modules/studies/server';
import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import { withdrawalHash } from './answer-key.ts';
import type { AnswerMode } from './contract.ts';
import { mixSomeArrivals } from './mixing.ts';
import { quotaKey } from './quota-store.ts';
import type { CollectionTables } from './tables.ts';

export interface SentResponse {
  readonly id: string;
  readonly language: string;
  readonly mode: AnswerMode;
  /** One entry for every question: see `recordedAnswers`. */
  readonly answers: Answers;
  readonly withdrawalCode: string | null;
  /** Codes of the quotas it counts in; left out, none. */
  readonly quotas?: readonly string[];
}

/**
 * `recorded` now, or `known` already with the same content; `conflict`: that id stands for other content; `withdrawn`: erased;
 * `code-taken`: the withdrawal code is that of another response.
 */
export type Reception = 'recorded' | 'known' | 'conflict' | 'withdrawn' | 'code-taken';

/** Records a response once, whatever is sent how often: the row is durable when the transaction commits. */
export async function recordResponse(tx: Tx, wave: FieldedWave, sent: SentResponse, now: Date): Promise<Reception> {
  const hash = contentHash(wave.waveId, sent);
  if (await isWithdrawn(tx, wave.organizationId, sent.id)) return 'withdrawn';
  const day = dayIn(wave.timeZone, now);
  const inserted = await tx
    .withTables<CollectionTables>()
    .insertInto('collection.response')
    .values({
      organization_id: wave.organizationId,
      id: sent.id,
      wave_id: wave.waveId,
      language: sent.language,
      mode: sent.mode,
      answered_on: day,
      answers: JSON.stringify(sent.answers),
      content_hash: hash,
      quotas: (sent.quotas ?? []).map((code) => quotaKey(wave.waveId, code)),
      withdrawal_hash: sent.withdrawalCode === null ? null : withdrawalHash(sent.withdrawalCode),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) {
    await mixSomeArrivals(tx, wave.waveId, day);
    return 'recorded';
  }
  const present = await contentHashOf(tx, wave.organizationId, sent.id);
  if (present === null) return 'code-taken';
  return present.equals(hash) ? 'known' : 'conflict';
}

/** Whether a response with that id was recorded (and not withdrawn). */
export async function isRecorded(tx: Tx, organizationId: string, id: string): Promise<boolean> {
  return (await contentHashOf(tx, organizationId, id)) !== null;
}

/** Erases the answers of that withdrawal code; false where none belong to it. */
export async function withdrawResponse(tx: Tx, wave: FieldedWave, code: string, now: Date): Promise<boolean> {
  const day = dayIn(wave.timeZone, now);
  const done = await sql<{ done: boolean }>`
    SELECT collection.withdraw(${wave.waveId}, ${withdrawalHash(code)}, ${day}::date) AS done`.execute(tx);
  return done.rows[0]?.done === true;
}

async function isWithdrawn(tx: Tx, organizationId: string, id: string): Promise<boolean> {
  const row = await tx
    .withTables<CollectionTables>()
    .selectFrom('collection.withdrawal')
    .select('response_id')
    .where('organization_id', '=', organizationId)
    .where('response_id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

async function contentHashOf(tx: Tx, organizationId: string, id: string): Promise<Buffer | null> {
  const row = await tx
    .withTables<CollectionTables>()
    .selectFrom('collection.response')
    .select('content_hash')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.content_hash ?? null;
}

/** Of what was asked, how and what was answered; the language of the page does not make it another response. */
function contentHash(waveId: string, sent: SentResponse): Buffer {
  return createHash('sha256')
    .update(`${waveId}\n${sent.mode}\n${canonicalAnswers(sent.answers)}`)
    .digest();
}
