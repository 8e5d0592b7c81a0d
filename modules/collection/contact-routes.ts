import { dayIn, readSurvey } from '@common-measure/modules/studies/server';
import { defineRoute, httpProblems } from '@common-measure/platform/http';
import { z } from 'zod';
import { eraseContact, listContacts } from './contact-store.ts';
import { collectionApi, contactRequestSchema } from './contract.ts';

const list = defineRoute({
  method: 'GET',
  path: collectionApi.contacts,
  summary: 'Who asked to be contacted after a survey, apart from all answers',
  access: 'manager',
  event: 'contacts.read',
  params: z.object({ id: z.uuid() }),
  reply: z.array(contactRequestSchema),
  handle: async ({ params, actor, tx, audit }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    const found = await listContacts(tx, actor.organizationId, survey.id, dayIn(survey.timeZone, new Date()));
    if (found.length > 0) await audit(`survey:${survey.id}`, { requests: found.length });
    return found;
  },
});

const erase = defineRoute({
  method: 'DELETE',
  path: collectionApi.contact,
  summary: 'Erase a request to be contacted, once it is dealt with',
  access: 'manager',
  event: 'contact.erased',
  params: z.object({ id: z.uuid(), requestId: z.uuid() }),
  reply: null,
  handle: async ({ params, actor, tx, audit }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    if (!(await eraseContact(tx, actor.organizationId, survey.id, params.requestId))) httpProblems.raise('not-found');
    await audit(`survey:${survey.id}`);
  },
});

export const contactRoutes = [list, erase];
