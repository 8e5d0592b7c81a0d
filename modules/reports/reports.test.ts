import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { httpProblems, recordEvent } from '@common-measure/platform/http';
import {
  aColleague,
  anOwner,
  aServerOf,
  type Person,
  stranger,
  type TestServer,
} from '@common-measure/platform/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { measuredCounter } from '../../packages/report/testing/counter-survey.ts';
import type { MeasureDataset } from './measurements.ts';
import { reportsProblems } from './problems.ts';
import { reportRoutes } from './report-routes.ts';
import { madeReport, settled, settledMaking } from './testing/made-report.ts';

const dataset = '0198f3a2-0000-7000-8000-000000000001';
const nowhere = '0198f3a2-0000-7000-8000-00000000ffff';
const order = {
  title: { en: 'What clients said, 2026', fr: 'Ce que la clientèle a dit, 2026' },
  edition: { en: 'Final', fr: 'Version finale' },
};

let test: TestServer;
let server: FastifyInstance;
let alice: Person;
let hold = false;
let fault = false;

/** Typed-in measurements, held up or refused as a test asks. */
const measure: MeasureDataset = async ({ tell }) => {
  tell({ step: 'measuring', done: 1, of: 3 });
  while (hold) await new Promise((resume) => setTimeout(resume, 20));
  if (fault) reportsProblems.raise('report-no-items', { dataset: 'Counter' });
  return measuredCounter();
};

beforeAll(async () => {
  test = await aServerOf(
    [
      ...accountsRoutes,
      ...reportRoutes(measure, async (_tx, _engine, _organization, id) => {
        if (id !== dataset) httpProblems.raise('not-found');
      }),
    ],
    authenticate,
  );
  ({ server } = test);
  alice = await anOwner(server, test.database, 'alice');
});
afterAll(() => test?.close());

it('makes both languages and all four forms at once, under the name of the organization', async () => {
  const made = await madeReport(alice, `/api/datasets/${dataset}/reports`, order);
  const [edition] = made.editions;
  if (edition === undefined) throw new Error('no edition');
  expect(edition).toMatchObject({ number: 1, name: order.edition, audience: 'public', synthetic: true });
  expect(edition.files).toHaveLength(10);
  const page = await alice.send('GET', edition.files.find((file) => file.path.endsWith('/fr/html'))?.path ?? '');
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(page.body).toContain('Service de alice');
  expect(page.body).toContain('/en/html');
  const pdf = await alice.send('GET', edition.files.find((file) => file.path.endsWith('/fr/pdf'))?.path ?? '');
  expect(pdf.headers['content-disposition']).toBe(
    'attachment; filename="ce-que-la-clientele-a-dit-2026-edition-1.fr.pdf"',
  );
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
});

it('keeps an edition as it was when the next is made', async () => {
  const [report] = (await alice.send('GET', '/api/reports')).json();
  const first = report.editions[0];
  const path = first.files[0].path;
  const before = (await alice.send('GET', path)).rawPayload;
  const next = await madeReport(alice, `/api/reports/${report.id}/editions`, { audience: 'organization' });
  expect(next.editions.map((edition) => edition.number)).toEqual([2, 1]);
  expect(Buffer.compare((await alice.send('GET', path)).rawPayload, before)).toBe(0);
});

it('tells how far it has come, also to those who come back, and is gone from the list of work once it stands', async () => {
  hold = true;
  const ordered = await alice.send('POST', `/api/datasets/${dataset}/reports`, order);
  expect(ordered.json()).toMatchObject({ state: 'working', reportId: null, title: order.title });
  await expect
    .poll(async () => (await alice.send('GET', '/api/report-makings')).json())
    .toMatchObject([{ step: 'measuring', done: 1, of: 3 }]);
  hold = false;
  expect((await settled(alice, ordered.json())).state).toBe('done');
  expect((await alice.send('GET', '/api/report-makings')).json()).toEqual([]);
  const [report] = (await alice.send('GET', '/api/reports')).json();
  await alice.send('DELETE', `/api/reports/${report.id}`);
});

