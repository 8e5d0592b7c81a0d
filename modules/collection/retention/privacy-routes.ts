import { readFieldedWave, readSurvey } from '@common-measure/modules/studies/server';
import type { Tx } from '@common-measure/platform/database';
import { defineRoute } from '@common-measure/platform/http';
import { z } from 'zod';
import { readOriginals } from '../original-text-store.ts';
import {
  erasureRequestSchema,
  originalTextSchema,
  privacyApi,
  retentionReportSchema,
  retentionSchema,
} from '../privacy-contract.ts';
import { collectionProblems } from '../problems.ts';
import { withdrawResponse } from '../response-store.ts';
import { dueErasures } from './due-erasures.ts';
import { eraseResponse } from './erase-due.ts';
import { countOriginals, listErasures, readRetention, saveRetention } from './retention-store.ts';

const ofSurvey = z.object({ id: z.uuid() });
const ofRound = z.object({ round: z.coerce.number().int().min(1).max(1_000_000).optional() });

const originals = defineRoute({
  method: 'GET',
  path: privacyApi.originals,
  summary:
    'Comments as they were written, where names or numbers were masked; only for those declared to read single responses',
  access: 'analyst',
  event: 'originals.read',
  params: ofSurvey,
  query: ofRound,
  reply: z.array(originalTextSchema),
  handle: async ({ params, query, actor, tx, audit }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id, query.round);
    if (!actor.mayReadSingleResponses) collectionProblems.raise('responses-not-allowed');
    const texts = await readOriginals(tx, survey.waveId);
    await audit(`survey:${survey.id}`, { round: survey.round, texts: texts.length });
    return texts;
  },
});

const read = defineRoute({
  method: 'GET',
  path: privacyApi.retention,
  summary: 'How long a survey keeps what people sent and began, what is due to be erased, and what was erased',
  access: 'manager',
  event: null,
  params: ofSurvey,
  reply: retentionReportSchema,
  handle: async ({ params, actor, tx, database }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    const due = await database.withOwner((client) => dueErasures(client, new Date(), survey.id));
    const number = (what: string) => due.filter((one) => one.what === what).reduce((sum, one) => sum + one.number, 0);
    const rounds = survey.rounds.map(({ waveId, number }) => ({ waveId, number }));
    return {
      retention: await readRetention(tx, actor.organizationId, survey.id),
      due: {
        responses: number('responses'),
        comments: number('comments'),
        drafts: number('drafts'),
        originals: number('originals'),
        pretest: number('pretest'),
      },
      originals: await countOriginals(
        tx,
        rounds.map(({ waveId }) => waveId),
      ),
      erasures: await listErasures(tx, actor.organizationId, survey.id, rounds),
    };
  },
});

const save = defineRoute({
  method: 'PUT',
  path: privacyApi.retention,
  summary: 'Change how long a survey keeps what people sent and began; what is over then is erased at the next run',
  access: 'owner',
  event: 'retention.changed',
  params: ofSurvey,
  body: retentionSchema,
  reply: retentionSchema,
  handle: async ({ params, body, actor, tx, audit }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    await saveRetention(tx, actor.organizationId, survey.id, body);
    await audit(`survey:${survey.id}`, body);
    return body;
  },
});

const erase = defineRoute({
  method: 'POST',
  path: privacyApi.erasures,
  summary: 'Erase one response because the person asks for it: by her withdrawal code, or by the id of the response',
  access: 'owner',
  event: 'response.erased',
  params: ofSurvey,
  body: erasureRequestSchema,
  reply: z.object({ erased: z.literal(true), round: z.int() }),
  handle: async ({ params, body, actor, tx, audit }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    if ('responseId' in body && !actor.mayReadSingleResponses) collectionProblems.raise('responses-not-allowed');
    for (const { waveId, number } of survey.rounds)
      if (await eraseFrom(tx, actor.organizationId, waveId, body)) {
        await audit(`survey:${survey.id}`, { round: number });
        return { erased: true as const, round: number };
      }
    return collectionProblems.raise('no-such-response');
  },
});

async function eraseFrom(
  tx: Tx,
  organizationId: string,
  waveId: string,
  request: z.output<typeof erasureRequestSchema>,
): Promise<boolean> {
  const wave = await readFieldedWave(tx, organizationId, waveId);
  if (wave === null) return false;
  const now = new Date();
  if ('code' in request) return withdrawResponse(tx, wave, request.code, now);
  return eraseResponse(tx, waveId, request.responseId.toLowerCase(), now.toISOString().slice(0, 10));
}

export const privacyRoutes = [originals, read, save, erase];
