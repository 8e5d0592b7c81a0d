import { heldQuotas, recordedAnswers } from '@common-measure/instrument';
import { type FieldedWave, takesAnswers } from '@common-measure/modules/studies/server';
import type { Database } from '@common-measure/platform/database';
import { defineRoute } from '@common-measure/platform/http';
import { z } from 'zod';
import { largestAnswerBytes } from './answer-size.ts';
import { collectionApi, receiptSchema, sentResponseSchema } from './contract.ts';
import { marksOf } from './fieldwork/response-marks.ts';
import { collectionProblems } from './problems.ts';
import { readSent } from './read-sent.ts';
import { isRecorded } from './response-store.ts';
import { recordShared } from './shared-commits.ts';
import { waveAtHand } from './wave-at-hand.ts';
import { keepConflict } from './ways-in/conflict-store.ts';
import { recordWithLink } from './ways-in/record-with-link.ts';

const uuidV4 = z.uuid({ version: 'v4' });

const receive = defineRoute({
  method: 'PUT',
  path: collectionApi.responses,
  summary: 'Send one response under an id of the client’s making (a random UUIDv4); sending it again changes nothing',
  access: 'anyone',
  event: null,
  csrf: false,
  opensTransactions: true,
  params: z.object({ token: z.string().max(40), responseId: uuidV4 }),
  body: sentResponseSchema,
  largestBody: largestAnswerBytes,
  reply: receiptSchema,
  handle: async ({ params, body, database }) => {
    const now = new Date();
    const open = await waveAtHand(database, params.token, now);
    if (!open) return collectionProblems.raise('survey-unknown');
    if (!open.takesAnswers && !(await isKnown(database, open.wave, params.responseId.toLowerCase())))
      return refuse(open.wave, now);
    if (!open.instrument.languages.includes(body.language))
      collectionProblems.raise('language-unknown', { languages: open.instrument.languages.join(', ') });
    // Nobody can insist on paper or on the telephone: what was left empty there was left empty.
    const insists = body.mode === 'web' || body.mode === 'kiosk';
    const { answers, wrong } = readSent(open.instrument, body.entries, insists);
    if (wrong.length > 0)
      collectionProblems.raise('answers-not-understood', { questions: wrong.slice(0, 10).join(', ') });
    const sent = {
      id: params.responseId.toLowerCase(),
      language: body.language,
      mode: body.mode,
      answers: recordedAnswers(open.instrument, answers),
      withdrawalCode: body.withdrawalCode,
      // Somebody has answered already: a quota that is full counts her all the same.
      quotas: heldQuotas(open.instrument, answers).map(({ code }) => code),
      marks: marksOf(open.instrument, answers),
    };
    const reception = open.needsOwnLink
      ? await recordWithLink(database, open.wave, sent, body.link ?? '', now)
      : await recordShared(database, open.wave, sent, now);
    if (reception === 'conflict') await keepConflict(database, open.wave, sent, now);
    if (reception === 'closed') collectionProblems.raise('survey-closed');
    if (reception === 'conflict') collectionProblems.raise('response-differs');
    if (reception === 'withdrawn') collectionProblems.raise('response-withdrawn');
    if (reception === 'code-taken') collectionProblems.raise('withdrawal-code-taken');
    return { responseId: params.responseId, repeated: reception === 'known' };
  },
});

/** Whether it was recorded before: then whoever sends it again is told so, whether or not the wave still takes answers. */
function isKnown(database: Database, { organizationId }: FieldedWave, id: string): Promise<boolean> {
  return database.transact({ organizationId, accountId: null }, (tx) => isRecorded(tx, organizationId, id));
}

/** Says why a wave takes no answers. */
function refuse(wave: FieldedWave, now: Date): never {
  if (!takesAnswers({ ...wave, isPaused: false, opensOn: null }, now)) collectionProblems.raise('survey-closed');
  if (wave.isPaused) collectionProblems.raise('survey-paused');
  return collectionProblems.raise('survey-not-open-yet', { day: wave.opensOn ?? '' });
}

export const apiRoutes = [receive];
