import { dispositionsOf } from '@common-measure/dataset';
import { policyFor } from '@common-measure/disclosure';
import { canStraightLine, type Instrument, questionsOf } from '@common-measure/instrument';
import { publishedInstrument } from '@common-measure/modules/instruments/server';
import { readFieldedWave, readSurvey } from '@common-measure/modules/studies/server';
import { defineRoute } from '@common-measure/platform/http';
import { z } from 'zod';
import { collectionProblems } from '../problems.ts';
import { sumIntercept } from '../ways-in/intercept-store.ts';
import { readOutcomes, readPageTimes, readUnsent } from './course-store.ts';
import { type Course, courseSchema, fieldworkApi, targetSchema } from './fieldwork-contract.ts';
import { keepPageTimes } from './page-clock.ts';
import { type PageFigures, pageFigures } from './page-figures.ts';
import { countMarks } from './response-marks.ts';
import { saveTarget } from './wave-plan.ts';

const ofSurvey = z.object({ id: z.uuid() });

const course = defineRoute({
  method: 'GET',
  path: fieldworkApi.course,
  summary: 'How people come through a survey: dispositions, where they stop, and how long pages take',
  access: 'manager',
  event: null,
  params: ofSurvey,
  query: z.object({ round: z.coerce.number().int().min(1).max(1_000_000).optional() }),
  reply: courseSchema,
  handle: async ({ params, query, actor, tx, database }) => {
    const { organizationId } = actor;
    const survey = await readSurvey(tx, organizationId, params.id, query.round);
    const wave = await readFieldedWave(tx, organizationId, survey.waveId);
    if (wave === null) return collectionProblems.raise('survey-not-published');
    const instrument = await publishedInstrument(tx, organizationId, wave.instrumentVersionId);
    await keepPageTimes(tx, database, organizationId, new Date());
    const isOver = survey.state === 'finished';
    const counted = await countMarks(tx, organizationId, wave.waveId);
    const unsent = await readUnsent(tx, organizationId, wave.waveId, isOver);
    const outcomes = await readOutcomes(tx, organizationId, wave.waveId, counted.responses, unsent);
    const { threshold } = policyFor('organization');
    const step = actor.mayReadSingleResponses ? 1 : threshold;
    // Whom a quota left out has given certain answers, as on the fieldwork page.
    const told = { ...outcomes, quotaFull: outcomes.quotaFull - (outcomes.quotaFull % step) };
    const { dispositions, rate } = dispositionsOf(told, wave.samplingClass);
    const times = await readPageTimes(tx, organizationId, wave.waveId);
    const inSteps = (count: number): number => count - (count % step);
    const figures = pageFigures(instrument, times, unsent.stops, { threshold, step });
    return {
      step,
      threshold,
      dispositions: [...dispositions],
      rate,
      marks: {
        hasMatrix: canStraightLine(instrument),
        linesTold: inSteps(counted.linesTold),
        straightLined: inSteps(counted.straightLined),
        hasteTold: inSteps(counted.hasteTold),
        hasty: inSteps(counted.hasty),
      },
      invitations: await sumIntercept(tx, organizationId, wave.waveId),
      pages: figures.map((figure) => ({ ...figure, label: labelOf(instrument, figure) })),
    };
  },
});

/** What a page is called: its question where it has a page of its own, else its part. */
function labelOf(instrument: Instrument, { section, question }: PageFigures): Course['pages'][number]['label'] {
  const asked = questionsOf(instrument).find(({ code }) => code === question);
  const part = instrument.sections.find(({ code }) => code === section);
  return asked?.wording ?? part?.title ?? { en: section, fr: section };
}

const target = defineRoute({
  method: 'PUT',
  path: fieldworkApi.target,
  summary: 'Say how many responses the present round is to have, or no longer say it',
  access: 'manager',
  event: 'fieldwork.changed',
  params: ofSurvey,
  body: targetSchema,
  reply: targetSchema,
  handle: async ({ params, body, actor, tx, audit }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    await saveTarget(tx, actor.organizationId, survey.waveId, body.target);
    await audit(`survey:${survey.id}`, { target: body.target });
    return body;
  },
});

export const courseRoutes = [course, target];
