import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Codebook } from '@common-measure/dataset';
import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { anOwner, aServerOf, type Person, type TestServer } from '@common-measure/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RemovedThing, undoDays } from './contract.ts';
import { importing, settled, survey } from './importing.fixture.ts';
import { datasetsRoutes, purgeRemoved } from './server.ts';

let place: TestServer;
let alice: Person;
let organizationId: string;
const { brought, understood, save, saved } = importing(() => alice);

beforeAll(async () => {
  place = await aServerOf([...accountsRoutes, ...datasetsRoutes], authenticate, 2_000_000);
  alice = await anOwner(place.server, place.database, 'alice');
  organizationId = (await alice.send('GET', '/api/session')).json().organization.id;
});
afterAll(() => place?.close());

const forgotten: string[] = [];
const purge = (daysFromNow: number) =>
  purgeRemoved(
    {
      database: place.database,
      engine: place.engine,
      forget: async (_tx, _organizationId, id) => void forgotten.push(id),
    },
    new Date(Date.now() + daysFromNow * 86_400_000),
  );
const files = async () => (await readdir(join(place.engine.directory, organizationId), { recursive: true })).join('\n');
const rowsNaming = async (id: string): Promise<number> => {
  const tables = [
    ['datasets.dataset', 'id'],
    ['datasets.segment', 'dataset_id'],
    ['datasets.former_codebook', 'dataset_id'],
    ['datasets.live_answer', 'dataset_id'],
    ['datasets.import', 'id'],
    ['datasets.import', 'dataset_id'],
  ];
  const counts = tables.map(([table, column]) => `(SELECT count(*) FROM ${table} WHERE ${column} = $1)`);
  const found = await place.database.withOwner((client) =>
    client.query<{ n: string }>(`SELECT ${counts.join(' + ')} AS n`, [id]),
  );
  return Number(found.rows[0]?.n);
};

test('a removed dataset can be brought back for thirty days; then its rows, its files and those of its import are gone, and the trail says so', async () => {
  const kept = await saved();
  const id = await saved();
  const { importId } = (await alice.send('POST', `/api/datasets/${id}/revision`)).json();
  const open = await understood(importId);
  await save(importId, settled(open.codebook as Codebook));
  await alice.send('DELETE', `/api/datasets/${id}`);
  const [removed]: RemovedThing[] = (await alice.send('GET', '/api/removed-data')).json();
  expect(removed).toMatchObject({ what: 'dataset', id, rows: 600, name: { en: 'wave-2026' } });
  const days = (Date.parse(removed?.purgedAfter ?? '') - Date.parse(removed?.removedAt ?? '')) / 86_400_000;
  expect(days).toBe(undoDays);

  expect(await purge(undoDays - 1)).toEqual({ datasets: 0, imports: 0 });
  expect(await rowsNaming(id)).toBeGreaterThan(2);
  expect(await files()).toContain(id);

  expect(await purge(undoDays + 1)).toEqual({ datasets: 1, imports: 0 });
  expect([await rowsNaming(id), await rowsNaming(importId)]).toEqual([0, 0]);
  expect(await files()).not.toContain(id);
  expect(await files()).not.toContain(importId);
  expect(forgotten).toEqual([id]);
  expect((await alice.send('POST', `/api/datasets/${id}/restore`)).statusCode).toBe(404);
  expect((await alice.send('GET', `/api/datasets/${kept}`)).statusCode).toBe(200);
  expect(await files()).toContain(kept);
  const trail: { name: string; entity: string; by: string | null; details: object }[] = (
    await alice.send('GET', '/api/audit')
  ).json();
  expect(trail.find((event) => event.name === 'dataset.purged')).toMatchObject({
    entity: `dataset:${id}`,
    by: null,
    details: { rows: 600, versions: 2, import: importId, afterDays: undoDays },
  });
});

test('a removed file that was never saved goes with its bytes; one that was brought back stays', async () => {
  const gone = await brought(survey.csv);
  const back = await brought(survey.csv);
  for (const { id } of [gone, back]) await alice.send('DELETE', `/api/imports/${id}`);
  await alice.send('POST', `/api/imports/${back.id}/restore`);
  expect(await purge(undoDays + 1)).toEqual({ datasets: 0, imports: 1 });
  expect(await rowsNaming(gone.id)).toBe(0);
  expect(await files()).not.toContain(gone.id);
  expect((await understood(back.id)).state).toBe('ready');
  expect(await files()).toContain(back.id);
});
