import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Codebook } from '@common-measure/dataset';
import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { collectionRoutes } from '@common-measure/modules/collection/server';
import { instrumentRoutes } from '@common-measure/modules/instruments/server';
import { surveyRoutes } from '@common-measure/modules/studies/server';
import { type Engine, readSegments } from '@common-measure/platform/analytics';
import { aColleague, anOwner, aServerOf, type Person, type TestServer } from '@common-measure/platform/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { syntheticSurvey } from '../../fixtures/synthetic-survey/synthetic-survey.ts';
import type { DatasetDetail, ImportDetail } from './contract.ts';
import { importing, settled, survey } from './importing.fixture.ts';
import { datasetsRoutes, readDatasetRecord } from './server.ts';

let place: TestServer;
let engine: Engine;
let server: FastifyInstance;
let alice: Person;
let otto: Person;
let viewer: Person;
let organizationId: string;

beforeAll(async () => {
  place = await aServerOf(
    [...accountsRoutes, ...instrumentRoutes, ...surveyRoutes, ...collectionRoutes, ...datasetsRoutes],
    authenticate,
    2_000_000,
  );
  ({ server, engine } = place);
  alice = await anOwner(server, place.database, 'alice');
  otto = await anOwner(server, place.database, 'otto');
  viewer = await aColleague(server, alice, 'vic', 'viewer');
  organizationId = (await alice.send('GET', '/api/session')).json().organization.id;
});
afterAll(() => place?.close());

const filesIn = async (folder: string) => (await readdir(join(engine.directory, folder), { recursive: true })).sort();

const { bring, understood, brought, saved } = importing(() => alice);

describe('a file that is brought', () => {
  test('is read in the background and shown with what was understood, each guess with its evidence in both languages', async () => {
    const reply = await bring(survey.csv);
    expect(reply.json()).toMatchObject({
      state: 'reading',
      fileName: 'wave-2026.csv',
      bytes: Buffer.byteLength(survey.csv),
    });
    const detail = await understood(reply.json().id);
    expect(detail).toMatchObject({
      state: 'ready',
      revision: 1,
      reading: { rows: 600, delimiter: { delimiter: ',' } },
      findings: [],
    });
    const six = detail.guesses.find((guess) => guess.variable === 'Q7FOOD' && guess.choice.startsWith('6'));
    expect(six?.decided).toBe(false);
    expect(six?.evidence[0]?.fr).toContain('6 se trouve juste au-dessus de 1 à 5');
    expect(detail.columns.find((column) => column.column === 'Q7FOOD')?.values.length).toBe(7);
    expect(detail.columns.find((column) => column.column === 'Q10ZIP')?.values).toEqual([]);
  });

  test('that cannot be read is refused with its row, and its bytes are gone', async () => {
    const reply = await bring('a,b\n1,2\n3\n');
    const detail = await understood(reply.json().id);
    expect(detail).toMatchObject({ state: 'refused', codebook: null });
    expect(detail.problems).toMatchObject([{ code: 'file-row-ragged', details: { row: 3, cells: 1, columns: 2 } }]);
    expect(await filesIn(`${organizationId}/imports`)).not.toContain(detail.id);
  });

  test('above the limit leaves nothing, neither a row nor a file', async () => {
    const before = await filesIn(`${organizationId}/imports`);
    const reply = await bring('x'.repeat(2_100_000));
    expect([reply.statusCode, reply.json().code]).toEqual([413, 'too-large']);
    expect(await filesIn(`${organizationId}/imports`)).toEqual(before);
  });

  test('missing from the request is said', async () => {
    expect((await alice.send('POST', '/api/imports')).json().code).toBe('import-without-file');
  });

  test('is nobody else’s: other organizations and viewers do not see it', async () => {
    const { id } = await brought(survey.csv);
    expect((await otto.send('GET', `/api/imports/${id}`)).statusCode).toBe(404);
    expect((await otto.send('POST', `/api/imports/${id}/dataset`, { revision: 1 })).statusCode).toBe(404);
    expect((await viewer.send('GET', `/api/imports/${id}`)).json().code).toBe('role-too-low');
  });

  test('can be removed and brought back', async () => {
    const { id } = await brought(survey.csv);
    await alice.send('DELETE', `/api/imports/${id}`);
    expect((await alice.send('GET', `/api/imports/${id}`)).statusCode).toBe(404);
    await alice.send('POST', `/api/imports/${id}/restore`);
    expect((await understood(id)).state).toBe('ready');
  });
});

describe('choices', () => {
  test('are saved over the revision that was read, and never over somebody else’s', async () => {
    const { id, codebook } = await brought(survey.csv);
    const change = { revision: 1, codebook };
    expect((await alice.send('PUT', `/api/imports/${id}/codebook`, change)).json().revision).toBe(2);
    expect((await alice.send('PUT', `/api/imports/${id}/codebook`, change)).json()).toMatchObject({
      code: 'import-moved-on',
      details: { present: 2, yours: 1 },
    });
  });

  test('that contradict themselves are refused, and the earlier ones stand', async () => {
    const { id, codebook } = await brought(survey.csv);
    const wrong = { ...codebook, roles: { ...codebook?.roles, overall: 'nowhere' } };
    const reply = await alice.send('PUT', `/api/imports/${id}/codebook`, { revision: 1, codebook: wrong });
    expect(reply.json()).toMatchObject({ code: 'codebook-refused', details: { count: 1 } });
    expect((await understood(id)).revision).toBe(1);
  });

  test('that leave a code of the file unsaid are shown as faults, and nothing is saved', async () => {
    const { id, codebook } = await brought(survey.csv);
    const variables = codebook?.variables.map((variable) =>
      variable.column === 'Q7ALL' ? { ...variable, missing: [] } : variable,
    );
    const changed: ImportDetail = (
      await alice.send('PUT', `/api/imports/${id}/codebook`, { revision: 1, codebook: { ...codebook, variables } })
    ).json();
    expect(changed.findings.map((finding) => [finding.code, finding.severity, finding.details.column])).toEqual([
      ['code-unlisted', 'fault', 'Q7ALL'],
      ['code-unlisted', 'fault', 'Q7ALL'],
    ]);
    const reply = await alice.send('POST', `/api/imports/${id}/dataset`, { revision: 2 });
    expect(reply.json()).toMatchObject({ code: 'dataset-not-fitting', details: { count: 1 } });
    expect((await understood(id)).state).toBe('ready');
  });
});

