import { createDecipheriv, createHash } from 'node:crypto';
import { allot, heldQuotas, questionsOf, recordedAnswers, wayAhead } from '@common-measure/instrument';
import type { Tx } from '@common-measure/platform/database';
import { z } from 'zod';
import { chanceOf, isAnswerKey, responseIdOf, withdrawalCodeOf } from '../answer-key.ts';
import { enterPublicWave, type PublicWave } from '../open-wave.ts';
import { recordResponse, type SentResponse } from '../response-store.ts';
import { brokenOff } from './break-off.ts';
import { writeConflict } from './conflict-store.ts';
import type { KioskFileReport } from './contract.ts';
import { readSealingHash } from './kiosk-store.ts';
import { wayProblems } from './problems.ts';

const fileSchema = z.object({
  format: z.literal('common-measure kiosk file'),
  version: z.literal(1),
  device: z.uuid(),
  nonce: z.base64(),
  sealed: z.base64(),
});
const responseSchema = z.object({
  /** The person's key: id, receipt and withdrawal code follow from it, so that what comes twice counts once. */
  key: z.string().refine(isAnswerKey),
  language: z.string().max(35),
  end: z.enum(['send', 'break-off']),
  entries: z.record(z.string(), z.array(z.string())),
});
const contentSchema = z.object({ token: z.string().max(40), responses: z.array(responseSchema).max(10_000) });
type WaitingResponse = z.output<typeof responseSchema>;

/** What a device saved, opened under the hash of its key; refused where it is not of this survey, or was changed. */
export async function openKioskFile(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  text: string,
): Promise<{ readonly device: string; readonly responses: readonly WaitingResponse[]; readonly open: PublicWave }> {
  const file = fileSchema.safeParse(asJson(text));
  if (!file.success) return wayProblems.raise('kiosk-file-unreadable');
  const hash = await readSealingHash(tx, organizationId, surveyId, file.data.device);
  const opened = hash && unsealed(hash, file.data);
  const content = contentSchema.safeParse(opened === null ? null : asJson(opened));
  if (!content.success) return wayProblems.raise('kiosk-file-unreadable');
  const open = await enterPublicWave(tx, content.data.token, new Date());
  if (open?.wave.organizationId !== organizationId || open.wave.surveyId !== surveyId)
    return wayProblems.raise('kiosk-file-unreadable');
  return { device: file.data.device, responses: content.data.responses, open };
}

/** Records what waited, each under the id that it would have had by the network. */
export async function joinKioskFile(
  tx: Tx,
  open: PublicWave,
  responses: readonly WaitingResponse[],
  now: Date,
): Promise<KioskFileReport> {
  const report = { rows: responses.length, recorded: 0, known: 0, leftOut: 0 };
  for (const response of responses) {
    const sent = asSent(open, response);
    const reception = sent === null ? 'empty' : await recordResponse(tx, open.wave, sent, now);
    if (sent !== null && reception === 'conflict') await writeConflict(tx, open.wave, sent, now);
    if (reception === 'recorded') report.recorded += 1;
    else if (reception === 'known') report.known += 1;
    else report.leftOut += 1;
  }
  return report;
}

/** Null where nothing was answered. */
function asSent({ instrument }: PublicWave, { key, language, end, entries }: WaitingResponse): SentResponse | null {
  const { answers } = wayAhead(instrument, entries, allot(instrument, chanceOf(key)));
  const recorded = recordedAnswers(instrument, answers);
  const codes = questionsOf(instrument).map(({ code }) => code);
  const kept = end === 'send' ? recorded : brokenOff(codes, recorded);
  if (kept === null) return null;
  return {
    id: responseIdOf(key),
    language: instrument.languages.includes(language) ? language : (instrument.languages[0] ?? 'en'),
    mode: 'kiosk',
    answers: kept,
    withdrawalCode: end === 'send' ? withdrawalCodeOf(key) : null,
    quotas: end === 'send' ? heldQuotas(instrument, answers).map(({ code }) => code) : [],
  };
}

/** The content of a sealed file: see `sealed-file.ts` of the device. Null where it was changed or sealed under another key. */
function unsealed(hash: Buffer, file: { readonly nonce: string; readonly sealed: string }): string | null {
  const key = createHash('sha256').update('common-measure kiosk file\0').update(hash).digest();
  const sealed = Buffer.from(file.sealed, 'base64');
  const nonce = Buffer.from(file.nonce, 'base64');
  if (nonce.length !== 12 || sealed.length < 16) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
