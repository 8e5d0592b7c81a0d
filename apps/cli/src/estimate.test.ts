import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnalysisResult, EstimateRequest } from '@common-measure/estimate';
import { afterAll, describe, expect, test } from 'vitest';
import { at, numberAt, readCases } from '../../../fixtures/r/reference/reference-case.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'cm-estimate-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

async function cm(...words: readonly string[]): Promise<Answer> {
  const out: string[] = [];
  const errors: string[] = [];
  const code = await run({
    arguments: ['estimate', ...words],
    language: 'en',
    print: (text) => out.push(text),
    printError: (text) => errors.push(text),
  });
  return { code, out: out.join('\n'), errors: errors.join('\n') };
}

function file(name: string, content: string | object): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function estimated(request: EstimateRequest): Promise<AnalysisResult> {
  const answer = await cm(file('request.json', request));
  expect(answer.code, answer.errors).toBe(0);
  return JSON.parse(answer.out);
}

/** 60 web, 30 phone and 4 mail answers with a weight. */
const rows = ['web', 'phone', 'mail'].flatMap((channel, c) =>
  Array.from({ length: [60, 30, 4][c] ?? 0 }, (_, i) => `${channel},${1 + (i % 3) / 2},${(i % 5) + 1}`),
);
file('survey.csv', ['channel,w,sat', ...rows].join('\n'));
const byChannel: EstimateRequest['estimates'] = [{ statistic: 'mean', variable: 'sat', by: ['channel'] }];

describe('cm estimate', () => {
  test('withholds a breakdown with a small group unless single responses are asked for, and says which it did', async () => {
    const protectedResult = await estimated({ data: 'survey.csv', estimates: byChannel });
    expect(protectedResult.audience).toBe('organization');
    expect(protectedResult.estimates.map((one) => (one.status === 'withheld' ? one.reason : one.n))).toEqual([
      'small-cell',
      'complementary',
      'complementary',
    ]);
    const open = await estimated({ data: 'survey.csv', audience: 'single-responses', estimates: byChannel });
    expect(open.audience).toBe('single-responses');
    expect(open.remarks[0]?.code).toBe('audience-single-responses');
    expect(open.estimates.map((one) => (one.status === 'shown' ? one.n : null))).toEqual([4, 30, 60]);
  });

  test('gives a non-probability sample no standard error, no interval and no test', async () => {
    const result = await estimated({
      data: 'survey.csv',
      design: { samplingClass: 'non-probability', weight: 'w' },
      estimates: [{ statistic: 'mean', variable: 'sat', where: { channel: ['web', 'phone'] } }, ...byChannel],
      audience: 'single-responses',
    });
    for (const one of result.estimates) expect(one).toMatchObject({ se: null, ci: null, df: null, deff: null });
  });

  test('refuses with every problem, its place and its remedy, in the language asked for, and exit code 3', async () => {
    const request = file('wrong.json', {
      data: 'survey.csv',
      design: { weight: 'weight' },
      estimates: [
        { statistic: 'score', variable: 'sat' },
        { statistic: 'mean', variable: 'satt' },
      ],
    });
    const french = await cm(request, '--language', 'fr');
    expect(french.code).toBe(3);
    expect(french.errors).toContain('design.weight\u00a0: il n’y a pas de variable');
    expect(french.errors).toContain('estimates[1].variable');
    expect(french.errors).toContain('Le nom le plus proche est «\u00a0sat\u00a0».');
    const json = await cm(request, '--json');
    expect(JSON.parse(json.out).problems).toHaveLength(3);
  });

  test('names the row of a weight that is negative or no number', async () => {
    file('negative.csv', 'w,y\n1,2\n-1,3\n2,4\n');
    const request = {
      data: 'negative.csv',
      design: { weight: 'w' },
      estimates: [{ statistic: 'mean', variable: 'y' }],
    };
    const answer = await cm(file('request.json', request));
    expect(answer.code).toBe(3);
    expect(answer.errors).toMatch(/row 3/);
  });

  test('names a stratum with one case, and what can be done', async () => {
    file('lonely.csv', 's,y\na,1\na,2\nb,3\n');
    const request = {
      data: 'lonely.csv',
      design: { strata: ['s'] },
      estimates: [{ statistic: 'mean', variable: 'y' }],
    };
    const answer = await cm(file('request.json', request));
    expect(answer.errors).toContain('Stratum b holds one sampled unit only (row 4)');
    expect(answer.errors).toContain('lonelyPsu');
  });

  test('is called wrongly without a request, and refuses one that is not there or is not JSON', async () => {
    expect((await cm()).code).toBe(2);
    expect((await cm(join(folder, 'nothing.json'))).code).toBe(3);
    expect((await cm(file('broken.json', '{'))).errors).toContain('is not JSON');
  });
});

test('two waves are compared as independent samples, as R does with waves as strata', async () => {
  const csv = readFileSync(new URL('../../../fixtures/r/reference/csv/tracker.csv', import.meta.url), 'utf8').trim();
  const [header = '', ...lines] = csv.split('\n');
  const wave = (label: string) =>
    file(`wave${label}.csv`, [header, ...lines.filter((line) => line.split(',')[1] === label)].join('\n'));
  const design = { weight: 'w', strata: ['stratum'] };
  const result = await estimated({
    data: wave('2'),
    audience: 'single-responses',
    design,
    estimates: [{ statistic: 'mean', variable: 'sat' }],
    waves: [{ label: 'first', data: wave('1'), design }],
  });
  const reference = readCases('waves').find(({ id }) => id === 'wave.independent');
  const expected = at(reference?.expected ?? null);
  const [change] = result.comparisons;
  if (change?.status !== 'tested') throw new Error('the waves were not compared');
  expect(change.difference).toBeCloseTo(numberAt(expected, 'diff'), 10);
  expect(change.se).toBeCloseTo(numberAt(expected, 'se'), 10);
  expect(change.p).toBeCloseTo(numberAt(expected, 'p_t'), 10);
  expect(change.df).toBe(numberAt(expected, 'df'));
});
