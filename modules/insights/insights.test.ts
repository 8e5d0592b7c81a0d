import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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

const hasR = spawnSync('Rscript', ['-e', 'library(survey)']).status === 0;
if (!hasR) console.warn('Skipped: R with the package survey is not installed, so R scripts were not run.');

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

  it.skipIf(!hasR)('come with a script by which R gives the shares, R2 and the matrix of the page again', async () => {
    const id = await saved(clinicCodebook('2026-01-01'), clinicHeaders, clinicRows(0));
    const csv = [clinicHeaders, ...clinicRows(0)].map((cells) => cells.join(',')).join('\n');
    for (const missing of ['pairwise', 'listwise']) {
      const done = await driversOf(id, missing);
      if (done.status !== 'ready') throw new Error(done.status);
      expectTheSameInR(done, `${csv}\n`, 'data.csv');
    }
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

/** Runs the script of the matrix, which holds that of the shares, on the file and compares every number with the page's. */
function expectTheSameInR(done: Extract<Drivers, { status: 'ready' }>, file: string | Buffer, name: string): void {
  const { drivers, matrix, explanations } = done;
  if (drivers.status !== 'shown' || matrix === null || explanations === null) throw new Error('nothing is shown');
  const folder = mkdtempSync(join(tmpdir(), 'cm-insights-'));
  try {
    writeFileSync(join(folder, name), file);
    const printing =
      'print <- function(x, ...) cat(paste0(names(x), "=", format(x, digits = 15, trim = TRUE)), sep = "\\n")';
    writeFileSync(join(folder, 'matrix.R'), `${printing}\n${explanations.matrix.script}`);
    const r = spawnSync('Rscript', ['matrix.R'], { cwd: folder, encoding: 'utf8' });
    expect(r.status, r.stderr).toBe(0);
    const printed = new Map(r.stdout.split('\n').map((line) => [line.split('=')[0], Number(line.split('=')[1])]));
    const same = (key: string, value: number | null | undefined) =>
      expect(printed.get(key), key).toBeCloseTo(value ?? Number.NaN, 8);
    same('r2', drivers.r2);
    same('low.r2', drivers.r2Interval?.low);
    for (const { variable, share, interval } of drivers.drivers) {
      same(`share.${variable}`, share);
      same(`low.${variable}`, interval?.low);
      same(`high.${variable}`, interval?.high);
    }
    same('score.line', matrix.scoreLine);
    for (const { variable, score } of matrix.items) {
      if (score.status !== 'shown') continue;
      same(`score.${variable}`, score.value);
      same(`scorelow.${variable}`, score.ci?.low);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

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
    if (hasR) expectTheSameInR(listwise, readFileSync(real), codebook.value.source?.fileName ?? 'data.csv');
  }, 900_000);
});
