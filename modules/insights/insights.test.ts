import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Codebook, parseCodebook, readTable } from '@common-measure/dataset';
import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { saveRows } from '@common-measure/modules/datasets/server';
import type { Engine } from '@common-measure/platform/analytics';
import { anOwner, aServerOf, type Person, type TestServer } from '@common-measure/platform/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clinicCodebook, clinicHeaders, clinicRows } from '../estimates/testing/clinic.ts';
import type { Drivers } from './contract.ts';
import { insightsRoutes } from './server.ts';

let test: TestServer;
let engine: Engine;
let server: FastifyInstance;
let alice: Person;

beforeAll(async () => {
  test = await aServerOf([...accountsRoutes, ...insightsRoutes], authenticate);
  ({ server, engine } = test);
  alice = await anOwner(server, test.database, 'alice');
});
afterAll(() => test?.close());

async function saved(
  codebook: Codebook,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<string> {
  const { organization, account } = (await alice.send('GET', '/api/session')).json();
  const dataset = {
    codebook,
    headers,
    rows,
    organizationId: organization.id,
    waveId: null,
    follows: null,
    createdBy: null,
  };
  const scope = { organizationId: organization.id, accountId: account.id };
  return test.database.transact(scope, async (tx) => (await saveRows(tx, engine, dataset)).id);
}

/** Asks again until the work is done, as the page does. */
async function driversOf(id: string, missing: string): Promise<Exclude<Drivers, { status: 'working' }>> {
  for (let asked = 0; asked < 300; asked += 1) {
    const reply = await alice.send('GET', `/api/datasets/${id}/drivers?missing=${missing}`);
    expect(reply.statusCode, reply.body).toBe(200);
    const drivers: Drivers = reply.json();
    if (drivers.status !== 'working') return drivers;
    expect(drivers.done).toBeLessThanOrEqual(drivers.of);
    await new Promise((resume) => setTimeout(resume, 50));
  }
  throw new Error('the drivers were not found in time');
}

describe('key drivers of a dataset', () => {
  it('are at work first, then ready with a priority matrix, and the same when asked again', async () => {
    const id = await saved(clinicCodebook('2026-01-01'), clinicHeaders, clinicRows(0));
    const first: Drivers = (await alice.send('GET', `/api/datasets/${id}/drivers?missing=pairwise`)).json();
    expect(first).toMatchObject({ status: 'working', of: 300 });
    const done = await driversOf(id, 'pairwise');
    if (done.status !== 'ready' || done.drivers.status !== 'shown') throw new Error(JSON.stringify(done));
    expect(done.drivers.drivers.map(({ variable }) => variable).sort()).toEqual(['courtesy', 'wait']);
    expect(done.drivers.missing).toBe('pairwise');
    expect(done.matrix?.shareLine).toBe(0.5);
    expect(done.matrix?.items.every(({ score }) => score.status === 'shown')).toBe(true);
    expect(await driversOf(id, 'pairwise')).toEqual(done);
  });

  it('need the treatment of missing answers to be chosen', async () => {
    const id = await saved(clinicCodebook('2026-01-01'), clinicHeaders, clinicRows(0));
    expect((await alice.send('GET', `/api/datasets/${id}/drivers`)).statusCode).toBe(422);
  });

  it('say what is lacking where the codebook names no overall item or too few items', async () => {
    const codebook = clinicCodebook('2026-01-01');
    const without = { ...codebook, roles: { ...codebook.roles, overall: null } };
    expect(await driversOf(await saved(without, clinicHeaders, clinicRows(0)), 'pairwise')).toMatchObject({
      status: 'not-possible',
    });
    const one = { ...codebook, roles: { ...codebook.roles, drivers: ['wait'] } };
    expect(await driversOf(await saved(one, clinicHeaders, clinicRows(0)), 'pairwise')).toMatchObject({
      status: 'not-possible',
    });
  });
});

const real = resolve(process.env.CM_REAL_DATA ?? '../shared/real-data', 'sfo_airport/2016.csv');
const isThere = existsSync(real);
if (!isThere) console.warn(`Skipped: ${real} is not there (set CM_REAL_DATA).`);

describe.skipIf(!isThere)('the airport survey of 2016', () => {
  it('listwise keeps 436 of 3,087 cases and says so', async () => {
    const text = readFileSync(new URL('../../fixtures/codebooks/sfo-2016.json', import.meta.url), 'utf8');
    const codebook = parseCodebook(JSON.parse(text));
    const table = readTable(readFileSync(real));
    if (!codebook.ok || !table.ok) throw new Error('the airport survey cannot be read');
    const id = await saved(codebook.value, table.value.headers, table.value.rows);
    const listwise = await driversOf(id, 'listwise');
    if (listwise.status !== 'ready' || listwise.drivers.status !== 'shown') throw new Error(JSON.stringify(listwise));
    expect([listwise.drivers.n, listwise.drivers.cases]).toEqual([436, 3087]);
    expect(JSON.stringify(listwise.drivers.remarks)).toContain('436 of 3,087');
  });
});
