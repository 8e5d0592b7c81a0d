import type { Codebook } from '@common-measure/dataset';
import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { readSegments } from '@common-measure/platform/analytics';
import { aColleague, anOwner, aServerOf, type Person, type TestServer } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { syntheticSurvey } from '../../fixtures/synthetic-survey/synthetic-survey.ts';
import type { CodebookVersion, DatasetDetail, EarlierDataset, ImportDetail } from './contract.ts';
import { importing, settled, survey } from './importing.fixture.ts';
import { datasetsRoutes, readDatasetRecord } from './server.ts';

let place: TestServer;
let alice: Person;
let viewer: Person;
let organizationId: string;
const { brought, understood, save, saved } = importing(() => alice);

beforeAll(async () => {
  place = await aServerOf([...accountsRoutes, ...datasetsRoutes], authenticate, 2_000_000);
  alice = await anOwner(place.server, place.database, 'alice');
  viewer = await aColleague(place.server, alice, 'vic', 'viewer');
  organizationId = (await alice.send('GET', '/api/session')).json().organization.id;
});
afterAll(() => place?.close());

/** Everything decided but one column. */
const butFood = (codebook: Codebook): Codebook => ({
  ...settled(codebook),
  variables: settled(codebook).variables.map((one) => (one.column === 'Q7FOOD' ? { ...one, decided: false } : one)),
});
const dataset = async (id: string): Promise<DatasetDetail> => (await alice.send('GET', `/api/datasets/${id}`)).json();
const reopened = async (id: string): Promise<ImportDetail> =>
  understood((await alice.send('POST', `/api/datasets/${id}/revision`)).json().importId);
const record = (id: string) =>
  place.database.transact({ organizationId, accountId: null }, (tx) =>
    readDatasetRecord(tx, place.engine, organizationId, id),
  );

describe('a saved dataset with an open column', () => {
  test('is settled where it is: a new version of its codebook, with the former one kept and its change named', async () => {
    const id = await saved(butFood);
    expect(await dataset(id)).toMatchObject({ undecided: 1, version: 1 });
    const open = await reopened(id);
    expect(open).toMatchObject({ state: 'ready', datasetId: id, codebook: { title: { en: 'wave-2026' } } });
    expect(open.guesses.some((guess) => guess.variable === 'Q7FOOD')).toBe(true);
    const whole = settled(open.codebook as Codebook);
    expect(await save(open.id, whole)).toBe(id);
    expect(await dataset(id)).toMatchObject({ undecided: 0, version: 2, rows: 600 });
    const history: CodebookVersion[] = (await viewer.send('GET', `/api/datasets/${id}/history`)).json();
    expect(history.map(({ version, columns, parts }) => ({ version, columns, parts }))).toEqual([
      { version: 2, columns: ['Q7FOOD'], parts: [] },
      { version: 1, columns: [], parts: [] },
    ]);
    const former: Codebook = (await viewer.send('GET', `/api/datasets/${id}/codebook.json?version=1`)).json();
    expect(former.variables.find((one) => one.column === 'Q7FOOD')?.decided).toBe(false);
    expect((await viewer.send('GET', `/api/datasets/${id}/codebook.json?version=9`)).statusCode).toBe(404);
  });

  test('has columns that follow the new choices: a code that became an answer is read as one', async () => {
    const id = await saved(butFood);
    const before = await record(id);
    const open = await reopened(id);
    const codebook = settled(open.codebook as Codebook);
    const variables = codebook.variables.map((one) =>
      one.column === 'Q7FOOD'
        ? {
            ...one,
            scale: one.scale && { ...one.scale, max: 6, version: '1-6' },
            values: [...one.values, { code: '6', label: { en: '6', fr: '6' } }],
            missing: one.missing.filter(({ code }) => code !== '6'),
          }
        : one,
    );
    await save(open.id, { ...codebook, variables });
    const after = await record(id);
    expect(after.checksums).not.toEqual(before.checksums);
    const { columns } = await readSegments(place.engine, after.paths, after.codebook, ['Q7FOOD'], []);
    const sixes = survey.rows.filter((row) => row[survey.headers.indexOf('Q7FOOD')] === '6').length;
    expect(sixes).toBeGreaterThan(0);
    expect(columns.get('Q7FOOD')?.numbers.filter((value) => value === 6).length).toBe(sixes);
  });

  test('stays as it was while its choices are open, and after they are laid aside', async () => {
    const id = await saved(butFood);
    const open = await reopened(id);
    const { revision } = open;
    const codebook = settled(open.codebook as Codebook);
    await alice.send('PUT', `/api/imports/${open.id}/codebook`, { revision, codebook });
    expect(await dataset(id)).toMatchObject({ undecided: 1, version: 1 });
    await alice.send('DELETE', `/api/imports/${open.id}`);
    expect((await alice.send('GET', '/api/imports')).json().some(({ id }: ImportDetail) => id === open.id)).toBe(false);
    expect(await dataset(id)).toMatchObject({ undecided: 1, version: 1 });
    await alice.send('POST', `/api/imports/${open.id}/restore`);
    expect((await reopened(id)).codebook?.variables.every((one) => one.decided)).toBe(true);
  });

  test('that was renamed meanwhile keeps its new name', async () => {
    const id = await saved(butFood);
    await reopened(id);
    const title = { en: 'Visits', fr: 'Visites' };
    await alice.send('PATCH', `/api/datasets/${id}`, { title });
    const open = await reopened(id);
    await save(open.id, settled(open.codebook as Codebook));
    expect((await dataset(id)).title).toEqual(title);
  });

  test('cannot be opened by a viewer', async () => {
    const id = await saved(butFood);
    expect((await viewer.send('POST', `/api/datasets/${id}/revision`)).json().code).toBe('role-too-low');
  });
});

describe('the next wave', () => {
  const population = { en: 'Visitors of May 2026', fr: 'Visiteurs de mai 2026' };

  test('asks about the words of the earlier wave until they are confirmed or written anew', async () => {
    const id = await saved((codebook) => ({ ...settled(codebook), population }));
    const next = await brought(syntheticSurvey(300, 5).csv, `?basedOn=${id}`);
    expect(next.carried).toEqual(['title', 'population']);
    const codebook = { ...next.codebook, population: { en: 'Visitors of May 2027', fr: 'Visiteurs de mai 2027' } };
    const changed = await alice.send('PUT', `/api/imports/${next.id}/codebook`, { revision: 1, codebook });
    expect(changed.json().carried).toEqual(['title']);
    const right = await alice.send('POST', `/api/imports/${next.id}/carried`, { carried: ['title'] });
    expect(right.json()).toMatchObject({ carried: [], revision: 2 });
  });

  test('is likely that of a dataset with the same columns, and of no unrelated survey', async () => {
    const own = await saved();
    const unrelated = await brought('pool,lane,speed\n1,2,3\n2,3,4\n1,2,5\n');
    const pool = await save(unrelated.id, settled(unrelated.codebook as Codebook));
    const next = await brought(syntheticSurvey(200, 3).csv.replace('Q7SHOP', 'Q9_SHOP'));
    const found: EarlierDataset[] = (await alice.send('GET', `/api/imports/${next.id}/earlier`)).json();
    expect(found.find((one) => one.datasetId === own)).toEqual({ datasetId: own, shared: 20, isPlausible: true });
    expect(found.at(-1)).toEqual({ datasetId: pool, shared: 0, isPlausible: false });
  });
});
