import { policyFor } from '@common-measure/disclosure';
import { type Instrument, questionsOf } from '@common-measure/instrument';
import { publishedInstrument } from '@common-measure/modules/instruments/server';
import { dayIn, readFieldedWave, readSurvey } from '@common-measure/modules/studies/server';
import type { Tx } from '@common-measure/platform/database';
import { defineRoute, httpProblems } from '@common-measure/platform/http';
import { z } from 'zod';
import { countFieldwork } from '../fieldwork-store.ts';
import { collectionProblems } from '../problems.ts';
import {
  type Alerts,
  alertsApi,
  alertsSchema,
  followUpSchema,
  newAlertRuleSchema,
  openAlertsSchema,
} from './alert-contract.ts';
import { addRule, countOpen, listAlerts, listRules, raiseAlerts, removeRule, saveFollowUp } from './alert-store.ts';

const ofSurvey = z.object({ id: z.uuid() });
const mostRules = 20;

const read = defineRoute({
  method: 'GET',
  path: alertsApi.alerts,
  summary: 'The rules and alerts of a survey; rules that may be looked at again are looked at now',
  access: 'manager',
  event: 'alert.raised',
  params: ofSurvey,
  reply: alertsSchema,
  handle: async ({ params, actor, tx, audit }) => {
    const { organizationId } = actor;
    const survey = await readSurvey(tx, organizationId, params.id);
    const { threshold } = policyFor('organization');
    const rules = await listRules(tx, organizationId, survey.id);
    if (rules.length > 0) {
      const { total } = await countFieldwork(tx, organizationId, survey.waveId);
      const today = dayIn(survey.timeZone, new Date());
      const of = { surveyId: survey.id, waveId: survey.waveId, total, today };
      for (const rule of await raiseAlerts(tx, organizationId, of, threshold))
        await audit(`survey:${survey.id}`, { rule });
    }
    const questions = await questionsToWatch(tx, organizationId, survey.waveId);
    return { threshold, questions, rules, alerts: await listAlerts(tx, organizationId, survey.id) };
  },
});

const add = defineRoute({
  method: 'POST',
  path: alertsApi.rules,
  summary: 'Be told when as many people give certain answers within some days',
  access: 'manager',
  event: 'alert-rule.added',
  params: ofSurvey,
  body: newAlertRuleSchema,
  reply: null,
  handle: async ({ params, body, actor, tx, audit }) => {
    const { organizationId } = actor;
    const survey = await readSurvey(tx, organizationId, params.id);
    const { threshold } = policyFor('organization');
    if (body.atLeast % threshold !== 0) collectionProblems.raise('alert-too-fine', { threshold });
    const asked = (await questionsToWatch(tx, organizationId, survey.waveId)).find(
      ({ code }) => code === body.question,
    );
    const codes = new Set(asked?.options.map(({ code }) => code));
    if (!body.codes.every((code) => codes.has(code))) collectionProblems.raise('alert-question-unknown');
    if ((await listRules(tx, organizationId, survey.id)).length >= mostRules)
      collectionProblems.raise('alerts-too-many', { most: mostRules });
    await addRule(tx, organizationId, survey.id, body);
    await audit(`survey:${survey.id}`, { question: body.question, atLeast: body.atLeast, days: body.days });
  },
});

const remove = defineRoute({
  method: 'DELETE',
  path: alertsApi.rule,
  summary: 'Remove a rule with its alerts',
  access: 'manager',
  event: 'alert-rule.removed',
  params: ofSurvey.extend({ ruleId: z.uuid() }),
  reply: null,
  handle: async ({ params, actor, tx, audit }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    if (!(await removeRule(tx, actor.organizationId, survey.id, params.ruleId))) httpProblems.raise('not-found');
    await audit(`survey:${survey.id}`);
  },
});

const follow = defineRoute({
  method: 'PATCH',
  path: alertsApi.alert,
  summary: 'Say who follows an alert up, until when, and whether it is done',
  access: 'manager',
  event: 'alert.followed-up',
  params: ofSurvey.extend({ alertId: z.uuid() }),
  body: followUpSchema,
  reply: null,
  handle: async ({ params, body, actor, tx, audit }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    const of = { surveyId: survey.id, alertId: params.alertId };
    const today = dayIn(survey.timeZone, new Date());
    if (!(await saveFollowUp(tx, actor.organizationId, of, body, today))) httpProblems.raise('not-found');
    await audit(`survey:${survey.id}`, { done: body.done });
  },
});

const open = defineRoute({
  method: 'GET',
  path: alertsApi.open,
  summary: 'How many alerts of each survey nobody has dealt with yet',
  access: 'manager',
  event: null,
  reply: openAlertsSchema,
  handle: ({ actor, tx }) => countOpen(tx, actor.organizationId),
});

/** The published questions with answers to choose from. */
async function questionsToWatch(tx: Tx, organizationId: string, waveId: string): Promise<Alerts['questions']> {
  const wave = await readFieldedWave(tx, organizationId, waveId);
  if (wave === null) return [];
  const instrument: Instrument = await publishedInstrument(tx, organizationId, wave.instrumentVersionId);
  return questionsOf(instrument)
    .map(({ code, wording, scale, options }) => ({ code, label: wording, options: [...(scale?.points ?? options)] }))
    .filter((question) => question.options.length > 1)
    .map((question) => ({ ...question, options: question.options.map(({ code, label }) => ({ code, label })) }));
}

export const alertRoutes = [read, add, remove, follow, open];
