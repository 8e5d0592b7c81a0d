import { newId } from '@common-measure/platform/database';
import { defineRoute, RawReply, type Route, type RouteCall } from '@common-measure/platform/http';
import { z } from 'zod';
import {
  type Making,
  makingSchema,
  mediaTypes,
  newEditionSchema,
  newReportSchema,
  reportFormats,
  reportLanguages,
  reportSchema,
  reportsApi,
} from './contract.ts';
import { downloadName } from './edition-address.ts';
import { startMaking } from './make-report.ts';
import {
  deleteMaking,
  findMaking,
  insertMaking,
  listMakings,
  type MakingRow,
  makingOf,
  updateMaking,
} from './making-store.ts';
import type { AssertDataset, MeasureDataset } from './measurements.ts';
import { listReports, readEditionFile, readReport, setReportRemoved } from './report-store.ts';

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

/** Writes an order down and starts on it once it stands. */
async function ordered(
  measure: MeasureDataset,
  call: Pick<RouteCall<unknown, unknown, unknown, unknown>, 'database' | 'analytics'>,
  scope: { readonly organizationId: string; readonly accountId: string },
  order: Omit<Parameters<typeof insertMaking>[2], 'id' | 'createdBy'>,
): Promise<Making> {
  const id = newId();
  const { database } = call;
  const { organizationId, accountId } = scope;
  await database.transact(scope, (tx) => insertMaking(tx, organizationId, { ...order, id, createdBy: accountId }));
  void startMaking(measure, { database, engine: () => call.analytics, scope, makingId: id });
  return database.transact(scope, async (tx) => makingOf(await findMaking(tx, organizationId, id)));
}

const create = (measure: MeasureDataset, assertDataset: AssertDataset) =>
  defineRoute({
    method: 'POST',
    path: reportsApi.datasetReports,
    summary: 'Order a report of a dataset: its first edition, in both languages, made in the background',
    access: 'analyst',
    event: 'report.ordered',
    params: byId,
    body: newReportSchema,
    reply: makingSchema,
    handle: async (call) => {
      const { params, body, actor, tx, audit } = call;
      await assertDataset(tx, () => call.analytics, actor.organizationId, params.id);
      const { title, ...wanted } = body;
      const making = await ordered(measure, call, actor, { datasetId: params.id, reportId: null, title, wanted });
      await audit(`dataset:${params.id}`, { making: making.id, audience: body.audience });
      return making;
    },
  });

const addEdition = (measure: MeasureDataset) =>
  defineRoute({
    method: 'POST',
    path: reportsApi.editions,
    summary: 'Order the next edition of a report: measured again in the background, beside those that stand',
    access: 'analyst',
    event: 'edition.ordered',
    params: byId,
    body: newEditionSchema,
    reply: makingSchema,
    handle: async (call) => {
      const { params, body, actor, tx, audit } = call;
      const { datasetId, title } = await readReport(tx, actor.organizationId, params.id);
      const making = await ordered(measure, call, actor, { datasetId, reportId: params.id, title, wanted: body });
      await audit(`report:${params.id}`, { making: making.id, audience: body.audience });
      return making;
    },
  });

/** Goes on with an order that a stopped server left at work. */
function goOn(
  measure: MeasureDataset,
  call: Pick<RouteCall<unknown, unknown, unknown, unknown>, 'database' | 'analytics'>,
  organizationId: string,
  row: MakingRow,
): void {
  if (row.state !== 'working') return;
  const scope = { organizationId, accountId: row.created_by };
  void startMaking(measure, { database: call.database, engine: () => call.analytics, scope, makingId: row.id });
}

const makings = (measure: MeasureDataset) =>
  defineRoute({
    method: 'GET',
    path: reportsApi.makings,
    summary: 'Reports at work, with how far they have come, and those that could not be made',
    access: 'viewer',
    event: null,
    reply: z.array(makingSchema),
    handle: async (call) => {
      const { actor, tx } = call;
      const rows = await listMakings(tx, actor.organizationId);
      for (const row of rows) goOn(measure, call, actor.organizationId, row);
      return rows.map(makingOf);
    },
  });

const making = (measure: MeasureDataset) =>
  defineRoute({
    method: 'GET',
    path: reportsApi.making,
    summary: 'How far a report at work has come; ask again until it is done or has failed',
    access: 'viewer',
    event: null,
    params: byId,
    reply: makingSchema,
    handle: async (call) => {
      const { params, actor, tx } = call;
      const row = await findMaking(tx, actor.organizationId, params.id);
      goOn(measure, call, actor.organizationId, row);
      return makingOf(row);
    },
  });

const retry = (measure: MeasureDataset) =>
  defineRoute({
    method: 'POST',
    path: reportsApi.retry,
    summary: 'Try again to make a report that could not be made',
    access: 'analyst',
    event: 'report.retried',
    params: byId,
    reply: makingSchema,
    handle: async (call) => {
      const { params, actor, tx, database, audit } = call;
      const { organizationId } = actor;
      const row = await findMaking(tx, organizationId, params.id);
      const fresh = { state: 'working' as const, step: 'waiting' as const, done: 0, parts: 1, problem: null };
      if (row.state === 'failed')
        await database.transact(actor, (own) => updateMaking(own, organizationId, params.id, fresh));
      const now = await database.transact(actor, (own) => findMaking(own, organizationId, params.id));
      goOn(measure, call, organizationId, now);
      await audit(`making:${params.id}`);
      return makingOf(now);
    },
  });

const dismiss = defineRoute({
  method: 'DELETE',
  path: reportsApi.making,
  summary: 'Forget a report that could not be made',
  access: 'analyst',
  event: 'report.dismissed',
  params: byId,
  reply: makingSchema,
  handle: async ({ params, actor, tx, audit }) => {
    const row = await findMaking(tx, actor.organizationId, params.id);
    await deleteMaking(tx, actor.organizationId, params.id);
    await audit(`making:${params.id}`);
    return makingOf(row);
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
export function reportRoutes(measure: MeasureDataset, assertDataset: AssertDataset): readonly Route[] {
  const makingRoutes = [makings(measure), making(measure), retry(measure), dismiss];
  return [
    list,
    ofDataset,
    read,
    create(measure, assertDataset),
    addEdition(measure),
    ...makingRoutes,
    remove,
    restore,
    file,
  ];
}
