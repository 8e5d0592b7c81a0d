import { type Entries, type Instrument, questionsOf, readAnswers } from '@common-measure/instrument';
import { findPublicOrganization } from '@common-measure/modules/accounts/server';
import { publishedInstrument } from '@common-measure/modules/instruments/server';
import { readNotice, readSurvey } from '@common-measure/modules/studies/server';
import type { Tx } from '@common-measure/platform/database';
import { defineRoute, httpProblems, RawReply } from '@common-measure/platform/http';
import { z } from 'zod';
import { lookOf } from '../open-wave.ts';
import { collectionProblems } from '../problems.ts';
import { qrCodeSvg } from '../qr-code.ts';
import { htmlReply } from '../visit.ts';
import { newPreparedLinkSchema, preparedLinkSchema, waysInApi } from './contract.ts';
import { presentWave } from './once-routes.ts';
import { type PosterFacts, posterPage } from './poster.ts';
import { addPreparedLink, findPreparedLink, listPreparedLinks, removePreparedLink } from './prepared-store.ts';
import { wayProblems } from './problems.ts';

const ofSurvey = z.object({ id: z.uuid() });
const ofLink = ofSurvey.extend({ code: z.string().max(40) });

const list = defineRoute({
  method: 'GET',
  path: waysInApi.prepared,
  summary: 'The links of a survey that answer some questions beforehand',
  access: 'manager',
  event: null,
  params: ofSurvey,
  reply: z.array(preparedLinkSchema),
  handle: async ({ params, actor, tx, baseUrl }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    const links = await listPreparedLinks(tx, actor.organizationId, survey.id);
    return links.map((link) => ({ ...link, address: `${baseUrl}${survey.answerPath ?? ''}?w=p-${link.code}` }));
  },
});

const add = defineRoute({
  method: 'POST',
  path: waysInApi.prepared,
  summary: 'Make a link that answers some questions beforehand, shown or not',
  access: 'manager',
  event: 'survey.changed',
  params: ofSurvey,
  body: newPreparedLinkSchema,
  reply: preparedLinkSchema,
  handle: async ({ params, body, actor, tx, baseUrl, audit }) => {
    const wave = await presentWave(tx, actor.organizationId, params.id);
    const instrument = await publishedInstrument(tx, actor.organizationId, wave.instrumentVersionId);
    const wrong = notAnswerable(instrument, { ...body.shown, ...body.hidden });
    if (wrong.length > 0) wayProblems.raise('prepared-answer-unknown', { questions: wrong.slice(0, 5).join(', ') });
    const link = await addPreparedLink(tx, actor.organizationId, params.id, body);
    await audit(`survey:${params.id}`, { preparedLink: link.code });
    return { ...link, address: `${baseUrl}/s/${wave.token}?w=p-${link.code}` };
  },
});

/** The codes of entries that this questionnaire does not take. */
function notAnswerable(instrument: Instrument, entries: Entries): readonly string[] {
  const questions = questionsOf(instrument);
  const codes = new Set(questions.map(({ code }) => code));
  const refused = readAnswers(questions, entries).problems.map(({ question }) => question);
  return Object.keys(entries).filter((code) => !codes.has(code) || refused.includes(code));
}

const remove = defineRoute({
  method: 'DELETE',
  path: waysInApi.preparedOne,
  summary: 'Remove such a link: whoever follows it is told, and can answer by the open link',
  access: 'manager',
  event: 'survey.changed',
  params: ofLink,
  reply: null,
  handle: async ({ params, actor, tx, audit }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    if (!(await removePreparedLink(tx, actor.organizationId, survey.id, params.code))) httpProblems.raise('not-found');
    await audit(`survey:${survey.id}`, { preparedLinkRemoved: params.code });
    return undefined;
  },
});

async function found(tx: Tx, organizationId: string, params: { id: string; code: string }, baseUrl: string) {
  const survey = await readSurvey(tx, organizationId, params.id);
  const link = await findPreparedLink(tx, organizationId, survey.id, params.code);
  if (!link) return httpProblems.raise('not-found');
  if (survey.answerPath === null) return collectionProblems.raise('survey-not-published');
  return { survey, link, address: `${baseUrl}${survey.answerPath}?w=p-${link.code}` };
}

const code = defineRoute({
  method: 'GET',
  path: waysInApi.preparedCode,
  summary: 'The QR code of such a link, as SVG',
  access: 'manager',
  event: null,
  params: ofLink,
  reply: null,
  handle: async ({ params, actor, tx, baseUrl }) => {
    const { link, address } = await found(tx, actor.organizationId, params, baseUrl);
    return new RawReply(qrCodeSvg(address, `${link.label.en} / ${link.label.fr}`), {
      'content-type': 'image/svg+xml',
      'cache-control': 'no-store',
    });
  },
});

const poster = defineRoute({
  method: 'GET',
  path: waysInApi.poster,
  summary: 'A poster of such a link to print, in English and French',
  access: 'manager',
  event: null,
  params: ofLink,
  reply: null,
  handle: async ({ params, actor, tx, baseUrl }) => {
    const { link, address } = await found(tx, actor.organizationId, params, baseUrl);
    return posterOf(tx, actor.organizationId, params.id, { label: link.label, address });
  },
});

const openPoster = defineRoute({
  method: 'GET',
  path: waysInApi.openPoster,
  summary: 'A poster of the open link of a survey to print, in English and French',
  access: 'viewer',
  event: null,
  params: ofSurvey,
  reply: null,
  handle: async ({ params, actor, tx, baseUrl }) => {
    const { token } = await presentWave(tx, actor.organizationId, params.id);
    return posterOf(tx, actor.organizationId, params.id, { label: null, address: `${baseUrl}/s/${token}` });
  },
});

/** The poster of a survey in its own look, for one of its links. */
async function posterOf(
  tx: Tx,
  organizationId: string,
  surveyId: string,
  link: Pick<PosterFacts, 'label' | 'address'>,
): Promise<RawReply> {
  const survey = await readSurvey(tx, organizationId, surveyId);
  const wave = await presentWave(tx, organizationId, surveyId);
  const organization = await findPublicOrganization(tx, organizationId);
  if (organization === null) return httpProblems.raise('not-found');
  const look = lookOf(await readNotice(tx, organizationId, surveyId), organization);
  const instrument = await publishedInstrument(tx, organizationId, wave.instrumentVersionId);
  const { name, closesOn } = survey;
  return htmlReply(
    posterPage({ ...link, ...look, organization: organization.name, survey: name, instrument, closesOn }),
  );
}

export const preparedRoutes = [list, add, remove, code, poster, openPoster];
