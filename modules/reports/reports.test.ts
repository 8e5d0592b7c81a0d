import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { httpProblems } from '@common-measure/platform/http';
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
import { reportRoutes } from './report-routes.ts';

const dataset = '0198f3a2-0000-7000-8000-000000000001';
const nowhere = '0198f3a2-0000-7000-8000-00000000ffff';
const order = {
  title: { en: 'What clients said, 2026', fr: 'Ce que la clientèle a dit, 2026' },
  edition: { en: 'Final', fr: 'Version finale' },
};

let test: TestServer;
let server: FastifyInstance;
let alice: Person;
beforeAll(async () => {
  test = await aServerOf(
    [
      ...accountsRoutes,
      ...reportRoutes(async (_, id) => (id === dataset ? measuredCounter() : httpProblems.raise('not-found'))),
    ],
    authenticate,
  );
  ({ server } = test);
  alice = await anOwner(server, test.database, 'alice');
});
afterAll(() => test?.close());

it('makes both languages and all four forms at once, under the name of the organization', async () => {
  const made = await alice.send('POST', `/api/datasets/${dataset}/reports`, order);
  expect(made.statusCode, made.body).toBe(200);
  const [edition] = made.json().editions;
  expect(edition).toMatchObject({ number: 1, name: order.edition, audience: 'public', synthetic: true });
  expect(edition.files).toHaveLength(8);
  const page = await alice.send(
    'GET',
    edition.files.find((file: { path: string }) => file.path.endsWith('/fr/html')).path,
  );
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(page.body).toContain('Service de alice');
  expect(page.body).toContain('/en/html');
  const pdf = await alice.send(
    'GET',
    edition.files.find((file: { path: string }) => file.path.endsWith('/fr/pdf')).path,
  );
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
  const next = await alice.send('POST', `/api/reports/${report.id}/editions`, { audience: 'organization' });
  expect(next.json().editions.map((edition: { number: number }) => edition.number)).toEqual([2, 1]);
  expect(Buffer.compare((await alice.send('GET', path)).rawPayload, before)).toBe(0);
});

it('keeps nothing where measuring fails', async () => {
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
