import { randomUUID } from 'node:crypto';
import { heldQuotas } from '@common-measure/instrument';
import { publishedInstrument } from '@common-measure/modules/instruments/server';
import { readFieldedWave, readSurvey } from '@common-measure/modules/studies/server';
import { defineRoute } from '@common-measure/platform/http';
import { z } from 'zod';
import { lookSoon } from '../fieldwork/closing-rule.ts';
import { marksOf } from '../fieldwork/response-marks.ts';
import { collectionProblems } from '../problems.ts';
import { recordResponse } from '../response-store.ts';
import { countConflicts, listConflicts, takeConflict } from './conflict-store.ts';
import { acceptConflictSchema, conflictsSchema, waysInApi } from './contract.ts';
import { noonOf } from './noon-of.ts';
import { wayProblems } from './problems.ts';

const ofSurvey = z.object({ id: z.uuid() });
/** The present round, unless one is named: people look through what was sent besides once a round is over. */
const ofRound = z.object({ round: z.coerce.number().int().min(1).max(1_000_000).optional() });

const read = defineRoute({
  method: 'GET',
  path: waysInApi.conflicts,
  summary:
    'What was sent under the id of another response, with other content; the answers for those declared to read them',
  access: 'manager',
  event: 'conflicts.read',
  params: ofSurvey,
  query: ofRound,
  reply: conflictsSchema,
  handle: async ({ params, query, actor, tx, audit }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id, query.round);
    const counts = await countConflicts(tx, actor.organizationId, survey.waveId);
    if (!actor.mayReadSingleResponses) return { ...counts, responses: null };
    if (counts.count > 0) await audit(`survey:${survey.id}`, { conflicts: counts.count });
    return { ...counts, responses: await listConflicts(tx, actor.organizationId, survey.waveId) };
  },
});

const accept = defineRoute({
  method: 'POST',
  path: waysInApi.conflict,
  summary:
    'Take one of them in as a response of its own, of the day on which it was sent: under a fresh id, beside the first, which stays as it is',
  access: 'manager',
  event: 'response.accepted',
  params: ofSurvey.extend({ responseId: z.uuid() }),
  query: ofRound,
  body: acceptConflictSchema,
  reply: z.object({ responseId: z.uuid() }),
  handle: async ({ params, query, body, actor, tx, database, audit }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id, query.round);
    const wave = await readFieldedWave(tx, actor.organizationId, survey.waveId);
    if (!wave) return collectionProblems.raise('survey-not-published');
    // Nobody decides about answers unread.
    if (!actor.mayReadSingleResponses) collectionProblems.raise('responses-not-allowed');
    const instrument = await publishedInstrument(tx, actor.organizationId, wave.instrumentVersionId);
    const id = randomUUID();
    const kept = await takeConflict(tx, wave, { responseId: params.responseId, content: body.content }, id);
    if (kept === null) return wayProblems.raise('conflict-gone');
    const { language, mode, answers, sentOn } = kept;
    const quotas = heldQuotas(instrument, answers).map(({ code }) => code);
    const marks = marksOf(instrument, answers);
    const sent = { id, language, mode, answers, withdrawalCode: null, quotas, marks };
    const reception = await recordResponse(tx, wave, sent, noonOf(sentOn, wave.timeZone));
    if (reception !== 'recorded') throw new Error(`a fresh id was not recorded: ${reception}`);
    lookSoon(database, wave);
    await audit(`survey:${params.id}`, { reason: body.reason, response: id, besides: params.responseId });
    return { responseId: id };
  },
});

export const conflictRoutes = [read, accept];