it('says why it could not be made, keeps nothing of it, and can be tried again or dismissed', async () => {
  const before = (await alice.send('GET', '/api/reports')).json().length;
  fault = true;
  const failed = await settledMaking(alice, `/api/datasets/${dataset}/reports`, order);
  expect(failed).toMatchObject({ state: 'failed', reportId: null, problem: { title: { en: expect.any(String) } } });
  expect(failed.problem?.title.fr).toContain('n’a ni élément noté');
  expect((await alice.send('GET', '/api/reports')).json()).toHaveLength(before);
  const again = await settled(alice, (await alice.send('POST', `/api/report-makings/${failed.id}/retry`)).json());
  expect(again.state).toBe('failed');
  fault = false;
  const done = await settled(alice, (await alice.send('POST', `/api/report-makings/${failed.id}/retry`)).json());
  expect(done).toMatchObject({ state: 'done', problem: null });
  await alice.send('DELETE', `/api/reports/${done.reportId}`);
  fault = true;
  const second = await settledMaking(alice, `/api/datasets/${dataset}/reports`, order);
  await alice.send('DELETE', `/api/report-makings/${second.id}`);
  expect((await alice.send('GET', '/api/report-makings')).json()).toEqual([]);
  fault = false;
});

it('keeps nothing where there is no such dataset', async () => {
  const before = (await alice.send('GET', '/api/reports')).json().length;
  const failed = await alice.send('POST', `/api/datasets/${nowhere}/reports`, order);
  expect(failed.statusCode).toBe(404);
  expect((await alice.send('GET', '/api/reports')).json()).toHaveLength(before);
});

it('refuses a title in one language only, and a report for readers of single responses', async () => {
  const path = `/api/datasets/${dataset}/reports`;
  const half = await alice.send('POST', path, { title: { en: 'Only English' } });
  expect(half.statusCode).toBe(422);
  const small = await alice.send('POST', path, { ...order, audience: 'single-responses' });
  expect(small.statusCode).toBe(422);
});

it('can be removed and brought back', async () => {
  const [report] = (await alice.send('GET', '/api/reports')).json();
  await alice.send('DELETE', `/api/reports/${report.id}`);
  expect((await alice.send('GET', `/api/datasets/${dataset}/reports`)).json()).toEqual([]);
  await alice.send('POST', `/api/reports/${report.id}/restore`);
  expect((await alice.send('GET', `/api/datasets/${dataset}/reports`)).json()).toHaveLength(1);
});

it('lets a viewer read but not make, and shows nothing to another organization or a stranger', async () => {
  const [report] = (await alice.send('GET', '/api/reports')).json();
  const path = report.editions[0].files[0].path;
  const viewer = await aColleague(server, alice, 'vera', 'viewer');
  expect((await viewer.send('GET', path)).statusCode).toBe(200);
  expect((await viewer.send('POST', `/api/datasets/${dataset}/reports`, order)).statusCode).toBe(403);
  const other = await anOwner(server, test.database, 'otto');
  expect((await other.send('GET', path)).statusCode).toBe(404);
  expect((await other.send('GET', '/api/reports')).json()).toEqual([]);
  expect((await other.send('DELETE', `/api/reports/${report.id}`)).statusCode).toBe(404);
  expect((await stranger(server).send('GET', path)).statusCode).toBe(401);
});

it('says of an edition how many answers it rests on were erased since, and nothing of those that were erased before', async () => {
  const report = await madeReport(alice, `/api/datasets/${dataset}/reports`, order);
  expect(report.editions.map(({ erasedSince }) => erasedSince)).toEqual([0]);
  const { organization } = (await alice.send('GET', '/api/session')).json();
  const note = (name: string, details: { wave: string; before: number; after: number }) =>
    test.database.transact({ organizationId: organization.id, accountId: null }, (tx) =>
      recordEvent(tx, {
        ...{ name, accountId: null, organizationId: organization.id },
        ...{ entity: `dataset:${dataset}`, details },
      }),
    );
  // As erasing answers from columns leaves them; masking comments anew takes no answer away.
  await note('dataset.rewritten', { wave: nowhere, before: 400, after: 397 });
  await note('dataset.rewritten', { wave: nowhere, before: 397, after: 397 });
  const next = await madeReport(alice, `/api/reports/${report.id}/editions`, { audience: 'public', edition: null });
  expect(next.editions.map(({ number, erasedSince }) => [number, erasedSince])).toEqual([
    [2, 0],
    [1, 3],
  ]);
});
