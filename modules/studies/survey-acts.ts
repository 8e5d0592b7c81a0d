import { randomBytes } from 'node:crypto';
import { emptyInstrument, instrumentFromPack } from '@common-measure/instrument';
import {
  createInstrument,
  type Editor,
  publishInstrument,
  readInstrumentDraft,
} from '@common-measure/modules/instruments/server';
import { presentBank } from '@common-measure/modules/question-bank/server';
import type { Tx } from '@common-measure/platform/database';
import type { z } from 'zod';
import type {
  closingSchema,
  EndReason,
  newRoundSchema,
  newSurveySchema,
  reopeningSchema,
  Survey,
  surveyChangeSchema,
} from './contract.ts';
import { refuseUnknownZone } from './known-zone.ts';
import { readNotice, saveNotice } from './notice-store.ts';
import { studiesProblems } from './problems.ts';
import { questionnaireFrom } from './questionnaire-document.ts';
import { insertRound, insertSurvey, readSurvey, updateStudy, updateWave } from './survey-store.ts';
import { dayIn } from './wave-day.ts';

/** Creates a survey: its questionnaire from a file, from a ready selection of the bank or empty, its study and its first wave. */
export async function createSurvey(
  tx: Tx,
  organizationId: string,
  wanted: z.output<typeof newSurveySchema>,
  by: Editor = null,
): Promise<Survey> {
  const { bank } = await presentBank(tx);
  const pack = bank.packs.find((one) => one.id === wanted.packId);
  if (wanted.packId !== null && !pack) studiesProblems.raise('pack-unknown', { pack: wanted.packId });
  await refuseUnknownZone(tx, wanted.timeZone);
  refusePastDay(wanted.closesOn, wanted.timeZone);
  const draft =
    wanted.instrument === undefined
      ? pack
        ? instrumentFromPack(bank, pack, wanted.name)
        : emptyInstrument(wanted.name)
      : questionnaireFrom(wanted.instrument);
  const instrumentId = await createInstrument(tx, organizationId, draft, by);
  const id = await insertSurvey(tx, organizationId, { ...wanted, instrumentId });
  return readSurvey(tx, organizationId, id);
}

/** A new draft with the same questionnaire and settings, to change freely. */
export async function copySurvey(tx: Tx, organizationId: string, id: string, by: Editor = null): Promise<Survey> {
  const original = await readSurvey(tx, organizationId, id);
  const { instrument } = await readInstrumentDraft(tx, organizationId, original.instrumentId);
  const instrumentId = await createInstrument(tx, organizationId, instrument, by);
  const name = { en: `${original.name.en} (copy)`, fr: `${original.name.fr} (copie)` };
  const copy = await insertSurvey(tx, organizationId, { ...original, name, instrumentId, closesOn: null });
  await saveNotice(tx, organizationId, copy, await readNotice(tx, organizationId, id));
  return readSurvey(tx, organizationId, copy);
}

/** Changes name, first and last day and the rules of closing at any time, sampling class and time zone only before publishing. */
export async function changeSurvey(
  tx: Tx,
  organizationId: string,
  id: string,
  change: z.output<typeof surveyChangeSchema>,
): Promise<Survey> {
  const survey = await readSurvey(tx, organizationId, id);
  if (survey.state !== 'draft' && (change.samplingClass ?? change.timeZone) !== undefined)
    studiesProblems.raise('survey-fielded');
  if (change.timeZone !== undefined) await refuseUnknownZone(tx, change.timeZone);
  if (change.closesOn !== undefined) refusePastDay(change.closesOn, change.timeZone ?? survey.timeZone);
  const opensOn = change.opensOn === undefined ? survey.opensOn : change.opensOn;
  const closesOn = change.closesOn === undefined ? survey.closesOn : change.closesOn;
  if (opensOn !== null && closesOn !== null && closesOn < opensOn)
    studiesProblems.raise('opening-after-closing', { opensOn, closesOn });
  await updateStudy(tx, organizationId, id, {
    ...(change.name ? { name_en: change.name.en, name_fr: change.name.fr } : {}),
    ...(change.samplingClass ? { sampling_class: change.samplingClass } : {}),
    ...(change.timeZone ? { time_zone: change.timeZone } : {}),
  });
  await updateWave(tx, organizationId, survey.waveId, {
    ...(change.closesOn === undefined ? {} : { closes_on: change.closesOn }),
    ...(change.opensOn === undefined ? {} : { opens_on: change.opensOn }),
    ...(change.closesAfter === undefined ? {} : { closes_after: change.closesAfter }),
    ...(change.closesWhenFull === undefined ? {} : { closes_when_full: change.closesWhenFull }),
    ...(change.finishMinutes === undefined ? {} : { finish_minutes: change.finishMinutes }),
  });
  return readSurvey(tx, organizationId, id);
}

/** Publishes the questionnaire and opens the wave: from now on people can answer. Publishing twice changes nothing. */
export async function publishSurvey(tx: Tx, organizationId: string, id: string, accountId: string): Promise<Survey> {
  const survey = await readSurvey(tx, organizationId, id);
  if (survey.state !== 'draft') return survey;
  refusePastDay(survey.closesOn, survey.timeZone);
  const versionId = await publishInstrument(tx, organizationId, survey.instrumentId, accountId);
  await updateWave(tx, organizationId, survey.waveId, {
    state: 'open',
    instrument_version_id: versionId,
    token: newToken(),
    opened_at: new Date().toISOString(),
  });
  return readSurvey(tx, organizationId, id);
}