describe('a saved dataset', () => {
  test('holds every row in columns, and its record names file and checksum', async () => {
    const id = await saved();
    const record = await place.database.transact({ organizationId, accountId: null }, (tx) =>
      readDatasetRecord(tx, engine, organizationId, id),
    );
    expect(record).toMatchObject({ rows: 600, psuCount: 50 });
    expect(record.codebook.source).toMatchObject({ fileName: 'wave-2026.csv', rows: 600, encoding: 'utf-8' });
    const read = await readSegments(engine, record.paths, record.codebook, ['Q7ALL'], record.stratumLabels);
    const at = survey.headers.indexOf('Q7ALL');
    const valid = survey.rows.map((row) => Number(row[at])).filter((code) => code >= 1 && code <= 5);
    expect(read.columns.get('Q7ALL')?.numbers.filter((value) => !Number.isNaN(value))).toEqual(
      Float64Array.from(valid),
    );
    expect(read.weights?.[0]).toBe(0.75);
  });

  test('is listed, described, and hands out its codebook', async () => {
    const id = await saved();
    const list = (await viewer.send('GET', '/api/datasets')).json();
    expect(list.find((dataset: { id: string }) => dataset.id === id)).toMatchObject({
      rows: 600,
      weighted: true,
      undecided: 0,
      origin: 'file',
      wave: { label: '2026' },
    });
    const detail: DatasetDetail = (await viewer.send('GET', `/api/datasets/${id}`)).json();
    const file = await viewer.send('GET', `/api/datasets/${id}/codebook.json`);
    expect(file.headers['content-disposition']).toContain('codebook.json');
    expect(file.json()).toEqual(detail.codebook);
    expect((await otto.send('GET', `/api/datasets/${id}`)).statusCode).toBe(404);
  });

  test('takes another title in both languages, and nothing else of it changes; a viewer cannot give one', async () => {
    const id = await saved();
    const before: DatasetDetail = (await alice.send('GET', `/api/datasets/${id}`)).json();
    const title = { en: 'Library visits', fr: 'Visites de bibliothèque' };
    expect((await viewer.send('PATCH', `/api/datasets/${id}`, { title })).json().code).toBe('role-too-low');
    expect((await alice.send('PATCH', `/api/datasets/${id}`, { title: { ...title, fr: ' ' } })).statusCode).toBe(422);
    await alice.send('PATCH', `/api/datasets/${id}`, { title });
    const after: DatasetDetail = (await viewer.send('GET', `/api/datasets/${id}`)).json();
    expect(after).toEqual({ ...before, title, codebook: { ...before.codebook, title } });
    expect((await otto.send('PATCH', `/api/datasets/${id}`, { title })).statusCode).toBe(404);
  });

  test('cannot be saved twice from the same import', async () => {
    const { id, codebook } = await brought(survey.csv);
    await alice.send('PUT', `/api/imports/${id}/codebook`, { revision: 1, codebook: settled(codebook as Codebook) });
    await alice.send('POST', `/api/imports/${id}/dataset`, { revision: 2 });
    const again = await alice.send('POST', `/api/imports/${id}/dataset`, { revision: 3 });
    expect(again.json().code).toBe('import-saved-already');
  });

  test('is removed and brought back', async () => {
    const id = await saved();
    await alice.send('DELETE', `/api/datasets/${id}`);
    expect((await alice.send('GET', `/api/datasets/${id}`)).statusCode).toBe(404);
    await alice.send('POST', `/api/datasets/${id}/restore`);
    expect((await alice.send('GET', `/api/datasets/${id}`)).statusCode).toBe(200);
  });

  test('lends its choices to the next wave, with the differences shown', async () => {
    const id = await saved();
    const next = syntheticSurvey(500, 5).csv.replace('Q7SHOP', 'Q9_SHOP').replaceAll('35-44', '35-49');
    const detail = await brought(next, `?basedOn=${id}`);
    expect(detail.basedOn).toBe(id);
    expect(detail.differences.map((difference) => difference.code)).toEqual(['code-new', 'column-renamed']);
    expect(detail.codebook?.variables.filter((variable) => !variable.decided).map((v) => v.column)).toEqual([
      'Q9_SHOP',
      'Q9AGE',
    ]);
    const reply = await alice.send('POST', `/api/imports/${detail.id}/dataset`, { revision: 1 });
    expect((await alice.send('GET', `/api/datasets/${reply.json().id}`)).json().follows).toBe(id);
  });

  test('lends them by its file as well', async () => {
    const id = await saved();
    const codebook = (await alice.send('GET', `/api/datasets/${id}/codebook.json`)).json();
    const { id: importId } = await brought(syntheticSurvey(400, 9).csv);
    const filled: ImportDetail = (
      await alice.send('POST', `/api/imports/${importId}/reuse`, { revision: 1, codebook })
    ).json();
    expect(filled.differences).toEqual([]);
    expect(filled.codebook?.design.samplingClass).toBe('systematic-intercept');
    expect(filled.revision).toBe(2);
  });
});
