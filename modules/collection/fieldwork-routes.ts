import { policyFor } from '@common-measure/disclosure';
import { a11Form, type Instrument, questionsOf } from '@common-measure/instrument';
import { publishedInstrument } from '@common-measure/modules/instruments/server';
import { dayIn, listSurveys, readFieldedWave, readNotice, readSurvey } from '@common-measure/modules/studies/server';
import { defineRoute, RawReply } from '@common-measure/platform/http';
import { z } from 'zod';
import { collectionApi, type Fieldwork, fieldworkSchema, fieldworkTotalsSchema } from './contract.ts';
import { alertRoutes } from './fieldwork/alert-routes.ts';
import { courseRoutes } from './fieldwork/course-routes.ts';
import { pretestRoutes } from './fieldwork/pretest-routes.ts';
import { responseFileRoutes } from './fieldwork/response-file.ts';
import { readWavePlan } from './fieldwork/wave-plan.ts';
import { countByWave, countFieldwork } from './fieldwork-store.ts';
import { mixSomeArrivals } from './mixing.ts';
import { collectionProblems } from './problems.ts';
import { qrCodeSvg } from './qr-code.ts';
import { standingQuotas } from './quota-store.ts';
import { countConflicts } from './ways-in/conflict-store.ts';

const ofSurvey = z.object({ id: z.uuid() });
/** The present round, unless one is named. */
const ofRound = z.object({ round: z.coerce.number().int().min(1).max(1_000_000).optional() });

const fieldwork = defineRoute({
  method: 'GET',
  path: collectionApi.fieldwork,
  summary: 'How the fieldwork of a survey goes: the link, and process counts by day, mode and language',
  access: 'manager',
  event: null,
  params: ofSurvey,
  query: ofRound,
  reply: fieldworkSchema,
  handle: async ({ params, query, actor, tx, baseUrl }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id, query.round);
    const isOver = survey.state === 'finished';
    await mixSomeArrivals(tx, survey.waveId, isOver ? 'closed' : dayIn(survey.timeZone, new Date()));
    const wave = await readFieldedWave(tx, actor.organizationId, survey.waveId);
    const instrument = wave && (await publishedInstrument(tx, actor.organizationId, wave.instrumentVersionId));
    const { threshold } = policyFor('organization');
    const quotaStep = actor.mayReadSingleResponses ? 1 : threshold;
    const plan = await readWavePlan(tx, actor.organizationId, survey.waveId, instrument);
    const { byOffice, ...counts } = await countFieldwork(tx, actor.organizationId, survey.waveId, plan.officeQuestion);
    const besides = await countConflicts(tx, actor.organizationId, survey.waveId);
    return {
      besides: { waiting: besides.count, accepted: besides.accepted },
      exports: actor.mayReadSingleResponses && instrument !== null && a11Form(instrument).ok ? ['a11' as const] : [],
      link: survey.answerPath === null ? null : `${baseUrl}${survey.answerPath}`,
      threshold,
      quotas: wave ? await standingQuotas(tx, wave, instrument?.quotas ?? [], quotaStep) : [],
      quotaStep,
      byOffice: officesIn(instrument, plan.officeQuestion, byOffice, quotaStep),
      target: plan.target,
      asksContact: (await readNotice(tx, actor.organizationId, survey.id)).contactDays !== undefined,
      ...counts,
    };
  },
});

/** The offices in the order of the question: where somebody was is what somebody answered, so they are told as quotas are. */
function officesIn(
  instrument: Instrument | null,
  code: string | null,
  counts: ReadonlyMap<string, number>,
  step: number,
): Fieldwork['byOffice'] {
  const question = instrument && questionsOf(instrument).find((one) => one.code === code);
  if (!question) return null;
  const told = (count: number): number => count - (count % step);
  return {
    label: question.wording,
    counts: question.options.map(({ code: key, label }) => ({ key, label, count: told(counts.get(key) ?? 0) })),
  };
}

const totals = defineRoute({
  method: 'GET',
  path: collectionApi.totals,
  summary: 'How many responses each survey has',
  access: 'manager',
  event: null,
  reply: fieldworkTotalsSchema,
  handle: async ({ actor, tx }) => {
    const byWave = await countByWave(tx, actor.organizationId);
    const surveys = await listSurveys(tx, actor.organizationId);
    return surveys.map((survey) => ({ surveyId: survey.id, total: byWave.get(survey.waveId) ?? 0 }));
  },
});

const code = defineRoute({
  method: 'GET',
  path: collectionApi.code,
  summary: 'The QR code of a survey’s link, as SVG',
  access: 'viewer',
  event: null,
  params: ofSurvey,
  query: ofRound,
  reply: null,
  handle: async ({ params, query, actor, tx, baseUrl }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id, query.round);
    if (survey.answerPath === null) return collectionProblems.raise('survey-not-published');
    const address = `${baseUrl}${survey.answerPath}`;
    return new RawReply(qrCodeSvg(address, address), { 'content-type': 'image/svg+xml', 'cache-control': 'no-store' });
  },
});

export const fieldworkRoutes = [
  fieldwork,
  totals,
  code,
  ...alertRoutes,
  ...courseRoutes,
  ...pretestRoutes,
  ...responseFileRoutes,
];