/**
 * Opens the next round: with the revised questionnaire where it is being revised, which becomes the next version, else with the same
 * version again. The round before is closed and keeps its version, its link and its answers; the new one has a link of its own.
 */
export async function openRound(
  tx: Tx,
  organizationId: string,
  id: string,
  wanted: z.output<typeof newRoundSchema>,
  accountId: string,
): Promise<Survey> {
  const survey = await readSurvey(tx, organizationId, id);
  if (survey.state === 'draft') studiesProblems.raise('survey-not-open');
  refusePastDay(wanted.closesOn, survey.timeZone);
  const versionId = await publishInstrument(tx, organizationId, survey.instrumentId, accountId);
  if (survey.closedAt === null) await closeNow(tx, organizationId, survey, 'round');
  await insertRound(tx, organizationId, id, {
    number: survey.round + 1,
    versionId,
    token: newToken(),
    closesOn: wanted.closesOn,
  });
  return readSurvey(tx, organizationId, id);
}

/**
 * Ends the wave: nobody is let in any more, and after the minutes in which those who have begun may finish, no more answers and no more
 * withdrawals. Of a wave that is closing already it ends these minutes.
 */
export async function closeSurvey(
  tx: Tx,
  organizationId: string,
  id: string,
  { finishMinutes }: z.output<typeof closingSchema> = { finishMinutes: 0 },
): Promise<Survey> {
  const survey = await readSurvey(tx, organizationId, id);
  if (survey.state === 'draft') studiesProblems.raise('survey-not-open');
  if (survey.state === 'open' && survey.endingSince === null && finishMinutes > 0)
    await updateWave(tx, organizationId, survey.waveId, {
      finish_minutes: finishMinutes,
      ending_since: new Date().toISOString(),
      ended_because: 'person',
    });
  else if (survey.closedAt === null) await closeNow(tx, organizationId, survey, 'person');
  return readSurvey(tx, organizationId, id);
}

async function closeNow(tx: Tx, organizationId: string, survey: Survey, because: EndReason): Promise<void> {
  const now = new Date().toISOString();
  await updateWave(tx, organizationId, survey.waveId, {
    state: 'closed',
    closed_at: now,
    ending_since: survey.endingSince ?? now,
    ended_because: survey.endedBecause ?? because,
  });
}

/** Takes no answers until it is resumed, and keeps what people have begun; of a paused survey it changes nothing. */
export async function pauseSurvey(tx: Tx, organizationId: string, id: string): Promise<Survey> {
  const survey = await readSurvey(tx, organizationId, id);
  if (survey.state !== 'open' || survey.finishUntil !== null) studiesProblems.raise('survey-not-running');
  if (survey.pausedAt === null)
    await updateWave(tx, organizationId, survey.waveId, { paused_at: new Date().toISOString() });
  return readSurvey(tx, organizationId, id);
}

export async function resumeSurvey(tx: Tx, organizationId: string, id: string): Promise<Survey> {
  const survey = await readSurvey(tx, organizationId, id);
  if (survey.state !== 'open') studiesProblems.raise('survey-not-running');
  await updateWave(tx, organizationId, survey.waveId, { paused_at: null });
  return readSurvey(tx, organizationId, id);
}

/**
 * Takes answers again after the survey closed or while it is closing. The rule that closed it is taken away, or it would close again at
 * once: a last day that is over, the number of answers, or the quotas. Of an open survey it changes nothing.
 */
export async function reopenSurvey(
  tx: Tx,
  organizationId: string,
  id: string,
  { closesOn }: z.output<typeof reopeningSchema> = {},
): Promise<Survey> {
  const survey = await readSurvey(tx, organizationId, id);
  if (survey.state === 'draft') studiesProblems.raise('survey-not-open');
  if (closesOn) refusePastDay(closesOn, survey.timeZone);
  const isOver = survey.closesOn !== null && survey.closesOn < dayIn(survey.timeZone, new Date());
  if (survey.state === 'open' && survey.finishUntil === null) return survey;
  await updateWave(tx, organizationId, survey.waveId, {
    state: 'open',
    closed_at: null,
    paused_at: null,
    ending_since: null,
    ended_because: null,
    ...(closesOn !== undefined ? { closes_on: closesOn } : isOver ? { closes_on: null } : {}),
    ...(survey.endedBecause === 'answers' ? { closes_after: null } : {}),
    ...(survey.endedBecause === 'quotas' ? { closes_when_full: false } : {}),
  });
  return readSurvey(tx, organizationId, id);
}

/** Takes a draft out of the list, or puts it back. */
export async function setRemoved(tx: Tx, organizationId: string, id: string, removed: boolean): Promise<Survey> {
  const survey = await readSurvey(tx, organizationId, id);
  if (survey.state !== 'draft') studiesProblems.raise('survey-has-answers');
  await updateStudy(tx, organizationId, id, { removed_at: removed ? new Date().toISOString() : null });
  return survey;
}

function refusePastDay(day: string | null, timeZone: string): void {
  if (day !== null && day < dayIn(timeZone, new Date())) studiesProblems.raise('closing-day-past', { day });
}

/** Letters and digits that are hard to mix up (Crockford's base 32), 60 random bits: short enough to type from a poster. */
function newToken(): string {
  return Array.from(randomBytes(12), (byte) => '0123456789abcdefghjkmnpqrstvwxyz'[byte % 32]).join('');
}
