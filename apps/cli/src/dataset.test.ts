import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Codebook } from '@common-measure/dataset';
import { aRunningServer, type RunningServer } from '@common-measure/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { syntheticSurvey } from '../../../fixtures/synthetic-survey/synthetic-survey.ts';
import { run } from './run.ts';

let folder: string;
const inFolder = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cm-terminal-'));
  await writeFile(inFolder('2026.csv'), syntheticSurvey(400).csv);
  await writeFile(inFolder('ragged.csv'), 'a,b\n1,2\n3\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function terminal(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run({
    arguments: words,
    language: 'en',
    print: (text) => void out.push(text),
    printError: (text) => void err.push(text),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('dataset describe', () => {
  test('tells what was understood, marking what waits for a decision, in the reader’s language', async () => {
    const english = await terminal('dataset', 'describe', inFolder('2026.csv'));
    expect(english.code).toBe(0);
    expect(english.out).toContain('2026.csv: 400 rows, 20 columns.');
    expect(english.out).toMatch(/\? Q7FOOD +rating; 1–5; 0 = no answer, 6 = does not apply/);
    expect(english.out).toMatch(/ {2}Clusters: RUNID\. .*Each value lies within one stratum\./);
    const french = await terminal('dataset', 'describe', inFolder('2026.csv'), '--language', 'fr');
    expect(french.out).toContain('Grappes\u00a0: RUNID. Son nom est celui d’une grappe.');
  });

  test('as JSON carries the codebook and the evidence in both languages', async () => {
    const { out } = await terminal('dataset', 'describe', inFolder('2026.csv'), '--json');
    const { codebook, guesses, source } = JSON.parse(out);
    expect(source).toMatchObject({ rows: 400, encoding: 'utf-8', delimiter: ',' });
    expect(codebook.design.clusters).toEqual(['RUNID']);
    expect(guesses[0].evidence[0]).toMatchObject({ en: expect.any(String), fr: expect.any(String) });
  });

  test('refuses a file with its row and ends with 3; without a file it is a wrong call and ends with 2', async () => {
    const refused = await terminal('dataset', 'describe', inFolder('ragged.csv'));
    expect(refused).toMatchObject({ code: 3, out: '' });
    expect(refused.err).toContain('Row 3 has 1 cell where the header has 2.');
    expect((await terminal('dataset', 'describe')).code).toBe(2);
    expect((await terminal('dataset', 'describe', inFolder('nowhere.csv'))).code).toBe(3);
  });

  test('writes its choices to a new file, never over another, and takes them up for the next wave', async () => {
    const to = inFolder('codebook.json');
    expect((await terminal('dataset', 'describe', inFolder('2026.csv'), '--to', to)).code).toBe(0);
    const again = await terminal('dataset', 'describe', inFolder('2026.csv'), '--to', to);
    expect([again.code, again.err]).toEqual([3, expect.stringContaining('exists already')]);
    await writeFile(inFolder('2027.csv'), syntheticSurvey(300, 3).csv.replace('Q7SHOP', 'Q9_SHOP'));
    const next = await terminal('dataset', 'describe', inFolder('2027.csv'), '--codebook', to);
    expect(next.out).toContain('Q7SHOP is now called Q9_SHOP.');
  });
});

describe('dataset import', () => {
  let server: RunningServer;
  let cookie: string;
  const before = { data: process.env.CM_DATA, url: process.env.DATABASE_URL };

  beforeAll(async () => {
    const data = inFolder('data');
    await mkdir(data);
    server = await aRunningServer({ dataFolder: data });
    process.env.CM_DATA = data;
    delete process.env.DATABASE_URL;
  });
  afterAll(async () => {
    await server?.stop();
    if (before.data === undefined) delete process.env.CM_DATA;
    else process.env.CM_DATA = before.data;
    if (before.url !== undefined) process.env.DATABASE_URL = before.url;
  });

  const ask = async (path: string): Promise<{ readonly length?: number }> =>
    (await (await fetch(`${server.address}${path}`, { headers: { cookie } })).json()) as { readonly length?: number };
  const importing = (codebook: string) =>
    terminal('dataset', 'import', inFolder('2026.csv'), '--codebook', codebook, '--json');

  test('needs an organization', async () => {
    const refused = await importing(inFolder('codebook.json'));
    expect([refused.code, JSON.parse(refused.out).problems[0].code]).toEqual([3, 'organization-unknown']);
  });

  test('saves the file beside a running platform, and the dataset is there at once', async () => {
    cookie = await found(server);
    const done = await importing(inFolder('codebook.json'));
    expect(done.code).toBe(0);
    const { dataset, rows } = JSON.parse(done.out);
    expect(rows).toBe(400);
    expect(await ask(`/api/datasets/${dataset}`)).toMatchObject({ rows: 400, fileName: '2026.csv', psuCount: 34 });
  });

  test('that does not fit tells every fault and saves nothing', async () => {
    const codebook: Codebook = JSON.parse(await readFile(inFolder('codebook.json'), 'utf8'));
    const variables = codebook.variables.map((v) => (v.column === 'Q7ALL' ? { ...v, missing: [] } : v));
    await writeFile(inFolder('unsaid.json'), JSON.stringify({ ...codebook, variables }));
    const before = (await ask('/api/datasets')).length;
    const refused = await importing(inFolder('unsaid.json'));
    expect(refused.code).toBe(3);
    const problems: { code: string; details: { value: string } }[] = JSON.parse(refused.out).problems;
    expect(problems.map(({ code, details }) => [code, details.value])).toEqual([
      ['code-unlisted', expect.stringMatching(/^[06]$/)],
      ['code-unlisted', expect.stringMatching(/^[06]$/)],
    ]);
    expect((await ask('/api/datasets')).length).toBe(before);
  });
});

/** Founds an organization through the API and gives the cookie of its owner. */
async function found(server: RunningServer): Promise<string> {
  const json = { 'content-type': 'application/json' };
  const token = server.signInLink('en')?.split('#')[1];
  const entry = await fetch(`${server.address}/api/sign-in-link`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ token, language: 'en' }),
  });
  const cookie = entry.headers.get('set-cookie')?.split(';')[0] ?? '';
  const session = (await (await fetch(`${server.address}/api/session`, { headers: { cookie } })).json()) as {
    csrfToken: string;
  };
  const organization = {
    name: { en: 'Airport', fr: 'Aéroport' },
    level: 'municipal',
    serviceAreas: ['licensing'],
    clientTypes: ['individual'],
  };
  const founded = await fetch(`${server.address}/api/organizations`, {
    method: 'POST',
    headers: { ...json, cookie, 'x-csrf-token': session.csrfToken },
    body: JSON.stringify(organization),
  });
  if (!founded.ok) throw new Error(await founded.text());
  return cookie;
}
