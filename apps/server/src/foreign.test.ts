import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { writeCsv } from '@common-measure/dataset';
import { authenticate } from '@common-measure/modules/accounts/server';
import { importFile } from '@common-measure/modules/datasets/server';
import { starterBank } from '@common-measure/modules/question-bank/server';
import { type Engine, openEngine } from '@common-measure/platform/analytics';
import { createHttpServer, type Route } from '@common-measure/platform/http';
import { anOwner, aTemplateDatabase, type Person, type TestDatabase } from '@common-measure/platform/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleWaves } from './example/waves.ts';
import { routes } from './slices.ts';

/** Alice has one of everything; Otto owns another organisation and tries every address of hers. */
let test: TestDatabase;
let server: FastifyInstance;
let engine: Engine;
let folder: string;
let alice: Person;
let otto: Person;
const ids: Record<string, string> = {};

const survey = {
  name: { en: 'Counter survey', fr: 'Sondage au comptoir' },
  samplingClass: 'non-probability',
  timeZone: 'America/Toronto',
  packId: 'client_satisfaction_core',
};
const report = { title: { en: 'Report', fr: 'Rapport' }, audience: 'organization' };

beforeAll(async () => {
  test = await aTemplateDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'cm-foreign-'));
  engine = await openEngine({ directory: path.join(folder, 'datasets'), spillDirectory: path.join(folder, 'tmp') });
  server = await createHttpServer({
    routes,
    database: test.database,
    analytics: engine,
    authenticate,
    consoleFolder: null,
    publicUrl: null,
    version: 'test',
    uploadLimit: 1_000_000,
  });
  alice = await anOwner(server, test.database, 'alice');
  otto = await anOwner(server, test.database, 'otto');
  await fillAlice();
});
afterAll(async () => {
  await server.close();
  engine.close();
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

async function fillAlice(): Promise<void> {
  const made = async (method: 'POST' | 'GET', url: string, body?: object) => {
    const reply = await alice.send(method, url, body);
    if (reply.statusCode !== 200) throw new Error(`${method} ${url}: ${reply.statusCode} ${reply.body}`);
    return reply.json();
  };
  const created = await made('POST', '/api/surveys', survey);
  const published = await made('POST', `/api/surveys/${created.id}/publish`);
  Object.assign(ids, {
    survey: created.id,
    instrument: created.instrumentId,
    wave: published.waveId ?? created.waveId,
  });
  const draft = await made('GET', `/api/instruments/${created.instrumentId}`);
  ids.questionnaire = JSON.stringify(draft.instrument);
  const [question] = draft.instrument.sections[0].questions;
  const content = { format: 'common-measure/block', version: 1, questions: [question] };
  const named = { name: { en: 'Block', fr: 'Bloc' }, description: { en: '', fr: '' } };
  ids.block = (await made('POST', '/api/instrument-blocks', { ...named, content })).id;
  const hook = { address: 'https://example.ca/hook', events: ['wave.closed'] };
  ids.webhook = (await made('POST', '/api/webhooks', hook)).id;
  const session = await made('GET', '/api/session');
  ids.organization = session.organization.id;
  ids.account = session.account.id;
  ids.session = (await made('GET', '/api/account/sessions'))[0].id;
  await made('POST', '/api/members', { name: 'Bob', email: 'bob@example.ca', role: 'viewer', language: 'en' });
  ids.link = (await made('GET', '/api/sign-in-links'))[0].id;
  const wave = exampleWaves(starterBank())[0]!;
  const file = path.join(folder, 'wave.csv');
  await writeFile(file, writeCsv([wave.headers, ...wave.rows]));
  const scope = { organizationId: session.organization.id, accountId: session.account.id };
  const imported = await test.database.transact(scope, (tx) =>
    importFile(tx, engine, session.organization.id, file, wave.codebook),
  );
  if (!imported.ok) throw new Error(JSON.stringify(imported.reasons));
  ids.dataset = imported.value.datasetId;
  const kept = await test.database.withOwner((client) =>
    client.query<{ id: string }>('SELECT id FROM datasets.import'),
  );
  ids.import = kept.rows[0]!.id;
  ids.codebook = JSON.stringify(wave.codebook);
  const order = `/api/datasets/${ids.dataset}/reports`;
  ids.making = (await made('POST', order, report)).id;
  let making = await made('GET', `/api/report-makings/${ids.making}`);
  while (making.state === 'working') {
    await new Promise((resume) => setTimeout(resume, 100));
    making = await made('GET', `/api/report-makings/${ids.making}`);
  }
  const reported = await made('GET', `/api/reports/${making.reportId}`);
  ids.report = reported.id;
  ids.edition = reported.editions[0].id;
}

/** Which of Alice's things an address names, by how it begins; a route that is new must say so here. */
const owned: readonly (readonly [string, string])[] = [
  ['/api/members/:accountId', 'account'],
  ['/api/account/sessions/:sessionId', 'session'],
  ['/api/sign-in-links/:linkId', 'link'],
  ['/api/instruments/:id', 'instrument'],
  ['/api/instrument-blocks/:id', 'block'],
  ['/api/surveys/:id', 'survey'],
  ['/api/imports/:id', 'import'],
  ['/api/datasets/:id', 'dataset'],
  ['/api/webhooks/:id', 'webhook'],
  ['/api/waves/:id', 'wave'],
  ['/api/reports/:id', 'report'],
  ['/api/report-editions/:id', 'edition'],
  ['/api/report-makings/:id', 'making'],
];

const queries: Readonly<Record<string, string>> = {
  'GET /api/datasets/:id/drivers': '?missing=listwise',
  'GET /api/datasets/:id/explanation': '?statistic=score&variable=overall_satisfaction',
};

/** What the route would accept, so that nothing but the foreign address is wrong. */
function bodyOf(route: Route): object | undefined {
  switch (`${route.method} ${route.path}`) {
    case 'PATCH /api/members/:accountId':
      return { role: 'viewer' };
    case 'PUT /api/instruments/:id':
      return { revision: 1, instrument: JSON.parse(ids.questionnaire!) };
    case 'POST /api/instruments/:id/language-reviews':
      return { language: 'fr', sha256: '0'.repeat(64), verdict: 'approved' };
    case 'POST /api/instruments/:id/translations':
      return { revision: 1, content: 'id,place,text,en,ar' };
    case 'POST /api/instruments/:id/comments':
      return { place: { kind: 'whole' }, text: 'Mine' };
    case 'PATCH /api/instruments/:id/comments/:commentId':
      return { resolved: true };
    case 'PUT /api/surveys/:id/fieldwork/target':
      return { target: 400 };
    case 'POST /api/surveys/:id/alert-rules':
      return { question: 'overall_satisfaction', codes: ['1'], atLeast: 10, days: 1 };
    case 'PATCH /api/surveys/:id/alerts/:alertId':
      return { who: 'Mine', due: null, done: true };
    case 'PUT /api/surveys/:id/notice':
      return { otherWays: [], purpose: null, keptFor: null, contact: null };
    case 'POST /api/surveys/:id/once-links':
      return { count: 1 };
    case 'PATCH /api/surveys/:id/once-links':
      return { onlyWay: false };
    case 'POST /api/surveys/:id/prepared-links':
      return { label: { en: 'Mine', fr: 'À moi' }, shown: {}, hidden: {} };
    case 'POST /api/surveys/:id/kiosk-files':
      return { content: '{}' };
    case 'POST /api/surveys/:id/kiosks':
      return { name: 'Mine' };
    case 'PUT /api/surveys/:id/intercept':
      return { every: 10, moment: 'load', rememberDays: 0, isOn: true };
    case 'POST /api/surveys/:id/conflicting-responses/:responseId':
      return { content: 'a'.repeat(64), reason: 'Another person' };
    case 'PATCH /api/webhooks/:id':
      return { state: 'off' };
    case 'POST /api/surveys/:id/late-files':
      return { content: 'a', mode: 'paper', language: 'en', apply: false };
    case 'PUT /api/surveys/:id/retention':
      return { responses: null, comments: null, drafts: 30, originals: 90 };
    case 'POST /api/surveys/:id/erasures':
      return { code: '0123456789abcdef' };
    case 'PUT /api/instrument-blocks/:id':
      return { version: 1, name: { en: 'Mine', fr: 'À moi' }, description: { en: '', fr: '' } };
    case 'PATCH /api/instrument-blocks/:id':
      return { removed: true };
    case 'POST /api/instruments/:id/revisions':
      return { instrument: JSON.parse(ids.questionnaire!) };
    case 'PATCH /api/surveys/:id':
      return { name: { en: 'Mine', fr: 'À moi' } };
    case 'PATCH /api/datasets/:id':
      return { title: { en: 'Mine', fr: 'À moi' } };
    case 'PUT /api/imports/:id/codebook':
      return { revision: 1, codebook: JSON.parse(ids.codebook!) };
    case 'POST /api/imports/:id/carried':
      return { carried: ['title'] };
    case 'POST /api/imports/:id/reuse':
      return { revision: 1, datasetId: ids.dataset };
    case 'POST /api/imports/:id/dataset':
      return { revision: 1 };
    case 'POST /api/datasets/:id/estimates':
      return { estimates: [{ statistic: 'mean', variable: 'overall_satisfaction' }] };
    case 'POST /api/datasets/:id/reports':
      return report;
    case 'POST /api/reports/:id/editions':
      return { audience: 'organization' };
    default:
      return route.body === null ? undefined : {};
  }
}

/** The question bank is one for all; what an organization has of its own there is asked for below. */
const shared = (route: Route) => route.path.startsWith('/api/bank/');
const named = routes.filter((route) => route.access !== 'anyone' && route.path.includes('/:') && !shared(route));

describe('a foreign organization', () => {
  it.each(named.map((route) => [`${route.method} ${route.path}`, route] as const))(
    'is told of %s as of nothing',
    async (name, route) => {
      const thing = owned.find(([start]) => route.path.startsWith(start));
      if (thing === undefined)
        throw new Error(`${route.path} names something that this test does not know: add it to "owned".`);
      const address = route.path
        .replace(/:(id|accountId|sessionId|linkId)/, ids[thing[1]]!)
        .replace(':language', 'en')
        .replace(':format', 'csv')
        .replace(':number', '1')
        .replace(/:\w+/g, () => randomUUID());
      const reply = await otto.send(route.method, address + (queries[name] ?? ''), bodyOf(route));
      const isEmptyList = reply.statusCode === 200 && reply.body === '[]';
      if (!isEmptyList) expect([reply.statusCode, reply.json().code]).toEqual([404, 'not-found']);
    },
  );

  it('reads where Alice uses an item as a number, not as a name', async () => {
    const hers = (await alice.send('GET', '/api/bank/items/overall_satisfaction')).json();
    expect(hers.use.own.map((use: { instrumentId: string }) => use.instrumentId)).toEqual([ids.instrument]);
    const his = await otto.send('GET', '/api/bank/items/overall_satisfaction');
    expect(his.json().use).toEqual({ own: [], others: { organizations: 1, surveys: 1 } });
    expect(his.body).not.toContain(ids.instrument);
  });

  const lists = routes.filter(
    (route) => route.method === 'GET' && route.access !== 'anyone' && !route.path.includes('/:'),
  );
  it.each(lists.map((route) => [route.path, route] as const))('finds nothing of Alice in %s', async (_name, route) => {
    const reply = await otto.send('GET', route.path);
    expect(reply.statusCode).toBe(200);
    for (const id of Object.values(ids).filter((each) => each.length === 36)) expect(reply.body).not.toContain(id);
  });
});
