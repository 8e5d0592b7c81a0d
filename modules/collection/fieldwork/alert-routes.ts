import { policyFor } from '@common-measure/disclosure';
import { type Instrument, questionsOf } from '@common-measure/instrument';
import { listMembers } from '@common-measure/modules/accounts/server';
import { publishedInstrument } from '@common-measure/modules/instruments/server';
import { dayIn, readFieldedWave, readSurvey } from '@common-measure/modules/studies/server';
import type { Tx } from '@common-measure/platform/database';
import { defineRoute, httpProblems } from '@common-measure/platform/http';
import { z } from 'zod';
import { collectionProblems } from '../problems.ts';
import {
  type Alerts,
  alertsApi,
  alertsSchema,
  followUpSchema,
  newAlertRuleSchema,
  openAlertsSchema,
} from './alert-contract.ts';
import { addRule, countOpen, listAlerts, listRules, removeRule, saveFollowUp } from './alert-store.ts';
import { forgetWatched } from './answer-tally.ts';
import { readWavePlan } from './wave-plan.ts';

const ofSurvey = z.object({ id: z.uuid() });
const mostRules = 20;

const read = defineRoute({
  method: 'GET',
  path: alertsApi.alerts,
  summary: 'The rules and alerts of a survey, and who may follow them up; alerts are raised by the clock',
  access: 'manager',
  event: null,
  params: ofSurvey,
  reply: alertsSchema,
  handle: async ({ params, actor, tx }) => {
    const { organizationId } = actor;
    const survey = await readSurvey(tx, organizationId, params.id);
    const { threshold } = policyFor('organization');
    const watched = await whatToWatch(tx, organizationId, survey.waveId);
    return {
      threshold,
      ...watched,
      people: await whoMayFollowUp(tx, organizationId),
      rules: await listRules(tx, organizationId, survey.id),
      alerts: await listAlerts(tx, organizationId, survey.id),
    };
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
    const { questions, offices } = await whatToWatch(tx, organizationId, survey.waveId);
    const asked = questions.find(({ code }) => code === body.question);
    const codes = new Set(asked?.options.map(({ code }) => code));
    if (!body.codes.every((code) => codes.has(code))) collectionProblems.raise('alert-question-unknown');
    if (body.byOffice && offices === null) collectionProblems.raise('alert-without-office');
    const rules = await listRules(tx, organizationId, survey.id);
    // Everybody beside all offices but one would tell of that one.
    if (rules.some(({ question, byOffice }) => question === body.question && byOffice !== body.byOffice))
      collectionProblems.raise('alert-both-ways');
    if (rules.length >= mostRules) collectionProblems.raise('alerts-too-many', { most: mostRules });
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
    await forgetWatched(tx, survey.id);
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
    const people = await whoMayFollowUp(tx, actor.organizationId);
    if (body.assigneeId !== null && !people.some(({ id }) => id === body.assigneeId))
      collectionProblems.raise('assignee-unknown');
    if (!(await saveFollowUp(tx, actor.organizationId, of, body, today))) httpProblems.raise('not-found');
    await audit(`survey:${survey.id}`, {
      alert: params.alertId,
      assignee: body.assigneeId,
      due: body.due,
      done: body.done,
    });
  },
});

const open = defineRoute({
  method: 'GET',
  path: alertsApi.open,
  summary: 'How many alerts of each survey nobody has dealt with yet',
  access: 'manager',
  event: null,
  reply: openAlertsSchema,
  handle: ({ actor, tx }) => countOpen(tx, actor.organizationId, actor.accountId),
});

/** The published questions with answers to choose from, and the offices where the questionnaire asks for one. */
async function whatToWatch(
  tx: Tx,
  organizationId: string,
  waveId: string,
): Promise<Pick<Alerts, 'questions' | 'offices'>> {
  const wave = await readFieldedWave(tx, organizationId, waveId);
  if (wave === null) return { questions: [], offices: null };
  const instrument: Instrument = await publishedInstrument(tx, organizationId, wave.instrumentVersionId);
  const { officeQuestion } = await readWavePlan(tx, organizationId, waveId, instrument);
  const told = ({ code, label }: Option) => ({ code, label });
  const questions = questionsOf(instrument)
    .map(({ code, wording, scale, options }) => ({
      code,
      label: wording,
      options: (scale?.points ?? options).map(told),
    }))
    .filter((question) => question.options.length > 1);
  const office = questionsOf(instrument).find(({ code }) => code === officeQuestion);
  return { questions, offices: office ? office.options.map(told) : null };
}

type Option = Alerts['questions'][number]['options'][number];

/** The members who run surveys: they see the page on which alerts stand. */
async function whoMayFollowUp(tx: Tx, organizationId: string): Promise<Alerts['people']> {
  const members = await listMembers(tx, organizationId, '');
  return members
    .filter(({ role }) => role === 'manager' || role === 'owner')
    .map(({ accountId, name }) => ({ id: accountId, name }));
}

export const alertRoutes = [read, add, remove, follow, open];
