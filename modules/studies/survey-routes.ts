import { defineRoute } from '@common-measure/platform/http';
import { z } from 'zod';
import {
  closingSchema,
  newRoundSchema,
  newSurveySchema,
  reopeningSchema,
  surveyChangeSchema,
  surveySchema,
  surveysApi,
} from './contract.ts';
import {
  changeSurvey,
  closeSurvey,
  copySurvey,
  createSurvey,
  openRound,
  pauseSurvey,
  publishSurvey,
  reopenSurvey,
  resumeSurvey,
  setRemoved,
} from './survey-acts.ts';
import { listSurveys, readSurvey } from './survey-store.ts';

const ofSurvey = z.object({ id: z.uuid() });

const list = defineRoute({
  method: 'GET',
  path: surveysApi.surveys,
  summary: 'The surveys of the organization, newest first',
  access: 'viewer',
  event: null,
  reply: z.array(surveySchema),
  handle: async ({ actor, tx }) => [...(await listSurveys(tx, actor.organizationId))],
});

const create = defineRoute({
  method: 'POST',
  path: surveysApi.surveys,
  summary: 'Create a survey, from a ready selection of the bank or empty',
  access: 'manager',
  event: 'survey.created',
  body: newSurveySchema,
  reply: surveySchema,
  handle: async ({ body, actor, tx, audit }) => {
    const survey = await createSurvey(tx, actor.organizationId, body, actor);
    await audit(`survey:${survey.id}`, { samplingClass: survey.samplingClass });
    return survey;
  },
});

const copy = defineRoute({
  method: 'POST',
  path: surveysApi.copy,
  summary: 'Copy a survey into a new draft',
  access: 'manager',
  event: 'survey.created',
  params: ofSurvey,
  reply: surveySchema,
  handle: async ({ params, actor, tx, audit }) => {
    const survey = await copySurvey(tx, actor.organizationId, params.id, actor);
    await audit(`survey:${survey.id}`, { copyOf: params.id });
    return survey;
  },
});

const read = defineRoute({
  method: 'GET',
  path: surveysApi.survey,
  summary: 'One survey',
  access: 'viewer',
  event: null,
  params: ofSurvey,
  reply: surveySchema,
  handle: ({ params, actor, tx }) => readSurvey(tx, actor.organizationId, params.id),
});

const change = defineRoute({
  method: 'PATCH',
  path: surveysApi.survey,
  summary:
    'Change the name, the first and last day or the rules of closing; before publishing also how people are reached and the time zone',
  access: 'manager',
  event: 'survey.changed',
  params: ofSurvey,
  body: surveyChangeSchema,
  reply: surveySchema,
  handle: async ({ params, body, actor, tx, audit }) => {
    const survey = await changeSurvey(tx, actor.organizationId, params.id, body);
    await audit(`survey:${survey.id}`, { changed: Object.keys(body).join(', ') });
    return survey;
  },
});

const publish = defineRoute({
  method: 'POST',
  path: surveysApi.publish,
  summary: 'Publish the questionnaire and open the survey for answers',
  access: 'manager',
  event: 'wave.opened',
  params: ofSurvey,
  reply: surveySchema,
  handle: async ({ params, actor, tx, audit }) => {
    const survey = await publishSurvey(tx, actor.organizationId, params.id, actor.accountId);
    await audit(`wave:${survey.waveId}`, { samplingClass: survey.samplingClass });
    return survey;
  },
});

const nextRound = defineRoute({
  method: 'POST',
  path: surveysApi.rounds,
  summary:
    'Open the next round, with the revised questionnaire as its next version or with the same; closes the round before',
  access: 'manager',
  event: 'wave.opened',
  params: ofSurvey,
  body: newRoundSchema,
  reply: surveySchema,
  handle: async ({ params, body, actor, tx, audit }) => {
    const survey = await openRound(tx, actor.organizationId, params.id, body, actor.accountId);
    const before = survey.rounds[1]?.waveId ?? null;
    await audit(`wave:${survey.waveId}`, { round: survey.round, version: survey.version, closes: before });
    return survey;
  },
});

const close = defineRoute({
  method: 'POST',
  path: surveysApi.close,
  summary: 'Close the survey: nobody is let in any more, and people who have begun may finish for the minutes given',
  access: 'manager',
  event: 'wave.closed',
  params: ofSurvey,
  body: closingSchema,
  reply: surveySchema,
  handle: async ({ params, body, actor, tx, audit }) => {
    const survey = await closeSurvey(tx, actor.organizationId, params.id, body);
    await audit(`wave:${survey.waveId}`, { because: 'person', finishUntil: survey.finishUntil });
    return survey;
  },
});

const reopen = defineRoute({
  method: 'POST',
  path: surveysApi.reopen,
  summary: 'Take answers again after the survey closed, at the same link; the rule that closed it is taken away',
  access: 'manager',
  event: 'wave.reopened',
  params: ofSurvey,
  body: reopeningSchema,
  reply: surveySchema,
  handle: async ({ params, body, actor, tx, audit }) => {
    const survey = await reopenSurvey(tx, actor.organizationId, params.id, body);
    await audit(`wave:${survey.waveId}`);
    return survey;
  },
});

const pause = defineRoute({
  method: 'POST',
  path: surveysApi.pause,
  summary: 'Take no answers until the survey is resumed; what people have begun is kept',
  access: 'manager',
  event: 'wave.paused',
  params: ofSurvey,
  reply: surveySchema,
  handle: async ({ params, actor, tx, audit }) => {
    const survey = await pauseSurvey(tx, actor.organizationId, params.id);
    await audit(`wave:${survey.waveId}`);
    return survey;
  },
});

const resume = defineRoute({
  method: 'POST',
  path: surveysApi.resume,
  summary: 'Take answers again after a pause',
  access: 'manager',
  event: 'wave.resumed',
  params: ofSurvey,
  reply: surveySchema,
  handle: async ({ params, actor, tx, audit }) => {
    const survey = await resumeSurvey(tx, actor.organizationId, params.id);
    await audit(`wave:${survey.waveId}`);
    return survey;
  },
});

const remove = defineRoute({
  method: 'DELETE',
  path: surveysApi.survey,
  summary: 'Remove a draft; can be undone',
  access: 'manager',
  event: 'survey.removed',
  params: ofSurvey,
  reply: surveySchema,
  handle: async ({ params, actor, tx, audit }) => {
    const survey = await setRemoved(tx, actor.organizationId, params.id, true);
    await audit(`survey:${survey.id}`);
    return survey;
  },
});

const restore = defineRoute({
  method: 'POST',
  path: surveysApi.restore,
  summary: 'Bring back a removed draft',
  access: 'manager',
  event: 'survey.restored',
  params: ofSurvey,
  reply: surveySchema,
  handle: async ({ params, actor, tx, audit }) => {
    const survey = await setRemoved(tx, actor.organizationId, params.id, false);
    await audit(`survey:${survey.id}`);
    return survey;
  },
});

export const surveyRoutes = [
  list,
  create,
  copy,
  read,
  change,
  publish,
  nextRound,
  close,
  reopen,
  pause,
  resume,
  remove,
  restore,
];
