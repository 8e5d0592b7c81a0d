import { defineRoute } from '@common-measure/platform/http';
import { z } from 'zod';
import { noticeApi, noticeSchema } from './notice-contract.ts';
import { readNotice, saveNotice } from './notice-store.ts';
import { readSurvey } from './survey-store.ts';

const ofSurvey = z.object({ id: z.uuid() });

const read = defineRoute({
  method: 'GET',
  path: noticeApi,
  summary: 'What a survey says to people besides its questions: other ways to answer, and its privacy notice',
  access: 'viewer',
  event: null,
  params: ofSurvey,
  reply: noticeSchema,
  handle: async ({ params, actor, tx }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    return noticeSchema.parse(await readNotice(tx, actor.organizationId, survey.id));
  },
});

const save = defineRoute({
  method: 'PUT',
  path: noticeApi,
  summary: 'Change what a survey says to people besides its questions; people see it at once',
  access: 'manager',
  event: 'survey.changed',
  params: ofSurvey,
  body: noticeSchema,
  reply: noticeSchema,
  handle: async ({ params, body, actor, tx, audit }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    await saveNotice(tx, actor.organizationId, survey.id, body);
    await audit(`survey:${survey.id}`, { notice: true });
    return body;
  },
});

export const noticeRoutes = [read, save];
