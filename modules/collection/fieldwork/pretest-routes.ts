import { questionsOf } from '@common-measure/instrument';
import { readInstrumentDraft } from '@common-measure/modules/instruments/server';
import { readSurvey } from '@common-measure/modules/studies/server';
import type { Database, Tx } from '@common-measure/platform/database';
import { defineRoute, httpProblems } from '@common-measure/platform/http';
import { z } from 'zod';
import { collectionProblems } from '../problems.ts';
import { fieldworkApi, type PretestState, pretestStateSchema } from './fieldwork-contract.ts';
import { keepPageTimes } from './page-clock.ts';
import { pretestInstrument } from './pretest-instrument.ts';
import { pretestReport } from './pretest-report.ts';
import { beginPretest, deletePretest, readPretest, readPretestRecord } from './pretest-store.ts';

const ofSurvey = z.object({ id: z.uuid() });

const read = defineRoute({
  method: 'GET',
  path: fieldworkApi.pretest,
  summary: 'The pretest of a survey: its link, and by language what testers sent, left empty, took time over and wrote',
  access: 'manager',
  event: null,
  params: ofSurvey,
  reply: pretestStateSchema,
  handle: async ({ params, actor, tx, database, baseUrl }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    return stateOf(tx, database, actor.organizationId, survey.id, baseUrl);
  },
});

const begin = defineRoute({
  method: 'POST',
  path: fieldworkApi.pretest,
  summary: 'Try out the questionnaire as it stands now, at a link of its own',
  access: 'manager',
  event: 'pretest.begun',
  params: ofSurvey,
  reply: pretestStateSchema,
  handle: async ({ params, actor, tx, database, baseUrl, audit }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    const { instrument } = await readInstrumentDraft(tx, actor.organizationId, survey.instrumentId);
    if (questionsOf(instrument).length === 0) collectionProblems.raise('nothing-to-pretest');
    const isNew = await beginPretest(tx, actor.organizationId, survey, pretestInstrument(instrument), new Date());
    if (!isNew) collectionProblems.raise('pretest-under-way');
    await audit(`survey:${survey.id}`);
    return stateOf(tx, database, actor.organizationId, survey.id, baseUrl);
  },
});

const remove = defineRoute({
  method: 'DELETE',
  path: fieldworkApi.pretest,
  summary: 'Delete the pretest of a survey and everything its testers sent',
  access: 'manager',
  event: 'pretest.deleted',
  params: ofSurvey,
  reply: null,
  handle: async ({ params, actor, tx, audit }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    const gone = await deletePretest(tx, survey.id);
    if (gone === null) httpProblems.raise('not-found');
    await audit(`survey:${survey.id}`, { responses: gone });
  },
});

async function stateOf(
  tx: Tx,
  database: Database,
  organizationId: string,
  surveyId: string,
  baseUrl: string,
): Promise<PretestState> {
  const pretest = await readPretest(tx, organizationId, { surveyId });
  if (pretest === null) return { pretest: null };
  await keepPageTimes(tx, database, organizationId, new Date());
  const { instrument, token, begunOn, id } = pretest;
  const labels = [
    ...instrument.sections.map(({ code, title }) => [code, title] as const),
    ...questionsOf(instrument).map(({ code, wording }) => [code, wording] as const),
  ];
  return {
    pretest: {
      link: `${baseUrl}/s/${token}`,
      begunOn,
      labels: Object.fromEntries(labels),
      languages: pretestReport(instrument, await readPretestRecord(tx, organizationId, id)),
    },
  };
}

export const pretestRoutes = [read, begin, remove];
