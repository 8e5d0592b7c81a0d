import { policyFor } from '@common-measure/disclosure';
import { readFieldedWave, readSurvey } from '@common-measure/modules/studies/server';
import type { Tx } from '@common-measure/platform/database';
import { defineRoute } from '@common-measure/platform/http';
import { sql } from 'kysely';
import { z } from 'zod';
import { collectionProblems } from '../problems.ts';
import { type OnceStanding, onceStandingSchema, waysInApi } from './contract.ts';
import { issueOnceCodes, readOnceSeries, seeAllLinks, setOnlyWay } from './once-store.ts';
import { wayProblems } from './problems.ts';

const ofSurvey = z.object({ id: z.uuid() });
const mostLinks = 200_000;

/** The wave of the survey's present round, which must be open or closed. */
export async function presentWave(tx: Tx, organizationId: string, surveyId: string) {
  const survey = await readSurvey(tx, organizationId, surveyId);
  const wave = await readFieldedWave(tx, organizationId, survey.waveId);
  return wave ?? collectionProblems.raise('survey-not-published');
}

async function standing(tx: Tx, organizationId: string, waveId: string): Promise<OnceStanding> {
  const { issued, onlyWay } = await readOnceSeries(tx, organizationId, waveId);
  const { rows } = await sql<{ left: number }>`SELECT count(*)::integer AS left FROM collection.once_link
    WHERE organization_id = ${organizationId} AND wave_id = ${waveId}`.execute(tx);
  const used = issued - (rows[0]?.left ?? issued);
  const { threshold } = policyFor('organization');
  return { issued, used: used - (used % threshold), onlyWay };
}

const read = defineRoute({
  method: 'GET',
  path: waysInApi.once,
  summary: 'How many links that can be used once the present round has had',
  access: 'manager',
  event: null,
  params: ofSurvey,
  reply: onceStandingSchema.extend({ published: z.boolean() }),
  handle: async ({ params, actor, tx }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    const published = survey.state !== 'draft';
    return { ...(await standing(tx, actor.organizationId, survey.waveId)), published };
  },
});

const issue = defineRoute({
  method: 'POST',
  path: waysInApi.once,
  summary: 'Make links that can each be used once; they are told in this reply and never again',
  access: 'manager',
  event: 'once-links.made',
  params: ofSurvey,
  body: z.object({ count: z.int().min(1).max(50_000) }),
  reply: z.object({ links: z.array(z.string()) }),
  handle: async ({ params, body, actor, tx, database, baseUrl, audit }) => {
    const wave = await presentWave(tx, actor.organizationId, params.id);
    const { issued } = await readOnceSeries(tx, actor.organizationId, wave.waveId);
    if (issued + body.count > mostLinks) wayProblems.raise('too-many-links', { most: mostLinks });
    // In a transaction of their own, so that they can be seen by another before anybody has one.
    const codes = await database.transact(actor, (own) => issueOnceCodes(own, wave, body.count));
    await database.transact(actor, (own) => seeAllLinks(own, actor.organizationId, wave.waveId));
    await audit(`survey:${params.id}`, { links: body.count });
    return { links: codes.map((code) => `${baseUrl}/s/${wave.token}?w=o-${code}`) };
  },
});

const rule = defineRoute({
  method: 'PATCH',
  path: waysInApi.once,
  summary: 'Say whether such links are the only way into the present round',
  access: 'manager',
  event: 'survey.changed',
  params: ofSurvey,
  body: z.object({ onlyWay: z.boolean() }),
  reply: onceStandingSchema,
  handle: async ({ params, body, actor, tx, audit }) => {
    const wave = await presentWave(tx, actor.organizationId, params.id);
    await setOnlyWay(tx, wave, body.onlyWay);
    await audit(`survey:${params.id}`, { onlyOnceLinks: body.onlyWay });
    return standing(tx, actor.organizationId, wave.waveId);
  },
});

export const onceRoutes = [read, issue, rule];
