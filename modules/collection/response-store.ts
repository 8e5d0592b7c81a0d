import { createHash } from 'node:crypto';
import { noMarks, type ResponseMarks } from '@common-measure/dataset';
import { type Answers, canonicalAnswers, screenAnswers } from '@common-measure/instrument';
import { dayIn, type FieldedWave } from '@common-measure/modules/studies/server';
import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import { withdrawalHash } from './answer-key.ts';
import type { AnswerMode } from './contract.ts';
import { mixSomeArrivals } from './mixing.ts';
import { keepOriginals } from './original-text-store.ts';
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
  /** What is marked on it beside its answers: see `marksOf`. Left out, nothing can be told. */
  readonly marks?: ResponseMarks;
}

/**
 * `recorded` now, or `known` already with the same content; `conflict`: that id stands for other content; `withdrawn`: erased;
 * `code-taken`: the withdrawal code is that of another response.
 */
export type Reception = 'recorded' | 'known' | 'conflict' | 'withdrawn' | 'code-taken';

/**
 * Records a response once, whatever is sent how often: the row is durable when the transaction commits. Words that tell who somebody is
 * are masked before they are kept; the checksum is of what was sent.
 */
export async function recordResponse(tx: Tx, wave: FieldedWave, sent: SentResponse, now: Date): Promise<Reception> {
  const [reception] = await recordResponses(tx, wave, [sent], now);
  if (reception === undefined) throw new Error('a response without reception');
  return reception;
}

/** The same for several responses of one wave, each with an id of its own, in their order. */
export async function recordResponses(
  tx: Tx,
  wave: FieldedWave,
  together: readonly SentResponse[],
  now: Date,
): Promise<readonly Reception[]> {
  const day = dayIn(wave.timeZone, now);
  const rows = together.map((sent) => {
    const { answers, originals } = screenAnswers(sent.answers, sent.language);
    return { sent: { ...sent, answers }, originals, hash: contentHash(wave.waveId, sent) };
  });
  const inserted = await insertNew(tx, wave, rows, day);
  await keepOriginals(
    tx,
    wave,
    rows.flatMap(({ sent: { id }, originals }) => (inserted.has(id) ? [{ id, texts: originals }] : [])),
    day,
  );
  if (inserted.size > 0) await mixSomeArrivals(tx, wave.waveId, day);
  const present = await contentHashesOf(
    tx,
    wave.organizationId,
    together.map(({ id }) => id).filter((id) => !inserted.has(id)),
  );
  return rows.map(({ sent: { id }, hash }) => {
    if (inserted.has(id)) return 'recorded';
    const known = present.get(id);
    if (known === 'withdrawn') return 'withdrawn';
    if (known === undefined) return 'code-taken';
    return known.equals(hash) ? 'known' : 'conflict';
  });
}

/**
 * Inserts those whose id was never seen, nor their withdrawal code; gives the ids that were new. They are written in the order of their
 * random ids: no order of arrival remains among them, and two transactions that meet never wait for each other in a ring.
 */
async function insertNew(
  tx: Tx,
  wave: FieldedWave,
  rows: readonly { readonly sent: SentResponse; readonly hash: Buffer }[],
  day: string,
): Promise<ReadonlySet<string>> {
  const content = rows.map(({ sent, hash }) => ({
    id: sent.id,
    language: sent.language,
    mode: sent.mode,
    answers: sent.answers,
    content_hash: hash.toString('hex'),
    quotas: (sent.quotas ?? []).map((code) => quotaKey(wave.waveId, code)),
    straight_lined: (sent.marks ?? noMarks).straightLined,
    hasty: (sent.marks ?? noMarks).hasty,
    invited_every: (sent.marks ?? noMarks).invitedEvery,
    withdrawal_hash: sent.withdrawalCode === null ? null : withdrawalHash(sent.withdrawalCode).toString('hex'),
  }));
  const inserted = await sql<{ id: string }>`
    INSERT INTO collection.response
      (organization_id, id, wave_id, language, mode, answered_on, answers, content_hash, quotas,
       straight_lined, hasty, invited_every, withdrawal_hash)
    SELECT ${wave.organizationId}::uuid, r.id, ${wave.waveId}::uuid, r.language, r.mode, ${day}::date, r.answers,
      decode(r.content_hash, 'hex'), r.quotas, r.straight_lined, r.hasty, r.invited_every, decode(r.withdrawal_hash, 'hex')
    FROM jsonb_to_recordset(${JSON.stringify(content)}::jsonb) AS r
      (id uuid, language text, mode text, answers jsonb, content_hash text, quotas text[], straight_lined boolean, hasty boolean,
       invited_every integer, withdrawal_hash text)
    WHERE NOT EXISTS (SELECT 1 FROM collection.withdrawal w
      WHERE w.organization_id = ${wave.organizationId}::uuid AND w.response_id = r.id)
    ORDER BY r.id
    ON CONFLICT DO NOTHING RETURNING id`.execute(tx);
  return new Set(inserted.rows.map(({ id }) => id));
}

/** Whether a response with that id was recorded (and not withdrawn). */
export async function isRecorded(tx: Tx, organizationId: string, id: string): Promise<boolean> {
  const present = (await contentHashesOf(tx, organizationId, [id])).get(id);
  return present !== undefined && present !== 'withdrawn';
}

/** Erases the answers of that withdrawal code; false where none belong to it. */
export async function withdrawResponse(tx: Tx, wave: FieldedWave, code: string, now: Date): Promise<boolean> {
  const day = dayIn(wave.timeZone, now);
  const done = await sql<{ done: boolean }>`
    SELECT collection.withdraw(${wave.waveId}, ${withdrawalHash(code)}, ${day}::date) AS done`.execute(tx);
  return done.rows[0]?.done === true;
}

/** By id: the checksum of the content that stands under it, or that it was withdrawn; ids never seen are left out. */
export async function contentHashesOf(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Buffer | 'withdrawn'>> {
  if (ids.length === 0) return new Map();
  const tables = tx.withTables<CollectionTables>();
  const recorded = await tables
    .selectFrom('collection.response')
    .select(['id', 'content_hash'])
    .where('organization_id', '=', organizationId)
    .where('id', 'in', ids)
    .execute();
  const withdrawn = await tables
    .selectFrom('collection.withdrawal')
    .select('response_id')
    .where('organization_id', '=', organizationId)
    .where('response_id', 'in', ids)
    .execute();
  return new Map<string, Buffer | 'withdrawn'>([
    ...recorded.map((row) => [row.id, row.content_hash] as const),
    ...withdrawn.map((row) => [row.response_id, 'withdrawn'] as const),
  ]);
}

/** Of what was asked, how and what was answered; the language of the page does not make it another response. */
export function contentHash(waveId: string, sent: SentResponse): Buffer {
  return createHash('sha256')
    .update(`${waveId}\n${sent.mode}\n${canonicalAnswers(sent.answers)}`)
    .digest();
}
