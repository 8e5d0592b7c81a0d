import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Codebook } from '@common-measure/dataset';
import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { datasetsRoutes } from '@common-measure/modules/datasets/server';
import { anOwner, aServerOf, type Person, type TestServer } from '@common-measure/platform/testing';
import type { FastifyInstance } from 'fastify';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticSurvey } from '../../fixtures/synthetic-survey/synthetic-survey.ts';
import type { Report } from './contract.ts';
import { reportsRoutes } from './server.ts';

import { madeReport } from './testing/made-report.ts';

const realData = resolve(process.env.CM_REAL_DATA ?? '../shared/real-data', 'sfo_airport');
const codebooks = resolve(import.meta.dirname, '../../fixtures/codebooks');
const title = { en: 'What passengers said', fr: 'Ce que les passagers ont dit' };

let place: TestServer;
let server: FastifyInstance;
let alice: Person;
beforeAll(async () => {
  place = await aServerOf([...accountsRoutes, ...datasetsRoutes, ...reportsRoutes], authenticate, 10_000_000);
  ({ server } = place);
  alice = await anOwner(server, place.database, 'alice');
});
afterAll(() => place?.close());

/** Brings a file, takes the codebook or settles the proposed one, and saves the dataset. */
async function savedDataset(content: Uint8Array<ArrayBuffer> | string, given: Codebook | null): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([content]), 'wave.csv');
  const { id } = (await alice.send('POST', '/api/imports', form)).json();
  let detail = (await alice.send('GET', `/api/imports/${id}`)).json();
  for (let attempt = 0; attempt < 400 && detail.state === 'reading'; attempt += 1) {
    await new Promise((wait) => setTimeout(wait, 25));
    detail = (await alice.send('GET', `/api/imports/${id}`)).json();
  }
  const codebook = given ? { ...given, source: detail.codebook.source } : settled(detail.codebook);
  const changed = await alice.send('PUT', `/api/imports/${id}/codebook`, { revision: detail.revision, codebook });
  const saved = await alice.send('POST', `/api/imports/${id}/dataset`, { revision: changed.json().revision });
  expect(saved.statusCode, saved.body).toBe(200);
  return saved.json().id;
}

const settled = (codebook: Codebook): Codebook => ({
  ...codebook,
  synthetic: true,
  wave: { label: '2026', start: '2026-05-01' },
  design: { ...codebook.design, samplingClass: 'systematic-intercept' },
  variables: codebook.variables.map((variable) => ({ ...variable, decided: true })),
});

async function airport(year: number): Promise<string> {
  const csv = new Uint8Array(await readFile(join(realData, `${year}.csv`)));
  return savedDataset(csv, JSON.parse(await readFile(join(codebooks, `sfo-${year}.json`), 'utf8')));
}

async function fileOf(report: Report, language: string, format: string): Promise<Buffer> {
  const file = report.editions[0]?.files.find((one) => one.language === language && one.format === format);
  return (await alice.send('GET', file?.path ?? '')).rawPayload;
}

test('the airport of 2016 is reported with its published figures and its change since 2015', async (context) => {
  if (!existsSync(realData)) {
    console.log('skipped: the airport survey is not on this machine (CM_REAL_DATA)');
    return context.skip();
  }
  await airport(2015);
  const made = await madeReport(alice, `/api/datasets/${await airport(2016)}/reports`, { title });
  const page = (await fileOf(made, 'en', 'html')).toString('utf8');
  expect(page).toContain('is 76.3 out of 100. That is no clear change from 2015.');
  expect(page).toContain('out of 100 (75.5 to 77.2)');
  expect(page).toContain('Passing through security, −3.5 points (−5.1 to −1.9)');
  expect(page).toContain('It speaks of visits, not of visitors.');
  expect(page).toMatch(/Withheld as a whole/);
  expect(page).toContain('This shows what goes together, not what would change.');
  expect(page).toMatch(/n = 2,919 of 3,087/);
  const csv = (await fileOf(made, 'fr', 'csv')).toString('utf8');
  const overall = csv.split('\r\n').find((line) => line.startsWith('overall,') && line.includes(',score,,,,,'));
  expect(overall).toContain(',76.333');
  const workbook = await readXlsx(await fileOf(made, 'en', 'xlsx'));
  const row = workbook.sheets[1]?.rows.find((cells) => cells[0] === 'overall' && cells[2] === 'score');
  expect(row?.[5]).toBeCloseTo(76.33312, 5);
  expect(row?.[6]).toBeCloseTo(0.43673, 5);
});

test('a made-up survey becomes a report that says it is made up', async () => {
  const dataset = await savedDataset(syntheticSurvey(600).csv, null);
  const made = await madeReport(alice, `/api/datasets/${dataset}/reports`, { title });
  expect(made.editions[0]?.synthetic).toBe(true);
  for (const [language, label] of [
    ['en', 'Synthetic example data'],
    ['fr', 'Données synthétiques d’exemple'],
  ] as const) {
    const html = (await fileOf(made, language, 'html')).toString('utf8');
    expect(html).toContain(label);
    const csv = (await fileOf(made, language, 'csv')).toString('utf8').trimEnd().split('\r\n').slice(1);
    expect(csv.every((line) => line.endsWith(label))).toBe(true);
  }
});
