import { readSurvey } from '@common-measure/modules/studies/server';
import { defineRoute, httpProblems } from '@common-measure/platform/http';
import { z } from 'zod';
import {
  interceptSchema,
  interceptViewSchema,
  kioskFileReportSchema,
  kioskFileSchema,
  kioskSchema,
  madeKioskSchema,
  newKioskSchema,
  waysInApi,
} from './contract.ts';
import { interceptSnippet } from './intercept-script.ts';
import { readIntercept, saveIntercept, sumIntercept } from './intercept-store.ts';
import { joinKioskFile, openKioskFile } from './kiosk-file.ts';
import { addKiosk, listKiosks, revokeKiosk, staffCodeOf } from './kiosk-store.ts';
import { presentWave } from './once-routes.ts';

const ofSurvey = z.object({ id: z.uuid() });

const kiosks = defineRoute({
  method: 'GET',
  path: waysInApi.kiosks,
  summary: 'The tablets and stands of a survey',
  access: 'manager',
  event: null,
  params: ofSurvey,
  reply: z.array(kioskSchema),
  handle: async ({ params, actor, tx }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    return listKiosks(tx, actor.organizationId, survey.id);
  },
});

const addDevice = defineRoute({
  method: 'POST',
  path: waysInApi.kiosks,
  summary: 'Add a tablet or stand; its address is told in this reply and never again',
  access: 'manager',
  event: 'kiosk.added',
  params: ofSurvey,
  body: newKioskSchema,
  reply: madeKioskSchema,
  handle: async ({ params, body, actor, tx, baseUrl, audit }) => {
    const wave = await presentWave(tx, actor.organizationId, params.id);
    const { key, ...device } = await addKiosk(tx, actor.organizationId, params.id, body);
    await audit(`survey:${params.id}`, { kiosk: device.id });
    return { ...device, address: `${baseUrl}/s/${wave.token}/kiosk?w=k-${key}`, staffCode: staffCodeOf(key) };
  },
});

const revokeDevice = defineRoute({
  method: 'DELETE',
  path: waysInApi.kiosk,
  summary: 'Revoke the key of a tablet or stand: it takes no more answers',
  access: 'manager',
  event: 'kiosk.revoked',
  params: ofSurvey.extend({ deviceId: z.uuid() }),
  reply: null,
  handle: async ({ params, actor, tx, audit }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    if (!(await revokeKiosk(tx, actor.organizationId, survey.id, params.deviceId))) httpProblems.raise('not-found');
    await audit(`survey:${survey.id}`, { kiosk: params.deviceId });
    return undefined;
  },
});

const takeKioskFile = defineRoute({
  method: 'POST',
  path: waysInApi.kioskFiles,
  summary:
    'Take in the file of answers that waited on a tablet, also of one whose key was revoked and of a round that has closed; what came before adds nothing',
  access: 'manager',
  event: 'responses.joined',
  params: ofSurvey,
  body: kioskFileSchema,
  reply: kioskFileReportSchema,
  handle: async ({ params, body, actor, tx, audit }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    const { device, responses, open } = await openKioskFile(tx, actor.organizationId, survey.id, body.content);
    const report = await joinKioskFile(tx, open, responses, new Date());
    if (report.recorded > 0) await audit(`survey:${survey.id}`, { kiosk: device, responses: report.recorded });
    return report;
  },
});

const intercept = defineRoute({
  method: 'GET',
  path: waysInApi.intercept,
  summary: 'How pages elsewhere invite to a survey, and what became of it by the rate of invitation',
  access: 'manager',
  event: null,
  params: ofSurvey,
  reply: interceptViewSchema,
  handle: async ({ params, actor, tx, baseUrl }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    return {
      intercept: await readIntercept(tx, actor.organizationId, survey.id),
      snippet: survey.answerPath === null ? null : interceptSnippet(baseUrl, survey.answerPath.slice('/s/'.length)),
      counts: await sumIntercept(tx, actor.organizationId, survey.waveId),
    };
  },
});

const changeIntercept = defineRoute({
  method: 'PUT',
  path: waysInApi.intercept,
  summary: 'Change how pages elsewhere invite to a survey; another rate begins its draw anew',
  access: 'manager',
  event: 'survey.changed',
  params: ofSurvey,
  body: interceptSchema,
  reply: interceptSchema,
  handle: async ({ params, body, actor, tx, audit }) => {
    const survey = await readSurvey(tx, actor.organizationId, params.id);
    await saveIntercept(tx, actor.organizationId, survey.id, body);
    await audit(`survey:${survey.id}`, { interceptEvery: body.every, interceptOn: body.isOn });
    return body;
  },
});

export const deviceRoutes = [kiosks, addDevice, revokeDevice, takeKioskFile, intercept, changeIntercept];
