import type { Engine } from '@common-measure/platform/analytics';
import type { Tx } from '@common-measure/platform/database';
import { defineRoute, RawReply, type Route } from '@common-measure/platform/http';
import { z } from 'zod';
import {
  mediaTypes,
  newEditionSchema,
  newReportSchema,
  reportFormats,
  reportLanguages,
  reportSchema,
  reportsApi,
} from './contract.ts';
import { downloadName } from './edition-address.ts';
import type { MeasureDataset, MeasuringPlace } from './measurements.ts';
import { makeEdition } from './report-acts.ts';
import { insertReport, listReports, readEditionFile, readReport, setReportRemoved } from './report-store.ts';

/** The engine is asked for only when something is measured with it. */
function placeOf(call: { readonly tx: Tx; readonly analytics: Engine }, organizationId: string): MeasuringPlace {
  return {
    tx: call.tx,
    organizationId,
    get analytics() {
      return call.analytics;
    },
  };
}

const byId = z.object({ id: z.uuid() });

const list = defineRoute({
  method: 'GET',
  path: reportsApi.reports,
  summary: 'The reports of the organization, newest first',
  access: 'viewer',
  event: null,
  reply: z.array(reportSchema),
  handle: async ({ actor, tx }) => [...(await listReports(tx, actor.organizationId, null))],
});

const ofDataset = defineRoute({
  method: 'GET',
  path: reportsApi.datasetReports,
  summary: 'The reports of one dataset, newest first',
  access: 'viewer',
  event: null,
  params: byId,
  reply: z.array(reportSchema),
  handle: async ({ params, actor, tx }) => [...(await listReports(tx, actor.organizationId, params.id))],
});

const read = defineRoute({
  method: 'GET',
  path: reportsApi.report,
  summary: 'One report with its editions',
  access: 'viewer',
  event: null,
  params: byId,
  reply: reportSchema,
  handle: ({ params, actor, tx }) => readReport(tx, actor.organizationId, params.id),
});

const create = (measure: MeasureDataset) =>
  defineRoute({
    method: 'POST',
    path: reportsApi.datasetReports,
    summary: 'Make a report of a dataset: its first edition, in both languages',
    access: 'analyst',
    event: 'report.created',
    params: byId,
    body: newReportSchema,
    reply: reportSchema,
    handle: async (call) => {
      const { params, body, actor, tx, audit } = call;
      const { organizationId, accountId } = actor;
      const { title, ...wanted } = body;
      const reportId = await insertReport(tx, organizationId, { datasetId: params.id, title, createdBy: accountId });
      const order = { reportId, datasetId: params.id, title, wanted, accountId, now: new Date() };
      await makeEdition(measure, placeOf(call, organizationId), order);
      await audit(`report:${reportId}`, { dataset: params.id, audience: body.audience });
      return readReport(tx, organizationId, reportId);
    },
  });

const addEdition = (measure: MeasureDataset) =>
  defineRoute({
    method: 'POST',
    path: reportsApi.editions,
    summary: 'Make the next edition of a report: measured again, beside those that stand',
    access: 'analyst',
    event: 'edition.made',
    params: byId,
    body: newEditionSchema,
    reply: reportSchema,
    handle: async (call) => {
      const { params, body, actor, tx, audit } = call;
      const { organizationId, accountId } = actor;
      const report = await readReport(tx, organizationId, params.id);
      const { datasetId, title } = report;
      const order = { reportId: params.id, datasetId, title, wanted: body, accountId, now: new Date() };
      const number = await makeEdition(measure, placeOf(call, organizationId), order);
      await audit(`report:${params.id}`, { edition: number, audience: body.audience });
      return readReport(tx, organizationId, params.id);
    },
  });

const remove = defineRoute({
  method: 'DELETE',
  path: reportsApi.report,
  summary: 'Take a report out of the list; can be undone',
  access: 'analyst',
  event: 'report.removed',
  params: byId,
  reply: reportSchema,
  handle: async ({ params, actor, tx, audit }) => {
    const report = await readReport(tx, actor.organizationId, params.id);
    await setReportRemoved(tx, actor.organizationId, params.id, true);
    await audit(`report:${params.id}`);
    return report;
  },
});

const restore = defineRoute({
  method: 'POST',
  path: reportsApi.restore,
  summary: 'Bring a removed report back',
  access: 'analyst',
  event: 'report.restored',
  params: byId,
  reply: reportSchema,
  handle: async ({ params, actor, tx, audit }) => {
    const report = await readReport(tx, actor.organizationId, params.id);
    await setReportRemoved(tx, actor.organizationId, params.id, false);
    await audit(`report:${params.id}`);
    return report;
  },
});

const file = defineRoute({
  method: 'GET',
  path: reportsApi.file,
  summary: 'One file of an edition: HTML to read, PDF, XLSX or CSV to keep',
  access: 'viewer',
  event: null,
  params: byId.extend({ language: z.enum(reportLanguages), format: z.enum(reportFormats) }),
  reply: null,
  handle: async ({ params, actor, tx }) => {
    const { id, language, format } = params;
    const stored = await readEditionFile(tx, actor.organizationId, id, language, format);
    const name = downloadName(stored.title[language], stored.number, language, format);
    const place = format === 'html' ? 'inline' : 'attachment';
    return new RawReply(stored.bytes, {
      'content-type': mediaTypes[format],
      'content-disposition': `${place}; filename="${name}"`,
      'content-language': `${language}-CA`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      'cache-control': 'private, max-age=31536000, immutable',
    });
  },
});

/** The routes of this slice, measuring by `measure`. */
export function reportRoutes(measure: MeasureDataset): readonly Route[] {
  return [list, ofDataset, read, create(measure), addEdition(measure), remove, restore, file];
}
