import { type A11Record, a11Csv, a11Form, a11Record } from '@common-measure/instrument';
import { publishedInstrument } from '@common-measure/modules/instruments/server';
import { readFieldedWave, readSurvey } from '@common-measure/modules/studies/server';
import { defineRoute, RawReply } from '@common-measure/platform/http';
import { z } from 'zod';
import { collectionApi } from './contract.ts';
import { collectionProblems } from './problems.ts';
import { recordedResponses } from './wave-dataset.ts';

/** Single responses of a survey with the questions of A-11 section 280, in the columns that the US government takes. */
const a11 = defineRoute({
  method: 'GET',
  path: collectionApi.a11,
  summary:
    'The responses of an A-11 survey as the CSV file that is handed in; only for those declared to read single responses',
  access: 'analyst',
  event: 'responses.exported',
  params: z.object({ id: z.uuid() }),
  query: z.object({ round: z.coerce.number().int().min(1).max(1_000_000).optional() }),
  reply: null,
  handle: async ({ params, query, actor, tx, audit }) => {
    const { organizationId } = actor;
    const survey = await readSurvey(tx, organizationId, params.id, query.round);
    if (!actor.mayReadSingleResponses) collectionProblems.raise('responses-not-allowed');
    const wave = await readFieldedWave(tx, organizationId, survey.waveId);
    if (wave === null) return collectionProblems.raise('survey-not-published');
    const form = a11Form(await publishedInstrument(tx, organizationId, wave.instrumentVersionId));
    if (!form.ok) {
      const [reason] = form.reasons;
      return collectionProblems.raise('not-an-a11-survey', { reasonEn: reason?.en ?? '', reasonFr: reason?.fr ?? '' });
    }
    const records: A11Record[] = [];
    for await (const some of recordedResponses(tx, organizationId, survey.waveId))
      for (const { id, answers } of some) records.push(a11Record(form.value, id, answers));
    await audit(`survey:${params.id}`, { format: 'a11', responses: records.length });
    return new RawReply(a11Csv(records), {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="a11-${params.id}.csv"`,
      'cache-control': 'no-store',
    });
  },
});

export const a11Routes = [a11];
